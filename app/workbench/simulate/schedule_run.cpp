// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/schedule_run.h"

#include "workbench/session/session.h"
#include "workbench/simulate/task_run.h"

using namespace std::chrono_literals;

namespace hookworks {

namespace {

/// However fast the clock runs, no more tasks than this are under way at once.
constexpr qsizetype mostAtOnce = 20;

} // namespace

SteppedScheduleRun::SteppedScheduleRun(Session& session, ScheduleChoice choice, Answer<void> ready,
                                       QObject* parent)
    : TaskRun(parent)
    , m_session(session)
    , m_choice(std::move(choice))
{
    m_timer.setInterval(20ms);
    connect(&m_timer, &QTimer::timeout, this, &SteppedScheduleRun::look);
    ready.then(this, [this](const Result<void>&) {
        m_session.store()
            .read([id = m_choice.task.report](Reader& reader) { return reader.report(id); })
            .then(this, [this](const Result<Report>& report) { begin(report); });
    });
}

void SteppedScheduleRun::begin(const Result<Report>& report)
{
    if (m_ended)
        return;
    const auto runs =
        report.and_then([this](const Report& found) { return scheduledRunsOf(m_session.providers(), m_choice, found); });
    if (!runs) {
        finish(tl::unexpected<Error>(runs.error()));
        return;
    }
    m_runs = *runs;
    m_begun = m_choice.task.begun.value_or(m_session.live().workNow());
    m_timer.start();
    look();
}

void SteppedScheduleRun::look()
{
    while (!m_ended && m_next < m_runs.size() && m_open.size() < mostAtOnce &&
           m_runs[m_next].after <= m_session.live().workNow() - m_begun)
        startTask(m_runs[m_next++]);
    if (m_next == m_runs.size() && m_open.isEmpty())
        finish(m_deliveries);
}

double SteppedScheduleRun::fraction() const
{
    return m_runs.isEmpty() ? 1 : static_cast<double>(m_next) / static_cast<double>(m_runs.size());
}

void SteppedScheduleRun::startTask(const ScheduledRun& run)
{
    TaskChoice choice = m_choice.task;
    choice.document = run.task.document;
    choice.occursAt = run.task.at;
    choice.outcome = run.fails ? QStringLiteral("failure") : QString();
    choice.error = run.fails ? m_choice.task.error : QString();
    if (!choice.command.isEmpty())
        choice.command += QLatin1Char('/') + QString::number(run.number);
    if (choice.begun)
        *choice.begun += run.after;
    auto* task = new SteppedTaskRun(m_session, choice, readyAnswer<void>({}), this);
    m_open << task;
    connect(task, &TaskRun::progressed, this, [this, number = run.number](TaskProgress progress) {
        progress.run = number;
        progress.fraction = fraction();
        Q_EMIT progressed(progress);
    });
    connect(task, &TaskRun::finished, this, [this, task](const Result<QList<Delivery>>& deliveries) {
        m_open.removeOne(task);
        taskEnded(deliveries);
    });
}

void SteppedScheduleRun::taskEnded(const Result<QList<Delivery>>& deliveries)
{
    if (m_ended)
        return;
    if (!deliveries) {
        finish(tl::unexpected<Error>(deliveries.error()));
        return;
    }
    m_deliveries += *deliveries;
    look();
}

void SteppedScheduleRun::cancel()
{
    finish(fail(ErrorCode::Interrupted, tr("The schedule was stopped; what it made stays.")));
}

void SteppedScheduleRun::finish(const Result<QList<Delivery>>& deliveries)
{
    if (std::exchange(m_ended, true))
        return;
    m_timer.stop();
    for (TaskRun* task : QList(m_open))
        task->cancel();
    Q_EMIT finished(deliveries);
    deleteLater();
}

} // namespace hookworks
