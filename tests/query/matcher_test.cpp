// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/matcher.h"
#include "query/parser.h"
#include "query/queried_delivery.h"

#include <QtTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const RealTime now = *realTimeFromIso(u"2026-03-01T12:00:00Z");

Capture sampleCapture()
{
    Capture capture;
    capture.id = CaptureId{5};
    capture.listener = ListenerId{2};
    capture.receivedAt = *realTimeFromIso(u"2026-03-01T11:55:00.5Z");
    capture.remote = u"127.0.0.1:51234"_s;
    capture.method = "POST";
    capture.target = "/hook/a?x=1&y=2";
    capture.head = "POST /hook/a?x=1&y=2 HTTP/1.1\r\nHost: here\r\nX-Tenant: acme\r\nx-tenant: Zeta\r\n"
                   "X-Count: 10\r\nX-Name: gr\xC3\xB6\xC3\x9F"
                   "e\r\n\r\n";
    capture.headers = fieldsOfHead(capture.head);
    capture.body = R"({"event":"report.failed","n":1000,"big":9007199254740993,"s":"1e3","a":[{"b":"x y"}],)"
                   R"("k k":true,"nil":null,"t":"a\u0062\nc","dup":1,"dup":2})";
    capture.bodyBytes = capture.body.size();
    capture.rule = u"down for 3"_s;
    capture.responseStatus = 503;
    return capture;
}

QueryVerdict on(const Capture& capture, const CaptureParts& parts, const BodyReading& reading,
                const QString& text)
{
    return QueryMatcher(parseQuery(text).value(), now).on(QueriedCapture(capture, parts, reading));
}

void addRow(const char* text, bool holds)
{
    QTest::newRow(text) << QString::fromUtf8(text) << holds;
}

const QList<const char*> heldByCapture{"",
                                       "id=c5",
                                       "id=5",
                                       "id>c4",
                                       "id:C5",
                                       "id<=5",
                                       "method=POST",
                                       "method:post",
                                       "method!=GET",
                                       "path=/hook/a",
                                       "path=/h*",
                                       "path=*/a",
                                       "path=*oo*a",
                                       "path:/HOOK*",
                                       "target~X=1",
                                       "query=x=1&y=2",
                                       "status=503",
                                       "status>=500",
                                       "status=5.03e2",
                                       "status=5*",
                                       "status~50",
                                       "valid=true",
                                       "valid!=false",
                                       "remote~51234",
                                       "remote=127.0.0.1:51234",
                                       "rule=\"down for 3\"",
                                       "rule~FOR",
                                       "rule:'DOWN FOR 3'",
                                       "listener=l2",
                                       "size>100",
                                       "head~tenant",
                                       "body~REPORT.failed",
                                       "received>2026-03-01",
                                       "received=2026-03-01",
                                       "received!=2026-03-02",
                                       "received=2026-03-01T11:55",
                                       "received>10m",
                                       "received<4m",
                                       "after:10m",
                                       "before:4m",
                                       "not after:4m",
                                       "received~11:55",
                                       "header.x-tenant=acme",
                                       "header.X-Tenant=Zeta",
                                       "header.X-TENANT:ZETA",
                                       "header.X-Count>9.5",
                                       "header.x-count=1e1",
                                       "header.X-Name=gr\xC3\xB6\xC3\x9F"
                                       "e",
                                       "header.X-Tenant=Z*",
                                       "$.event=report.failed",
                                       "$.event:REPORT.*",
                                       "$.n=1e3",
                                       "$.n>999",
                                       "$.n<=1000.0",
                                       "$.big=9007199254740993",
                                       "$.big>9007199254740992",
                                       "$.a[0].b='x y'",
                                       "$['k k']=true",
                                       "$.nil=null",
                                       "$.t=\"ab\nc\"",
                                       "$.t~ab",
                                       "$.dup=2",
                                       "body.n=1000",
                                       "$.missing!=5",
                                       "header.Nope!=x",
                                       "fault!=reset",
                                       "$.a~\"x y\"",
                                       "failed",
                                       "acme",
                                       "\"x y\"",
                                       "FAILED",
                                       "c5",
                                       "gr\xC3\xB6\xC3\x9F"
                                       "e",
                                       "not zebra",
                                       "zebra or failed",
                                       "failed and not zebra",
                                       "(zebra or acme) (failed or nothing)",
                                       "rule=\"down for 3\" and status=503",
                                       "$.event!=other",
                                       "$.n=0 or $.dup=1 or $.n>999",
                                       "$.n=1e3 and $.a[0].b='x y' and $.a[0].b~y and not $.dup=1",
                                       "$.t<b and $.event>r",
                                       "C5"};

const QList<const char*> notHeldByCapture{"id=c6",
                                          "id=d5",
                                          "id>5",
                                          "method=post",
                                          "path=/hook",
                                          "path=*b",
                                          "status<503",
                                          "status!=503",
                                          "valid=false",
                                          "fault=reset",
                                          "fault~e",
                                          "fault<z",
                                          "problem:*",
                                          "delivery=d1",
                                          "delivery>0",
                                          "header.X-Tenant=ACME",
                                          "header.X-Tenant!=acme",
                                          "header.Nope=x",
                                          "header.Nope<z",
                                          "$.event=report",
                                          "$.event=REPORT.FAILED",
                                          "$.n=1001",
                                          "$.big=9007199254740992",
                                          "$.missing=5",
                                          "$.missing<5",
                                          "$.missing~a",
                                          "$.a[1].b=x",
                                          "$.dup=1",
                                          "$.N=1000",
                                          "$.n=1000 and $.dup=1",
                                          "$.n=0 or $.n.x=1 or $.a[0]=x",
                                          "query=x",
                                          "zebra",
                                          "GR\xC3\x96\xC3\x9F"
                                          "E",
                                          "not failed",
                                          "failed and zebra",
                                          "after:4m",
                                          "before:10m",
                                          "received=2026-03-02",
                                          "size<100",
                                          "rule=down",
                                          "is:malformed",
                                          "is:replay",
                                          "is:marked",
                                          "note~a",
                                          "state=delivered",
                                          "c6"};

} // namespace

class MatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCapture_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        for (const char* const text : heldByCapture)
            addRow(text, true);
        for (const char* const text : notHeldByCapture)
            addRow(text, false);
    }
    void aCapture()
    {
        QFETCH(QString, text);
        QFETCH(bool, holds);
        QCOMPARE(on(sampleCapture(), {}, {}, text), holds ? QueryVerdict::Yes : QueryVerdict::No);
        QCOMPARE(on(sampleCapture(), {}, {}, u"not ("_s + (text.isEmpty() ? u"c5"_s : text) + u')'),
                 holds ? QueryVerdict::No : QueryVerdict::Yes);
    }

    /// Half of a body, a name that is escaped, what is no JSON.
    void bodiesThatAreOdd()
    {
        Capture capture = sampleCapture();
        capture.body = R"({"\u0061":"\/x"})";
        QCOMPARE(on(capture, {}, {}, u"$.a=/x"_s), QueryVerdict::Yes);
        capture.body = R"({"a":1)";
        QCOMPARE(on(capture, {}, {}, u"$.a=1"_s), QueryVerdict::No);
        capture.body = "\"a\"";
        QCOMPARE(on(capture, {}, {}, u"$=a"_s), QueryVerdict::Yes);
        capture.body = QByteArray("a\0b\xFF needle", 11);
        QCOMPARE(on(capture, {}, {}, u"needle"_s), QueryVerdict::Yes);
        capture.body = QByteArray(9'000'000, ' ') + "needle";
        QCOMPARE(on(capture, {}, {}, u"body~NEEDLE"_s), QueryVerdict::Yes);
    }

    void whatIsNotKnownIsNoAnswer()
    {
        Capture capture = sampleCapture();
        capture.body.clear();
        const CaptureParts summary{false, false, {}};
        QCOMPARE(on(capture, summary, {}, u"status=503 path=/hook/a"_s), QueryVerdict::Yes);
        QCOMPARE(on(capture, summary, {}, u"failed"_s), QueryVerdict::Unknown);
        QCOMPARE(on(capture, summary, {}, u"not failed"_s), QueryVerdict::Unknown);
        QCOMPARE(on(capture, summary, {}, u"failed status=200"_s), QueryVerdict::No);
        QCOMPARE(on(capture, summary, {}, u"failed or status=503"_s), QueryVerdict::Yes);
        QCOMPARE(on(capture, summary, {}, u"header.A=b"_s), QueryVerdict::Unknown);
        capture.delivery = DeliveryId{3};
        QCOMPARE(on(capture, summary, {}, u"delivery=d3"_s), QueryVerdict::Yes);
        QCOMPARE(on(capture, summary, {}, u"event=report.failed"_s), QueryVerdict::Unknown);
        QCOMPARE(on(capture, summary, {}, u"is:replay"_s), QueryVerdict::Unknown);
    }

    void contentCodingsAreUndone()
    {
        Capture capture = sampleCapture();
        capture.headers.append("content-encoding", "ROT");
        capture.body = "ercbeg.snvyrq";
        const BodyReading reading{[](const QByteArray& coding, const QByteArray&) {
                                      return coding == "rot" ? std::optional<QByteArray>("report.failed")
                                                             : std::nullopt;
                                  },
                                  {}};
        QCOMPARE(on(capture, {}, reading, u"body=report.failed"_s), QueryVerdict::Yes);
        QCOMPARE(on(capture, {}, {}, u"body=report.failed"_s), QueryVerdict::Unknown);
        QCOMPARE(on(capture, {}, {}, u"body~ercbeg"_s), QueryVerdict::Unknown);
        capture.headers.set("content-encoding", "identity");
        QCOMPARE(on(capture, {}, {}, u"body~ercbeg"_s), QueryVerdict::Yes);
    }

    void aPathWithoutAQueryIsTheTarget()
    {
        Delivery delivery;
        delivery.request.url = u"https://example.com/hook"_s;
        const QueryMatcher matcher(parseQuery(u"path=/hook target=/hook query!=x"_s).value(), now);
        QCOMPARE(matcher.on(QueriedDelivery(delivery, DeliveryParts(), BodyReading())), QueryVerdict::Yes);
    }

    void aMark()
    {
        Capture capture = sampleCapture();
        QCOMPARE(on(capture, {}, {}, u"is:marked or note~a"_s), QueryVerdict::No);
        capture.mark.colour = MarkColour::Red;
        QCOMPARE(on(capture, {}, {}, u"is:marked note!=a"_s), QueryVerdict::Yes);
        capture.mark = {{}, u"Ask Ann"_s};
        QCOMPARE(on(capture, {}, {}, u"is:marked note~ANN note='Ask Ann' note:'ask *'"_s), QueryVerdict::Yes);
        QCOMPARE(on(capture, {}, {}, u"note='ask ann'"_s), QueryVerdict::No);
    }

    void aCaptureHasItsAttemptsFields()
    {
        Capture capture = sampleCapture();
        const BodyReading reading{
            {}, [](const QByteArray& body) {
                return RecognisedEvent{body.contains("failed") ? u"p"_s : u""_s, u"seen"_s};
            }};
        QCOMPARE(on(capture, {}, reading, u"event=seen provider=p"_s), QueryVerdict::Yes);
        QCOMPARE(on(capture, {}, reading, u"webhook~a"_s), QueryVerdict::No);
        capture.delivery = DeliveryId{3};
        DeliveryFacts facts;
        facts.id = capture.delivery;
        facts.event = u"report.failed"_s;
        facts.webhook = WebhookId{4};
        facts.webhookName = u"OneDrive"_s;
        facts.state = DeliveryState::Retrying;
        facts.attempts = 2;
        facts.outcome = Outcome::Rejected;
        facts.isReplay = true;
        const CaptureParts parts{true, true, facts};
        for (const char* const text :
             {"event=report.failed", "webhook=w4", "webhook:onedrive", "state=retrying", "attempts=2",
              "outcome=rejected", "is:replay", "delivery=d3", "origin!=replay", "report!=r1"})
            QVERIFY2(on(capture, parts, reading, QString::fromUtf8(text)) == QueryVerdict::Yes, text);
        QCOMPARE(on(capture, parts, reading, u"event=seen"_s), QueryVerdict::No);
        facts.event.clear(); // a request that was sent again, of which nobody knew more
        const CaptureParts unknown{true, true, facts};
        QCOMPARE(on(capture, unknown, reading, u"event=seen state=retrying"_s), QueryVerdict::Yes);
    }

    void aDelivery_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("holds");
        for (const char* const text : {"id=d3",         "delivery=d3",       "event=report.failed",
                                       "provider=p",    "webhook=w1",        "webhook=OneDrive",
                                       "report=r2",     "report=Monthly",    "state=retrying",
                                       "attempts>=2",   "outcome=rejected",  "status=503",
                                       "origin=manual", "message=m-1",       "method=POST",
                                       "path=/x/y",     "query=q=1",         "url~example",
                                       "header.X-A=b",  "$.taskId=77",       "77",
                                       "onedrive",      "report.failed",     "size>5",
                                       "created>1h",    "after:1h",          "is:replay",
                                       "is:marked",     "note~ANN",          "note='Ask Ann'",
                                       "m-1",           "head~x-a",          "received!=2026-01-01",
                                       "rule!=x",       "verdict!=regressed"})
            addRow(text, true);
        for (const char* const text :
             {"id=c3", "received>1h", "rule~a", "valid=true", "is:malformed", "remote~1", "78", "listener=l1",
              "before:1h", "note~red", "note=ann", "verdict=regressed"})
            addRow(text, false);
    }
    void aDelivery()
    {
        QFETCH(QString, text);
        QFETCH(bool, holds);
        Delivery delivery;
        delivery.id = DeliveryId{3};
        delivery.messageId = u"m-1"_s;
        delivery.provider = u"p"_s;
        delivery.event = u"report.failed"_s;
        delivery.webhook = WebhookId{1};
        delivery.report = ReportId{2};
        delivery.webhookName = u"OneDrive"_s;
        delivery.request.url = u"https://example.com/x/y?q=1#f"_s;
        delivery.request.headers.append("X-A", "b");
        delivery.request.body = R"({"taskId":77})";
        delivery.state = DeliveryState::Retrying;
        delivery.attempts = 2;
        delivery.createdAt = now - std::chrono::minutes(5);
        delivery.replayOf = u"c1"_s;
        delivery.mark = {MarkColour::Red, u"Ask Ann"_s};
        delivery.basis = {u"c1"_s, u"d2"_s, true};
        Attempt last;
        last.outcome = Outcome::Rejected;
        last.status = 503;
        last.origin = Origin::Manual;
        const DeliveryParts parts{true, &last, u"Monthly"_s};
        const BodyReading reading;
        const QueryMatcher matcher(parseQuery(text).value(), now);
        QCOMPARE(matcher.on(QueriedDelivery(delivery, parts, reading)),
                 holds ? QueryVerdict::Yes : QueryVerdict::No);
    }

    void aReplaysVerdict()
    {
        Delivery replay;
        replay.replayOf = u"d2"_s;
        replay.basis = {u"d1"_s, u"d2"_s, true};
        const auto has = [&replay](DeliveryState state, const char* word) {
            replay.state = state;
            const BodyReading reading;
            const DeliveryParts parts{true, nullptr, {}};
            const QueryMatcher matcher(parseQuery(u"verdict="_s + QString::fromUtf8(word)).value(),
                                       RealTime());
            return matcher.on(QueriedDelivery(replay, parts, reading)) == QueryVerdict::Yes;
        };
        QVERIFY(has(DeliveryState::Delivered, "still-passing"));
        QVERIFY(has(DeliveryState::Exhausted, "regressed"));
        QVERIFY(!has(DeliveryState::Cancelled, "regressed"));
        replay.basis.passed = false;
        QVERIFY(has(DeliveryState::Delivered, "fixed"));
        QVERIFY(has(DeliveryState::Unknown, "still-failing"));
        replay.basis.comparedWith.clear();
        QVERIFY(has(DeliveryState::Delivered, "first"));
        replay.replayOf.clear();
        QVERIFY(!has(DeliveryState::Delivered, "first"));
        QVERIFY(!parseQuery(u"verdict=good"_s));
    }

    /// The index of the first match decides nothing: `*` is not greedy, pieces may overlap nowhere.
    void wildcards()
    {
        const auto matches = [](const char* pattern, const char* text) {
            return WildcardPattern(pattern, LetterCase::Counts).matches(text);
        };
        QVERIFY(matches("*", ""));
        QVERIFY(matches("a*b*c", "a-b-bc-c"));
        QVERIFY(matches("**a", "a"));
        QVERIFY(!matches("ab*ba", "aba"));
        QVERIFY(!matches("*a*a*", "a"));
        QVERIFY(!matches("a*", "ba"));
        QVERIFY(!matches("", "a"));
        QVERIFY(matches("", ""));
    }
};

QTEST_APPLESS_MAIN(MatcherTest)
#include "matcher_test.moc"
