// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_search.h"

#include "domain/words.h"
#include "store/conditions.h"
#include "store/packed.h"
#include "store/rows.h"
#include "store/sqlite/bodies.h"

namespace hookworks {

namespace {

bool needsBody(const Query& query)
{
    bool needs = false;
    eachTerm(query, [&](const QueryTerm& term) {
        const QueryName name = term.field ? term.field->name : QueryName::Body;
        needs = needs || name == QueryName::Body || name == QueryName::Json || name == QueryName::Size;
    });
    return needs;
}

/// What a query sees of a delivery, with its last attempt and its report's name.
QString scanOfDeliveries(bool bodies, const QString& chosen)
{
    return QStringLiteral(
               "SELECT d.id, d.message_id, d.provider, d.event, d.report, d.webhook, d.webhook_name, d.url, "
               "d.state, d.created_at, d.attempts, d.replay_of, d.compared_with, d.compared_passed, d.mark, "
               "q.method, q.headers, q.exact_head, %1, "
               "coalesce(r.name, ''), a.number, coalesce(a.status, 0), coalesce(a.outcome, ''), "
               "coalesce(a.origin, '') FROM (SELECT * FROM deliveries %2) d "
               "JOIN delivery_requests q ON q.delivery = d.id LEFT JOIN reports r ON r.id = d.report "
               "LEFT JOIN attempts a ON a.delivery = d.id AND a.number = (SELECT max(number) FROM attempts "
               "WHERE delivery = d.id) ORDER BY d.id DESC")
        .arg(bodies ? QStringLiteral("q.body, q.body_body") : QStringLiteral("x'', NULL"), chosen);
}

struct ScannedDelivery
{
    Delivery delivery;
    Attempt last;
    bool hasLast = false;
    QString reportName;
};

Result<ScannedDelivery> toScanned(Rows& row, SqlConnection& connection)
{
    ScannedDelivery scanned;
    Delivery& delivery = scanned.delivery;
    delivery.id = DeliveryId{row.integer()};
    delivery.messageId = row.text();
    delivery.provider = row.text();
    delivery.event = row.text();
    delivery.report = row.maybeId<ReportId>();
    delivery.webhook = row.maybeId<WebhookId>();
    delivery.webhookName = row.text();
    delivery.request.url = row.text();
    delivery.state = row.word(&deliveryStateFromString);
    delivery.createdAt = row.realTime();
    delivery.attempts = row.number();
    delivery.replayOf = row.text();
    delivery.basis.comparedWith = row.text();
    delivery.basis.passed = row.flag();
    fromSql(row, delivery.mark);
    delivery.request.method = row.bytes();
    delivery.request.headers = row.packed(&unpackedHeaders);
    delivery.request.exactHead = row.bytes();
    StoredBody stored;
    stored.bytes = row.bytes();
    stored.body = row.maybeInteger();
    scanned.reportName = row.text();
    scanned.hasLast = row.maybeInteger().has_value();
    scanned.last.status = row.number();
    scanned.last.outcome = outcomeFromString(row.text());
    scanned.last.origin = originFromString(row.text()).value_or(Origin::Plan);
    auto body = loadBody(connection, stored);
    if (!body)
        return tl::unexpected(body.error());
    delivery.request.body = std::move(*body);
    return scanned;
}

} // namespace

DeliverySearch::DeliverySearch(SqlConnection& connection, const DeliveryFilter& filter,
                               const BodyReading& reading, SearchTime time)
    : m_connection(connection)
    , m_filter(filter)
    , m_reading(reading)
    , m_matcher(filter.where, filter.now)
    , m_narrowing(narrowedDeliveries(filter.where, filter.now))
    , m_needsBody(!m_narrowing.exact && needsBody(filter.where))
    , m_pace(time)
{
}

Result<SearchPage<DeliveryId, DeliveryId>> DeliverySearch::run()
{
    const auto ends = theOne(first(m_connection.ask("SELECT coalesce((SELECT min(id) FROM deliveries), 0), "
                                                    "coalesce((SELECT max(id) FROM deliveries), -1)"),
                                   [](Rows& row) {
                                       const qint64 low = row.integer();
                                       return std::pair(low, row.integer() + 1);
                                   }),
                             QString());
    if (!ends)
        return tl::unexpected(ends.error());
    qint64 high = std::min(ends->second, m_filter.before ? m_filter.before->number : ends->second);
    while (high > ends->first && !isFull()) {
        const qint64 low = std::max(ends->first, high - m_pace.window());
        if (auto looked = look(low, high); !looked)
            return tl::unexpected(looked.error());
        high = low;
        m_pace.passed();
        if (m_filter.asker.isSuperseded())
            return fail(ErrorCode::Interrupted, tr("Something newer was asked."));
        if (m_pace.isOver())
            break;
    }
    if (isFull())
        m_page.next = m_page.rows.last();
    else if (high > ends->first)
        m_page.next = DeliveryId{high};
    return std::move(m_page);
}

Result<void> DeliverySearch::look(qint64 low, qint64 high)
{
    Conditions conditions = conditionsOf(m_filter);
    conditions.add(QStringLiteral("id >= ? AND id < ?"), {low, high});
    if (!m_narrowing.sql.isEmpty())
        conditions.add(m_narrowing.sql, m_narrowing.values);
    const QString chosen = conditions.where() + QStringLiteral(" ORDER BY id DESC") +
                           limitOf(m_narrowing.exact ? m_filter.limit : 0);
    auto rows =
        m_narrowing.exact
            ? m_connection.askOnce(QStringLiteral("SELECT id FROM deliveries") + chosen, conditions.values())
            : m_connection.askOnce(scanOfDeliveries(m_needsBody, chosen), conditions.values());
    return rows ? take(std::move(*rows)) : tl::unexpected(rows.error());
}

Result<void> DeliverySearch::take(Rows rows)
{
    while (!isFull() && rows.next()) {
        if (m_narrowing.exact) {
            m_page.rows << DeliveryId{rows.integer()};
            continue;
        }
        const auto scanned = toScanned(rows, m_connection);
        if (!scanned)
            return tl::unexpected(scanned.error());
        const DeliveryParts parts{true, scanned->hasLast ? &scanned->last : nullptr, scanned->reportName};
        const QueryVerdict verdict = m_matcher.on(QueriedDelivery(scanned->delivery, parts, m_reading));
        if (verdict == QueryVerdict::Yes)
            m_page.rows << scanned->delivery.id;
        else if (verdict == QueryVerdict::Unknown)
            ++m_page.unreadable;
    }
    const auto failure = rows.failure();
    return failure ? Result<void>(tl::unexpected(*failure)) : Result<void>();
}

} // namespace hookworks
