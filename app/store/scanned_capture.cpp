// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/scanned_capture.h"

#include "domain/head_fields.h"
#include "store/column_values.h"
#include "store/packed.h"
#include "store/sqlite/bodies.h"

namespace hookworks {

/// A column that is read where a query has one of these fields.
struct LightColumn
{
    const char* name;
    QList<QueryName> fields;
    void (*read)(Rows& row, Capture& capture);
};

namespace {

/// Without a copy.
QByteArray inPlace(Rows& row)
{
    const QByteArrayView bytes = row.bytesInPlace();
    return QByteArray::fromRawData(bytes.data(), bytes.size());
}

const QList<QueryName> ofDelivery{
    QueryName::Event,    QueryName::Provider, QueryName::Webhook, QueryName::Report, QueryName::State,
    QueryName::Attempts, QueryName::Outcome,  QueryName::Message, QueryName::Origin, QueryName::Being};

const std::vector<LightColumn>& lightColumns()
{
    using Name = QueryName;
    static const std::vector<LightColumn> columns{
        {"listener", {Name::Listener}, [](Rows& row, Capture& c) { c.listener = ListenerId{row.integer()}; }},
        {"received_at",
         {Name::Received, Name::After, Name::Before},
         [](Rows& row, Capture& c) { c.receivedAt = row.realTime(); }},
        {"remote", {Name::Remote}, [](Rows& row, Capture& c) { c.remote = row.text(); }},
        {"problem", {Name::Problem}, [](Rows& row, Capture& c) { c.problem = row.text(); }},
        {"method", {Name::Method}, [](Rows& row, Capture& c) { c.method = inPlace(row); }},
        {"target",
         {Name::Target, Name::Path, Name::Query},
         [](Rows& row, Capture& c) { c.target = inPlace(row); }},
        {"body_bytes", {Name::Size}, [](Rows& row, Capture& c) { c.bodyBytes = row.integer(); }},
        {"rule", {Name::Rule}, [](Rows& row, Capture& c) { c.rule = row.text(); }},
        {"response_status", {Name::Status}, [](Rows& row, Capture& c) { c.responseStatus = row.number(); }},
        {"fault", {Name::Fault}, [](Rows& row, Capture& c) { c.fault = row.text(); }},
        {"delivery", ofDelivery + QList{Name::Delivery},
         [](Rows& row, Capture& c) { c.delivery = row.maybeId<DeliveryId>(); }},
        {"attempt_number", ofDelivery, [](Rows& row, Capture& c) { c.attemptNumber = row.number(); }},
        {"mark", {Name::Note, Name::Being}, [](Rows& row, Capture& c) { fromSql(row, c.mark); }}};
    return columns;
}

constexpr const char* factColumns =
    "coalesce(d.provider, ''), coalesce(d.event, ''), d.webhook, coalesce(d.webhook_name, ''), d.report, "
    "coalesce(r.name, ''), coalesce(d.state, ''), d.attempts, coalesce(d.message_id, ''), "
    "coalesce(d.replay_of, '') <> '', coalesce(a.outcome, ''), coalesce(a.origin, '')";
constexpr const char* factTables =
    "LEFT JOIN deliveries d ON d.id = c.delivery LEFT JOIN reports r ON r.id = d.report "
    "LEFT JOIN attempts a ON a.delivery = c.delivery AND a.number = c.attempt_number";

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

/// Keeping every field of every head takes longer than reading them.
void takeHead(Rows& row, Capture& capture, const CaptureNeeds& needs)
{
    capture.head = inPlace(row);
    capture.headers = row.packed(&unpackedHeaders);
    if (!capture.headers.fields.isEmpty() || !capture.valid)
        return;
    eachHeadField(capture.head, [&](QByteArrayView name, QByteArrayView value) {
        const auto isIt = [name](const QByteArray& one) {
            return name.size() == one.size() && name.compare(one, Qt::CaseInsensitive) == 0;
        };
        if (needs.allHeaders || std::ranges::any_of(needs.headers, isIt))
            capture.headers.append(name.toByteArray(), value.toByteArray());
        return true;
    });
}

Result<void> takeBody(Rows& row, SqlConnection& connection, Capture& capture)
{
    capture.body = inPlace(row);
    const auto apart = row.maybeInteger();
    if (!apart)
        return {};
    return loadBody(connection, {{}, apart}).map([&](QByteArray&& body) { capture.body = std::move(body); });
}

} // namespace

CaptureNeeds CaptureNeeds::of(const Query& query)
{
    CaptureNeeds needs;
    QSet<QueryName> names;
    eachTerm(query, [&](const QueryTerm& term) {
        const QueryName name = term.field ? term.field->name : QueryName::Body;
        const bool recognised = name == QueryName::Event || name == QueryName::Provider;
        const bool looksIn = name == QueryName::Body || name == QueryName::Json || recognised;
        names << name;
        needs.body |= looksIn;
        if (name == QueryName::Header)
            needs.headers << term.field->header.toUtf8();
        needs.head |= looksIn || name == QueryName::Head || name == QueryName::Header;
        needs.facts |= ofDelivery.contains(name);
    });
    if (needs.body)
        needs.headers << "Content-Encoding";
    for (const LightColumn& column : lightColumns()) {
        if (std::ranges::any_of(column.fields, [&](QueryName name) { return names.contains(name); }))
            needs.light.push_back(&column);
    }
    return needs;
}

CaptureNeeds CaptureNeeds::everything()
{
    CaptureNeeds needs{{}, true, true, {}, true, true};
    for (const LightColumn& column : lightColumns())
        needs.light.push_back(&column);
    return needs;
}

/// The order stands outside, where it follows that of the table: around a subquery that is ordered itself,
/// SQLite would sort every row with its body.
QString scanOfCaptures(const CaptureNeeds& needs, const CaptureChoice& choice)
{
    QStringList columns{QStringLiteral("id, valid")};
    for (const LightColumn* column : needs.light)
        columns << QLatin1String(column->name);
    if (needs.head)
        columns << QStringLiteral("head, headers");
    if (needs.body)
        columns << QStringLiteral("body, body_body");
    QString scan = QStringLiteral("SELECT %1 FROM captures WHERE %2")
                       .arg(columns.join(QStringLiteral(", ")), choice.where);
    if (needs.facts)
        scan = QStringLiteral("SELECT c.*, %1 FROM (%2) c %3")
                   .arg(QLatin1String(factColumns), scan, QLatin1String(factTables));
    return scan + QStringLiteral(" ORDER BY %1id %2 LIMIT %3")
                      .arg(needs.facts ? QStringLiteral("c.") : QString(),
                           choice.oldestFirst ? QStringLiteral("ASC") : QStringLiteral("DESC"))
                      .arg(choice.limit);
}

Result<void> readScanned(Rows& row, SqlConnection& connection, const CaptureNeeds& needs,
                         ScannedCapture& scanned)
{
    Capture& capture = scanned.capture;
    capture.id = CaptureId{row.integer()};
    capture.valid = row.flag();
    for (const LightColumn* column : needs.light)
        column->read(row, capture);
    if (needs.head)
        takeHead(row, capture, needs);
    auto body = needs.body ? takeBody(row, connection, capture) : Result<void>();
    scanned.parts.head = needs.head;
    scanned.parts.body = needs.body;
    if (needs.facts)
        scanned.parts.facts = capture.delivery ? takeFacts(row, capture.delivery) : DeliveryFacts();
    return body;
}

} // namespace hookworks
