// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"

namespace hookworks {

/// The first line and the fields of a request's or an answer's head as far as they can be told apart, for
/// showing and exporting; nothing is refused, so that bytes that are no HTTP have parts as well. What a valid
/// head says is read as RFC 9112 says; an empty line before it is passed over.
struct LooseHead
{
    QByteArray line; ///< the first one, without its end
    HeaderList headers;
    qsizetype end = 0; ///< of the blank line, or of the bytes where there is none
    bool operator==(const LooseHead&) const = default;
};
LooseHead looseHead(QByteArrayView head);

/// `POST`, `/hook`, `1.1`; a part that is not there is empty.
struct RequestLine
{
    QByteArray method, target, version;
    bool operator==(const RequestLine&) const = default;
};
RequestLine requestLineOf(QByteArrayView line);

/// `1.1`, 200, `OK`; 0: the line is no status line.
struct ResponseLine
{
    QByteArray version, reason;
    int status = 0;
    bool operator==(const ResponseLine&) const = default;
};
ResponseLine responseLineOf(QByteArrayView line);

/// A body as it was framed on the wire, without its transfer coding; the beginning where the coding breaks.
struct UnframedBody
{
    QByteArray content;
    HeaderList trailers;
    bool whole = true;
    bool operator==(const UnframedBody&) const = default;
};
/// Takes the chunks apart where the head's last transfer coding is `chunked`.
UnframedBody unframed(const HeaderList& headers, const QByteArray& wire);
bool isChunked(const HeaderList& headers);

} // namespace hookworks
