// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/schedule.h"

#include <QTimeZone>

#include <limits>

namespace hookworks {

namespace {

constexpr qint64 hourSecs = 3600;

/// No ISO 8601 text with four digits for the year names a later one.
RealTime lastTime()
{
    return std::chrono::sys_days(std::chrono::year(9999) / 12 / 31);
}

QTimeZone zoneOf(const QByteArray& name)
{
    const QTimeZone zone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime utcOf(RealTime time)
{
    return QDateTime::fromMSecsSinceEpoch(microsSinceEpoch(time) / 1000, Qt::UTC);
}

RealTime realOf(qint64 secs, int milliseconds)
{
    return realTimeFromMicros((secs * 1000 + milliseconds) * 1000);
}

/// A zone's offset before and after the day of a change says what its clocks show.
RealTime instantOf(const QDateTime& wallClock, const QTimeZone& zone)
{
    constexpr qint64 day = 24 * hourSecs;
    const qint64 local = QDateTime(wallClock.date(), wallClock.time(), Qt::UTC).toSecsSinceEpoch();
    const auto offsetAt = [&](qint64 secs) {
        return zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(secs, Qt::UTC));
    };
    const qint64 before = local - offsetAt(local - day);
    const qint64 after = local - offsetAt(local + day);
    const bool isBefore = local - before == offsetAt(before);
    const bool isAfter = local - after == offsetAt(after);
    return realOf(isBefore || !isAfter ? before : after, wallClock.time().msec());
}

/// The runs of one schedule by their number, from 0.
class RunNumbers
{
public:
    explicit RunNumbers(const Schedule& schedule)
        : m_recurrence(schedule.recurrence)
        , m_zone(zoneOf(schedule.zone))
        , m_start(schedule.start)
        , m_wallClock(wallClockAt(schedule.start))
    {
    }

    bool repeats() const { return m_recurrence.unit != Recurrence::Unit::Once && m_recurrence.every > 0; }

    RealTime at(qint64 number) const
    {
        const qint64 units = number * m_recurrence.every;
        switch (m_recurrence.unit) {
        case Recurrence::Unit::Hours:
            return m_start + std::chrono::seconds(units * hourSecs);
        case Recurrence::Unit::Days:
            return number == 0 ? m_start : instantOf(m_wallClock.addDays(units), m_zone);
        case Recurrence::Unit::Months:
            return number == 0 ? m_start : instantOf(m_wallClock.addMonths(static_cast<int>(units)), m_zone);
        case Recurrence::Unit::Once:
            break;
        }
        return m_start;
    }

    /// The first that is not before `time`, found without counting through years of hours.
    qint64 firstFrom(RealTime time) const
    {
        if (time <= m_start || !repeats())
            return 0;
        qint64 number = std::max<qint64>(0, guessed(time) - 1);
        while (number > 0 && at(number) >= time)
            --number;
        while (at(number) < time)
            ++number;
        return number;
    }

private:
    /// What the zone's clocks show, as if it were UTC: counting on is quick there.
    QDateTime wallClockAt(RealTime time) const
    {
        const QDateTime local = utcOf(time).toTimeZone(m_zone);
        return QDateTime(local.date(), local.time(), Qt::UTC);
    }

    qint64 guessed(RealTime time) const
    {
        const QDate from = m_wallClock.date();
        const QDate to = wallClockAt(time).date();
        qint64 units = 0;
        if (m_recurrence.unit == Recurrence::Unit::Hours)
            units = std::chrono::duration_cast<std::chrono::hours>(time - m_start).count();
        else if (m_recurrence.unit == Recurrence::Unit::Days)
            units = from.daysTo(to);
        else
            units = (to.year() - from.year()) * 12 + to.month() - from.month();
        return units / m_recurrence.every;
    }

    Recurrence m_recurrence;
    QTimeZone m_zone;
    RealTime m_start;
    QDateTime m_wallClock;
};

} // namespace

QList<RealTime> scheduledRunsBetween(const Schedule& schedule, RealTime from, RealTime to, int most)
{
    const RunNumbers runs(schedule);
    const RealTime last = std::min(schedule.end ? std::min(*schedule.end, to) : to, lastTime());
    QList<RealTime> found;
    if (!runs.repeats()) {
        if (most > 0 && schedule.start >= from && schedule.start <= last)
            found.append(schedule.start);
        return found;
    }
    if (from > last)
        return found;
    for (qint64 number = runs.firstFrom(from); found.size() < most; ++number) {
        const RealTime run = runs.at(number);
        if (run > last)
            break;
        found.append(run);
    }
    return found;
}

QList<RealTime> scheduledRuns(const Schedule& schedule, RealTime from, int most)
{
    return scheduledRunsBetween(schedule, from, RealTime::max(), most);
}

std::optional<qint64> countOfRuns(const Schedule& schedule)
{
    const RunNumbers runs(schedule);
    if (!runs.repeats())
        return schedule.end && *schedule.end < schedule.start ? 0 : 1;
    if (!schedule.end || *schedule.end > lastTime())
        return std::nullopt;
    if (*schedule.end < schedule.start)
        return 0;
    const qint64 next = runs.firstFrom(*schedule.end);
    return runs.at(next) == *schedule.end ? next + 1 : next;
}

QDateTime localTime(RealTime time, const QByteArray& zone)
{
    return utcOf(time).toTimeZone(zoneOf(zone));
}

RealTime fromLocalTime(const QDate& date, const QTime& time, const QByteArray& zone)
{
    return instantOf(QDateTime(date, time, Qt::UTC), zoneOf(zone));
}

} // namespace hookworks
