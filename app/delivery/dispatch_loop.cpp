// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatch_loop.h"

#include <algorithm>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros aheadOfDue =
    40ms; // storing "started" takes a while: it is done so long before, in real time
constexpr Micros heartbeat =
    1s; // looks at the clock at least so often, because it may be set or the machine sleep

Micros scaled(Micros real, double speed)
{
    return Micros(static_cast<qint64>(static_cast<double>(real.count()) * speed));
}

} // namespace

DispatchLoop::DispatchLoop(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes, Flights& flights,
                           DispatchClock& clock)
    : m_context(context)
    , m_queue(queue)
    , m_lanes(lanes)
    , m_flights(flights)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_context.onLook([this] { look(); });
}

void DispatchLoop::resume()
{
    m_running = true;
    m_stopping = false;
    m_flights.setStopping(false);
    m_context.lookSoon();
}

void DispatchLoop::stop()
{
    m_stopping = true;
    m_running = true;
    m_flights.setStopping(true);
    m_flights.withdrawArmed();
    m_context.lookSoon();
}

void DispatchLoop::look()
{
    const RealTime now = m_context.now();
    m_clock.followRealTime(now);
    if (m_running && !m_stopping && !m_context.storeRests(now)) {
        const WorkTime work = workTimeAt(m_context.clock, now);
        m_queue.takeDue(work + scaled(aheadOfDue, m_context.clock.speed));
        for (Lane* lane : m_lanes.active()) {
            if (lane->refreshCircuit(work) && lane->webhook)
                Q_EMIT m_context.events.circuitChanged(*lane->webhook, lane->circuit());
            m_flights.launchDue(*lane, now, work);
            fill(*lane, now);
            m_lanes.forgetIdle(*lane);
        }
        m_clock.jumpIfWanted();
    }
    checkIdle();
    schedule(now);
}

/// Prepares as many attempts of a lane as its limits have room for.
void DispatchLoop::fill(Lane& lane, RealTime now)
{
    while (!lane.manual.empty() && lane.onWire + lane.preparing < std::max(1, lane.limits.maxInFlight)) {
        const DeliveryId id = lane.manual.front();
        lane.manual.pop_front();
        m_flights.prepare(lane, id, true);
    }
    while (lane.room(now) > 0 && lane.manual.empty()) {
        const auto id = m_queue.takeReady(lane);
        if (!id)
            break;
        m_flights.prepare(lane, *id, false);
    }
}

std::optional<RealTime> DispatchLoop::nextLook(const Lane& lane, RealTime now) const
{
    std::optional<RealTime> next = lane.nextStart(now);
    const auto earlier = [&](std::optional<RealTime> time) {
        if (time && (!next || *time < *next))
            next = time;
    };
    if (const auto due = lane.armed.firstDue(); due && *due > workTimeAt(m_context.clock, now))
        earlier(realTimeOf(m_context.clock, *due, now));
    if (const auto until = lane.circuitOpensAgain())
        earlier(realTimeOf(m_context.clock, *until, now));
    return next;
}

void DispatchLoop::schedule(RealTime now)
{
    RealTime next = now + heartbeat;
    if (m_running && !m_stopping) {
        if (const auto due = m_queue.firstDue()) {
            const WorkTime ready = *due - scaled(aheadOfDue, m_context.clock.speed);
            next = std::min(next, realTimeOf(m_context.clock, ready, now).value_or(next));
        }
        for (const Lane* lane : m_lanes.active())
            next = std::min(next, nextLook(*lane, now).value_or(next));
        if (m_context.storeRests(now))
            next = std::max(next, m_context.storeRestsUntil());
    }
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(Micros(0), next - now)));
}

void DispatchLoop::checkIdle()
{
    if (!m_flights.isEmpty())
        return;
    if (m_stopping && m_running) {
        m_running = false;
        Q_EMIT m_context.events.stopped();
    }
    if (m_queue.size() == 0)
        m_lanes.forgetBursts();
    if (m_queue.size() == m_queue.held() && m_queue.takeWasBusy())
        Q_EMIT m_context.events.idle();
}

} // namespace hookworks
