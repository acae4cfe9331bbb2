// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "store/schema.h"
#include "store/tables.h"
#include "store_fixture.h"

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

HeaderList fields(const QByteArray& value)
{
    HeaderList list;
    list.append("X-A", value);
    return list;
}

StoredBody storedBody(const QByteArray& bytes, qint64 body)
{
    return {bytes, body};
}

Report sampleReport()
{
    return {ReportId{101}, u"report provider"_s, u"report name"_s, "document", at(102), at(103)};
}

/// What lies sealed in its row comes apart, where it is asked for.
Webhook sampleWebhook()
{
    Webhook webhook;
    webhook.id = WebhookId{201};
    webhook.provider = u"webhook provider"_s;
    webhook.name = u"webhook name"_s;
    webhook.events = {u"report.failed"_s, u"report.completed"_s};
    webhook.policy = u"policy"_s;
    webhook.timeout = Micros(202);
    webhook.enabled = false;
    webhook.disabledReason = u"410 Gone"_s;
    webhook.report = ReportId{203};
    webhook.position = 204;
    webhook.flow = {205, 206, true, 207, Micros(208), Micros(209)};
    webhook.createdAt = at(210);
    webhook.clientCertificate.file = u"client.p12"_s;
    webhook.clientCertificate.keyFile = u"client.key"_s;
    return webhook;
}

Event sampleEvent()
{
    Event event;
    event.provider = u"event provider"_s;
    event.name = u"event name"_s;
    event.report = ReportId{302};
    event.createdAt = at(303);
    return event;
}

Delivery sampleDelivery()
{
    Delivery delivery;
    delivery.messageId = u"message"_s;
    delivery.eventId = EventId{402};
    delivery.provider = u"delivery provider"_s;
    delivery.event = u"event"_s;
    delivery.report = ReportId{403};
    delivery.webhook = WebhookId{404};
    delivery.webhookName = u"webhook"_s;
    delivery.request.url = u"http://a.example/hook"_s;
    delivery.request.method = "PUT";
    delivery.request.headers = fields("delivery");
    delivery.request.exactHead = "PUT /hook HTTP/1.1\r\n\r\n";
    delivery.request.bare = true;
    delivery.policy.name = u"own"_s;
    delivery.seed = 4'000'000'405;
    delivery.plan = {{1, Micros(0), Micros(0)}, {2, Micros(406), Micros(407)}};
    delivery.state = DeliveryState::Retrying;
    delivery.createdAt = at(408);
    delivery.nextDueAt = due(409);
    delivery.nextOrigin = Origin::Manual;
    delivery.attempts = 410;
    delivery.replayOf = u"c5"_s;
    delivery.basis = {u"d4"_s, u"d41"_s, true};
    delivery.mark = {MarkColour::Red, u"a delivery\nof note"_s};
    return delivery;
}

Attempt sampleAttempt()
{
    Attempt attempt;
    attempt.delivery = DeliveryId{501};
    attempt.number = 502;
    attempt.origin = Origin::Replay;
    attempt.dueAt = due(503);
    attempt.startedClock = due(504);
    attempt.startedAt = at(505);
    attempt.finishedAt = at(506);
    attempt.outcome = Outcome::Rejected;
    attempt.status = 507;
    attempt.error = u"error"_s;
    attempt.truncated = true;
    attempt.sentHead = "sent head";
    attempt.responseHead = "response head";
    attempt.responseHeaders = fields("attempt");
    attempt.local = u"127.0.0.1:508"_s;
    attempt.remote = u"127.0.0.1:509"_s;
    attempt.exchange = 510;
    attempt.timings = {Micros(511), Micros(512), Micros(513), Micros(514), Micros(515), Micros(516)};
    attempt.capture = CaptureId{517};
    attempt.proxy = u"http://proxy.test:3128"_s;
    attempt.clientCertificate = u"CN=client"_s;
    attempt.sentAgain = true;
    return attempt;
}

Capture sampleCapture()
{
    Capture capture;
    capture.listener = ListenerId{602};
    capture.receivedAt = at(603);
    capture.local = u"127.0.0.1:604"_s;
    capture.remote = u"127.0.0.1:605"_s;
    capture.connection = 606;
    capture.exchange = 607;
    capture.tls = TlsInfo{u"TLSv1.3"_s, u"cipher"_s, u"CN=me\nO=us"_s};
    capture.valid = false;
    capture.problem = u"problem"_s;
    capture.problemOffset = 608;
    capture.method = "POST";
    capture.target = "/hook";
    capture.version = "1.1";
    capture.bodyBytes = 609;
    capture.wireBytes = 610;
    capture.rule = u"rule"_s;
    capture.ruleHit = 629;
    capture.ruleTimes = 630;
    capture.responseStatus = 611;
    capture.responseSent = 612;
    capture.fault = u"truncate"_s;
    capture.timings = {Micros(613), Micros(614), Micros(615), Micros(616)};
    capture.delivery = DeliveryId{617};
    capture.attemptNumber = 618;
    capture.forwardedTo = u"http://app/"_s;
    capture.forwardError = u"forward error"_s;
    capture.forwarding = {Micros(619), Micros(620), Micros(621), Micros(622), Micros(623), Micros(624)};
    capture.mark = {MarkColour::Purple, u"a capture"_s};
    capture.head = "POST /hook HTTP/1.1\r\n\r\n";
    capture.trailers = fields("trailer");
    return capture;
}

StoredParts sampleParts()
{
    return {storedBody("answer", 625), storedBody("body", 626), storedBody("wire body", 627),
            fields("capture"), 628};
}

RetryPolicy samplePolicy()
{
    RetryPolicy policy;
    policy.name = u"mine"_s;
    return policy;
}

/// A database with the schema, where rows need no others.
std::unique_ptr<SqlConnection> emptyTables()
{
    auto connection = SqlConnection::inMemory().value();
    for (const QStringList& step : schemaSteps()) {
        for (const QString& statement : step) {
            if (!connection->execute(statement))
                qFatal("%s", qPrintable(statement));
        }
    }
    if (!connection->execute(u"PRAGMA foreign_keys = OFF"_s))
        qFatal("foreign keys");
    return connection;
}

QStringList textsOf(SqlConnection& connection, const QString& sql)
{
    QStringList texts = all(connection.askOnce(sql), [](Rows& row) { return row.text(); }).value();
    texts.sort();
    return texts;
}

/// Keeps what is bound, and does nothing with it.
class Bound final : public Statement
{
public:
    void bindNull() override { m_values << SqlValue(); }
    void bind(qint64 number) override { m_values << number; }
    void bind(double number) override { m_values << number; }
    void bind(const QString& text) override { m_values << text; }
    void bind(const QByteArray& bytes) override { m_values << bytes; }
    Result<int> run() override { return fail(ErrorCode::Internal, u"It does nothing."_s); }
    Result<std::unique_ptr<RowSource>> ask() override
    {
        return fail(ErrorCode::Internal, u"It knows nothing."_s);
    }
    const SqlValues& values() const { return m_values; }

private:
    SqlValues m_values;
};

template <class Columns>
SqlValues valuesOf(const typename Columns::Row& row)
{
    Bound bound;
    std::apply([&](const auto&... values) { Records<Columns>::bind(bound, everyPart, values...); }, row);
    return bound.values();
}

template <class Columns>
typename Columns::Row stored(SqlConnection& connection)
{
    typename Columns::Row row;
    auto rows = connection.ask(Records<Columns>::select({}, everyPart)).value();
    if (!rows.next())
        return row;
    std::apply([&](auto&... values) { Records<Columns>::read(rows, everyPart, values...); }, row);
    return rows.failure() || rows.next() ? typename Columns::Row() : row;
}

/// Whether another column may hold the same: a flag has but two values.
bool isFlag(const SqlValue& value)
{
    return value == SqlValue(qint64(0)) || value == SqlValue(qint64(1));
}

/// That the sample would show a column that is left out or taken for another.
template <class Columns>
void expectTelling(const typename Columns::Row& row)
{
    const QByteArrayList names = Records<Columns>::names(everyPart).split(',');
    const SqlValues values = valuesOf<Columns>(row);
    const SqlValues defaults = valuesOf<Columns>({});
    QCOMPARE(values.size(), names.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        QVERIFY2(values[i] != defaults[i], qPrintable(u"give a value to"_s + QString::fromLatin1(names[i])));
        const auto same = values.count(values[i]);
        QVERIFY2(same == 1 || isFlag(values[i]),
                 qPrintable(u"give a value of its own to"_s + QString::fromLatin1(names[i])));
    }
}

/// A row with the sample's key and nothing else of it.
template <class Columns>
Result<int> insertBlank(SqlConnection& connection, const SqlValues& sample)
{
    SqlValues blank = valuesOf<Columns>({});
    for (int i = 0; i < Columns::keys; ++i)
        blank[i] = sample[i];
    const QByteArrayList marks(blank.size(), "?");
    return connection.run("INSERT OR REPLACE INTO " + QByteArray(Columns::name) + " (" +
                              Records<Columns>::names(everyPart) + ") VALUES (" + marks.join(',') + ')',
                          blank);
}

/// That each way to write a row writes all of it, and reading gives all of it back.
template <class Columns>
void expectKept(const typename Columns::Row& row)
{
    expectTelling<Columns>(row);
    const auto connection = emptyTables();
    const SqlValues values = valuesOf<Columns>(row);
    const auto expectWritten = [&](auto write) {
        const auto rows = std::apply([&](const auto&... each) { return write(each...); }, row);
        QCOMPARE(rows.value_or(-1), 1);
        QCOMPARE(valuesOf<Columns>(stored<Columns>(*connection)), values);
        QVERIFY(insertBlank<Columns>(*connection, values));
        QVERIFY(valuesOf<Columns>(stored<Columns>(*connection)) != values);
    };
    SqlConnection& sql = *connection;
    expectWritten([&](const auto&... each) { return Records<Columns>::insert(sql, each...); });
    expectWritten([&](const auto&... each) { return Records<Columns>::update(sql, everyPart, each...); });
    expectWritten([&](const auto&... each) { return Records<Columns>::put(sql, each...); });
    expectWritten([&](const auto&... each) { return Records<Columns>::replace(sql, each...); });
}

template <class Columns>
void expectListed(QStringList& tables)
{
    const auto connection = emptyTables();
    QStringList listed;
    for (const QByteArray& name : Records<Columns>::names(everyPart).split(','))
        listed << QString::fromLatin1(name.trimmed());
    listed.sort();
    const QString table = QLatin1String(Columns::name);
    QCOMPARE(listed, textsOf(*connection, u"SELECT name FROM pragma_table_info('%1')"_s.arg(table)));
    tables << table;
}

template <class... Columns>
QStringList listedTables()
{
    QStringList tables;
    (expectListed<Columns>(tables), ...);
    return tables;
}

} // namespace

/// A column of the schema that is in no list, or is left out on the way, shows here.
class TablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnOfTheSchemaIsInAList()
    {
        QStringList tables =
            listedTables<ReportColumns, WebhookColumns, FailingWebhookColumns, EventColumns, DeliveryColumns,
                         DeliveryRequestColumns, AttemptColumns, CaptureColumns, PolicyColumns,
                         ListenerColumns, RuleProgressColumns, ClockColumns, SettingColumns, DraftColumns,
                         CounterColumns, SampleColumns, MadeByColumns>();
        tables << u"bodies"_s << u"body_chunks"_s; // of store/sqlite/bodies.cpp alone
        tables.sort();
        const auto connection = emptyTables();
        QCOMPARE(tables, textsOf(*connection, u"SELECT name FROM sqlite_master WHERE type = 'table'"_s));
    }

    void everyColumnIsWrittenAndReadBack()
    {
        const DeliveryId delivery{401};
        expectKept<ReportColumns>({sampleReport(), true, u"Europe/Berlin"_s, u"[\"North\"]"_s});
        expectKept<WebhookColumns>(
            {sampleWebhook(), {"sealed url", "sealed token", "sealed headers", "sealed passphrase"}});
        expectKept<FailingWebhookColumns>({WebhookId{7}, due(8)});
        expectKept<EventColumns>({EventId{301}, sampleEvent(), storedBody("payload", 304)});
        expectKept<DeliveryColumns>({delivery, sampleDelivery(), u"http://a.example/hook"_s});
        expectKept<DeliveryRequestColumns>({delivery, sampleDelivery(), storedBody("body", 411)});
        expectKept<AttemptColumns>({sampleAttempt(), storedBody("response body", 518)});
        expectKept<CaptureColumns>({CaptureId{601}, sampleCapture(), sampleParts()});
        expectKept<PolicyColumns>({samplePolicy()});
        expectKept<ListenerColumns>({StoredListener{ListenerId{9}, u"L"_s, "sealed", "passphrase"}});
        expectKept<RuleProgressColumns>({ListenerId{10}, 11, {12, 13, 14, due(15), 16, u"no JSON"_s}});
        expectKept<ClockColumns>({1, ClockState{due(17), at(18), 600.5}});
        expectKept<SettingColumns>({u"key"_s, u"value"_s});
        expectKept<DraftColumns>({u"key"_s, "draft"});
        expectKept<CounterColumns>({u"capture"_s, 19});
        expectKept<SampleColumns>(
            {SampleBody{u"sample"_s, u"of"_s, u"event name"_s, u"text/csv"_s, {}, at(23)},
             storedBody("body", 24)});
        expectKept<MadeByColumns>({MadeBy{u"command"_s, DeliveryId{20}, DeliveryId{21}, at(22)}});
    }

    void anAttemptKeepsTheCaptureThatWasFound()
    {
        const auto connection = emptyTables();
        Attempt attempt = sampleAttempt();
        QVERIFY(Records<AttemptColumns>::insert(*connection, attempt, StoredBody()));
        attempt.capture.reset();
        attempt.status = 200;
        QVERIFY(Records<AttemptColumns>::put(*connection, attempt, StoredBody()));
        const Attempt kept = std::get<Attempt>(stored<AttemptColumns>(*connection));
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.capture, sampleAttempt().capture);
    }

    void wholeValuesComeBackThroughTheStore()
    {
        StoreFixture f;
        Delivery delivery = sampleDelivery();
        delivery.request.body = QByteArray(20'000, 'd');
        delivery.id = f.write([&](Writer& w) { return w.addDelivery(delivery); }).value();
        QVERIFY(f.read([&](Reader& r) { return r.delivery(delivery.id); }).value() == delivery);
        Attempt attempt = sampleAttempt();
        attempt.delivery = delivery.id;
        attempt.number = delivery.attempts;
        attempt.responseBody = QByteArray(20'000, 'r');
        const DeliveryStep step{delivery.state, delivery.nextDueAt, delivery.nextOrigin};
        QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(attempt, step); }));
        QVERIFY(f.read([&](Reader& r) { return r.attempt(delivery.id, attempt.number); }).value() == attempt);
        QVERIFY(f.read([&](Reader& r) { return r.delivery(delivery.id); }).value() == delivery);
        Capture capture = sampleCapture();
        capture.headers = fields("capture");
        capture.response = {"HTTP/1.1 611 No\r\n\r\n", QByteArray(20'000, 'a')};
        capture.body = QByteArray(20'000, 'b');
        capture.wireBody = QByteArray(20'000, 'w');
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        QVERIFY(f.read([&](Reader& r) { return r.capture(capture.id); }).value() == capture);
    }

    void aSummaryIsTheWholeWithoutItsLongParts()
    {
        StoreFixture f;
        Delivery delivery = sampleDelivery();
        Capture capture = sampleCapture();
        capture.head = QByteArray(100, 'h');
        delivery.id = f.write([&](Writer& w) { return w.addDelivery(delivery); }).value();
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        const QList<DeliverySummary> deliveries{summaryOf(delivery)};
        const QList<CaptureSummary> captures{capture};
        QVERIFY(f.read([&](Reader& r) { return r.deliverySummaries({delivery.id}); }).value() == deliveries);
        QVERIFY(f.read([&](Reader& r) { return r.captureSummaries({capture.id}); }).value() == captures);
        for (const QString& text : {u""_s, u"target:/hook"_s, u"status:611"_s}) {
            const Query where = parseQuery(text).value();
            const auto found = f.read([&](Reader& r) { return r.findCaptureSummaries({.where = where}); });
            QVERIFY2(found.value().rows == captures, qPrintable(text));
        }
        for (const QString& text : {u""_s, u"webhook:webhook"_s, u"state:retrying"_s}) {
            const Query where = parseQuery(text).value();
            const auto found = f.read([&](Reader& r) { return r.findDeliverySummaries({.where = where}); });
            QVERIFY2(found.value().rows == deliveries, qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TablesTest)
#include "tables_test.moc"
