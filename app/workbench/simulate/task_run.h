// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/design/provider_side.h"
#include "workbench/simulate/event_making.h"

#include <QTimer>

namespace hookworks {

/// Makes a task's events, each when the workbench's clock has come to it.
class SteppedTaskRun final : public TaskRun
{
    Q_OBJECT

public:
    /// Begins when `ready` is there, whatever it says.
    SteppedTaskRun(Session& session, TaskChoice choice, Answer<void> ready, QObject* parent);
    void cancel() override;

private:
    void begin(const Result<Report>& report);
    void look();
    void take(const RunStep& step);
    Answer<QList<Delivery>> make(const EventChoice& choice);
    void took(const RunStep& step, const Result<QList<Delivery>>& deliveries);
    double fraction() const;
    void finish(const Result<QList<Delivery>>& deliveries);

    Session& m_session;
    TaskChoice m_choice;
    QList<RunStep> m_steps;
    QString m_taskId;
    int m_events = 0; ///< made so far
    WorkTime m_begun;
    QTimer m_timer;
    QList<Delivery> m_deliveries;
    bool m_busy = false, m_ended = false;
};

} // namespace hookworks
