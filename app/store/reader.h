// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/clock_state.h"
#include "domain/listener_config.h"
#include "domain/secret_box.h"
#include "query/queried_capture.h"
#include "store/queries.h"
#include "store/rule_rows.h"
#include "store/search_page.h"

#include <QHash>

namespace hookworks {

class SqlConnection;

/// What a workspace holds, as it was at the last commit. Given to the closures of Store::read, and only valid
/// inside them, on the thread they run on. Whatever is asked for by id or name and is not there is NotFound;
/// other failures are Damaged or CannotOpen. Lists have a stable order: by name for what is named, newest
/// first for what happened.
class Reader
{
public:
    /// All of them outlive it.
    Reader(SqlConnection& connection, const SecretBox& secrets, const BodyReading& reading);

    /// Secrets of documents and webhooks are opened; CannotOpen where the key file is another.
    Result<QList<Report>> reports();
    Result<Report> report(ReportId id);
    Result<Report> reportNamed(const QString& name);
    /// The document is stored sealed.
    Result<bool> isSealed(ReportId id);

    Result<QList<Webhook>> webhooks();
    Result<Webhook> webhook(WebhookId id);
    Result<Webhook> webhookNamed(const QString& name);
    /// The entries of a report's own webhooks, by position.
    Result<QList<Webhook>> webhooksOf(ReportId report);
    /// Those that are on and take this event: the report's own first, then those that serve all reports of
    /// the provider.
    Result<QList<Webhook>> webhooksServing(const QString& provider, std::optional<ReportId> report,
                                           const QString& event);

    /// Since when every attempt of a webhook has failed, on the workbench's clock; those whose last attempt
    /// succeeded are left out.
    Result<QHash<WebhookId, WorkTime>> failingSince();

    Result<Event> event(EventId id);
    /// Newest first; payloads included.
    Result<QList<Event>> events(std::optional<EventId> before = {}, int limit = 200);

    /// Without bodies unless the filter asks for them; all else is complete, plan and policy too. Ends after
    /// about `time`: then `next` says where to go on.
    Result<DeliveryPage> findDeliveries(const DeliveryFilter& filter, SearchTime time = {});
    Result<SearchPage<DeliveryId, DeliveryId>> findDeliveryIds(const DeliveryFilter& filter,
                                                               SearchTime time = {});
    /// The rows alone, however long it takes.
    Result<QList<Delivery>> deliveries(const DeliveryFilter& filter = {});
    /// Of all that the filter finds, without its page and limit; newest first.
    Result<QList<DeliveryId>> deliveryIds(const DeliveryFilter& filter = {});
    /// How many the filter finds, without its page and limit.
    Result<qint64> deliveryCount(const DeliveryFilter& filter = {});
    Result<DeliveryCounts> deliveryCounts();
    /// Everything that has a next due time, by due time; light rows, 100,000 in a fraction of a second.
    Result<QList<WaitingRow>> waiting();
    Result<Delivery> delivery(DeliveryId id);
    /// By id, those that a command made and that are still there; nullopt: it has made none. `command` is the
    /// id of its run, see Writer::setMadeBy.
    Result<std::optional<QList<DeliveryId>>> madeBy(const QString& command);
    Result<QList<Delivery>> deliveriesOf(const QList<DeliveryId>& ids);

    /// By number, with bodies.
    Result<QList<Attempt>> attempts(DeliveryId id);
    /// By delivery and number, without heads and bodies: what a timeline draws.
    Result<QList<Attempt>> attemptsOf(const QList<DeliveryId>& ids);
    Result<Attempt> attempt(DeliveryId id, int number);
    /// Attempts that never got an outcome: after a crash their outcome is unknown. Without bodies.
    Result<QList<Attempt>> unfinishedAttempts();

    /// Ends after about `time`: then `next` says where to go on.
    Result<CapturePage> findCaptures(const CaptureFilter& filter, SearchTime time = {});
    Result<SearchPage<CaptureId, CaptureId>> captureIds(const CaptureFilter& filter, SearchTime time = {});
    /// The rows alone, however long it takes.
    Result<QList<Capture>> captures(const CaptureFilter& filter = {});
    /// How many the filter finds, without its page and limit.
    Result<qint64> captureCount(const CaptureFilter& filter = {});
    Result<Capture> capture(CaptureId id);
    Result<QList<Capture>> capturesOf(const QList<CaptureId>& ids);
    /// Up to `length` bytes from `offset`; fewer at the end. Reads only the chunks it needs.
    Result<QByteArray> captureBytes(CaptureId id, BodyForm which, qint64 offset, qint64 length);
    /// NotFound where they have no other end.
    Result<CaptureId> captureOf(DeliveryId id, int number);
    Result<AttemptKey> attemptOf(CaptureId id);

    /// Own policies, by name.
    Result<QList<RetryPolicy>> policies();
    Result<RetryPolicy> policy(const QString& name);

    Result<QList<ListenerConfig>> listeners();
    Result<ListenerConfig> listener(ListenerId id);
    /// How far their reply rules are.
    Result<RuleProgressOf> ruleProgress();

    /// nullopt: the clock never ran.
    Result<std::optional<ClockState>> clock();
    /// Empty where it was never set.
    Result<QString> setting(const QString& key);
    /// Of Writer::setSealedSetting(); empty: never set.
    Result<QByteArray> sealedSetting(const QString& key);
    Result<QMap<QString, QString>> settings();
    /// By key, opened; CannotOpen where the key file is another.
    Result<QMap<QString, QByteArray>> drafts();

    /// The default where it was never set.
    Result<CaptureQuota> captureQuota();
    /// How much the quota has to do with: only the members about captures.
    Result<StoreSize> held();
    Result<StoreSize> size();

protected:
    SqlConnection& connection() const { return *m_connection; }
    const SecretBox& secrets() const { return *m_secrets; }

private:
    Result<CapturePage> allCaptures(const CaptureFilter& filter);

    SqlConnection* m_connection;
    const SecretBox* m_secrets;
    const BodyReading* m_reading;
};

} // namespace hookworks
