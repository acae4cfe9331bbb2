// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include "store/connection.h"
#include "store/quota.h"
#include "store/rows.h"
#include "store/value_text.h"

namespace hookworks {

namespace {

constexpr double fastestClock = 1e6; ///< a stored one may be this fast; the screens offer less

QString quoted(const QString& name)
{
    return u'"' + name + u'"';
}

qint64 orZero(const Result<std::optional<qint64>>& value)
{
    return value ? value->value_or(0) : 0;
}

qint64 takeInteger(Rows& row)
{
    return row.integer();
}

Result<ListenerConfig> toListener(Rows& row, const SecretBox& secrets)
{
    const ListenerId id{row.integer()};
    (void)row.text(); // the name is in the text too
    auto listener = secrets.open(row.bytes()).and_then(&listenerFromText);
    const auto passphrase = secrets.open(row.bytes());
    if (!listener || !passphrase)
        return tl::unexpected<Error>(listener ? passphrase.error() : listener.error());
    listener->id = id;
    listener->passphrase = *passphrase;
    return listener;
}

} // namespace

Reader::Reader(SqlConnection& connection, const SecretBox& secrets, const BodyReading& reading)
    : m_connection(&connection)
    , m_secrets(&secrets)
    , m_reading(&reading)
{
}

Result<QList<Report>> Reader::reports()
{
    return flattened(all(connection().ask("SELECT * FROM reports ORDER BY name COLLATE NOCASE, id"),
                         [&](Rows& row) { return toReport(row, secrets()); }));
}

Result<Report> Reader::report(ReportId id)
{
    return theOne(first(connection().ask("SELECT * FROM reports WHERE id = ?", id),
                        [&](Rows& row) { return toReport(row, secrets()); }),
                  QStringLiteral("report ") + id.toString());
}

Result<Report> Reader::reportNamed(const QString& name)
{
    return theOne(first(connection().ask("SELECT * FROM reports WHERE name = ?", name),
                        [&](Rows& row) { return toReport(row, secrets()); }),
                  QStringLiteral("report ") + quoted(name));
}

Result<bool> Reader::isSealed(ReportId id)
{
    return theOne(first(connection().ask("SELECT sealed FROM reports WHERE id = ?", id),
                        [](Rows& row) { return row.flag(); }),
                  QStringLiteral("report ") + id.toString());
}

Result<QList<Webhook>> Reader::webhooks()
{
    return flattened(all(connection().ask("SELECT * FROM webhooks ORDER BY name COLLATE NOCASE, id"),
                         [&](Rows& row) { return toWebhook(row, secrets()); }));
}

Result<Webhook> Reader::webhook(WebhookId id)
{
    return theOne(first(connection().ask("SELECT * FROM webhooks WHERE id = ?", id),
                        [&](Rows& row) { return toWebhook(row, secrets()); }),
                  QStringLiteral("webhook ") + id.toString());
}

Result<Webhook> Reader::webhookNamed(const QString& name)
{
    return theOne(first(connection().ask("SELECT * FROM webhooks WHERE name = ?", name),
                        [&](Rows& row) { return toWebhook(row, secrets()); }),
                  QStringLiteral("webhook ") + quoted(name));
}

Result<QList<Webhook>> Reader::webhooksOf(ReportId report)
{
    return flattened(
        all(connection().ask("SELECT * FROM webhooks WHERE report = ? ORDER BY position, id", report),
            [&](Rows& row) { return toWebhook(row, secrets()); }));
}

Result<QHash<WebhookId, WorkTime>> Reader::failingSince()
{
    const auto pairs = all(connection().ask("SELECT webhook, since FROM failing_webhooks"), [](Rows& row) {
        const WebhookId webhook{row.integer()};
        return std::pair(webhook, row.workTime());
    });
    return pairs.map([](const auto& list) { return QHash<WebhookId, WorkTime>(list.begin(), list.end()); });
}

Result<QList<Webhook>> Reader::webhooksServing(const QString& provider, std::optional<ReportId> report,
                                               const QString& event)
{
    auto candidates = flattened(
        all(connection().ask(
                "SELECT * FROM webhooks WHERE enabled AND provider = ? AND (report IS NULL OR report = ?) "
                "ORDER BY report IS NULL, position, id",
                provider, report),
            [&](Rows& row) { return toWebhook(row, secrets()); }));
    if (candidates)
        candidates->removeIf([&](const Webhook& webhook) { return !subscribes(webhook, event); });
    return candidates;
}

Result<Event> Reader::event(EventId id)
{
    return theOne(first(connection().ask("SELECT * FROM events WHERE id = ?", id),
                        [&](Rows& row) { return toEvent(row, connection()); }),
                  QStringLiteral("event ") + id.toString());
}

Result<QList<Event>> Reader::events(std::optional<EventId> before, int limit)
{
    return flattened(all(connection().ask("SELECT * FROM events WHERE id < ? ORDER BY id DESC LIMIT ?",
                                          before ? before->number : std::numeric_limits<qint64>::max(),
                                          limit > 0 ? limit : -1),
                         [&](Rows& row) { return toEvent(row, connection()); }));
}

Result<QList<RetryPolicy>> Reader::policies()
{
    return flattened(all(connection().ask("SELECT policy FROM policies ORDER BY name COLLATE NOCASE, name"),
                         [](Rows& row) { return policyFromText(row.text()); }));
}

Result<RetryPolicy> Reader::policy(const QString& name)
{
    return theOne(first(connection().ask("SELECT policy FROM policies WHERE name = ?", name),
                        [](Rows& row) { return policyFromText(row.text()); }),
                  QStringLiteral("policy ") + quoted(name));
}

Result<QList<ListenerConfig>> Reader::listeners()
{
    return flattened(all(connection().ask("SELECT * FROM listeners ORDER BY id"),
                         [&](Rows& row) { return toListener(row, secrets()); }));
}

Result<RuleProgressOf> Reader::ruleProgress()
{
    return loadRuleProgress(connection());
}

Result<ListenerConfig> Reader::listener(ListenerId id)
{
    return theOne(first(connection().ask("SELECT * FROM listeners WHERE id = ?", id),
                        [&](Rows& row) { return toListener(row, secrets()); }),
                  QStringLiteral("listener ") + id.toString());
}

Result<std::optional<ClockState>> Reader::clock()
{
    return first(connection().ask("SELECT anchor, since, speed FROM clock"), [](Rows& row) {
        ClockState clock;
        clock.anchor = row.workTime();
        clock.since = row.realTime();
        clock.speed = row.real(0, fastestClock);
        return clock;
    });
}

Result<QString> Reader::setting(const QString& key)
{
    return first(connection().ask("SELECT value FROM settings WHERE key = ?", key),
                 [](Rows& row) { return row.text(); })
        .map([](const std::optional<QString>& value) { return value.value_or(QString()); });
}

Result<QByteArray> Reader::sealedSetting(const QString& key)
{
    return setting(key).and_then(
        [this](const QString& stored) { return secrets().open(QByteArray::fromBase64(stored.toLatin1())); });
}

Result<QMap<QString, QString>> Reader::settings()
{
    const auto pairs = all(connection().ask("SELECT key, value FROM settings"), [](Rows& row) {
        QString key = row.text();
        return std::pair(std::move(key), row.text());
    });
    return pairs.map([](const auto& list) {
        QMap<QString, QString> map;
        for (const auto& [key, value] : list)
            map.insert(key, value);
        return map;
    });
}

Result<QMap<QString, QByteArray>> Reader::drafts()
{
    const auto pairs = all(connection().ask("SELECT key, draft FROM drafts"), [](Rows& row) {
        QString key = row.text();
        return std::pair(std::move(key), row.bytes());
    });
    if (!pairs)
        return tl::unexpected<Error>(pairs.error());
    QMap<QString, QByteArray> drafts;
    for (const auto& [key, sealed] : *pairs) {
        const auto draft = secrets().open(sealed);
        if (!draft)
            return tl::unexpected<Error>(draft.error());
        drafts.insert(key, *draft);
    }
    return drafts;
}

Result<CaptureQuota> Reader::captureQuota()
{
    return setting(quotaKey()).and_then(&quotaFromText);
}

Result<StoreSize> Reader::held()
{
    auto& sql = connection();
    StoreSize size;
    size.captures =
        orZero(first(sql.ask("SELECT value FROM counters WHERE kind = 'captures held'"), takeInteger));
    size.captureBytes =
        orZero(first(sql.ask("SELECT value FROM counters WHERE kind = 'capture bytes held'"), takeInteger));
    return size;
}

Result<StoreSize> Reader::size()
{
    auto& sql = connection();
    StoreSize size = held().value_or(StoreSize());
    const auto deliveries = first(sql.ask("SELECT count(*) FROM deliveries"), takeInteger);
    const auto pages =
        first(sql.ask("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"), takeInteger);
    if (!deliveries || !pages)
        return tl::unexpected(deliveries ? pages.error() : deliveries.error());
    size.deliveries = orZero(deliveries);
    size.fileBytes = orZero(pages);
    return size;
}

} // namespace hookworks
