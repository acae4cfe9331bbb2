// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace hookworks {

using Micros = std::chrono::microseconds;

/// An instant of real time, UTC.
using RealTime = std::chrono::sys_time<Micros>;

/// The workbench's own time line (see ClockState); never mixed up with real time, because it is another type.
struct WorkbenchClock
{
    using duration = Micros;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<WorkbenchClock>;
    static constexpr bool is_steady = false;
};
using WorkTime = WorkbenchClock::time_point;

/// ISO 8601, UTC, microseconds: `2026-01-02T03:04:05.000006Z`.
QString toIso(RealTime time);
QString toIso(WorkTime time);

/// The same with milliseconds, as both providers' pages write it: `2020-01-12T00:55:32.941Z`.
QString toIsoMilliseconds(RealTime time);

/// Reads ISO 8601 with `Z` or an offset, up to nine digits of fraction (cut to microseconds).
std::optional<RealTime> realTimeFromIso(QStringView text);
std::optional<WorkTime> workTimeFromIso(QStringView text);

inline qint64 microsSinceEpoch(RealTime time) { return time.time_since_epoch().count(); }
inline qint64 microsSinceEpoch(WorkTime time) { return time.time_since_epoch().count(); }
inline RealTime realTimeFromMicros(qint64 micros) { return RealTime(Micros(micros)); }
inline WorkTime workTimeFromMicros(qint64 micros) { return WorkTime(Micros(micros)); }

inline double seconds(Micros duration) { return static_cast<double>(duration.count()) / 1e6; }
inline double milliseconds(Micros duration) { return static_cast<double>(duration.count()) / 1e3; }
/// The nearest microsecond.
Micros microsFromSeconds(double seconds);

/// A duration in the words of the providers' pages: `30 s`, `1 min`, `2 min 30 s`, `1 h 4 min`; under a second `250 ms`.
QString durationWords(Micros duration);

} // namespace hookworks
