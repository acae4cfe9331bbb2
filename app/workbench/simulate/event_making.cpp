// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/event_making.h"

#include "delivery/planner.h"
#include "delivery/policy_names.h"
#include "http/request_writer.h"
#include "provider/catalogue.h"
#include "workbench/deliver/new_deliveries.h"
#include "workbench/design/provider_side.h"
#include "workbench/session/session.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace hookworks {

namespace {

Result<RetryPolicy> policyOf(Reader& reader, const ProviderCatalogue& providers, const Webhook& webhook)
{
    auto policy = reader.policy(webhook.policy);
    if (!policy)
        policy = policyNamed(providers, webhook.policy, webhook.provider);
    return policy.map([&](const RetryPolicy& found) {
        return withTimeout(found, webhook.timeout, providerTimeout(providers, webhook.provider));
    });
}

bool serves(const Webhook& webhook, const Report& report)
{
    return webhook.provider == report.provider && (!webhook.report || *webhook.report == report.id);
}

Result<QList<Webhook>> chosenWebhooks(Reader& reader, const EventChoice& choice, Subscribers& subscribers)
{
    QList<Webhook> chosen;
    if (!choice.webhooks.isEmpty()) {
        for (const WebhookId id : choice.webhooks) {
            const auto webhook = reader.webhook(id);
            if (!webhook)
                return tl::unexpected<Error>(webhook.error());
            chosen.append(*webhook);
        }
        return chosen;
    }
    auto webhooks = reader.webhooks();
    if (!webhooks)
        return webhooks;
    for (const Webhook& webhook : *webhooks) {
        if (!serves(webhook, subscribers.report))
            continue;
        if (!subscribes(webhook, choice.event))
            subscribers.notSubscribed += webhook.enabled;
        else if (!webhook.enabled)
            ++subscribers.switchedOff;
        else
            chosen.append(webhook);
    }
    return chosen;
}

Result<void> addPolicies(Reader& reader, const ProviderCatalogue& providers, Subscribers& subscribers)
{
    for (const Webhook& webhook : subscribers.webhooks) {
        const auto policy = policyOf(reader, providers, webhook);
        if (!policy)
            return tl::unexpected<Error>(policy.error());
        subscribers.policies.append(*policy);
    }
    return {};
}

/// What an event is made of beside its report.
struct Happening
{
    QString taskId;
    RealTime at;
};

/// `runsTaskId`: of the run that the event belongs to; empty: none. `number`: from 0, of `choice.count`.
Happening happening(Session& session, const EventChoice& choice, const QString& runsTaskId, int number)
{
    const RealTime now = session.clock().now();
    const bool chosen = !choice.taskId.isEmpty() && (number == 0 || choice.sameTaskId);
    Happening made{runsTaskId, number == 0 ? choice.occursAt.value_or(now) : now};
    if (made.taskId.isEmpty())
        made.taskId = chosen ? choice.taskId : newTaskId(session.random());
    return made;
}

/// The same event made at another time: what differs then is not known beforehand.
Happening anotherHappening(Session& session, const EventChoice& choice)
{
    return {choice.taskId.isEmpty() ? newTaskId(session.random()) : choice.taskId,
            choice.occursAt.value_or(session.clock().now() + std::chrono::hours(1))};
}

Result<QByteArray> bodyOf(const ProviderCatalogue& providers, const EventChoice& choice, const Report& report,
                          const Happening& made)
{
    if (choice.body)
        return *choice.body;
    return payloadOf(providers, report, {choice.event, choice.outcome, choice.error, made.at, made.taskId});
}

/// As it leaves, with the fields that the wire adds; refused is what HTTP would not let out.
Result<QByteArray> checkedHead(Request request, const QString& listenerUrl)
{
    request.url =
        withListener(request.url, listenerUrl.isEmpty() ? QStringLiteral("http://127.0.0.1") : listenerUrl);
    return requestHead(request);
}

/// The fields whose values are not the same in two requests that were made of the same.
QList<QByteArray> differingFields(const HeaderList& one, const HeaderList& other)
{
    QList<QByteArray> names;
    for (qsizetype i = 0; i < one.fields.size(); ++i) {
        if (other.fields.value(i) != one.fields[i])
            names << one.fields[i].name;
    }
    return names;
}

/// An own body may be of another type than the provider's.
Result<Request> requestWith(const ProviderCatalogue& providers, const EventChoice& choice,
                            const Webhook& webhook, const QByteArray& payload, const QString& messageId)
{
    return requestTo(providers, webhook, payload, messageId).map([&](Request request) {
        if (choice.body && !choice.contentType.isEmpty())
            request.headers.set("Content-Type", choice.contentType.toUtf8());
        return request;
    });
}

/// It says why the request cannot be sent: no later attempt could do better.
void makeOneAttempt(Delivery& delivery)
{
    delivery.policy = withTimeout({}, delivery.policy.timeout, std::chrono::seconds(30));
    delivery.plan = plan(delivery.policy, delivery.seed);
}

/// A test is for one webhook alone: what cannot be sent is said at once.
Result<void> checkSendable(const ProviderCatalogue& providers, const Webhook& webhook)
{
    const auto head = requestTo(providers, webhook, {}, QString()).and_then([](const Request& request) {
        return checkedHead(request, {});
    });
    if (head)
        return {};
    const QString name =
        webhook.name.isEmpty() ? QCoreApplication::translate("hookworks", "The webhook") : webhook.name;
    return fail(
        ErrorCode::BadInput,
        QCoreApplication::translate("hookworks", "%1 cannot be sent to: %2").arg(name, head.error().message));
}

Result<QList<Delivery>> deliveriesFor(Session& session, const EventChoice& choice,
                                      const Subscribers& subscribers, const QByteArray& payload)
{
    QList<Delivery> deliveries;
    for (qsizetype i = 0; i < subscribers.webhooks.size(); ++i) {
        const Webhook& webhook = subscribers.webhooks[i];
        Delivery delivery = newDelivery(session, {}, subscribers.policies[i]);
        const auto request = requestWith(session.providers(), choice, webhook, payload, delivery.messageId);
        if (!request)
            return tl::unexpected<Error>(request.error());
        delivery.request = *request;
        if (!checkedHead(*request, {}))
            makeOneAttempt(delivery);
        delivery.provider = webhook.provider;
        delivery.event = choice.event;
        if (subscribers.report.id)
            delivery.report = subscribers.report.id;
        if (webhook.id)
            delivery.webhook = webhook.id;
        delivery.webhookName = webhook.name;
        deliveries.append(delivery);
    }
    return deliveries;
}

} // namespace

Result<Subscribers> subscribersOf(Reader& reader, const ProviderCatalogue& providers,
                                  const EventChoice& choice)
{
    Subscribers subscribers;
    const auto report = reader.report(choice.report);
    if (!report)
        return tl::unexpected<Error>(report.error());
    subscribers.report = *report;
    if (choice.document)
        subscribers.report.document = *choice.document;
    const auto chosen = chosenWebhooks(reader, choice, subscribers);
    if (!chosen)
        return tl::unexpected<Error>(chosen.error());
    subscribers.webhooks = *chosen;
    return addPolicies(reader, providers, subscribers).map([&] { return subscribers; });
}

Result<QList<Webhook>> webhooksOfTask(Reader& reader, const ProviderCatalogue& providers,
                                      const TaskChoice& choice)
{
    const auto report = reader.report(choice.report);
    const auto steps = report.and_then(
        [&](const Report& found) { return runSteps(providers, found.provider, choice.outcome); });
    if (!steps)
        return tl::unexpected<Error>(steps.error());
    QList<Webhook> all;
    for (const RunStep& step : *steps) {
        EventChoice event;
        event.report = choice.report;
        event.event = step.event;
        event.webhooks = choice.webhooksOf.value(step.event, choice.webhooks);
        if (step.event.isEmpty() || (choice.webhooksOf.contains(step.event) && event.webhooks.isEmpty()))
            continue;
        const auto subscribers = subscribersOf(reader, providers, event);
        if (!subscribers)
            return tl::unexpected<Error>(subscribers.error());
        for (const Webhook& webhook : subscribers->webhooks) {
            if (!all.contains(webhook))
                all << webhook;
        }
    }
    return all;
}

Result<Subscribers> testSubscribers(Reader& reader, const ProviderCatalogue& providers,
                                    const Webhook& webhook, const QString& event)
{
    Subscribers subscribers;
    subscribers.webhooks = {webhook};
    const auto info = providers.find(webhook.provider);
    if (!info || info->events.isEmpty())
        return fail(
            ErrorCode::NotFound,
            QCoreApplication::translate("hookworks", "There is no provider \"%1\".").arg(webhook.provider));
    subscribers.testEvent = event.isEmpty() ? webhook.events.value(0, info->events.first().name) : event;
    subscribers.report.provider = webhook.provider;
    subscribers.report.document =
        newDocument(*info, QCoreApplication::translate("hookworks", "%1 report").arg(info->title),
                    std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now()),
                    QTimeZone::systemTimeZoneId());
    if (webhook.report) {
        const auto report = reader.report(*webhook.report);
        if (report)
            subscribers.report = *report;
    }
    if (auto sendable = checkSendable(providers, webhook); !sendable)
        return tl::unexpected<Error>(sendable.error());
    return addPolicies(reader, providers, subscribers).map([&] { return subscribers; });
}

namespace {

/// A message id as the delivery will have one.
QString exampleMessageId(Session& session)
{
    return uuidV7(microsSinceEpoch(session.clock().now()) / 1000, session.random().next(),
                  session.random().next());
}

RequestPreview requestPreview(Session& session, const EventChoice& choice, const Webhook& webhook,
                              const QByteArray& payload)
{
    RequestPreview preview;
    preview.webhook = webhook;
    const auto made = requestWith(session.providers(), choice, webhook, payload, exampleMessageId(session));
    if (!made) {
        preview.problem = made.error().message;
        return preview;
    }
    preview.request = *made;
    if (const auto again = requestWith(session.providers(), choice, webhook, payload, exampleMessageId(session)))
        preview.laterFields = differingFields(made->headers, again->headers);
    if (!session.live().listenerUrl().isEmpty())
        preview.request.url = withListener(made->url, session.live().listenerUrl());
    else if (needsListener(made->url))
        preview.problem = QCoreApplication::translate(
            "hookworks", "No listener runs: the attempt would be blocked. Start the listener.");
    const auto head = checkedHead(*made, session.live().listenerUrl());
    preview.head = head.value_or(QByteArray());
    if (!head)
        preview.problem = head.error().message;
    return preview;
}

} // namespace

Result<EventPreview> previewOf(Session& session, const EventChoice& choice, const Subscribers& subscribers)
{
    EventPreview preview;
    const Happening made = happening(session, choice, QString(), 0);
    const auto payload = bodyOf(session.providers(), choice, subscribers.report, made);
    if (!payload)
        return tl::unexpected<Error>(payload.error());
    preview.tellsTaskId = bodyOf(session.providers(), choice, subscribers.report,
                                 {newTaskId(session.random()), made.at}) != payload;
    const auto again =
        bodyOf(session.providers(), choice, subscribers.report, anotherHappening(session, choice));
    preview.payload = *payload;
    preview.switchedOff = subscribers.switchedOff;
    preview.notSubscribed = subscribers.notSubscribed;
    for (qsizetype i = 0; i < subscribers.webhooks.size(); ++i) {
        RequestPreview request = requestPreview(session, choice, subscribers.webhooks[i], *payload);
        request.bodyIsMadeLater = again != payload;
        request.retries = subscribers.policies[i];
        request.plan = plan(request.retries, 0);
        request.policy = describe(request.retries);
        preview.requests.append(request);
    }
    return preview;
}

Answer<QList<Delivery>> sendTo(Session& session, const EventChoice& choice, const Subscribers& subscribers,
                               const QString& taskId)
{
    if (subscribers.webhooks.isEmpty())
        return readyAnswer<QList<Delivery>>(
            fail(ErrorCode::BadInput,
                 QCoreApplication::translate(
                     "hookworks", "No webhook that is on takes %1 of the report \"%2\": nothing was sent.")
                     .arg(choice.event, subscribers.report.name)));
    QList<NewEvent> events;
    for (int i = 0; i < std::max(1, choice.count); ++i) {
        const Happening made = happening(session, choice, taskId, i);
        const auto payload = bodyOf(session.providers(), choice, subscribers.report, made);
        const auto deliveries = payload ? deliveriesFor(session, choice, subscribers, *payload)
                                        : Result<QList<Delivery>>(tl::unexpected<Error>(payload.error()));
        if (!deliveries)
            return readyAnswer<QList<Delivery>>(tl::unexpected<Error>(deliveries.error()));
        Event event{{}, subscribers.report.provider, choice.event, {}, *payload, made.at};
        if (subscribers.report.id)
            event.report = subscribers.report.id;
        events.append({event, *deliveries});
    }
    return storeAndSend(session, std::move(events), choice.command);
}

Answer<QList<Delivery>> sendEvent(Session& session, const EventChoice& choice, const QString& taskId)
{
    return session.store()
        .read([providers = session.providers(), choice](Reader& reader) {
            return subscribersOf(reader, providers, choice);
        })
        .then(&session, [&session, choice, taskId](const Result<Subscribers>& subscribers) {
            return subscribers ? sendTo(session, choice, *subscribers, taskId)
                               : readyAnswer<QList<Delivery>>(tl::unexpected<Error>(subscribers.error()));
        });
}

} // namespace hookworks
