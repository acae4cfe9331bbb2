// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/request_framer.h"

namespace hookworks {

/// What is wrong with a head whose lines are well formed, and where.
struct HeadProblem
{
    FramingFault fault = FramingFault::None;
    qsizetype field = -1; ///< the field it is about; -1: none
    qint64 offset = 0;    ///< without a field: counted from the head's first byte, or from the target's
    bool inTarget = false;
};

/// Applies RFC 9112, 3.2 (target, Host), 6 (body) and 9.3 (persistence) to method, target, version and
/// headers, and fills the rest of `head`. `bodyBytes`: a longer Content-Length is refused.
HeadProblem interpretHead(RequestHead& head, qint64 bodyBytes);

/// `uri-host [ ":" port ]` (RFC 9110, 7.2); an empty one is valid there.
bool isHost(QByteArrayView text);

/// The members of a comma-separated list field, trimmed, empty ones included.
QList<QByteArrayView> listMembers(QByteArrayView value);

/// The value of a Content-Length, the largest number there is where it is greater; nullopt: no decimal
/// digits.
std::optional<qint64> contentLength(QByteArrayView value);

bool sameWord(QByteArrayView a, QByteArrayView b);

} // namespace hookworks
