// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/task_run.h"

#include "workbench/deliver/new_deliveries.h"
#include "workbench/session/session.h"

using namespace std::chrono_literals;

namespace hookworks {

SteppedTaskRun::SteppedTaskRun(Session& session, TaskChoice choice, Answer<void> ready, QObject* parent)
    : TaskRun(parent)
    , m_session(session)
    , m_choice(std::move(choice))
{
    m_timer.setInterval(20ms);
    connect(&m_timer, &QTimer::timeout, this, &SteppedTaskRun::look);
    ready.then(this, [this](const Result<void>&) {
        m_session.store()
            .read([id = m_choice.report](Reader& reader) { return reader.report(id); })
            .then(this, [this](const Result<Report>& report) { begin(report); });
    });
}

void SteppedTaskRun::begin(const Result<Report>& report)
{
    if (!report) {
        finish(tl::unexpected<Error>(report.error()));
        return;
    }
    const auto steps = runSteps(m_session.providers(), report->provider, m_choice.outcome);
    if (!steps) {
        finish(tl::unexpected<Error>(steps.error()));
        return;
    }
    m_steps = *steps;
    m_taskId = !m_choice.taskId.isEmpty()   ? m_choice.taskId
               : m_choice.command.isEmpty() ? newTaskId(m_session.random())
                                            : m_choice.command;
    m_begun = m_choice.begun.value_or(m_session.live().workNow());
    m_timer.start();
    look();
}

double SteppedTaskRun::fraction() const
{
    const double passed = seconds(m_session.live().workNow() - m_begun);
    const double whole = seconds(m_choice.duration);
    return whole <= 0 ? 1 : std::min(1.0, passed / whole);
}

void SteppedTaskRun::look()
{
    if (m_busy || m_ended)
        return;
    if (m_steps.isEmpty())
        finish(m_deliveries);
    else if (!m_steps.first().afterDuration || fraction() >= 1)
        take(m_steps.takeFirst());
}

void SteppedTaskRun::take(const RunStep& step)
{
    if (step.event.isEmpty()) {
        Q_EMIT progressed({step.word, {}, {}, fraction()});
        return;
    }
    const bool nobody = m_choice.webhooksOf.contains(step.event) && m_choice.webhooksOf[step.event].isEmpty();
    if (nobody) {
        Q_EMIT progressed({step.word, step.event, {}, fraction()});
        return;
    }
    m_busy = true;
    EventChoice choice;
    choice.report = m_choice.report;
    choice.event = step.event;
    choice.outcome = m_choice.outcome;
    choice.error = m_choice.error;
    choice.webhooks = m_choice.webhooksOf.value(step.event, m_choice.webhooks);
    choice.document = m_choice.document;
    if (m_choice.occursAt)
        choice.occursAt = *m_choice.occursAt + (step.afterDuration ? m_choice.duration : Micros(0));
    if (!m_choice.command.isEmpty())
        choice.command = m_choice.command + QLatin1Char('/') + QString::number(++m_events);
    make(choice).then(this,
                      [this, step](const Result<QList<Delivery>>& deliveries) { took(step, deliveries); });
}

/// What the run made elsewhere is not made again.
Answer<QList<Delivery>> SteppedTaskRun::make(const EventChoice& choice)
{
    if (!m_choice.begun)
        return sendEvent(m_session, choice, m_taskId);
    return takeUp(m_session, choice.command)
        .then(this, [this, choice](const Result<std::optional<QList<Delivery>>>& made) {
            if (!made)
                return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(made.error()));
            return *made ? readyAnswer<QList<Delivery>>(**made) : sendEvent(m_session, choice, m_taskId);
        });
}

/// An event that nobody subscribes to does not end the task.
void SteppedTaskRun::took(const RunStep& step, const Result<QList<Delivery>>& deliveries)
{
    m_busy = false;
    if (!deliveries && deliveries.error().code != ErrorCode::BadInput) {
        finish(tl::unexpected<Error>(deliveries.error()));
        return;
    }
    const QList<Delivery> made = deliveries.value_or(QList<Delivery>());
    m_deliveries += made;
    Q_EMIT progressed({step.word, step.event, made, fraction()});
    look();
}

void SteppedTaskRun::cancel()
{
    finish(fail(ErrorCode::Interrupted, tr("The task was cancelled; what it made stays.")));
}

void SteppedTaskRun::finish(const Result<QList<Delivery>>& deliveries)
{
    if (std::exchange(m_ended, true))
        return;
    m_timer.stop();
    Q_EMIT finished(deliveries);
    deleteLater();
}

} // namespace hookworks
