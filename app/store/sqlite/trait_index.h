// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "store/common_traits.h"
#include "store/sqlite/connection.h"

#include <QSet>

namespace hookworks {

/// The stretch that a capture belongs to; they are counted from 0.
constexpr qint64 stretchOf(qint64 capture)
{
    return (capture - 1) / capturesInStretch;
}
constexpr qint64 firstOfStretch(qint64 stretch)
{
    return stretch * capturesInStretch + 1;
}

/// What the captures of a stretch share; nullopt: that is not known. A bit stands for its first capture, the
/// next for the one after.
std::optional<CommonTraits> traitsOfStretch(SqlConnection& connection, qint64 stretch);

/// Keeps what the captures of each stretch share, on the thread that writes. It says nothing of a stretch
/// that is not full yet, and of one in which a capture changed only after it has looked at it again.
class TraitIndex
{
public:
    /// Finds out what is there; again where a transaction was rolled back.
    Result<void> load(SqlConnection& connection);
    /// Part of the transaction in which they changed, or went.
    Result<void> noteChanged(SqlConnection& connection, const QSet<CaptureId>& captures);
    /// Looks at `rows` more captures at most, of stretches from the one that begins at or after `oldest` to
    /// the one that ends at or before `newest`; false: there are no more. Part of a transaction.
    Result<bool> fill(SqlConnection& connection, const BodyReading& reading, int rows, qint64 oldest,
                      qint64 newest);

private:
    /// A stretch that is looked at.
    struct Counted
    {
        qint64 stretch = -1; ///< none
        qint64 last = 0;     ///< the capture that was looked at last
        TraitCount traits = {};
    };
    Result<void> store(SqlConnection& connection);

    QSet<qint64> m_known; ///< stretches
    Counted m_counted;
};

} // namespace hookworks
