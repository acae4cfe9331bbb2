// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QWidget>

#include <functional>

class QComboBox;

namespace hookworks {

class MomentField;
class ProblemLabel;
class RunsView;
class TaskDocument;
class TextLabel;

/// When a task runs: how often, from when until when in whose local time, the same in UTC as it is sent, and
/// the coming runs.
class ScheduleForm final : public QWidget
{
    Q_OBJECT
public:
    using Now = std::function<RealTime()>;
    using Tell = std::function<void(const QString& key, ProblemLabel* label)>;

    /// `task` must outlive it.
    ScheduleForm(TaskDocument& task, Now now, QWidget* parent = nullptr);

    void fill();
    void setProblems(const Tell& tell);
    bool goTo(const QString& key);
    /// The clocks' times stay, so that the instants become others.
    void changeZone(const QByteArray& zone);

private:
    void addFields();
    void fillFrequency();
    void fillRuns();
    void say(const QString& frequency);

    TaskDocument& m_task;
    Now m_now;
    QComboBox* m_frequency;
    MomentField* m_start;
    MomentField* m_end;
    TextLabel* m_frequencyWords;
    TextLabel* m_sent;
    RunsView* m_runs;
    ProblemLabel* m_frequencyProblem = nullptr;
    ProblemLabel* m_startProblem = nullptr;
    ProblemLabel* m_endProblem = nullptr;
};

} // namespace hookworks
