// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/ledger.h"
#include "store/packed.h"
#include "store/rows.h"
#include "store/value_text.h"
#include "store/writer.h"

namespace hookworks {

namespace {

/// How far a capture's time may lie outside its attempt's: the two ends read the clock at different moments.
constexpr Micros matchSlack = std::chrono::seconds(2);
/// How long it is known which command made a delivery.
constexpr Micros longestKnown = std::chrono::hours(7 * 24);

QString named(DeliveryId id)
{
    return QStringLiteral("delivery ") + id.toString();
}

Result<void> insertDelivery(SqlConnection& connection, DeliveryId id, const Delivery& delivery)
{
    return done(connection.run("INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               id, delivery.messageId, delivery.eventId, delivery.provider, delivery.event,
                               delivery.report, delivery.webhook, delivery.webhookName, delivery.request.url,
                               toString(delivery.state), delivery.createdAt, delivery.nextDueAt,
                               toString(delivery.nextOrigin), delivery.attempts, delivery.replayOf));
}

Result<void> insertRequest(SqlConnection& connection, DeliveryId id, const Delivery& delivery,
                           const StoredBody& body)
{
    return done(connection.run("INSERT INTO delivery_requests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", id,
                               delivery.request.method, packed(delivery.request.headers), body.bytes,
                               body.body, delivery.request.exactHead, delivery.request.bare,
                               policyText(delivery.policy), delivery.seed, packed(delivery.plan)));
}

std::optional<QString> outcomeText(const Attempt& attempt)
{
    return attempt.outcome ? std::optional(toString(*attempt.outcome)) : std::nullopt;
}

/// All that is known of an attempt that starts.
Result<void> putStart(SqlConnection& connection, const Attempt& attempt)
{
    return done(connection.run("INSERT OR REPLACE INTO attempts (delivery, number, origin, due_at, "
                               "started_clock, started_at, status, "
                               "error, truncated, local, remote, exchange, sent_head, response_head, "
                               "response_headers, response_body) "
                               "VALUES (?, ?, ?, ?, ?, ?, 0, '', 0, '', '', 0, x'', x'', x'', x'')",
                               attempt.delivery, attempt.number, toString(attempt.origin), attempt.dueAt,
                               attempt.startedClock, attempt.startedAt));
}

/// The attempt in place of the one with its number; what had been found of its capture stays.
Result<void> putAttempt(SqlConnection& connection, Ledger& ledger, const Attempt& attempt)
{
    const auto body = storeBody(connection, ledger, attempt.responseBody);
    if (!body)
        return tl::unexpected(body.error());
    const AttemptTimings& t = attempt.timings;
    return done(connection.run(
        "INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?) ON CONFLICT (delivery, number) DO UPDATE SET origin = excluded.origin, "
        "due_at = excluded.due_at, started_clock = excluded.started_clock, started_at = excluded.started_at, "
        "finished_at = excluded.finished_at, outcome = excluded.outcome, status = excluded.status, "
        "error = excluded.error, truncated = excluded.truncated, local = excluded.local, "
        "remote = excluded.remote, exchange = excluded.exchange, queue = excluded.queue, "
        "connect = excluded.connect, tls = excluded.tls, send = excluded.send, wait = excluded.wait, "
        "receive = excluded.receive, capture = coalesce(excluded.capture, capture), "
        "sent_head = excluded.sent_head, response_head = excluded.response_head, "
        "response_headers = excluded.response_headers, response_body = excluded.response_body, "
        "response_body_body = excluded.response_body_body, proxy = excluded.proxy, "
        "client_certificate = excluded.client_certificate, sent_again = excluded.sent_again",
        attempt.delivery, attempt.number, toString(attempt.origin), attempt.dueAt, attempt.startedClock,
        attempt.startedAt, attempt.finishedAt, outcomeText(attempt), attempt.status, attempt.error,
        attempt.truncated, attempt.local, attempt.remote, attempt.exchange, t.queue, t.connect, t.tls, t.send,
        t.wait, t.receive, attempt.capture, attempt.sentHead, attempt.responseHead,
        packed(attempt.responseHeaders), body->bytes, body->body, attempt.proxy, attempt.clientCertificate,
        attempt.sentAgain));
}

Result<void> deleteBodies(SqlConnection& connection, const Result<QList<std::optional<qint64>>>& bodies)
{
    if (!bodies)
        return tl::unexpected(bodies.error());
    for (const auto& body : *bodies) {
        if (!body)
            continue;
        if (auto deleted = deleteBody(connection, BodyId{*body}); !deleted)
            return deleted;
    }
    return {};
}

std::optional<qint64> takeMaybe(Rows& row)
{
    return row.maybeInteger();
}

} // namespace

Result<DeliveryId> Writer::addDelivery(const Delivery& delivery)
{
    DeliveryId id = delivery.id;
    if (id)
        m_ledger->seen(Ledger::Kind::Delivery, id.number);
    else
        id = DeliveryId{m_ledger->next(Ledger::Kind::Delivery)};
    const auto body = storeBody(connection(), *m_ledger, delivery.request.body);
    if (!body)
        return tl::unexpected(body.error());
    m_ledger->changes().deliveries.insert(id);
    return insertDelivery(connection(), id, delivery)
        .and_then([&] { return insertRequest(connection(), id, delivery, *body); })
        .map([&] { return id; });
}

Result<QList<DeliveryId>> Writer::addDeliveries(const QList<Delivery>& deliveries)
{
    QList<DeliveryId> ids;
    ids.reserve(deliveries.size());
    for (const Delivery& delivery : deliveries) {
        const auto id = addDelivery(delivery);
        if (!id)
            return tl::unexpected(id.error());
        ids.append(*id);
    }
    return ids;
}

Result<void> Writer::setMadeBy(const QString& command, DeliveryId first, DeliveryId last, RealTime now)
{
    return done(connection().run("DELETE FROM command_deliveries WHERE made_at < ?", now - longestKnown))
        .and_then([&] {
            return done(connection().run("INSERT INTO command_deliveries VALUES (?, ?, ?, ?)", command, first,
                                         last, now));
        });
}

Result<void> Writer::updateDelivery(const Delivery& delivery)
{
    m_ledger->changes().deliveries.insert(delivery.id);
    const auto rows =
        connection().run("UPDATE deliveries SET message_id = ?, event_id = ?, provider = ?, event = ?, "
                         "report = ?, webhook = ?, webhook_name = ?, "
                         "url = ?, state = ?, created_at = ?, next_due_at = ?, next_origin = ?, attempts = "
                         "?, replay_of = ? WHERE id = ?",
                         delivery.messageId, delivery.eventId, delivery.provider, delivery.event,
                         delivery.report, delivery.webhook, delivery.webhookName, delivery.request.url,
                         toString(delivery.state), delivery.createdAt, delivery.nextDueAt,
                         toString(delivery.nextOrigin), delivery.attempts, delivery.replayOf, delivery.id);
    if (rows && *rows == 0)
        return notThere(named(delivery.id));
    if (!rows)
        return done(rows);
    return done(connection().run(
        "UPDATE delivery_requests SET method = ?, headers = ?, exact_head = ?, transport = ?, "
        "policy = ?, seed = ?, plan = ? WHERE delivery = ?",
        delivery.request.method, packed(delivery.request.headers), delivery.request.exactHead,
        delivery.request.bare, policyText(delivery.policy), delivery.seed, packed(delivery.plan),
        delivery.id));
}

Result<void> Writer::setDeliveryStep(DeliveryId id, const DeliveryStep& step)
{
    m_ledger->changes().deliveries.insert(id);
    const auto rows =
        connection().run("UPDATE deliveries SET state = ?, next_due_at = ?, next_origin = ? WHERE id = ?",
                         toString(step.state), step.nextDueAt, toString(step.nextOrigin), id);
    if (rows && *rows == 0)
        return notThere(named(id));
    return done(rows);
}

Result<RemovedDelivery> Writer::removeDelivery(DeliveryId id)
{
    const auto stored = delivery(id);
    const auto tries = attempts(id);
    if (!stored || !tries)
        return tl::unexpected(!stored ? stored.error() : tries.error());
    m_ledger->changes().deliveries.insert(id);
    auto& sql = connection();
    const auto bodies = all(sql.ask("SELECT body_body FROM delivery_requests WHERE delivery = ? UNION ALL "
                                    "SELECT response_body_body FROM attempts WHERE delivery = ?",
                                    id, id),
                            takeMaybe);
    if (auto deleted = deleteBodies(sql, bodies); !deleted)
        return tl::unexpected(deleted.error());
    for (const Attempt& attempt : *tries) {
        if (!attempt.capture)
            continue;
        m_ledger->changes().captures.insert(*attempt.capture);
        if (auto freed = sql.run("UPDATE captures SET delivery = NULL, attempt_number = 0 WHERE id = ?",
                                 *attempt.capture);
            !freed)
            return tl::unexpected(freed.error());
    }
    return sql.run("DELETE FROM deliveries WHERE id = ?", id).map([&](int) {
        return RemovedDelivery{*stored, *tries};
    });
}

Result<void> Writer::restoreDelivery(const RemovedDelivery& removed)
{
    if (auto added = addDelivery(removed.delivery); !added)
        return tl::unexpected(added.error());
    for (const Attempt& attempt : removed.attempts) {
        auto put = putAttempt(connection(), *m_ledger, attempt);
        if (put && attempt.capture)
            put = done(connection().run("UPDATE captures SET delivery = ?, attempt_number = ? WHERE id = ?",
                                        attempt.delivery, attempt.number, *attempt.capture));
        if (!put)
            return put;
    }
    return {};
}

Result<void> Writer::shiftWaiting(Micros by)
{
    m_ledger->changes().waitingShifted = true;
    return done(connection().run(
                    "UPDATE deliveries SET next_due_at = next_due_at + ? WHERE next_due_at IS NOT NULL", by))
        .and_then(
            [&] { return done(connection().run("UPDATE failing_webhooks SET since = since + ?", by)); });
}

Result<void> Writer::attemptStarted(const Attempt& attempt, const DeliveryStep& step)
{
    return beginAttempt(attempt, step).and_then([&] { return putStart(connection(), attempt); });
}

Result<void> Writer::beginAttempt(const Attempt& attempt, const DeliveryStep& step)
{
    m_ledger->recent().attemptStarted({attempt.delivery, attempt.number},
                                      CaptureId{m_ledger->last(Ledger::Kind::Capture)});
    m_ledger->changes().deliveries.insert(attempt.delivery);
    const auto rows = connection().run("UPDATE deliveries SET state = ?, next_due_at = ?, next_origin = ?, "
                                       "attempts = max(attempts, ?) WHERE id = ?",
                                       toString(step.state), step.nextDueAt, toString(step.nextOrigin),
                                       attempt.number, attempt.delivery);
    if (rows && *rows == 0)
        return notThere(named(attempt.delivery));
    return done(rows);
}

Result<void> Writer::attemptFinished(const Attempt& attempt, const DeliveryStep& step)
{
    const AttemptKey key{attempt.delivery, attempt.number};
    auto put =
        beginAttempt(attempt, step).and_then([&] { return putAttempt(connection(), *m_ledger, attempt); });
    // Through a proxy our end is not the capture's other end.
    const bool isDirect = attempt.proxy.isEmpty();
    m_ledger->recent().attemptEnded(key, isDirect ? attempt.local : QString(), attempt.exchange);
    if (!put || !isDirect || attempt.local.isEmpty() || attempt.capture)
        return put;
    const auto capture = captureOf(attempt);
    if (!capture)
        return tl::unexpected(capture.error());
    return *capture ? tie(key, **capture) : Result<void>();
}

Result<std::optional<CaptureId>> Writer::captureOf(const Attempt& attempt)
{
    const auto candidates =
        m_ledger->recent().candidates({attempt.delivery, attempt.number}, attempt.local, attempt.exchange);
    for (const CaptureId candidate : candidates) {
        auto found =
            first(connection().ask("SELECT id FROM captures WHERE id = ? AND remote = ? AND exchange = ? AND "
                                   "delivery IS NULL AND received_at BETWEEN ? AND ?",
                                   candidate, attempt.local, attempt.exchange, attempt.startedAt - matchSlack,
                                   attempt.finishedAt.value_or(attempt.startedAt) + matchSlack),
                  [](Rows& row) { return CaptureId{row.integer()}; });
        if (!found || *found)
            return found;
    }
    return std::optional<CaptureId>();
}

Result<void> Writer::tie(const AttemptKey& attempt, CaptureId capture)
{
    m_ledger->changes().captures.insert(capture);
    m_ledger->changes().deliveries.insert(attempt.delivery);
    auto tied = connection().run("UPDATE attempts SET capture = ? WHERE delivery = ? AND number = ?", capture,
                                 attempt.delivery, attempt.number);
    if (!tied)
        return done(tied);
    return done(connection().run("UPDATE captures SET delivery = ?, attempt_number = ? WHERE id = ?",
                                 attempt.delivery, attempt.number, capture));
}

Result<std::optional<AttemptKey>> Writer::attemptBehind(const Capture& capture)
{
    for (const AttemptKey& candidate : m_ledger->recent().attemptsBehind(capture.remote, capture.exchange)) {
        const auto found = first(
            connection().ask(
                "SELECT 1 FROM attempts WHERE delivery = ? AND number = ? AND local = ? AND "
                "exchange = ? AND proxy = '' AND capture IS NULL AND started_at <= ? AND finished_at >= ?",
                candidate.delivery, candidate.number, capture.remote, capture.exchange,
                capture.receivedAt + matchSlack, capture.receivedAt - matchSlack),
            [](Rows& row) { return row.integer(); });
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            return candidate;
    }
    return std::optional<AttemptKey>();
}

} // namespace hookworks
