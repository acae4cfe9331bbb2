// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/lane.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int mostDoublings = 30;
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
    if (m_circuit.state == CircuitState::Open)
        return 0;
    if (m_circuit.state == CircuitState::HalfOpen || limits.strictOrder)
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
    if (m_circuit.state == CircuitState::Open || (m_circuit.state == CircuitState::HalfOpen && onWire > 0))
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
    if (success || limits.circuitOpensAfter <= 0)
        return closeCircuit();
    ++m_circuit.failures;
    if (m_circuit.state == CircuitState::HalfOpen) {
        ++m_reopened;
        openCircuit(work);
        return true;
    }
    if (m_circuit.state == CircuitState::Open || m_circuit.failures < limits.circuitOpensAfter)
        return false;
    openCircuit(work);
    return true;
}

void Lane::openCircuit(WorkTime work)
{
    const double grown =
        static_cast<double>(limits.circuitPause.count()) * std::exp2(std::min(m_reopened, mostDoublings));
    const double longest = static_cast<double>(std::max(limits.circuitPause, limits.circuitPauseCap).count());
    m_circuit.state = CircuitState::Open;
    m_circuit.triesAgainAt = work + Micros(static_cast<qint64>(std::min(grown, longest)));
}

bool Lane::closeCircuit()
{
    m_reopened = 0;
    return std::exchange(m_circuit, Circuit()).state != CircuitState::Closed;
}

bool Lane::setLimits(const FlowLimits& changed)
{
    limits = changed;
    return limits.circuitOpensAfter <= 0 && closeCircuit();
}

bool Lane::refreshCircuit(WorkTime work)
{
    if (m_circuit.state != CircuitState::Open || work < m_circuit.triesAgainAt)
        return false;
    m_circuit.state = CircuitState::HalfOpen;
    m_circuit.triesAgainAt = {};
    return true;
}

bool Lane::forgetFailures()
{
    failingSince.reset();
    return closeCircuit();
}

void Lane::shift(Micros by)
{
    ready.shift(by);
    armed.shift(by);
    if (m_circuit.state == CircuitState::Open)
        m_circuit.triesAgainAt += by;
    for (auto* since : {&failingSince, &storedFailing}) {
        if (*since)
            **since += by;
    }
}

std::optional<WorkTime> Lane::circuitOpensAgain() const
{
    return m_circuit.state == CircuitState::Open ? std::optional(m_circuit.triesAgainAt) : std::nullopt;
}

std::optional<RealTime> Lane::nextStart(RealTime now) const
{
    return limits.ratePerMinute > 0 && m_nextStart > now ? std::optional(m_nextStart) : std::nullopt;
}

} // namespace hookworks
