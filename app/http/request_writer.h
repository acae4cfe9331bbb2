// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"
#include "domain/url_parts.h"

#include <QByteArray>

namespace hookworks {

/// A whole head: request line, fields as they are, blank line. BadInput where a method, target, name or value
/// is not of the grammar of RFC 9110 (CR, LF and NUL never get through).
Result<QByteArray> composeHead(const QByteArray& method, const QByteArray& target, const HeaderList& headers);

/// The fields as sent: Host first (where the request has none), then the request's own in their order, then,
/// where they are missing, User-Agent and Accept-Encoding (not of a bare request), Authorization for a user
/// in the URL, and Content-Length where there is a body or the method usually has one.
HeaderList fieldsToSend(const Request& request, const UrlParts& url);

/// What goes out: the exact head where there is one, else method, target of the URL and fieldsToSend().
/// BadInput as splitUrl() and composeHead().
Result<QByteArray> requestHead(const Request& request);
Result<QByteArray> requestHead(const Request& request, const UrlParts& url);

/// Head and body: the raw form of an export.
Result<QByteArray> rawRequest(const Request& request);

} // namespace hookworks
