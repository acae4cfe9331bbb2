// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/patience.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr double slowestWindow = 100; ///< bytes a second that a body must bring
constexpr std::chrono::milliseconds windowLength(500);
constexpr std::chrono::seconds slowAtMost(5);
constexpr std::chrono::seconds hangAtMost(10); ///< where others wait for the connection
constexpr std::chrono::seconds lingerTime(2);

double secondsBetween(Patience::Moment from, Patience::Moment to)
{
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

Patience::Patience(const ListenerLimits& limits, Moment accepted, Moment lastSent)
    : m_limits(limits)
    , m_since(lastSent)
    , m_deadline(accepted + limits.headTime)
{
    m_times.accepted = m_times.began = accepted;
}

void Patience::requestBegins(Moment now, RealTime receivedAt)
{
    m_times.began = now;
    m_times.receivedAt = receivedAt;
}

void Patience::headGoesOn()
{
    m_deadline = std::min<Moment>(m_deadline, m_times.began + m_limits.headTime);
}

void Patience::bodyBegins(Moment now)
{
    m_slowSince.reset();
    beginWindow(now);
    m_deadline = now + m_limits.bodyTime;
}

void Patience::bodyTaken(Moment now)
{
    m_slowSince.reset();
    m_progress = now;
    beginWindow(now);
}

void Patience::answerBegins(Moment now)
{
    m_times.answered = now;
    answerGoesOn(now);
}

void Patience::answerGoesOn(Moment now, Micros pause)
{
    m_progress = now;
    m_deadline = now + pause + m_limits.idleTime;
}

void Patience::drains(Moment now)
{
    m_since = now;
    m_deadline = now + lingerTime;
}

void Patience::awaitsNext(Moment now)
{
    m_since = now;
    m_deadline = now + m_limits.idleTime;
    m_times.receivedAt = RealTime();
}

void Patience::beginWindow(Moment now)
{
    m_window = now;
    m_windowBytes = 0;
}

/// Looks at the last half second.
void Patience::watchBody(Moment now, bool storing)
{
    if (now - m_window < windowLength)
        return;
    if (storing || static_cast<double>(m_windowBytes) >= secondsBetween(m_window, now) * slowestWindow)
        m_slowSince.reset();
    else if (!m_slowSince)
        m_slowSince = m_window;
    beginWindow(now);
}

bool Patience::bodyStalls(Moment now, qint64 wireBytes, bool storing)
{
    watchBody(now, storing);
    if (m_slowSince && now - *m_slowSince > std::min<Micros>(slowAtMost, m_limits.bodyTime))
        return true;
    const double due = secondsBetween(m_times.began, now) * static_cast<double>(m_limits.bodyRate);
    return !storing && now > m_deadline && static_cast<double>(wireBytes) < due;
}

bool Patience::answerIsSlow(Moment now, qint64 written) const
{
    const double due = secondsBetween(m_times.answered, now) * static_cast<double>(m_limits.bodyRate);
    return now > m_times.answered + m_limits.bodyTime && static_cast<double>(written) < due;
}

Patience::Moment Patience::answerHangsFrom() const
{
    return m_times.answered + hangAtMost;
}

Patience::Moment Patience::drainStallsFrom(Micros patience, Moment lastSent) const
{
    return std::min(m_since, lastSent) + patience;
}

Patience::Moment Patience::bodyStallsFrom(Micros patience, Moment lastSent) const
{
    const Moment last = std::max(m_progress, lastSent);
    return std::min(last, m_slowSince.value_or(last)) + patience;
}

} // namespace hookworks
