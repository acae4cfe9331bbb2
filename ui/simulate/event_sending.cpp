// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/event_sending.h"

#include <utility>

namespace hookworks {

EventSending::EventSending(Simulator& simulator, QObject* parent)
    : QObject(parent)
    , m_simulator(simulator)
{
}

void EventSending::send(const QList<EventChoice>& choices)
{
    if (m_busy || choices.isEmpty())
        return;
    m_busy = true;
    m_waiting = choices;
    m_made.clear();
    emit busyChanged();
    sendNext();
}

void EventSending::sendNext()
{
    if (m_waiting.isEmpty())
        return end(m_made);
    m_simulator.send(m_waiting.takeFirst()).then(this, [this](const Result<QList<Delivery>>& deliveries) {
        if (!deliveries)
            return end(deliveries);
        m_made += *deliveries;
        sendNext();
    });
}

void EventSending::run(const TaskChoice& choice)
{
    if (!m_busy)
        follow(m_simulator.run(choice));
}

void EventSending::runSchedule(const ScheduleChoice& choice)
{
    if (!m_busy)
        follow(m_simulator.runSchedule(choice));
}

void EventSending::follow(TaskRun* task)
{
    m_busy = true;
    m_steps.clear();
    m_task = task;
    connect(m_task, &TaskRun::progressed, this, [this](const TaskProgress& progress) {
        const QString step = progress.run > 0 ? QString::number(progress.run) : progress.step;
        if (!m_steps.contains(step))
            m_steps << step;
        emit stepReached(static_cast<int>(m_steps.size()) - 1);
    });
    connect(m_task, &TaskRun::finished, this, &EventSending::end);
    emit busyChanged();
    emit stepReached(0);
}

void EventSending::stopTask()
{
    if (m_task)
        m_task->cancel();
}

void EventSending::end(const Result<QList<Delivery>>& deliveries)
{
    const int steps = static_cast<int>(m_steps.size());
    const bool task = m_task;
    m_waiting.clear();
    m_task = nullptr;
    m_busy = false;
    emit busyChanged();
    if (task && deliveries)
        emit stepReached(steps);
    emit ended(deliveries);
}

} // namespace hookworks
