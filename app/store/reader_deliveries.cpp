// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/delivery_search.h"
#include "store/reader.h"
#include "store/rows.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype deliveriesAtOnce = 500;

QString selectDeliveries(bool bodies)
{
    return QStringLiteral("SELECT %1 FROM deliveries JOIN delivery_requests ON delivery = id")
        .arg(deliveryColumns(bodies));
}

QString selectAttempts(bool bodies)
{
    return QStringLiteral("SELECT %1 FROM attempts").arg(attemptColumns(bodies));
}

QString attemptName(DeliveryId id, int number)
{
    return QStringLiteral("attempt %1 of %2").arg(number).arg(id.toString());
}

} // namespace

Result<DeliveryPage> Reader::findDeliveries(const DeliveryFilter& filter, SearchTime time)
{
    const auto found = DeliverySearch(connection(), filter, *m_reading, time).run();
    if (!found)
        return tl::unexpected(found.error());
    DeliveryPage page{{}, found->next, found->unreadable, 0};
    for (qsizetype i = 0; i < found->rows.size(); i += deliveriesAtOnce) {
        const QString sql =
            selectDeliveries(filter.bodies) + QStringLiteral(" WHERE id IN (%1) ORDER BY id DESC")
                                                  .arg(numbersOf(found->rows.mid(i, deliveriesAtOnce)));
        auto deliveries = flattened(
            all(connection().askOnce(sql), [&](Rows& row) { return toDelivery(row, connection()); }));
        if (!deliveries)
            return tl::unexpected(deliveries.error());
        page.rows += std::move(*deliveries);
    }
    return page;
}

Result<QList<Delivery>> Reader::deliveries(const DeliveryFilter& filter)
{
    return findDeliveries(filter).map([](const DeliveryPage& page) { return page.rows; });
}

Result<SearchPage<DeliveryId, DeliveryId>> Reader::findDeliveryIds(const DeliveryFilter& filter,
                                                                   SearchTime time)
{
    return DeliverySearch(connection(), filter, *m_reading, time).run();
}

Result<qint64> Reader::deliveryCount(const DeliveryFilter& filter)
{
    return deliveryIds(filter).map([](const QList<DeliveryId>& ids) { return qint64(ids.size()); });
}

Result<QList<DeliveryId>> Reader::deliveryIds(const DeliveryFilter& filter)
{
    DeliveryFilter all = filter;
    all.limit = 0;
    all.before = {};
    return findDeliveryIds(all).map([](const auto& page) { return page.rows; });
}

Result<DeliveryCounts> Reader::deliveryCounts()
{
    const auto pairs =
        all(connection().ask("SELECT state, count(*) FROM deliveries GROUP BY state"), [](Rows& row) {
            const DeliveryState state = row.word(&deliveryStateFromString);
            return std::pair(state, row.integer());
        });
    return pairs.map([](const auto& list) {
        DeliveryCounts counts;
        for (const auto& [state, count] : list)
            counts.insert(state, count);
        return counts;
    });
}

Result<QList<WaitingRow>> Reader::waiting()
{
    return all(connection().ask("SELECT id, next_due_at, webhook, state, next_origin FROM deliveries "
                                "WHERE next_due_at IS NOT NULL ORDER BY next_due_at, id"),
               [](Rows& row) {
                   WaitingRow waiting;
                   waiting.id = DeliveryId{row.integer()};
                   waiting.dueAt = row.workTime();
                   waiting.webhook = row.maybeId<WebhookId>();
                   waiting.state = row.word(&deliveryStateFromString);
                   waiting.origin = row.word(&originFromString);
                   return waiting;
               });
}

Result<Delivery> Reader::delivery(DeliveryId id)
{
    return theOne(
        first(connection().askOnce(selectDeliveries(true) + QStringLiteral(" WHERE id = ?"), {id.number}),
              [&](Rows& row) { return toDelivery(row, connection()); }),
        QStringLiteral("delivery ") + id.toString());
}

Result<QList<Delivery>> Reader::deliveriesOf(const QList<DeliveryId>& ids)
{
    const QString sql =
        selectDeliveries(false) + QStringLiteral(" WHERE id IN (%1) ORDER BY id DESC").arg(numbersOf(ids));
    return flattened(
        all(connection().askOnce(sql), [&](Rows& row) { return toDelivery(row, connection()); }));
}

Result<std::optional<QList<DeliveryId>>> Reader::madeBy(const QString& command)
{
    const auto known = first(connection().ask("SELECT 1 FROM command_deliveries WHERE command = ?", command),
                             [](Rows& row) { return row.integer(); });
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    return all(connection().ask(
                   "SELECT id FROM deliveries, command_deliveries WHERE command = ? AND id BETWEEN "
                   "first AND last ORDER BY id",
                   command),
               [](Rows& row) { return DeliveryId{row.integer()}; })
        .map([](QList<DeliveryId> ids) { return std::optional(std::move(ids)); });
}

Result<QList<Attempt>> Reader::attempts(DeliveryId id)
{
    return flattened(
        all(connection().askOnce(selectAttempts(true) + QStringLiteral(" WHERE delivery = ? ORDER BY number"),
                                 {id.number}),
            [&](Rows& row) { return toAttempt(row, connection()); }));
}

Result<QList<Attempt>> Reader::attemptsOf(const QList<DeliveryId>& ids)
{
    const QString sql =
        selectAttempts(false) +
        QStringLiteral(" WHERE delivery IN (%1) ORDER BY delivery, number").arg(numbersOf(ids));
    return flattened(all(connection().askOnce(sql), [&](Rows& row) { return toAttempt(row, connection()); }));
}

Result<Attempt> Reader::attempt(DeliveryId id, int number)
{
    const QString sql = selectAttempts(true) + QStringLiteral(" WHERE delivery = ? AND number = ?");
    return theOne(first(connection().askOnce(sql, {id.number, number}),
                        [&](Rows& row) { return toAttempt(row, connection()); }),
                  attemptName(id, number));
}

Result<QList<Attempt>> Reader::unfinishedAttempts()
{
    const QString sql =
        selectAttempts(false) + QStringLiteral(" WHERE outcome IS NULL ORDER BY delivery, number");
    return flattened(all(connection().askOnce(sql), [&](Rows& row) { return toAttempt(row, connection()); }));
}

Result<CaptureId> Reader::captureOf(DeliveryId id, int number)
{
    return theOne(
        first(connection().ask(
                  "SELECT capture FROM attempts WHERE delivery = ? AND number = ? AND capture IS NOT NULL",
                  id, number),
              [](Rows& row) { return CaptureId{row.integer()}; }),
        QStringLiteral("capture of ") + attemptName(id, number));
}

} // namespace hookworks
