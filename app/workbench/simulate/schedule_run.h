// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/schedule_plan.h"

#include <QTimer>

namespace hookworks {

class Session;

/// Runs the tasks of a schedule, each when the workbench's clock has come to it: the first at once. Its
/// progress tells of each task's steps.
class SteppedScheduleRun final : public TaskRun
{
    Q_OBJECT

public:
    /// Begins when `ready` is there, whatever it says.
    SteppedScheduleRun(Session& session, ScheduleChoice choice, Answer<void> ready, QObject* parent);
    void cancel() override;

private:
    void begin(const Result<Report>& report);
    void look();
    void startTask(const ScheduledRun& run);
    void taskEnded(const Result<QList<Delivery>>& deliveries);
    double fraction() const;
    void finish(const Result<QList<Delivery>>& deliveries);

    Session& m_session;
    ScheduleChoice m_choice;
    QList<ScheduledRun> m_runs;
    qsizetype m_next = 0;
    QList<TaskRun*> m_open; ///< tasks that have not ended
    WorkTime m_begun;
    QTimer m_timer;
    QList<Delivery> m_deliveries;
    bool m_ended = false;
};

} // namespace hookworks
