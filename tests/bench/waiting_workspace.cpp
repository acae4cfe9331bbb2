// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/waiting_workspace.h"

#include "delivery/planner.h"
#include "delivery/policy_names.h"
#include "platform/clock.h"
#include "platform/key_file_box.h"
#include "store/store.h"
#include "workbench/session/destinations.h"

#include <QUuid>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int webhooks = 10;
constexpr int groupSize = 5'000;
constexpr Micros apart = 1200ms; ///< workbench time: fifty a second at ×60

Webhook webhookNumber(int i, const QString& url)
{
    Webhook webhook;
    webhook.provider = QStringLiteral("hybiscus");
    webhook.name = QStringLiteral("Receiver %1").arg(i + 1);
    webhook.url = url;
    webhook.createdAt = SystemClock().now();
    return webhook;
}

/// `age`: how many are newer.
Delivery deliveryNumber(int i, int age, const QString& url, const RetryPolicy& policy, RealTime now)
{
    Delivery delivery;
    delivery.messageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    delivery.provider = QStringLiteral("hybiscus");
    delivery.event = i % 3 == 0 ? QStringLiteral("report.failed") : QStringLiteral("report.completed");
    delivery.webhook = WebhookId{i % webhooks + 1};
    delivery.webhookName = QStringLiteral("Receiver %1").arg(i % webhooks + 1);
    delivery.request.url = url;
    delivery.request.headers.append("Content-Type", "application/json");
    delivery.request.headers.append("User-Agent", "Hybiscus-Webhook/1.0");
    delivery.request.body = QByteArray("{\"a\":\"").append(waitingBodySize - 8, 'x').append("\"}");
    delivery.policy = policy;
    delivery.seed = static_cast<quint32>(i);
    delivery.plan = plan(policy, delivery.seed);
    delivery.createdAt = now - std::chrono::seconds(age);
    delivery.nextDueAt = workTimeFromMicros(microsSinceEpoch(now)) + 60s + apart * age;
    return delivery;
}

/// The first attempt, refused.
Attempt firstAttempt(DeliveryId id, const Delivery& delivery)
{
    Attempt attempt;
    attempt.delivery = id;
    attempt.startedAt = delivery.createdAt;
    attempt.startedClock = attempt.dueAt = workTimeFromMicros(microsSinceEpoch(delivery.createdAt));
    attempt.finishedAt = attempt.startedAt + 12ms;
    attempt.outcome = Outcome::Rejected;
    attempt.status = 503;
    attempt.local = QStringLiteral("127.0.0.1:40000");
    attempt.remote = QStringLiteral("127.0.0.1:8717");
    attempt.sentHead = "POST /hook HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\r\n";
    attempt.responseHead = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    return attempt;
}

Result<void> addGroup(Writer& writer, const QList<Delivery>& deliveries)
{
    const auto ids = writer.addDeliveries(deliveries);
    if (!ids)
        return tl::unexpected(ids.error());
    for (qsizetype i = 1; i < ids->size(); i += 2) {
        const DeliveryStep step{DeliveryState::Retrying, deliveries[i].nextDueAt, Origin::Plan};
        if (auto made = writer.attemptFinished(firstAttempt((*ids)[i], deliveries[i]), step); !made)
            return made;
    }
    return {};
}

Result<void> written(Store& store, std::function<Result<void>(Writer&)> change)
{
    auto answer = store.write(std::move(change));
    answer.waitForFinished();
    return answer.result();
}

} // namespace

Result<void> makeWaitingWorkspace(const QString& file, const QString& keyFile, const QString& url, int count)
{
    const auto secrets = KeyFileBox::open(keyFile);
    if (!secrets)
        return tl::unexpected(secrets.error());
    const auto store = Store::open(file, Store::Mode::Write, **secrets);
    if (!store)
        return tl::unexpected(store.error());
    if (auto own = written(**store, [&](Writer& writer) { return adopt(writer, **secrets); }); !own)
        return own;
    for (int i = 0; i < webhooks; ++i) {
        auto added = written(**store, [webhook = webhookNumber(i, url)](Writer& writer) {
            return writer.addWebhook(webhook).map([](WebhookId) {});
        });
        if (!added)
            return added;
    }
    const auto policy = policyFromName(u"hybiscus");
    const RealTime now = SystemClock().now();
    for (int from = 0; from < count; from += groupSize) {
        QList<Delivery> group;
        for (int i = from; i < std::min(count, from + groupSize); ++i)
            group << deliveryNumber(i, count - 1 - i, url, *policy, now);
        if (auto added = written(**store, [group](Writer& writer) { return addGroup(writer, group); });
            !added)
            return added;
    }
    return {};
}

} // namespace hookworks
