// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scanned_capture.h"

#include "query/text_match.h"
#include "store/column_values.h"
#include "store/packed.h"
#include "store/sqlite/bodies.h"

namespace hookworks {

namespace {

constexpr const char* lightColumns = "listener, received_at, remote, problem, method, target, body_bytes, "
                                     "rule, response_status, fault, delivery, attempt_number, mark";

/// One more row of facts: of the delivery behind a capture.
DeliveryFacts takeFacts(Rows& row, std::optional<DeliveryId> id)
{
    DeliveryFacts facts;
    facts.id = id;
    facts.provider = row.text();
    facts.event = row.text();
    facts.webhook = row.maybeId<WebhookId>();
    facts.webhookName = row.text();
    facts.report = row.maybeId<ReportId>();
    facts.reportName = row.text();
    facts.state = deliveryStateFromString(row.text());
    const auto attempts = row.maybeInteger();
    facts.attempts = attempts ? std::optional(static_cast<int>(*attempts)) : std::nullopt;
    facts.messageId = row.text();
    facts.isReplay = row.flag();
    facts.outcome = outcomeFromString(row.text());
    facts.origin = originFromString(row.text());
    return facts;
}

void takeRow(Rows& row, Capture& capture)
{
    capture.listener = ListenerId{row.integer()};
    capture.receivedAt = row.realTime();
    capture.remote = row.text();
    capture.problem = row.text();
    capture.method = row.bytes();
    capture.target = row.bytes();
    capture.bodyBytes = row.integer();
    capture.rule = row.text();
    capture.responseStatus = row.number();
    capture.fault = row.text();
    capture.delivery = row.maybeId<DeliveryId>();
    capture.attemptNumber = row.number();
    fromSql(row, capture.mark);
}

/// Taking a head apart costs more than reading it: most bodies have no coding, and can do without.
void takeHead(Rows& row, Capture& capture, bool headers)
{
    static const Needle contentCoding("content-encoding", LetterCase::Ignored);
    capture.head = row.bytes();
    capture.headers = row.packed(&unpackedHeaders);
    if (capture.headers.fields.isEmpty() && capture.valid && (headers || contentCoding.in(capture.head) >= 0))
        capture.headers = fieldsOfHead(capture.head);
}

} // namespace

CaptureNeeds CaptureNeeds::of(const Query& query)
{
    CaptureNeeds needs;
    eachTerm(query, [&](const QueryTerm& term) {
        const QueryName name = term.field ? term.field->name : QueryName::Body;
        const bool recognised = name == QueryName::Event || name == QueryName::Provider;
        const bool looksIn = name == QueryName::Body || name == QueryName::Json || recognised;
        needs.row |=
            !term.field || recognised ||
            (!looksIn && name != QueryName::Id && name != QueryName::Head && name != QueryName::Header);
        needs.body |= looksIn;
        needs.headers |= name == QueryName::Header;
        needs.head |= looksIn || name == QueryName::Head || name == QueryName::Header;
        needs.facts |= recognised || name == QueryName::Webhook || name == QueryName::Report ||
                       name == QueryName::State || name == QueryName::Attempts ||
                       name == QueryName::Outcome || name == QueryName::Message ||
                       name == QueryName::Origin || name == QueryName::Being;
    });
    return needs;
}

QString scanOfCaptures(const CaptureNeeds& needs, const QString& chosen, const QString& order)
{
    QStringList columns{QStringLiteral("id, valid")};
    if (needs.row)
        columns << QLatin1String(lightColumns);
    if (needs.head)
        columns << QStringLiteral("head, headers");
    if (needs.body)
        columns << QStringLiteral("body, body_body");
    const QString captures =
        QStringLiteral("SELECT %1 FROM captures WHERE %2").arg(columns.join(QStringLiteral(", ")), chosen);
    if (!needs.facts)
        return captures;
    return QStringLiteral(
               "SELECT c.*, coalesce(d.provider, ''), coalesce(d.event, ''), d.webhook, "
               "coalesce(d.webhook_name, ''), d.report, coalesce(r.name, ''), coalesce(d.state, ''), "
               "d.attempts, coalesce(d.message_id, ''), coalesce(d.replay_of, '') <> '', "
               "coalesce(a.outcome, ''), coalesce(a.origin, '') FROM (%1) c "
               "LEFT JOIN deliveries d ON d.id = c.delivery LEFT JOIN reports r ON r.id = d.report "
               "LEFT JOIN attempts a ON a.delivery = c.delivery AND a.number = c.attempt_number "
               "ORDER BY c.id %2")
        .arg(captures, order);
}

Result<ScannedCapture> toScannedCapture(Rows& row, SqlConnection& connection, const CaptureNeeds& needs)
{
    ScannedCapture scanned{{}, {needs.head, needs.body, {}}};
    Capture& capture = scanned.capture;
    capture.id = CaptureId{row.integer()};
    capture.valid = row.flag();
    if (needs.row)
        takeRow(row, capture);
    if (needs.head)
        takeHead(row, capture, needs.headers);
    StoredBody stored;
    if (needs.body) {
        stored.bytes = row.bytes();
        stored.body = row.maybeInteger();
    }
    if (needs.facts)
        scanned.parts.facts = takeFacts(row, capture.delivery);
    auto body = loadBody(connection, stored);
    if (!body)
        return tl::unexpected(body.error());
    capture.body = std::move(*body);
    return scanned;
}

} // namespace hookworks
