// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/simulator.h"

#include "workbench/session/session.h"
#include "workbench/simulate/task_run.h"

namespace hookworks {

Simulator::Simulator(Session& session)
    : m_session(&session)
{
}

Simulator::~Simulator() = default;

Answer<EventPreview> Simulator::preview(const EventChoice& choice)
{
    return m_session->store()
        .read([choice](Reader& reader) { return subscribersOf(reader, choice); })
        .then(this, [this, choice](const Result<Subscribers>& subscribers) -> Result<EventPreview> {
            if (!subscribers)
                return tl::unexpected<Error>(subscribers.error());
            return previewOf(*m_session, choice, *subscribers);
        });
}

Answer<QList<Delivery>> Simulator::send(const EventChoice& choice)
{
    return sendEvent(*m_session, choice, QString());
}

Answer<Delivery> Simulator::sendTest(const Webhook& webhook, const QString& command)
{
    return m_session->store()
        .read([webhook](Reader& reader) { return testSubscribers(reader, webhook); })
        .then(this,
              [this, command](const Result<Subscribers>& subscribers) {
                  if (!subscribers)
                      return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(subscribers.error()));
                  EventChoice choice;
                  choice.event = subscribers->testEvent;
                  choice.command = command;
                  return sendTo(*m_session, choice, *subscribers, QString());
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

TaskRun* Simulator::run(const TaskChoice& choice)
{
    return new SteppedTaskRun(*m_session, choice, this);
}

} // namespace hookworks
