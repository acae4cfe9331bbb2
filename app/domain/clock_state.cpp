// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/clock_state.h"

#include <algorithm>
#include <cmath>

namespace hookworks {

WorkTime workTimeAt(const ClockState& clock, RealTime now)
{
    const auto passed = static_cast<double>(std::max<qint64>(0, (now - clock.since).count()));
    return clock.anchor + Micros(std::llround(passed * clock.speed));
}

std::optional<RealTime> realTimeOf(const ClockState& clock, WorkTime due, RealTime now)
{
    const Micros ahead = due - workTimeAt(clock, now);
    if (ahead.count() <= 0)
        return now;
    if (clock.speed <= 0)
        return std::nullopt;
    return now + Micros(std::llround(std::ceil(static_cast<double>(ahead.count()) / clock.speed)));
}

ClockState withSpeed(const ClockState& clock, double speed, RealTime now)
{
    return {workTimeAt(clock, now), now, std::max(0.0, speed)};
}

ClockState jumpedTo(const ClockState& clock, WorkTime due, RealTime now)
{
    return {std::max(workTimeAt(clock, now), due), now, clock.speed};
}

ClockState reopened(const ClockState& stored, RealTime now)
{
    return {workTimeAt({stored.anchor, stored.since, 1}, now), now, 1};
}

ClockState realClock(RealTime now) { return {WorkTime(now.time_since_epoch()), now, 1}; }

} // namespace hookworks
