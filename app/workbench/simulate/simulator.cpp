// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/simulator.h"

#include "provider/catalogue.h"
#include "workbench/session/session.h"
#include "workbench/simulate/schedule_run.h"
#include "workbench/simulate/task_run.h"
#include "workbench/simulate/temporary_rules.h"

namespace hookworks {

namespace {

/// What is light is read: neither heads nor bodies.
Result<QMap<EventPair, DeliveryRecord>> newestOfEach(Reader& reader, const QList<EventPair>& pairs)
{
    QMap<EventPair, DeliveryRecord> newest;
    for (const EventPair& pair : pairs) {
        DeliveryFilter filter;
        filter.webhook = pair.webhook;
        filter.event = pair.event;
        filter.limit = 1;
        const auto found = reader.deliveries(filter);
        if (!found)
            return tl::unexpected<Error>(found.error());
        if (found->isEmpty())
            continue;
        const auto attempts = reader.attemptsOf({found->first().id});
        if (!attempts)
            return tl::unexpected<Error>(attempts.error());
        newest.insert(pair, {found->first(), *attempts});
    }
    return newest;
}

} // namespace

Simulator::Simulator(Session& session, Listening& listening)
    : m_session(&session)
    , m_listening(&listening)
    , m_rules(std::make_unique<TemporaryRules>(session))
{
}

Simulator::~Simulator() = default;

Answer<EventPreview> Simulator::preview(const EventChoice& choice)
{
    return m_session->store()
        .read([providers = m_session->providers(), choice](Reader& reader) {
            return subscribersOf(reader, providers, choice);
        })
        .then(this, [this, choice](const Result<Subscribers>& subscribers) -> Result<EventPreview> {
            if (!subscribers)
                return tl::unexpected<Error>(subscribers.error());
            return previewOf(*m_session, choice, *subscribers);
        });
}

QString Simulator::newTaskId() const
{
    return hookworks::newTaskId(m_session->random());
}

Answer<QList<Delivery>> Simulator::send(const EventChoice& choice)
{
    return m_session->store()
        .read([providers = m_session->providers(), choice](Reader& reader) {
            return subscribersOf(reader, providers, choice);
        })
        .then(this, [this, choice](const Result<Subscribers>& subscribers) {
            return subscribers ? sendTo(choice, *subscribers)
                               : readyAnswer<QList<Delivery>>(tl::unexpected<Error>(subscribers.error()));
        });
}

Answer<QList<Delivery>> Simulator::sendTo(const EventChoice& choice, const Subscribers& subscribers)
{
    return makeReceiversBehave(choice.receiver, subscribers.webhooks)
        .then(this, [this, choice, subscribers](const Result<QList<TemporaryRule>>& rules) {
            if (!rules)
                return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(rules.error()));
            return hookworks::sendTo(*m_session, choice, subscribers, QString())
                .then(this, [this, rules = *rules](const Result<QList<Delivery>>& deliveries) {
                    behaveUntilFinal(rules, deliveries);
                    return deliveries;
                });
        });
}

/// One rule for each path that is asked for; none for receivers outside.
Answer<QList<TemporaryRule>> Simulator::makeReceiversBehave(ReceiverBehaviour behaviour,
                                                            const QList<Webhook>& webhooks)
{
    QList<TemporaryRule> rules;
    for (const Webhook& webhook : webhooks) {
        const auto place = builtInReceiver(m_listening->resolved(webhook.url), m_listening->known());
        if (behaviour == ReceiverBehaviour::AsItIs || !place)
            continue;
        const TemporaryRule rule{place->listener, ruleFor(behaviour, place->path), {}};
        if (!rules.contains(rule))
            rules << rule;
    }
    if (rules.isEmpty())
        return readyAnswer<QList<TemporaryRule>>(rules);
    return m_rules->put(rules).then(
        this, [rules](const Result<void>& put) { return put.map([&] { return rules; }); });
}

void Simulator::behaveUntilFinal(const QList<TemporaryRule>& rules, const Result<QList<Delivery>>& deliveries)
{
    if (rules.isEmpty())
        return;
    if (!deliveries)
        return m_rules->remove(rules);
    QList<DeliveryId> ids;
    for (const Delivery& delivery : *deliveries)
        ids << delivery.id;
    m_rules->removeAfter(rules, ids);
}

Answer<QMap<EventPair, DeliveryRecord>> Simulator::newestOf(const QList<EventPair>& pairs)
{
    return m_session->store().read([pairs](Reader& reader) { return newestOfEach(reader, pairs); });
}

Answer<Delivery> Simulator::sendTest(const Webhook& webhook, const QString& command, const QString& event)
{
    return m_session->store()
        .read([providers = m_session->providers(), webhook, event](Reader& reader) {
            return testSubscribers(reader, providers, webhook, event);
        })
        .then(this,
              [this, command](const Result<Subscribers>& subscribers) {
                  if (!subscribers)
                      return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(subscribers.error()));
                  EventChoice choice;
                  choice.event = subscribers->testEvent;
                  choice.command = command;
                  return hookworks::sendTo(*m_session, choice, *subscribers, QString());
              })
        .then(this, [](const Result<QList<Delivery>>& deliveries) {
            return deliveries.map([](const QList<Delivery>& made) { return made.first(); });
        });
}

Answer<Delivery> Simulator::sendTest(WebhookId id, const QString& command)
{
    return m_session->store()
        .read([id](Reader& reader) { return reader.webhook(id); })
        .then(this, [this, command](const Result<Webhook>& webhook) {
            return webhook ? sendTest(*webhook, command)
                           : readyAnswer<Delivery>(tl::unexpected<Error>(webhook.error()));
        });
}

/// The receivers behave as chosen when it is there; `rules`: those that are to be removed then.
Answer<void> Simulator::readyFor(const TaskChoice& choice, const std::shared_ptr<QList<TemporaryRule>>& rules)
{
    if (choice.receiver == ReceiverBehaviour::AsItIs)
        return readyAnswer<void>({});
    return m_session->store()
        .read([providers = m_session->providers(), choice](Reader& reader) {
            return webhooksOfTask(reader, providers, choice);
        })
        .then(this,
              [this, choice](const Result<QList<Webhook>>& webhooks) {
                  return makeReceiversBehave(choice.receiver, webhooks.value_or(QList<Webhook>()));
              })
        .then(this, [rules](const Result<QList<TemporaryRule>>& put) {
            *rules = put.value_or(QList<TemporaryRule>());
            return put.map([](const QList<TemporaryRule>&) {});
        });
}

TaskRun* Simulator::behaving(TaskRun* task, const std::shared_ptr<QList<TemporaryRule>>& rules)
{
    connect(task, &TaskRun::finished, this, [this, rules](const Result<QList<Delivery>>& deliveries) {
        behaveUntilFinal(*rules, deliveries);
    });
    return task;
}

TaskRun* Simulator::run(const TaskChoice& choice)
{
    const auto rules = std::make_shared<QList<TemporaryRule>>();
    return behaving(new SteppedTaskRun(*m_session, choice, readyFor(choice, rules), this), rules);
}

Answer<QList<ScheduledRun>> Simulator::scheduledRuns(const ScheduleChoice& choice)
{
    return m_session->store()
        .read([id = choice.task.report](Reader& reader) { return reader.report(id); })
        .then(this, [this, choice](const Result<Report>& report) {
            return report.and_then(
                [&](const Report& found) { return scheduledRunsOf(m_session->providers(), choice, found); });
        });
}

TaskRun* Simulator::runSchedule(const ScheduleChoice& choice)
{
    const auto rules = std::make_shared<QList<TemporaryRule>>();
    return behaving(new SteppedScheduleRun(*m_session, choice, readyFor(choice.task, rules), this), rules);
}

} // namespace hookworks
