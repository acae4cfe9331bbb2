// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_writer.h"

#include "store/keys.h"
#include "store/matching.h"
#include "store/rows.h"

namespace hookworks {

namespace {

/// How long it is known which command made a delivery.
constexpr Micros longestKnown = std::chrono::hours(7 * 24);

QString named(DeliveryId id)
{
    return QStringLiteral("delivery ") + id.toString();
}

/// All that is known of an attempt that starts.
Attempt onlyStarted(const Attempt& attempt)
{
    Attempt started;
    started.delivery = attempt.delivery;
    started.number = attempt.number;
    started.origin = attempt.origin;
    started.dueAt = attempt.dueAt;
    started.startedClock = attempt.startedClock;
    started.startedAt = attempt.startedAt;
    return started;
}

/// The attempt in place of the one with its number; what had been found of its capture stays.
Result<void> putAttempt(SqlConnection& connection, Ledger& ledger, const Attempt& attempt)
{
    const auto body = storeBody(connection, ledger, attempt.responseBody);
    if (!body)
        return tl::unexpected(body.error());
    return done(Records<AttemptColumns>::put(connection, attempt, *body));
}

} // namespace

DeliveryWriter::DeliveryWriter(SqlConnection& connection, const BodyReading& reading, Ledger& ledger)
    : m_connection(&connection)
    , m_ledger(&ledger)
    , m_stored(connection, reading)
{
}

Result<EventId> DeliveryWriter::addEvent(const Event& event)
{
    const EventId id = idFor(event.id, *m_ledger, Ledger::Kind::Event);
    const auto payload = storeBody(*m_connection, *m_ledger, event.payload);
    if (!payload)
        return tl::unexpected(payload.error());
    m_ledger->changes().events.insert(id);
    return Records<EventColumns>::insert(*m_connection, id, event, *payload).map([&](int) { return id; });
}

Result<DeliveryId> DeliveryWriter::addDelivery(const Delivery& delivery)
{
    const DeliveryId id = idFor(delivery.id, *m_ledger, Ledger::Kind::Delivery);
    const auto body = storeBody(*m_connection, *m_ledger, delivery.request.body);
    if (!body)
        return tl::unexpected(body.error());
    m_ledger->changes().deliveries.insert(id);
    auto added = Records<DeliveryColumns>::insert(*m_connection, id, delivery, delivery.request.url);
    if (added)
        added = Records<DeliveryRequestColumns>::insert(*m_connection, id, delivery, *body);
    return added.map([&](int) { return id; });
}

Result<QList<DeliveryId>> DeliveryWriter::addDeliveries(const QList<Delivery>& deliveries)
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

Result<void> DeliveryWriter::setMadeBy(const QString& command, DeliveryId first, DeliveryId last,
                                       RealTime now)
{
    auto forgotten =
        m_connection->run("DELETE FROM command_deliveries WHERE made_at < ?", now - longestKnown);
    if (!forgotten)
        return done(forgotten);
    const auto extended =
        m_connection->run("UPDATE command_deliveries SET last = ? WHERE command = ? AND last = ?", last,
                          command, first.number - 1);
    if (!extended || *extended > 0)
        return done(extended);
    return done(Records<MadeByColumns>::insert(*m_connection, MadeBy{command, first, last, now}));
}

Result<void> DeliveryWriter::updateDelivery(const Delivery& delivery)
{
    m_ledger->changes().deliveries.insert(delivery.id);
    const auto updated = met(Records<DeliveryColumns>::update(*m_connection, wholeRow, delivery.id, delivery,
                                                              delivery.request.url),
                             named(delivery.id));
    if (!updated)
        return updated;
    return done(Records<DeliveryRequestColumns>::update(*m_connection, RowPart::Summary | RowPart::Heads,
                                                        delivery.id, delivery, StoredBody()));
}

Result<void> DeliveryWriter::setDeliveryStep(DeliveryId id, const DeliveryStep& step)
{
    m_ledger->changes().deliveries.insert(id);
    const auto rows =
        m_connection->run("UPDATE deliveries SET state = ?, next_due_at = ?, next_origin = ? WHERE id = ?",
                          toString(step.state), step.nextDueAt, toString(step.nextOrigin), id);
    if (rows && *rows == 0)
        return notThere(named(id));
    return done(rows);
}

Result<void> DeliveryWriter::setDeliveryMark(DeliveryId id, const Mark& mark)
{
    m_ledger->changes().deliveries.insert(id);
    return met(m_connection->run("UPDATE deliveries SET mark = ? WHERE id = ?", markText(mark), id),
               named(id));
}

Result<void> DeliveryWriter::addAttempts(const QList<Attempt>& attempts)
{
    for (const Attempt& attempt : attempts) {
        auto put = putAttempt(*m_connection, *m_ledger, attempt);
        if (attempt.capture)
            m_ledger->changes().captures.insert(*attempt.capture);
        if (put && attempt.capture)
            put = done(m_connection->run("UPDATE captures SET delivery = ?, attempt_number = ? WHERE id = ?",
                                         attempt.delivery, attempt.number, *attempt.capture));
        if (!put)
            return put;
    }
    return {};
}

Result<void> DeliveryWriter::shiftWaiting(Micros by)
{
    m_ledger->changes().waitingShifted = true;
    return done(m_connection->run(
                    "UPDATE deliveries SET next_due_at = next_due_at + ? WHERE next_due_at IS NOT NULL", by))
        .and_then(
            [&] { return done(m_connection->run("UPDATE failing_webhooks SET since = since + ?", by)); });
}

Result<void> DeliveryWriter::attemptStarted(const Attempt& attempt, const DeliveryStep& step)
{
    return beginAttempt(attempt, step).and_then([&] {
        return done(Records<AttemptColumns>::replace(*m_connection, onlyStarted(attempt), StoredBody()));
    });
}

Result<void> DeliveryWriter::beginAttempt(const Attempt& attempt, const DeliveryStep& step)
{
    m_ledger->recent().attemptStarted({attempt.delivery, attempt.number},
                                      CaptureId{m_ledger->last(Ledger::Kind::Capture)});
    m_ledger->changes().deliveries.insert(attempt.delivery);
    const auto rows = m_connection->run("UPDATE deliveries SET state = ?, next_due_at = ?, next_origin = ?, "
                                        "attempts = max(attempts, ?) WHERE id = ?",
                                        toString(step.state), step.nextDueAt, toString(step.nextOrigin),
                                        attempt.number, attempt.delivery);
    if (rows && *rows == 0)
        return notThere(named(attempt.delivery));
    return done(rows);
}

Result<void> DeliveryWriter::attemptFinished(const Attempt& attempt, const DeliveryStep& step)
{
    const AttemptKey key{attempt.delivery, attempt.number};
    auto put =
        beginAttempt(attempt, step).and_then([&] { return putAttempt(*m_connection, *m_ledger, attempt); });
    // Through a proxy our end is not the capture's other end.
    const bool isDirect = attempt.proxy.isEmpty();
    m_ledger->recent().attemptEnded(key, isDirect ? attempt.local : QString(), attempt.exchange);
    if (!put || !isDirect || attempt.local.isEmpty() || attempt.capture)
        return put;
    const auto capture = captureBehind(*m_connection, *m_ledger, attempt);
    if (!capture)
        return tl::unexpected(capture.error());
    return *capture ? tie(*m_connection, *m_ledger, key, **capture) : Result<void>();
}

Result<void> DeliveryWriter::attemptWithdrawn(const AttemptKey& attempt, int attempts,
                                              const DeliveryStep& step)
{
    auto stepped = setDeliveryStep(attempt.delivery, step);
    if (!stepped)
        return stepped;
    const auto counted =
        m_connection->run("UPDATE deliveries SET attempts = ? WHERE id = ?", attempts, attempt.delivery);
    if (!counted)
        return done(counted);
    m_ledger->recent().attemptEnded(attempt, {}, 0);
    return done(
        m_connection->run("DELETE FROM attempts WHERE delivery = ? AND number = ? AND outcome IS NULL",
                          attempt.delivery, attempt.number));
}

} // namespace hookworks
