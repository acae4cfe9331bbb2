// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/common_traits.h"

#include "store/packed.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype fewest = capturesInStretch / 16; ///< captures that share a trait
constexpr size_t mostTraits = 255, mostCompared = 512;
constexpr qsizetype mostSeen = 8'192; ///< traits that come twice or more

QByteArray bytesOf(const QBitArray& bits)
{
    return QByteArray(bits.bits(), (bits.size() + 7) / 8);
}

bool isWithin(const QBitArray& some, const QBitArray& all)
{
    return (some & all) == some;
}

bool isText(const CaptureTrait& trait)
{
    return trait.kind == TraitKind::Head || trait.kind == TraitKind::Body;
}

/// Whoever looks for the text finds it in a longer one that as many have.
bool isToldBy(const CommonTrait& longer, const CommonTrait& one)
{
    const CaptureTrait text = one.trait();
    const CaptureTrait other = longer.trait();
    return isText(text) && other.kind == text.kind && other.value.contains(text.value) &&
           isWithin(one.captures, longer.captures);
}

void keepMostShared(CommonTraits& traits, size_t most)
{
    if (traits.size() <= most)
        return;
    std::ranges::sort(traits, std::ranges::greater(),
                      [](const CommonTrait& one) { return one.captures.count(true); });
    traits.resize(most);
}

/// Without those that a longer one tells as well.
void keepLongest(CommonTraits& traits)
{
    std::ranges::sort(traits, std::ranges::greater(), [](const CommonTrait& one) { return one.key.size(); });
    CommonTraits kept;
    for (CommonTrait& one : traits) {
        if (std::ranges::none_of(kept, [&](const CommonTrait& longer) { return isToldBy(longer, one); }))
            kept.push_back(std::move(one));
    }
    traits = std::move(kept);
}

} // namespace

CaptureTrait CommonTrait::trait() const
{
    const qsizetype end = key.indexOf('\0');
    const QByteArrayView all(key);
    return {static_cast<TraitKind>(key.front()), all.sliced(1, end - 1), all.sliced(end + 1)};
}

/// The captures are left out where all have it.
QByteArray packed(const CommonTraits& traits)
{
    QList<QByteArray> pieces;
    for (const auto& [key, captures] : traits)
        pieces << key << (captures.count(true) == captures.size() ? QByteArray() : bytesOf(captures));
    return packed(pieces);
}

std::optional<CommonTraits> unpackedTraits(const QByteArray& bytes)
{
    const auto pieces = unpackedPieces(bytes);
    if (!pieces || pieces->size() % 2 != 0)
        return std::nullopt;
    CommonTraits traits;
    for (qsizetype i = 0; i < pieces->size(); i += 2) {
        const QByteArray& bits = pieces->at(i + 1);
        const bool all = bits.isEmpty();
        if (pieces->at(i).indexOf('\0') < 1 || (!all && bits.size() * 8 != capturesInStretch))
            return std::nullopt;
        traits.push_back({pieces->at(i), all ? QBitArray(capturesInStretch, true)
                                             : QBitArray::fromBits(bits.constData(), capturesInStretch)});
    }
    return traits;
}

/// Most come once: these cost no more than a number.
void TraitCount::add(qint64 place, const CaptureTrait& trait)
{
    m_key.resize(0);
    m_key += static_cast<char>(trait.kind);
    m_key += trait.name;
    m_key += '\0';
    m_key += trait.value;
    if (const auto found = m_seen.find(m_key); found != m_seen.end())
        return found->setBit(place);
    const size_t hash = qHash(m_key);
    if (std::exchange(m_seenOnce[hash % rooms], hash) == hash && m_seen.size() < mostSeen)
        m_seen.insert(QByteArray(m_key.constData(), m_key.size()), QBitArray(capturesInStretch))
            ->setBit(place);
}

CommonTraits TraitCount::common() const
{
    CommonTraits common;
    for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen) {
        if (seen->count(true) >= fewest)
            common.push_back({seen.key(), *seen});
    }
    keepMostShared(common, mostCompared);
    keepLongest(common);
    keepMostShared(common, mostTraits);
    return common;
}

} // namespace hookworks
