// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace hookworks {

/// A request's bytes as one end knows them: head with its blank line, body as on the wire.
struct WireBytes
{
    QByteArray head, body;
    bool operator==(const WireBytes&) const = default;
    qsizetype size() const { return head.size() + body.size(); }
};

/// What left and what arrived, byte by byte.
struct ByteComparison
{
    qsizetype sent = 0, received = 0;
    std::optional<qsizetype> firstDifference; ///< counted from the request's first byte; none: the same bytes
    bool inHead = false;                      ///< where the first difference is
    bool operator==(const ByteComparison&) const = default;
};

ByteComparison compareBytes(const WireBytes& sent, const WireBytes& received);

/// `Same bytes, 402`; `Differs from byte 113 on, in the head`; `The last 20 of 402 bytes did not arrive`.
QString words(const ByteComparison& comparison);

} // namespace hookworks
