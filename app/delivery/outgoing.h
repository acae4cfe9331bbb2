// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"
#include "http/request_writer.h"

namespace hookworks {

/// Where a URL leads, and what the request line and Host say.
struct Endpoint
{
    UrlParts url;           ///< spaces and non-ASCII bytes percent-encoded, the host in its ASCII form (IDNA)
    QByteArray credentials; ///< `user:password` of the URL, decoded; empty: none
    bool operator==(const Endpoint&) const = default;
};

Result<Endpoint> endpointOf(const QString& url);

/// The request with what TransportKind::Manager sends beside its own fields.
Request withOwnFields(Request request);

/// The fields as sent: Host first, then the request's own in their order, then what a receiver needs and is
/// missing (Authorization for credentials in the URL, Content-Length).
HeaderList fieldsToSend(const Request& request, const Endpoint& endpoint);

/// The exact head where there is one, else request line and fieldsToSend(). Fails where method, a name or a
/// value could break the head: CR, LF and NUL never get out.
Result<QByteArray> headToSend(const Request& request, const Endpoint& endpoint);

/// Qt's manager would change this request: duplicate or empty fields, a path it rewrites, framing of its own.
bool needsPlainSocket(const Request& request, const Endpoint& endpoint);

} // namespace hookworks
