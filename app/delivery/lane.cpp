// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/lane.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros circuitPause = 60s; // workbench time
constexpr double paceMicros = 50'000;
constexpr int mostAhead = 64;

double faded(double pace, Micros since)
{
    return pace * std::exp(-static_cast<double>(std::max<qint64>(0, since.count())) / paceMicros);
}

} // namespace

int Lane::room(RealTime now) const
{
    const int taken = preparing + onWire + static_cast<int>(armed.size());
    if (m_circuit == CircuitState::Open)
        return 0;
    if (m_circuit == CircuitState::HalfOpen || limits.strictOrder)
        return 1 - taken;
    const int ahead =
        limits.ratePerMinute > 0 ? 0 : std::min(mostAhead, static_cast<int>(faded(m_pace, now - m_paceAt)));
    return std::max(1, limits.maxInFlight) + ahead - taken;
}

bool Lane::maySend(RealTime now, bool manually) const
{
    if (onWire >= std::max(1, limits.maxInFlight))
        return false;
    if (manually)
        return true;
    if (m_circuit == CircuitState::Open || (m_circuit == CircuitState::HalfOpen && onWire > 0))
        return false;
    return limits.ratePerMinute <= 0 || now >= m_nextStart;
}

void Lane::sent(RealTime now)
{
    ++onWire;
    if (limits.ratePerMinute <= 0)
        return;
    const Micros interval(60'000'000 / limits.ratePerMinute);
    m_nextStart = now - m_nextStart < interval ? m_nextStart + interval : now + interval;
}

bool Lane::ended(bool success, RealTime now, WorkTime work)
{
    m_pace = faded(m_pace, now - m_paceAt) + 1;
    m_paceAt = now;
    m_failures = success ? 0 : m_failures + 1;
    const CircuitState before = m_circuit;
    if (success || limits.circuitOpensAfter <= 0) {
        m_circuit = CircuitState::Closed;
    } else if (m_circuit == CircuitState::HalfOpen || m_failures >= limits.circuitOpensAfter) {
        m_circuit = CircuitState::Open;
        m_circuitUntil = work + circuitPause;
    }
    return m_circuit != before;
}

bool Lane::refreshCircuit(WorkTime work)
{
    if (m_circuit != CircuitState::Open || work < m_circuitUntil)
        return false;
    m_circuit = CircuitState::HalfOpen;
    return true;
}

bool Lane::forgetFailures()
{
    failingSince.reset();
    m_failures = 0;
    return std::exchange(m_circuit, CircuitState::Closed) != CircuitState::Closed;
}

void Lane::shift(Micros by)
{
    ready.shift(by);
    armed.shift(by);
    m_circuitUntil += by;
    for (auto* since : {&failingSince, &storedFailing}) {
        if (*since)
            **since += by;
    }
}

std::optional<WorkTime> Lane::circuitOpensAgain() const
{
    return m_circuit == CircuitState::Open ? std::optional(m_circuitUntil) : std::nullopt;
}

std::optional<RealTime> Lane::nextStart(RealTime now) const
{
    return limits.ratePerMinute > 0 && m_nextStart > now ? std::optional(m_nextStart) : std::nullopt;
}

} // namespace hookworks
