// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace hookworks {

/// How often something is done again. Days and months count in local time, hours in time that passes.
struct Recurrence
{
    enum class Unit
    {
        Once,
        Hours,
        Days,
        Months
    };
    Unit unit = Unit::Once;
    int every = 1; ///< so many of them; 1 or more
    bool operator==(const Recurrence&) const = default;
};

/// When a task runs. In summer and in winter the local time is the same: what falls into the hour that is
/// left out in spring runs an hour later, what falls into the one that comes twice in autumn runs the first
/// time. Months count from the start: what begins on the 31st runs on the last day of shorter months.
struct Schedule
{
    RealTime start;              ///< the first run
    std::optional<RealTime> end; ///< no run later; one at this instant is one
    Recurrence recurrence;
    QByteArray zone = QByteArrayLiteral("UTC"); ///< IANA; an unknown one counts as UTC
    bool operator==(const Schedule&) const = default;
};

/// The runs from `from` on (one at that instant is one), at most `most`.
QList<RealTime> scheduledRuns(const Schedule& schedule, RealTime from, int most);
/// Those that are not later than `to`.
QList<RealTime> scheduledRunsBetween(const Schedule& schedule, RealTime from, RealTime to, int most);
/// All from the first to the end; nullopt: it has none.
std::optional<qint64> countOfRuns(const Schedule& schedule);

/// The wall clock of a zone at an instant, and back: of an hour that comes twice the first, of one that is
/// left out the time an hour later. Cut to milliseconds.
QDateTime localTime(RealTime time, const QByteArray& zone);
RealTime fromLocalTime(const QDate& date, const QTime& time, const QByteArray& zone);

} // namespace hookworks
