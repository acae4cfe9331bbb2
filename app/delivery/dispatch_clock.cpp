// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatch_clock.h"

#include <algorithm>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros leapOfTime =
    5s; // real time that passed between two looks and did not run on the workbench's clock

} // namespace

DispatchClock::DispatchClock(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes, Flights& flights)
    : m_context(context)
    , m_queue(queue)
    , m_lanes(lanes)
    , m_flights(flights)
{
}

void DispatchClock::setSpeed(double speed)
{
    set(withSpeed(m_context.clock, speed, m_context.now()));
}

void DispatchClock::jumpTo(WorkTime due)
{
    set(jumpedTo(m_context.clock, due, m_context.now()));
}

void DispatchClock::jumpToNext()
{
    if (const auto due = m_queue.firstDue())
        jumpTo(*due);
}

void DispatchClock::setJumping(bool on)
{
    m_jumping = on;
    m_context.lookSoon();
}

void DispatchClock::set(const ClockState& changed)
{
    m_context.clock = changed;
    Q_EMIT m_context.events.clockChanged(changed);
    m_flights.withdrawFar();
    m_context.lookSoon();
}

/// The clock goes first and the due times follow in the same breath, before anything is looked at again: so
/// nothing fires early, and nothing is left far ahead.
void DispatchClock::backToRealTime()
{
    const RealTime now = m_context.now();
    const ClockState real = realClock(now);
    const Micros shift = workTimeAt(real, now) - workTimeAt(m_context.clock, now);
    m_context.clock = real;
    m_queue.shift(shift);
    m_lanes.shift(shift);
    m_flights.shift(shift);
    m_context.ports.journal.dueTimesShifted(shift, real,
                                            m_context.guarded([this](const Result<void>& stored) {
                                                if (!stored)
                                                    m_context.storeFailed(stored.error());
                                            }));
    set(real);
}

/// Real time may leap: the machine slept, or somebody set its clock. What leapt ahead counts at ×1, so that
/// it does not set off hours of a fast clock at once; what leapt back does not turn the workbench's clock
/// back.
void DispatchClock::followRealTime(RealTime now)
{
    const Micros passed = now - m_context.lastLook;
    const RealTime before = m_context.lastLook;
    m_context.lastLook = now;
    const bool back = passed < Micros(0);
    const bool ahead = passed > leapOfTime && m_context.clock.speed != 1 && m_context.clock.speed > 0;
    if (!back && !ahead)
        return;
    const WorkTime seen = workTimeAt(m_context.clock, before);
    m_context.clock = ClockState{back ? seen : seen + passed, now, m_context.clock.speed};
    Q_EMIT m_context.events.clockChanged(m_context.clock);
}

void DispatchClock::jumpIfWanted()
{
    if (!m_jumping || !m_flights.isEmpty())
        return;
    std::optional<WorkTime> next = m_queue.firstDue();
    if (const auto opens = m_lanes.circuitOpensAgain(); opens && (!next || *opens < *next))
        next = opens;
    if (next && *next > m_context.workNow())
        jumpTo(*next);
}

} // namespace hookworks
