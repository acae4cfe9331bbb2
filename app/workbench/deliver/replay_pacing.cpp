// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/replay_pacing.h"

#include "workbench/session/session.h"

#include <algorithm>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

/// So far a rate may lag behind before what was missed is left out.
constexpr auto longestLag = 50ms;

/// Its first byte; the start of its first attempt, where one was made.
Result<RealTime> timeOf(Reader& reader, const QString& source)
{
    if (const auto id = CaptureId::parse(source)) {
        const auto captures = reader.captureSummaries({*id});
        if (captures && !captures->isEmpty())
            return captures->first().receivedAt;
    } else if (const auto delivery = DeliveryId::parse(source)) {
        const auto attempts = reader.attemptsOf({*delivery});
        if (attempts && !attempts->isEmpty())
            return attempts->first().startedAt;
        const auto known = reader.deliverySummaries({*delivery});
        if (known && !known->isEmpty())
            return known->first().createdAt;
    }
    return fail(ErrorCode::NotFound,
                Replayer::tr("%1 is not there, so it has no time to be sent at.").arg(source));
}

} // namespace

Answer<QList<RealTime>> ReplayPacing::timesOf(Session& session, const ReplaySeries& series)
{
    if (series.pace.kind != ReplayPace::Kind::Spacing)
        return readyAnswer<QList<RealTime>>(QList<RealTime>());
    return session.store().read([sources = series.sources](Reader& reader) -> Result<QList<RealTime>> {
        QList<RealTime> times;
        times.reserve(sources.size());
        for (const QString& source : sources) {
            const auto time = timeOf(reader, source);
            if (!time)
                return tl::unexpected<Error>(time.error());
            times << *time;
        }
        return times;
    });
}

void ReplayPacing::begin(Time now, const QList<RealTime>& times)
{
    m_times = times;
    m_began = m_next = now;
}

ReplayPacing::Time ReplayPacing::dueAt(qsizetype source) const
{
    if (m_pace.kind != ReplayPace::Kind::Spacing)
        return m_next;
    const auto since = std::max(Micros(0), m_times.value(source) - m_times.value(0));
    return m_began + Micros(static_cast<qint64>(static_cast<double>(since.count()) / m_pace.value));
}

void ReplayPacing::passed(Time now)
{
    if (m_pace.kind == ReplayPace::Kind::Rate)
        m_next = std::max(m_next, now - longestLag) + Micros(static_cast<qint64>(1e6 / m_pace.value));
}

} // namespace hookworks
