// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/trait_index.h"

#include "store/scanned_capture.h"

namespace hookworks {

std::optional<CommonTraits> traitsOfStretch(SqlConnection& connection, qint64 stretch)
{
    const auto stored = first(connection.ask("SELECT traits FROM search_traits WHERE stretch = ?", stretch),
                              [](Rows& row) { return row.bytes(); });
    return stored && *stored ? unpackedTraits(**stored) : std::nullopt;
}

Result<void> TraitIndex::load(SqlConnection& connection)
{
    m_counted = {};
    return all(connection.ask("SELECT stretch FROM search_traits"), [](Rows& row) { return row.integer(); })
        .map([this](const QList<qint64>& stretches) {
            m_known = QSet<qint64>(stretches.begin(), stretches.end());
        });
}

Result<void> TraitIndex::noteChanged(SqlConnection& connection, const QSet<CaptureId>& captures)
{
    for (const CaptureId capture : captures) {
        const qint64 stretch = stretchOf(capture.number);
        if (stretch == m_counted.stretch)
            m_counted = {};
        if (!m_known.remove(stretch))
            continue;
        auto deleted = connection.run("DELETE FROM search_traits WHERE stretch = ?", stretch);
        if (!deleted)
            return done(deleted);
    }
    return {};
}

Result<bool> TraitIndex::fill(SqlConnection& connection, const BodyReading& reading, int rows, qint64 oldest,
                              qint64 newest)
{
    const qint64 end = newest / capturesInStretch;
    qint64 stretch = stretchOf(oldest + capturesInStretch - 1);
    while (stretch < end && m_known.contains(stretch))
        ++stretch;
    if (stretch >= end)
        return false;
    if (m_counted.stretch != stretch)
        m_counted = {stretch, firstOfStretch(stretch) - 1};
    static const CaptureNeeds needs = CaptureNeeds::everything();
    ScannedCapture scanned;
    const CaptureChoice choice{QStringLiteral("id > ? AND id < ?"), true, rows};
    const auto count = [&](Rows& row) {
        return readScanned(row, connection, needs, scanned).map([&] {
            m_counted.last = scanned.capture.id.number;
            const qint64 place = m_counted.last - firstOfStretch(stretch);
            eachTrait(scanned.capture, scanned.parts, reading,
                      [&](const CaptureTrait& trait) { m_counted.traits.add(place, trait); });
            return true;
        });
    };
    const auto counted = flattened(
        all(connection.askOnce(scanOfCaptures(needs, choice), {m_counted.last, firstOfStretch(stretch + 1)}),
            count));
    if (!counted)
        return tl::unexpected(counted.error());
    const auto stored = counted->size() < rows ? store(connection) : Result<void>();
    return stored.map([] { return true; });
}

Result<void> TraitIndex::store(SqlConnection& connection)
{
    const Counted full = std::exchange(m_counted, {});
    m_known.insert(full.stretch);
    return done(connection.run("INSERT OR REPLACE INTO search_traits (stretch, traits) VALUES (?, ?)",
                               full.stretch, packed(full.traits.common())));
}

} // namespace hookworks
