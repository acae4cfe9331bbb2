// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/reply_rule.h"
#include "domain/result.h"
#include "http/request_framer.h"

#include <QString>

namespace hookworks {

/// A captured request as it goes to an application on another address.
struct ForwardedRequest
{
    QString url;     ///< base URL and the request's target
    QByteArray head; ///< the captured fields in their order, without those of one hop, marked as passed on
    bool operator==(const ForwardedRequest&) const = default;
};

/// The base URL's path is put before the target's path and its query before the target's query; `*` (RFC
/// 9112, 3.2.4) stays. Max-Forwards is one less for OPTIONS and TRACE. The body's length is `bodyBytes`.
/// BadInput where `baseUrl` is none, or where the captured request has bytes that may not be sent on.
Result<ForwardedRequest> forwardedRequest(const Capture& capture, const QString& baseUrl);

/// True for a request that was passed on already and is not to be passed on again: it would go in a circle.
bool wasForwarded(const HeaderList& headers);

/// True for OPTIONS and TRACE with `Max-Forwards: 0` (RFC 9110, 7.6.2): to be answered here, with
/// answerHere().
bool endsHere(const RequestHead& head);
/// 200: for TRACE with the request as it came, without credentials.
Reply answerHere(const RequestHead& head);

/// Removes what is about one connection only (RFC 9110, 7.6.1), or made anew with the message.
void dropHopFields(HeaderList& headers);

} // namespace hookworks
