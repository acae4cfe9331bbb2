// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/stored_values.h"

#include "store/reader.h"
#include "store/writer.h"
#include "workbench/deliver/replay_basis.h"

#include <algorithm>

namespace hookworks {

namespace {

QString proxyKey()
{
    return QStringLiteral("proxy");
}

int plannedAttempts(const QList<Attempt>& attempts)
{
    return static_cast<int>(std::ranges::count_if(
        attempts, [](const Attempt& attempt) { return attempt.origin != Origin::Manual; }));
}

WaitingDelivery waitingOf(const WaitingRow& row)
{
    return {row.id, row.webhook, 0, row.dueAt, row.origin, row.state == DeliveryState::Held};
}

/// Rows without a webhook need their address: it is their lane.
Result<QList<WaitingDelivery>> readWaiting(Reader& reader)
{
    const auto rows = reader.waiting();
    if (!rows)
        return tl::unexpected(rows.error());
    QList<WaitingDelivery> waiting;
    waiting.reserve(rows->size());
    QList<DeliveryId> bare;
    for (const WaitingRow& row : *rows) {
        if (row.webhook)
            waiting.append(waitingOf(row));
        else
            bare.append(row.id);
    }
    const auto deliveries = reader.deliveriesOf(bare);
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    for (const Delivery& delivery : *deliveries) {
        if (const auto place = waitingFrom(delivery))
            waiting.append(*place);
    }
    return waiting;
}

Result<QList<InterruptedAttempt>> readInterrupted(Reader& reader)
{
    const auto attempts = reader.unfinishedAttempts();
    if (!attempts)
        return tl::unexpected(attempts.error());
    QList<InterruptedAttempt> interrupted;
    for (const Attempt& attempt : *attempts) {
        const auto entry = journalEntry(reader, attempt.delivery);
        if (!entry)
            return tl::unexpected(entry.error());
        interrupted.append({*entry, attempt});
    }
    return interrupted;
}

} // namespace

Result<JournalEntry> journalEntry(Reader& reader, DeliveryId id)
{
    const auto delivery = reader.delivery(id);
    if (!delivery)
        return tl::unexpected(delivery.error());
    const auto attempts = reader.attemptsOf({id});
    if (!attempts)
        return tl::unexpected(attempts.error());
    JournalEntry entry{*delivery, plannedAttempts(*attempts)};
    if (!delivery->replayOf.isEmpty() && !delivery->webhook) {
        const auto webhook = webhookOfChain(reader, delivery->replayOf, delivery->request.url);
        entry.certificateOf = webhook.value_or(std::nullopt);
    }
    return entry;
}

LaneSettings laneOf(const Webhook& webhook)
{
    return {webhook.id, webhook.flow, webhook.enabled, std::nullopt, webhook.clientCertificate};
}

Result<bool> sendsToPublicOnly(Reader& reader)
{
    return reader.setting(QStringLiteral("destinations")).map([](const QString& stored) {
        return stored == QLatin1String("public");
    });
}

Result<Proxy> storedProxy(Reader& reader)
{
    return reader.sealedSetting(proxyKey()).and_then([](const QByteArray& url) {
        return proxyFromUrl(QString::fromUtf8(url));
    });
}

Result<void> storeProxy(Writer& writer, const Proxy& proxy)
{
    return writer.setSealedSetting(proxyKey(), urlOf(proxy).toUtf8());
}

Result<SessionStart> sessionStart(Reader& reader, bool all)
{
    SessionStart start;
    const auto clock = reader.clock();
    const auto webhooks = reader.webhooks();
    const auto failing = reader.failingSince();
    const auto listeners = reader.listeners();
    const auto progress = reader.ruleProgress();
    const auto destinations = sendsToPublicOnly(reader);
    const auto proxy = storedProxy(reader);
    if (!clock || !webhooks || !failing || !listeners || !progress || !destinations || !proxy)
        return tl::unexpected(!clock          ? clock.error()
                              : !webhooks     ? webhooks.error()
                              : !failing      ? failing.error()
                              : !listeners    ? listeners.error()
                              : !progress     ? progress.error()
                              : !destinations ? destinations.error()
                                              : proxy.error());
    start.clock = *clock;
    start.listeners = *listeners;
    start.ruleProgress = *progress;
    start.publicOnly = *destinations;
    start.proxy = *proxy;
    for (const Webhook& webhook : *webhooks) {
        start.lanes.append(laneOf(webhook));
        if (const auto since = failing->constFind(webhook.id); since != failing->cend())
            start.lanes.last().failingSince = *since;
    }
    auto interrupted = readInterrupted(reader);
    auto waiting = all ? readWaiting(reader) : QList<WaitingDelivery>();
    if (!waiting || !interrupted)
        return tl::unexpected(!waiting ? waiting.error() : interrupted.error());
    start.waiting = std::move(*waiting);
    start.interrupted = std::move(*interrupted);
    return start;
}

} // namespace hookworks
