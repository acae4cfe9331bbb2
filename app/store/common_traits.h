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
    QByteArray key;     ///< its bytes, which a CaptureTrait of them refers to
    QBitArray captures; ///< by their place in the stretch: these have it for certain, others may

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
    void add(qint64 place, const CaptureTrait& trait);
    CommonTraits common() const;

private:
    static constexpr size_t rooms = 16'384;

    QByteArray m_key;                                            ///< of what is added: kept for its memory
    std::vector<size_t> m_seenOnce = std::vector<size_t>(rooms); ///< hashes, each in its room
    QHash<QByteArray, QBitArray> m_seen; ///< those that came again, without the first time
};

} // namespace hookworks
