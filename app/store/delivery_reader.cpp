// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_reader.h"

#include "store/delivery_search.h"
#include "store/rows.h"

#include <limits>

namespace hookworks {

namespace {

constexpr qsizetype deliveriesAtOnce = 500;
constexpr RowParts withoutBodies = RowParts(RowPart::Summary) | RowPart::Heads;

Result<QList<Delivery>> deliveriesAmong(SqlConnection& connection, const QList<DeliveryId>& ids,
                                        RowParts parts)
{
    return flattened(all(connection.askOnce(selectDeliveries(parts, amongIds(ids))),
                         [&](Rows& row) { return toDelivery(row, connection, parts); }));
}

/// `rowsOf` asks for the rows of some ids.
template <class Row, class RowsOf>
Result<SearchPage<Row, DeliveryId>> deliveryPage(const Result<SearchPage<DeliveryId, DeliveryId>>& found,
                                                 RowsOf rowsOf)
{
    if (!found)
        return tl::unexpected<Error>(found.error());
    SearchPage<Row, DeliveryId> page{{}, found->next, found->unreadable, 0};
    for (qsizetype i = 0; i < found->rows.size(); i += deliveriesAtOnce) {
        auto rows = rowsOf(found->rows.mid(i, deliveriesAtOnce));
        if (!rows)
            return tl::unexpected<Error>(rows.error());
        page.rows += std::move(*rows);
    }
    return page;
}

Result<QList<Attempt>> attemptsAt(SqlConnection& connection, const QByteArray& end, RowParts parts,
                                  const SqlValues& values = {})
{
    return flattened(all(connection.askOnce(Records<AttemptColumns>::select(end, parts), values),
                         [&](Rows& row) { return toAttempt(row, connection, parts); }));
}

QString attemptName(DeliveryId id, int number)
{
    return QStringLiteral("attempt %1 of %2").arg(number).arg(id.toString());
}

} // namespace

DeliveryReader::DeliveryReader(SqlConnection& connection, const BodyReading& reading)
    : m_connection(&connection)
    , m_reading(&reading)
{
}

Result<Event> DeliveryReader::event(EventId id)
{
    return theOne(first(m_connection->ask(Records<EventColumns>::select("WHERE id = ?"), id),
                        [&](Rows& row) { return toEvent(row, *m_connection); }),
                  QStringLiteral("event ") + id.toString());
}

Result<QList<Event>> DeliveryReader::events(std::optional<EventId> before, int limit)
{
    return flattened(
        all(m_connection->ask(Records<EventColumns>::select("WHERE id < ? ORDER BY id DESC LIMIT ?"),
                              before ? before->number : std::numeric_limits<qint64>::max(),
                              limit > 0 ? limit : -1),
            [&](Rows& row) { return toEvent(row, *m_connection); }));
}

Result<DeliverySummaryPage> DeliveryReader::findDeliverySummaries(const DeliveryFilter& filter,
                                                                  SearchTime time)
{
    return deliveryPage<DeliverySummary>(
        findDeliveryIds(filter, time), [&](const QList<DeliveryId>& ids) { return deliverySummaries(ids); });
}

Result<QList<DeliverySummary>> DeliveryReader::deliverySummaries(const QList<DeliveryId>& ids)
{
    return all(m_connection->askOnce(selectDeliverySummaries(amongIds(ids))), toDeliverySummary);
}

Result<DeliveryPage> DeliveryReader::findDeliveries(const DeliveryFilter& filter, SearchTime time)
{
    return deliveryPage<Delivery>(findDeliveryIds(filter, time), [&](const QList<DeliveryId>& ids) {
        return deliveriesAmong(*m_connection, ids, filter.bodies ? wholeRow : withoutBodies);
    });
}

Result<QList<Delivery>> DeliveryReader::deliveries(const DeliveryFilter& filter)
{
    return findDeliveries(filter).map([](const DeliveryPage& page) { return page.rows; });
}

Result<SearchPage<DeliveryId, DeliveryId>> DeliveryReader::findDeliveryIds(const DeliveryFilter& filter,
                                                                           SearchTime time)
{
    return DeliverySearch(*m_connection, filter, *m_reading, time).run();
}

Result<qint64> DeliveryReader::deliveryCount(const DeliveryFilter& filter)
{
    return deliveryIds(filter).map([](const QList<DeliveryId>& ids) { return qint64(ids.size()); });
}

Result<QList<DeliveryId>> DeliveryReader::deliveryIds(const DeliveryFilter& filter)
{
    DeliveryFilter all = filter;
    all.limit = 0;
    all.before = {};
    return findDeliveryIds(all).map([](const auto& page) { return page.rows; });
}

Result<DeliveryCounts> DeliveryReader::deliveryCounts()
{
    const auto pairs =
        all(m_connection->ask("SELECT state, count(*) FROM deliveries GROUP BY state"), [](Rows& row) {
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

Result<QList<WaitingRow>> DeliveryReader::waiting()
{
    return all(m_connection->ask("SELECT id, next_due_at, webhook, state, next_origin FROM deliveries "
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

Result<Delivery> DeliveryReader::delivery(DeliveryId id)
{
    return theOne(first(m_connection->ask(selectDeliveries(wholeRow, "WHERE id = ?"), id),
                        [&](Rows& row) { return toDelivery(row, *m_connection, wholeRow); }),
                  QStringLiteral("delivery ") + id.toString());
}

Result<QList<Delivery>> DeliveryReader::deliveriesOf(const QList<DeliveryId>& ids)
{
    return deliveriesAmong(*m_connection, ids, withoutBodies);
}

Result<std::optional<QList<DeliveryId>>> DeliveryReader::madeBy(const QString& command)
{
    const auto known =
        first(m_connection->ask("SELECT 1 FROM command_deliveries WHERE command = ? LIMIT 1", command),
              [](Rows& row) { return row.integer(); });
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return std::nullopt;
    return all(m_connection->ask(
                   "SELECT id FROM deliveries, command_deliveries WHERE command = ? AND id BETWEEN "
                   "first AND last ORDER BY id",
                   command),
               [](Rows& row) { return DeliveryId{row.integer()}; })
        .map([](QList<DeliveryId> ids) { return std::optional(std::move(ids)); });
}

Result<std::optional<ReplayOutcome>> DeliveryReader::lastOutcome(const QString& root, const QStringList& urls,
                                                                 RealTime before)
{
    std::optional<ReplayOutcome> newest;
    for (const QString& url : urls) {
        const auto found = first(
            m_connection->ask("SELECT id, state FROM deliveries WHERE replay_root = ? AND replay_root <> '' "
                              "AND url = ? AND created_at < ? AND CASE WHEN state IN ('delivered', "
                              "'exhausted', 'unknown') THEN coalesce((SELECT min(outcome) <> 'blocked' OR "
                              "max(outcome) <> 'blocked' FROM attempts WHERE delivery = deliveries.id), 1) "
                              "ELSE EXISTS (SELECT 1 FROM attempts WHERE delivery = deliveries.id AND "
                              "outcome NOT IN ('blocked', 'unknown')) END ORDER BY id DESC LIMIT 1",
                              root, url, before),
            [](Rows& row) {
                const DeliveryId id{row.integer()};
                return ReplayOutcome{id, row.word(&deliveryStateFromString) == DeliveryState::Delivered};
            });
        if (!found)
            return tl::unexpected(found.error());
        if (*found && (!newest || newest->delivery < (*found)->delivery))
            newest = *found;
    }
    return newest;
}

Result<QList<Attempt>> DeliveryReader::attempts(DeliveryId id)
{
    return attemptsAt(*m_connection, "WHERE delivery = ? ORDER BY number", wholeRow, {id.number});
}

Result<QList<Attempt>> DeliveryReader::attemptsOf(const QList<DeliveryId>& ids)
{
    return attemptsAt(*m_connection, "WHERE delivery IN (" + numbersOf(ids) + ") ORDER BY delivery, number",
                      RowPart::Summary);
}

Result<Attempt> DeliveryReader::attempt(DeliveryId id, int number)
{
    const QByteArray sql = Records<AttemptColumns>::select("WHERE delivery = ? AND number = ?");
    return theOne(first(m_connection->ask(sql, id, number),
                        [&](Rows& row) { return toAttempt(row, *m_connection, wholeRow); }),
                  attemptName(id, number));
}

Result<QList<Attempt>> DeliveryReader::unfinishedAttempts()
{
    return attemptsAt(*m_connection, "WHERE outcome IS NULL ORDER BY delivery, number", RowPart::Summary);
}

Result<CaptureId> DeliveryReader::captureOf(DeliveryId id, int number)
{
    return theOne(
        first(m_connection->ask(
                  "SELECT capture FROM attempts WHERE delivery = ? AND number = ? AND capture IS NOT NULL",
                  id, number),
              [](Rows& row) { return CaptureId{row.integer()}; }),
        QStringLiteral("capture of ") + attemptName(id, number));
}

} // namespace hookworks
