// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <optional>

namespace hookworks {

/// The workbench's clock as a value: at the real time `since` it showed `anchor`, and it runs at `speed`
/// (0 is paused). It never goes back: every change anchors it anew at what it showed at that moment.
struct ClockState
{
    WorkTime anchor;
    RealTime since;
    double speed = 1;
    bool operator==(const ClockState&) const = default;
};

/// What the clock shows at `now`; at least `anchor`, also where real time was set back.
WorkTime workTimeAt(const ClockState& clock, RealTime now);

/// When the clock will show `due`; nullopt while it is paused and `due` lies ahead; `now` when due has passed.
std::optional<RealTime> realTimeOf(const ClockState& clock, WorkTime due, RealTime now);

ClockState withSpeed(const ClockState& clock, double speed, RealTime now);

/// The clock moved ahead to `due`, at the same speed; unchanged where `due` has passed.
ClockState jumpedTo(const ClockState& clock, WorkTime due, RealTime now);

/// The clock as it is when a workspace is opened at `now`: it ran at ×1 while the workspace was closed, and runs at ×1.
ClockState reopened(const ClockState& stored, RealTime now);

/// A clock that shows real time.
ClockState realClock(RealTime now);

} // namespace hookworks
