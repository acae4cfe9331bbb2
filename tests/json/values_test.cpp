// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/readable_text.h"
#include "json/values_capture.h"
#include "json/values_delivery.h"
#include "json/values_listener.h"
#include "json/values_policy.h"
#include "json/values_quota.h"
#include "json/values_report.h"

#include <QSet>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

RealTime realAt(qint64 micros)
{
    return *realTimeFromIso(u"2026-01-02T03:04:05Z") + Micros(micros);
}

WorkTime workAt(qint64 micros)
{
    return *workTimeFromIso(u"2026-02-02T03:04:05Z") + Micros(micros);
}

Attempt failedAttempt()
{
    Attempt attempt;
    attempt.delivery = DeliveryId{3};
    attempt.dueAt = workAt(0);
    attempt.startedClock = workAt(250);
    attempt.startedAt = realAt(1);
    attempt.finishedAt = realAt(12345);
    attempt.outcome = Outcome::Rejected;
    attempt.status = 503;
    attempt.error = u"The receiver answered 503"_s;
    attempt.sentHead = "POST /hook HTTP/1.1\r\n\r\n";
    attempt.responseHeaders.append("Retry-After", "2");
    attempt.responseBody = "down";
    attempt.local = u"127.0.0.1:51234"_s;
    attempt.remote = u"127.0.0.1:9000"_s;
    attempt.proxy = u"http://p:1"_s;
    attempt.clientCertificate = u"CN=c"_s;
    attempt.sentAgain = true;
    attempt.capture = CaptureId{7};
    attempt.timings = {Micros(0), Micros(300), {}, Micros(100), Micros(12000), Micros(1205)};
    return attempt;
}

Attempt startedAttempt()
{
    Attempt attempt;
    attempt.delivery = DeliveryId{3};
    attempt.number = 2;
    attempt.origin = Origin::Manual;
    attempt.dueAt = workAt(30'000'000);
    attempt.startedClock = workAt(30'000'000);
    attempt.startedAt = realAt(30'000'000);
    return attempt;
}

Delivery sampleDelivery()
{
    Delivery delivery;
    delivery.id = DeliveryId{3};
    delivery.messageId = u"0194-x"_s;
    delivery.provider = u"hybiscus"_s;
    delivery.event = u"report.failed"_s;
    delivery.report = ReportId{1};
    delivery.webhook = WebhookId{2};
    delivery.request.url = u"http://127.0.0.1:9000/hook"_s;
    delivery.request.headers.append("Content-Type", "application/json");
    delivery.request.headers.append("X-Name", "J\xFCrgen");
    delivery.request.body = "{}";
    delivery.plan = {{1, Micros(0), Micros(0)}, {2, std::chrono::seconds(30), Micros(29'750'000)}};
    delivery.state = DeliveryState::Retrying;
    delivery.createdAt = realAt(6);
    delivery.nextDueAt = workAt(30'000'000);
    return delivery;
}

Capture sampleCapture()
{
    Capture capture;
    capture.id = CaptureId{5};
    capture.receivedAt = realAt(0);
    capture.remote = u"127.0.0.1:51234"_s;
    capture.method = "POST";
    capture.target = "/hook?x=1";
    capture.version = "1.1";
    capture.headers.append("Host", "127.0.0.1:8717");
    capture.head = "GET";
    capture.response = {"HTTP", "ok"};
    capture.body = QByteArray("\0\x01\xFF", 3);
    capture.bodyBytes = 3;
    capture.wireBytes = 402;
    capture.rule = u"down for 3"_s;
    capture.ruleHit = 2;
    capture.ruleTimes = 3;
    capture.responseStatus = 503;
    capture.delivery = DeliveryId{3};
    capture.attemptNumber = 1;
    capture.timings = {Micros(200), Micros(100), Micros(10000), Micros(1)};
    return capture;
}

ReplyRule richRule()
{
    ReplyRule rule;
    rule.name = u"all of it"_s;
    rule.enabled = false;
    rule.match = {u"POST"_s,
                  u"/hook*"_s,
                  {{u"x"_s, u"1"_s}, {u"x"_s, u"2"_s}},
                  {{u"X-A"_s, u"a*"_s}},
                  {{u"$.e"_s, u"f"_s}}};
    rule.times = 3;
    Reply reply;
    reply.status = 503;
    reply.headers.append("Retry-After", "2");
    reply.headers.append("X-Odd", "\xFF");
    reply.body = QByteArray("\0\xFF", 2);
    reply.delay = {Micros(1), Micros(2500)};
    Reply reset;
    reset.fault = Fault::Reset;
    rule.replies = {reply, reset};
    rule.repeat = true;
    rule.probability = 0.1;
    rule.seed = 4294967295U;
    rule.require = RequiredAuth{{}, u"u"_s, {}};
    rule.otherwise = Reply{401, {}, "näh", {}, {}, {}};
    rule.forwardTo = u"http://127.0.0.1:1/"_s;
    return rule;
}

RetryPolicy richPolicy()
{
    RetryPolicy policy;
    policy.name = u"mine"_s;
    policy.kind = RetryPolicy::Kind::Linear;
    policy.firstGap = Micros(1'000'001);
    policy.factor = 1.1;
    policy.increment = Micros(1);
    policy.gapCap = std::chrono::hours(24 * 365);
    policy.count = 8;
    policy.countIncludesFirst = true;
    policy.gaps = {Micros(1), std::chrono::seconds(5), Micros(0)};
    policy.jitter = 0.25;
    policy.honourRetryAfter = true;
    policy.retryAfterCap = Micros(123'456'789);
    policy.retryStatuses = {{429, 429}, {500, 599}};
    policy.goneDisables = true;
    policy.disableAfterDays = 5;
    policy.timeout = Micros(2'500'000);
    return policy;
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDeliveryHasTheContractsFormAndOrder();
    void aDeliveryWithoutBodiesLeavesTheirMembersOut();
    void aCaptureHasTheContractsFormAndOrder();
    void bytesThatAreNoTextAreToldFromThoseThatAre();
    void aCaptureOfNothingUsableSaysWhatIsMissing();
    void durationsAreExactAndHaveNoExponent_data();
    void durationsAreExactAndHaveNoExponent();
    void aPolicyComesBackAsItWas();
    void aPolicyIsReadStrictly_data();
    void aPolicyIsReadStrictly();
    void aListenerComesBackAsItWas();
    void aQuotaComesBackAsItWas();
    void aStoredListenerIsReadWhateverItHolds();
    void aReportShowsItsDocument();
    void aWebhookKeepsItsTokenToItself();
    void aWebhookComesBackWithItsSecrets();
    void aWebhookIsReadStrictly_data();
    void aWebhookIsReadStrictly();
};

void ValuesTest::aDeliveryHasTheContractsFormAndOrder()
{
    const QByteArray expected =
        R"({"id":"d3","messageId":"0194-x","provider":"hybiscus","event":"report.failed","reportId":"r1",)"
        R"("webhookId":"w2","url":"http://127.0.0.1:9000/hook","state":"retrying",)"
        R"("createdAt":"2026-01-02T03:04:05.000006Z","nextDueAt":"2026-02-02T03:04:35.000000Z","replayOf":null,)"
        R"("verdict":null,"comparedWith":null,)"
        R"("plan":[{"number":1,"afterSeconds":0,"gapSeconds":0},{"number":2,"afterSeconds":30,"gapSeconds":29.75}],)"
        R"("request":{"method":"POST","url":"http://127.0.0.1:9000/hook",)"
        R"("headers":[["Content-Type","application/json"],["X-Name","J\\xfcrgen"]],)"
        R"("bodyBase64":"e30=","headersBase64":[["Q29udGVudC1UeXBl","YXBwbGljYXRpb24vanNvbg=="],)"
        R"(["WC1OYW1l","SvxyZ2Vu"]]},)"
        R"("attempts":[{"number":1,"dueAt":"2026-02-02T03:04:05.000000Z","startedAt":"2026-01-02T03:04:05.000001Z",)"
        R"("finishedAt":"2026-01-02T03:04:05.012345Z","origin":"plan","outcome":"rejected","truncated":false,)"
        R"("status":503,"error":"The receiver answered 503","responseHeaders":[["Retry-After","2"]],)"
        R"("responseBodyBase64":"ZG93bg==","captureId":"c7","queueMs":0.0,"connectMs":0.3,"tlsMs":null,)"
        R"("sendMs":0.1,"waitMs":12.0,"receiveMs":1.205,"startedClock":"2026-02-02T03:04:05.000250Z",)"
        R"("local":"127.0.0.1:51234","remote":"127.0.0.1:9000","proxy":"http://p:1","clientCertificate":"CN=c","sentAgain":true,"sentHead":"POST /hook HTTP/1.1\r\n\r\n",)"
        R"("sentHeadBase64":"UE9TVCAvaG9vayBIVFRQLzEuMQ0KDQo=","responseHeadBase64":""},)"
        R"({"number":2,"dueAt":"2026-02-02T03:04:35.000000Z","startedAt":"2026-01-02T03:04:35.000000Z",)"
        R"("finishedAt":null,"origin":"manual","outcome":null,"truncated":false,"status":0,"error":null,)"
        R"("responseHeaders":[],"responseBodyBase64":"","captureId":null,"queueMs":null,"connectMs":null,)"
        R"("tlsMs":null,"sendMs":null,"waitMs":null,"receiveMs":null,)"
        R"("startedClock":"2026-02-02T03:04:35.000000Z","local":null,"remote":null,"proxy":null,"clientCertificate":null,"sentAgain":false,"sentHead":"",)"
        R"("sentHeadBase64":"","responseHeadBase64":""}],"mark":null})";
    const JsonValue json =
        deliveryJson(sampleDelivery(), {failedAttempt(), startedAttempt()}, Bodies::Include);
    QCOMPARE(compactJson(json), expected);
}

void ValuesTest::aDeliveryWithoutBodiesLeavesTheirMembersOut()
{
    const QByteArray with = compactJson(deliveryJson(sampleDelivery(), {failedAttempt()}, Bodies::Include));
    QByteArray expected = with;
    expected.replace(R"("bodyBase64":"e30=",)", "");
    expected.replace(R"(,"responseBodyBase64":"ZG93bg==")", "");
    expected.replace(
        R"(,"sentHead":"POST /hook HTTP/1.1\r\n\r\n","sentHeadBase64":"UE9TVCAvaG9vayBIVFRQLzEuMQ0KDQo=")",
        "");
    expected.replace(R"(,"responseHeadBase64":"")", "");
    QCOMPARE(compactJson(deliveryJson(sampleDelivery(), {failedAttempt()}, Bodies::Leave)), expected);
}

void ValuesTest::aCaptureHasTheContractsFormAndOrder()
{
    const QByteArray expected =
        R"({"id":"c5","receivedAt":"2026-01-02T03:04:05.000000Z","remote":"127.0.0.1:51234","tls":null,)"
        R"("valid":true,"problem":null,"method":"POST","target":"/hook?x=1","version":"1.1",)"
        R"("headers":[["Host","127.0.0.1:8717"]],"bodyBase64":"AAH/",)"
        R"("bodyBytes":3,"wireBytes":402,)"
        R"("rule":"down for 3","responseStatus":503,"fault":null,"deliveryId":"d3","attemptNumber":1,)"
        R"("acceptMs":0.2,"readMs":0.1,"thinkMs":10.0,"writeMs":0.001,)"
        R"("problemOffset":null,"responseSent":null,"ruleHit":2,"ruleTimes":3,"trailers":[],"forwardedTo":null,"forwardError":null,"forwarding":null,)"
        R"("headBase64":"R0VU","wireBodyBase64":null,)"
        R"("responseHeadBase64":"SFRUUA==","responseBodyBase64":"b2s=","mark":null})";
    QCOMPARE(compactJson(captureJson(sampleCapture(), Bodies::Include)), expected);
    QCOMPARE(
        compactJson(captureJson(sampleCapture(), Bodies::Leave)),
        QByteArray(expected)
            .replace(R"("bodyBase64":"AAH/",)", "")
            .replace(
                R"(,"headBase64":"R0VU","wireBodyBase64":null,"responseHeadBase64":"SFRUUA==","responseBodyBase64":"b2s=")",
                ""));
}

/// Every form of a capture and of a delivery: é in UTF-8, in Latin-1, and the text that Latin-1 is shown as.
void ValuesTest::bytesThatAreNoTextAreToldFromThoseThatAre()
{
    QSet<QByteArray> captures, deliveries;
    for (const QByteArray& value : {"caf\xc3\xa9"_ba, "caf\xe9"_ba, "caf\\xe9"_ba}) {
        Capture capture = sampleCapture();
        capture.head = "GET / HTTP/1.1\r\nX: " + value + "\r\n\r\n";
        capture.headers.set("X", value);
        capture.trailers.set("Y", value);
        Delivery delivery = sampleDelivery();
        delivery.request.headers = capture.headers;
        Attempt attempt = failedAttempt();
        attempt.sentHead = attempt.responseHead = capture.head;
        for (const Bodies bodies : {Bodies::Include, Bodies::Leave}) {
            const JsonValue json = captureJson(capture, bodies);
            captures << compactJson(json);
            const bool exact = value != "caf\xe9";
            QCOMPARE(json.find(u"headBase64") != nullptr, bodies == Bodies::Include || !exact);
            QCOMPARE(json.find(u"trailersBase64") != nullptr, !exact);
            if (const JsonValue* head = json.find(u"headBase64"))
                QCOMPARE(QByteArray::fromBase64(head->text.toLatin1()), capture.head);
            QCOMPARE(json.find(u"headers")->items[1].items[1].text, readableText(value));
            deliveries << compactJson(deliveryJson(delivery, {attempt}, bodies));
        }
    }
    QCOMPARE(captures.size(), 6);
    QCOMPARE(deliveries.size(), 6);
}

void ValuesTest::aCaptureOfNothingUsableSaysWhatIsMissing()
{
    Capture capture = sampleCapture();
    capture.valid = false;
    capture.problem = u"A header line is missing"_s;
    capture.problemOffset = 17;
    capture.tls = TlsInfo{u"TLSv1.3"_s, u"X"_s, {}};
    capture.rule.clear();
    capture.fault = u"close"_s;
    capture.delivery.reset();
    capture.timings.accept.reset();
    const JsonValue json = captureJson(capture, Bodies::Leave);
    QCOMPARE(compactJson(*json.find(u"problem")), QByteArray("\"A header line is missing\""));
    QCOMPARE(compactJson(*json.find(u"problemOffset")), QByteArray("17"));
    QCOMPARE(compactJson(*json.find(u"tls")),
             QByteArray(R"({"version":"TLSv1.3","cipher":"X","clientSubject":null})"));
    for (const QStringView absent : {u"rule", u"deliveryId", u"attemptNumber", u"acceptMs"})
        QVERIFY2(json.find(absent)->isNull(), qPrintable(absent.toString()));
    QCOMPARE(json.find(u"fault")->text, u"close"_s);
}

void ValuesTest::durationsAreExactAndHaveNoExponent_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<QByteArray>("milliseconds");
    QTest::newRow("nothing") << qint64(0) << QByteArray("0") << QByteArray("0.0");
    QTest::newRow("one microsecond") << qint64(1) << QByteArray("0.000001") << QByteArray("0.001");
    QTest::newRow("a month") << qint64(2'592'000'000'000) << QByteArray("2592000")
                             << QByteArray("2592000000.0");
    QTest::newRow("odd") << qint64(1'234'567) << QByteArray("1.234567") << QByteArray("1234.567");
    QTest::newRow("before") << qint64(-1'500) << QByteArray("-0.0015") << QByteArray("-1.5");
}

void ValuesTest::durationsAreExactAndHaveNoExponent()
{
    QFETCH(const qint64, micros);
    QFETCH(const QByteArray, seconds);
    QFETCH(const QByteArray, milliseconds);
    Delivery delivery = sampleDelivery();
    delivery.plan = {{1, Micros(micros), Micros(0)}};
    Attempt attempt = failedAttempt();
    attempt.timings.wait = Micros(micros);
    const JsonValue json = deliveryJson(delivery, {attempt}, Bodies::Leave);
    QCOMPARE(json.find(u"plan")->items[0].find(u"afterSeconds")->text.toLatin1(), seconds);
    QCOMPARE(json.find(u"attempts")->items[0].find(u"waitMs")->text.toLatin1(), milliseconds);
}

void ValuesTest::aPolicyComesBackAsItWas()
{
    for (const RetryPolicy& policy : {richPolicy(), RetryPolicy()}) {
        const auto read = policyFromJson(compactJson(policyJson(policy)));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == policy);
    }
}

void ValuesTest::aPolicyIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no name") << QByteArray(R"({"kind":"none"})")
                             << u"Line 1, column 1 ($): \"name\" is missing"_s;
    QTest::newRow("unknown kind") << QByteArray(R"({"name":"a","kind":"often"})")
                                  << u"Line 1, column 20 ($.kind): \"often\" is no word that is known here"_s;
    QTest::newRow("unknown member") << QByteArray(R"({"name":"a","kind":"none","gap":1})")
                                    << u"Line 1, column 27 ($.gap): \"gap\" is not known here"_s;
    QTest::newRow("jitter of two") << QByteArray(R"({"name":"a","kind":"none","jitter":2})")
                                   << u"Line 1, column 36 ($.jitter): This must be from 0 to 1"_s;
    QTest::newRow("a gap that is text")
        << QByteArray(R"({"name":"a","kind":"list","gapsSeconds":[1,"2"]})")
        << u"Line 1, column 44 ($.gapsSeconds[1]): A gap must be a number of seconds"_s;
    QTest::newRow("statuses the wrong way round")
        << QByteArray(R"({"name":"a","kind":"none","retryStatuses":[[599,500]]})")
        << u"Line 1, column 44 ($.retryStatuses[0]): A range of statuses must be [first, last]"_s;
}

void ValuesTest::aPolicyIsReadStrictly()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    const auto read = policyFromJson(text);
    QVERIFY(!read);
    QCOMPARE(read.error().message, words);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
}

void ValuesTest::aListenerComesBackAsItWas()
{
    ListenerConfig listener;
    listener.name = u"Haupt"_s;
    listener.address = u"::1"_s;
    listener.port = 0;
    listener.enabled = true;
    listener.tls = true;
    listener.certificateFile = u"/a.pem"_s;
    listener.keyFile = u"/b.pem"_s;
    listener.askClientCertificate = true;
    listener.rules = {richRule(), ReplyRule()};
    listener.limits = {1, 2, 3, 900'000'000'000, 5, Micros(6), Micros(7), 9, Micros(8)};
    for (const ListenerConfig& each : {listener, ListenerConfig()}) {
        const auto read = listenerFromJson(compactJson(listenerJson(each)));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == each);
    }
}

void ValuesTest::aQuotaComesBackAsItWas()
{
    for (const CaptureQuota& each :
         {CaptureQuota(), CaptureQuota{1, 2, std::chrono::milliseconds(1'500), AtQuota::Refuse}}) {
        const auto read = quotaFromJson(compactJson(quotaJson(each)));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == each);
    }
    QVERIFY(quotaFromJson("{}") == CaptureQuota());
    QVERIFY(!quotaFromJson("{\"bytes\":0}"));
    QVERIFY(!quotaFromJson("{\"atQuota\":\"wait\"}"));
}

void ValuesTest::aStoredListenerIsReadWhateverItHolds()
{
    ListenerConfig listener;
    ReplyRule rule;
    rule.times = 0;
    rule.probability = 7;
    Reply reply;
    reply.status = 1;
    reply.headers.append("not a token", "a\nb");
    reply.delay = {Micros(5), Micros(1)};
    reply.body = "both";
    reply.bodyFile = u"x"_s;
    rule.replies = {reply};
    rule.match.body = {{u"no path"_s, u"x"_s}};
    rule.require = RequiredAuth();
    listener.rules = {rule};
    const QByteArray text = compactJson(listenerJson(listener));
    const auto read = listenerFromJson(text, JsonSource::Program);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == listener);
    QVERIFY(!listenerFromJson(text));
}

void ValuesTest::aReportShowsItsDocument()
{
    Report report{ReportId{4}, u"hybiscus"_s, u"Q1"_s, "{ \"a\": 1.10 }", realAt(0), realAt(1)};
    QCOMPARE(compactJson(reportJson(report, Bodies::Include)),
             QByteArray(
                 R"({"id":"r4","provider":"hybiscus","name":"Q1","document":{"a":1.10},)"
                 R"("createdAt":"2026-01-02T03:04:05.000000Z","changedAt":"2026-01-02T03:04:05.000001Z"})"));
    QVERIFY(reportJson(report, Bodies::Leave).find(u"document") == nullptr);
    report.schedule = {"Europe/Berlin", {u"North"_s}};
    const JsonValue scheduled = reportJson(report, Bodies::Leave);
    QCOMPARE(scheduled.find(u"zone")->text, u"Europe/Berlin"_s);
    QCOMPARE(compactJson(*scheduled.find(u"cycle")), QByteArray(R"(["North"])"));
    report.document = "{broken";
    const JsonValue json = reportJson(report, Bodies::Include);
    QVERIFY(json.find(u"document") == nullptr);
    QCOMPARE(json.find(u"documentBase64")->text, u"e2Jyb2tlbg=="_s);
}

void ValuesTest::aWebhookKeepsItsTokenToItself()
{
    Webhook webhook;
    webhook.id = WebhookId{1};
    webhook.provider = u"hybiscus"_s;
    webhook.name = u"CI"_s;
    webhook.url = u"{listener}/hook"_s;
    webhook.token = "s3cret";
    webhook.createdAt = realAt(0);
    QCOMPARE(
        compactJson(webhookJson(webhook)),
        QByteArray(
            R"({"id":"w1","provider":"hybiscus","name":"CI","url":"{listener}/hook","events":[],)"
            R"("auth":true,"headers":[],"policy":"provider","timeoutSeconds":null,"enabled":true,)"
            R"("disabledReason":null,"reportId":null,"flow":{"maxInFlight":4,"ratePerMinute":0,)"
            R"("strictOrder":false,"circuitOpensAfter":0,"circuitPauseSeconds":60,"circuitPauseCapSeconds":3600},"clientCertificate":null,"clientKey":null,"createdAt":"2026-01-02T03:04:05.000000Z"})"));
    webhook.url = u"http://me@a/?key=k"_s;
    webhook.headers.append("X-Auth", "s3cret");
    const QByteArray shown = compactJson(webhookJson(webhook));
    QVERIFY2(shown.contains("\"http://***@a/?key=***\"") && !shown.contains("s3cret"), shown);
    webhook.token.clear();
    QVERIFY(!webhookJson(webhook, Secrets::Include).find(u"auth")->flag);
    QVERIFY(webhookJson(webhook, Secrets::Include).find(u"token") == nullptr);
}

void ValuesTest::aWebhookComesBackWithItsSecrets()
{
    Webhook webhook;
    webhook.id = WebhookId{9};
    webhook.provider = u"connectreport"_s;
    webhook.name = u"CI"_s;
    webhook.url = u"http://a/"_s;
    webhook.events = QStringList{u"a"_s, u"b"_s};
    webhook.headers.append("X-A", "\xFF");
    webhook.policy = u"fixed:30x3"_s;
    webhook.timeout = Micros(2'500'000);
    webhook.enabled = false;
    webhook.disabledReason = u"410"_s;
    webhook.report = ReportId{2};
    webhook.flow = {1, 60, true, 5};
    webhook.createdAt = realAt(3);
    for (const QByteArray& token : {QByteArray("s3cret"), QByteArray("\xFF\0", 2), QByteArray()}) {
        webhook.token = token;
        const auto read = webhookFromJson(compactJson(webhookJson(webhook, Secrets::Include)));
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == webhook);
    }
}

void ValuesTest::aWebhookIsReadStrictly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no object") << QByteArray("[]") << u"Line 1, column 1 ($): This must be an object"_s;
    QTest::newRow("no JSON") << QByteArray("{")
                             << u"Line 1, column 2 (byte 1): A member's name in double quotes is missing"_s;
    QTest::newRow("no url") << QByteArray(R"({"provider":"p"})")
                            << u"Line 1, column 1 ($): \"url\" is missing"_s;
    QTest::newRow("an event that is a number")
        << QByteArray(R"({"provider":"p","url":"u","events":[1]})")
        << u"Line 1, column 37 ($.events[0]): This must be a text in double quotes"_s;
    QTest::newRow("a header that would break the request")
        << QByteArray(R"({"provider":"p","url":"u","headers":[["A","b\r\nC: d"]]})")
        << u"Line 1, column 43 ($.headers[0][1]): This is no value of an HTTP header"_s;
    QTest::newRow("url twice") << QByteArray(R"({"provider":"p","url":"u","url":"v"})")
                               << u"Line 1, column 27 ($.url): \"url\" is here twice"_s;
}

void ValuesTest::aWebhookIsReadStrictly()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    const auto read = webhookFromJson(text);
    QVERIFY(!read);
    QCOMPARE(read.error().message, words);
}

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
