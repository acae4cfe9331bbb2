// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/simulator.h"

#include <QObject>
#include <QPointer>

namespace hookworks {

/// What was asked for on the page, on its way: events one after the other, a whole task, or a schedule's.
class EventSending final : public QObject
{
    Q_OBJECT
public:
    /// `simulator` must outlive it.
    explicit EventSending(Simulator& simulator, QObject* parent = nullptr);

    bool isBusy() const { return m_busy; }
    bool isTaskRunning() const { return m_task; }
    /// In this order; ended() follows. Nothing while it is busy.
    void send(const QList<EventChoice>& choices);
    void run(const TaskChoice& choice);
    void runSchedule(const ScheduleChoice& choice);
    /// The task makes no further events; what it made stays.
    void stopTask();

signals:
    void busyChanged();
    /// How many steps the running task has reached; of a schedule how many runs.
    void stepReached(int steps);
    void ended(const hookworks::Result<QList<hookworks::Delivery>>& deliveries);

private:
    void follow(TaskRun* task);
    void sendNext();
    void end(const Result<QList<Delivery>>& deliveries);

    Simulator& m_simulator;
    QList<EventChoice> m_waiting;
    QList<Delivery> m_made;
    QPointer<TaskRun> m_task;
    QStringList m_steps; ///< that the task has reached; of a schedule its runs
    bool m_busy = false;
};

} // namespace hookworks
