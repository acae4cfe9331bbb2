// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_schedule.h"

#include <QPointer>

#include <algorithm>

namespace hookworks {

using namespace std::chrono_literals;

ListenerSchedule::ListenerSchedule(QObject* parent)
    : QObject(parent)
{
    m_timer.setParent(this); // so that it moves to the listener's thread with it
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ListenerSchedule::runDue);
}

void ListenerSchedule::clear()
{
    m_due.clear();
    m_turns.clear();
    m_turnTaken = false;
    m_timer.stop();
}

void ListenerSchedule::inTurn(std::function<void(const std::function<void()>&)> job)
{
    m_turns.push_back(std::move(job));
    if (!m_turnTaken)
        nextTurn();
}

void ListenerSchedule::nextTurn()
{
    m_turnTaken = !m_turns.empty();
    if (!m_turnTaken)
        return;
    const auto job = std::move(m_turns.front());
    m_turns.pop_front();
    job([schedule = QPointer<ListenerSchedule>(this)] {
        if (schedule)
            schedule->later(Micros(0), [schedule] { schedule->nextTurn(); });
    });
}

void ListenerSchedule::later(Micros delay, std::function<void()> action)
{
    m_due.emplace(std::chrono::steady_clock::now() + delay, std::move(action));
    armDue();
}

void ListenerSchedule::armDue()
{
    if (m_due.empty())
        return;
    const auto wait =
        std::chrono::ceil<std::chrono::milliseconds>(m_due.begin()->first - std::chrono::steady_clock::now());
    m_timer.start(std::max(wait, 0ms));
}

void ListenerSchedule::runDue()
{
    const auto now = std::chrono::steady_clock::now();
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto action = std::move(m_due.begin()->second);
        m_due.erase(m_due.begin());
        action();
    }
    armDue();
}

} // namespace hookworks
