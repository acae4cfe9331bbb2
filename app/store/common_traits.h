// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/capture_traits.h"

#include <QBitArray>
#include <QHash>

namespace hookworks {

/// Captures follow one another in stretches of so many ids.
constexpr qint64 capturesInStretch = 2'048;

/// A trait that many captures of a stretch share.
struct CommonTrait
{
    QByteArray key;     ///< its kind, its name, a NUL and its value
    QBitArray captures; ///< by their place in the stretch: these have it for certain, others may

    /// Refers to the key.
    CaptureTrait trait() const;
};

/// Fewer than 256, of a stretch.
using CommonTraits = std::vector<CommonTrait>;

QByteArray packed(const CommonTraits& traits);
/// nullopt for what nobody packed.
std::optional<CommonTraits> unpackedTraits(const QByteArray& bytes);

/// Finds out which traits the captures of a stretch share. Its memory is bounded, whatever they hold.
class TraitCount
{
public:
    /// `place`: the capture's in the stretch, from 0. A capture may bring a trait more than once.
    void add(qint64 place, const CaptureTrait& trait);
    /// Those that one capture in sixteen has.
    CommonTraits common() const;

private:
    static constexpr size_t rooms = 16'384;

    QByteArray m_key;                                            ///< of what is added: kept for its memory
    std::vector<size_t> m_seenOnce = std::vector<size_t>(rooms); ///< hashes, each in its room
    QHash<QByteArray, QBitArray> m_seen; ///< those that came again, without the first time
};

} // namespace hookworks
