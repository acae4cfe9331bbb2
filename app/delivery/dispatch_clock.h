// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/flights.h"

namespace hookworks {

/// The workbench's clock as people set it, and what that does to deliveries that wait or are about to start.
class DispatchClock
{
public:
    DispatchClock(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes, Flights& flights);

    /// 0 pauses.
    void setSpeed(double speed);
    void jumpTo(WorkTime due);
    /// To the earliest due time; nothing when none waits.
    void jumpToNext();
    /// Jumps by itself whenever nothing is in flight, until all are final.
    void setJumping(bool on);
    /// The clock shows real time again, at ×1; waiting due times move along, so that gaps remain.
    void backToRealTime();

    /// For each look at what is due: real time may have leapt since the last one, because the machine slept
    /// or somebody set its clock.
    void followRealTime(RealTime now);
    void jumpIfWanted();

private:
    void set(const ClockState& changed);

    DispatchContext& m_context;
    DeliveryQueue& m_queue;
    Lanes& m_lanes;
    Flights& m_flights;
    bool m_jumping = false;
};

} // namespace hookworks
