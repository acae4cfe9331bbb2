// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/chosen_events.h"

#include "ui/simulate/coverage_model.h"
#include "ui/simulate/own_payloads.h"
#include "ui/simulate/payload_choice.h"
#include "ui/simulate/receiver_field.h"
#include "ui/simulate/sample_choice.h"
#include "ui/simulate/schedule_fields.h"
#include "ui/simulate/simulate_bar.h"
#include "ui/simulate/simulate_form.h"

namespace hookworks {

ChosenEvents::ChosenEvents(const SimulateBar& bar, const SimulateForm& form, const CoverageModel& coverage,
                           const PayloadSources& payloads)
    : m_bar(bar)
    , m_form(form)
    , m_coverage(coverage)
    , m_payloads(payloads)
{
}

EventChoice ChosenEvents::event(const QString& name, RealTime occursAt) const
{
    EventChoice choice;
    choice.report = m_bar.report();
    choice.event = name;
    choice.outcome = m_form.outcomeOf(name);
    choice.error = m_form.error();
    choice.webhooks = m_coverage.ticked(name);
    const bool events = m_bar.mode() == SimulateMode::OneEvent || m_bar.mode() == SimulateMode::Matrix;
    choice.count = events ? m_bar.count() : 1;
    choice.receiver = m_form.receiver().behaviour();
    if (m_bar.mode() == SimulateMode::OneEvent || m_bar.mode() == SimulateMode::WholeTask)
        choice.taskId = m_form.taskId();
    if (m_bar.mode() != SimulateMode::OneEvent)
        return choice;
    choice.sameTaskId = m_form.keepsTaskId();
    choice.occursAt = occursAt;
    choice.body = m_payloads.own.of({choice.report, name, choice.outcome});
    const auto& sample = m_payloads.samples.chosen();
    if (m_form.payload().kind() == PayloadKind::Sample && sample) {
        choice.body = sample->body;
        choice.contentType = sample->contentType;
    }
    return choice;
}

QList<WebhookId> ChosenEvents::ticked() const
{
    if (m_bar.mode() == SimulateMode::OneEvent)
        return m_coverage.ticked(m_form.eventName());
    QList<WebhookId> all;
    for (int row = 0; row < m_coverage.rowCount(); ++row) {
        for (const WebhookId id : m_coverage.ticked(m_coverage.eventAt(row))) {
            if (!all.contains(id))
                all << id;
        }
    }
    return all;
}

QList<EventChoice> ChosenEvents::tickedEvents(RealTime occursAt) const
{
    QList<EventChoice> all;
    for (int row = 0; row < m_coverage.rowCount(); ++row) {
        const EventChoice one = event(m_coverage.eventAt(row), occursAt);
        if (!one.webhooks.isEmpty())
            all << one;
    }
    return all;
}

QList<EventChoice> ChosenEvents::missing() const
{
    QList<EventChoice> all;
    const CoverageModel::Coverage coverage = m_coverage.coverage();
    for (int row = 0; row < m_coverage.rowCount(); ++row) {
        EventChoice one;
        one.report = m_bar.report();
        one.event = m_coverage.eventAt(row);
        one.outcome = m_form.outcomeOf(one.event);
        one.error = m_form.error();
        one.receiver = m_form.receiver().behaviour();
        for (const EventPair& pair : coverage.missing) {
            if (pair.event == one.event)
                one.webhooks << pair.webhook;
        }
        if (!one.webhooks.isEmpty())
            all << one;
    }
    return all;
}

TaskChoice ChosenEvents::task() const
{
    TaskChoice task;
    for (int row = 0; row < m_coverage.rowCount(); ++row) {
        const QString event = m_coverage.eventAt(row);
        task.webhooksOf.insert(event, m_coverage.ticked(event));
    }
    task.report = m_bar.report();
    task.outcome = m_form.outcome();
    task.error = m_form.error();
    task.duration = m_form.duration();
    if (m_bar.mode() == SimulateMode::WholeTask)
        task.taskId = m_form.taskId();
    task.receiver = m_form.receiver().behaviour();
    return task;
}

ScheduleChoice ChosenEvents::schedule(const QByteArray& zone) const
{
    return {task(), m_form.schedule().window(zone), m_form.schedule().failures()};
}

} // namespace hookworks
