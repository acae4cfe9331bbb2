// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/reply_rule.h"
#include "domain/time.h"

#include <QByteArray>

#include <string_view>

namespace hookworks {

/// An answer ready to be written.
struct RenderedAnswer
{
    int status = 0;
    AnswerBytes bytes;
    bool closes = false; ///< the connection ends behind it
};

/// What an answer depends on besides the reply.
struct AnswerContext
{
    bool toHead = false;   ///< the request's method was HEAD: no body
    bool keeps = true;     ///< the request lets the connection go on
    bool toOld = false;    ///< the request was HTTP/1.0: keeping is said
    RealTime now;          ///< for Date
    bool announces = true; ///< false: how long the body would have been is not known; only to HEAD
};

/// Head and body as they go out, of the reply's `body` alone (see BodyFiles). A status of 1xx, 204, 205
/// and 304 has no body, and no framing that these may not have; else a Content-Length, Date, Connection or
/// Transfer-Encoding of the reply's own is sent as it is.
RenderedAnswer renderAnswer(const Reply& asked, const AnswerContext& context);
/// Fewer bytes than announced.
RenderedAnswer renderTruncated(const Reply& reply, const AnswerContext& context);
/// A plain-text answer in words, after which the connection ends.
RenderedAnswer renderRefusal(int status, const QString& words, bool toHead, RealTime now);
/// Bytes that are no HTTP.
QByteArray garbage();
std::string_view reasonPhrase(int status);

} // namespace hookworks
