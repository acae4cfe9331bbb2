// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"
#include "store_fixture.h"

#include <QElapsedTimer>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

Capture sampleCapture(int number = 1)
{
    Capture capture;
    capture.listener = ListenerId{1};
    capture.receivedAt = at(number);
    capture.local = u"127.0.0.1:8717"_s;
    capture.remote = u"127.0.0.1:%1"_s.arg(50'000 + number);
    capture.connection = number;
    capture.method = "POST";
    capture.target = "/hook?x=1";
    capture.version = "1.1";
    capture.head = "POST /hook?x=1 HTTP/1.1\r\nHost: a\r\nX-A: \xff\r\n\r\n";
    capture.headers.append("Host", "a");
    capture.headers.append("X-A", "\xff");
    capture.body = "{\"event\":\"report.failed\"}";
    capture.bodyBytes = capture.body.size();
    capture.wireBytes = capture.head.size() + capture.body.size();
    capture.rule = u"down for 3"_s;
    capture.responseStatus = 503;
    capture.response.head = "HTTP/1.1 503 No\r\n\r\n";
    capture.timings.read = Micros(100);
    return capture;
}

Capture fullCapture()
{
    Capture capture = sampleCapture();
    capture.tls = TlsInfo{u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s, u"CN=me\nO=us"_s};
    capture.valid = false;
    capture.problem = u"Two Content-Length fields"_s;
    capture.problemOffset = 17;
    capture.trailers.append("Digest", "1");
    capture.body = QByteArray(600'000, 'd');
    capture.wireBody = QByteArray(600'100, 'w');
    capture.fault = u"reset"_s;
    capture.timings = {Micros(1), Micros(2), Micros(3), Micros(4)};
    capture.forwardedTo = u"http://app/"_s;
    capture.forwardError = u"refused"_s;
    capture.exchange = 4;
    return capture;
}

Attempt attemptFrom(DeliveryId delivery, const QString& local, int exchange, RealTime started)
{
    Attempt attempt;
    attempt.delivery = delivery;
    attempt.startedAt = started;
    attempt.finishedAt = started + Micros(5'000);
    attempt.outcome = Outcome::Success;
    attempt.local = local;
    attempt.exchange = exchange;
    return attempt;
}

const DeliveryStep delivered{DeliveryState::Delivered, std::nullopt, Origin::Plan};

} // namespace

/// What was received is kept byte for byte, found again, and tied to the attempt that caused it.
class CapturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaptureComesBackByteForByte()
    {
        StoreFixture f;
        Capture capture = fullCapture();
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        QCOMPARE(capture.id.toString(), u"c1"_s);
        f.reopen();
        QVERIFY(f.read([&](Reader& r) { return r.capture(capture.id); }) == capture);
        const auto part = [&](BodyForm which, qint64 offset, qint64 length) {
            return f
                .read([=, id = capture.id](Reader& r) { return r.captureBytes(id, which, offset, length); })
                .value();
        };
        QCOMPARE(part(BodyForm::Decoded, 262'000, 1'000), capture.body.mid(262'000, 1'000));
        QCOMPARE(part(BodyForm::Wire, 599'999, 1'000), capture.wireBody.mid(599'999));
        QCOMPARE(part(BodyForm::Wire, 700'000, 10), QByteArray());
        capture.body.clear();
        capture.wireBody.clear();
        QVERIFY(f.read([](Reader& r) { return r.captures(); }) == QList<Capture>{capture});
        QVERIFY(f.read([&](Reader& r) { return r.capturesOf({capture.id}); }) == QList<Capture>{capture});
    }

    void theAnswersTimesAreAddedLater()
    {
        StoreFixture f;
        Capture capture = sampleCapture();
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        const CaptureAnswer answer{200,
                                   AnswerBytes{"HTTP/1.1 200 OK\r\n\r\n", "yes"},
                                   u"drip"_s,
                                   {Micros(1), Micros(2), Micros(3), Micros(4)},
                                   u"http://b/"_s,
                                   {}};
        QVERIFY(f.write([&](Writer& w) { return w.captureAnswered(capture.id, answer); }));
        capture.responseStatus = 200;
        capture.response = *answer.response;
        capture.fault = answer.fault;
        capture.timings = answer.timings;
        capture.forwardedTo = answer.forwardedTo;
        QVERIFY(f.read([&](Reader& r) { return r.capture(capture.id); }) == capture);
        QCOMPARE(f.write([&](Writer& w) { return w.captureAnswered(CaptureId{9}, answer); }).error().code,
                 ErrorCode::NotFound);
    }

    void aLongAnswerIsStoredOnceForAllThatGotIt()
    {
        StoreFixture f;
        const auto size = [&] { return f.read([](Reader& r) { return r.size(); }).value().captureBytes; };
        Capture capture = sampleCapture();
        capture.response.body = QByteArray(300'000, 'a');
        const auto add = [&] { return f.write([&](Writer& w) { return w.addCapture(capture); }).value(); };
        const qint64 row = capture.head.size() + capture.body.size() + capture.response.head.size();
        const CaptureId first = add();
        QCOMPARE(size(), row + 300'000);
        capture.response.body = QByteArray(300'000, 'a'); // equal, not shared
        const CaptureId second = add();
        QCOMPARE(size(), 2 * row + 300'000);
        QVERIFY(f.write([&](Writer& w) { return w.removeCaptures(RemovalId{1}, {first}); }));
        f.reopen();
        capture.id = second;
        QVERIFY(f.read([&](Reader& r) { return r.capture(second); }) == capture);
        QVERIFY(f.write([&](Writer& w) { return w.removeCaptures(RemovalId{1}, {second}); }));
        QCOMPARE(size(), 0);
        capture.id = {};
        capture.id = add();
        QCOMPARE(size(), row + 300'000);
        QVERIFY(f.read([&](Reader& r) { return r.capture(capture.id); }) == capture);
    }

    void anotherAnswerTakesThePlaceOfTheStoredOne()
    {
        StoreFixture f;
        const auto size = [&] { return f.read([](Reader& r) { return r.size(); }).value().captureBytes; };
        Capture capture = sampleCapture();
        capture.response.body = QByteArray(300'000, 'a');
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        const auto answer = [&](const std::optional<AnswerBytes>& bytes) {
            CaptureAnswer answered{200, bytes, {}, capture.timings, {}, {}};
            capture.responseStatus = 200;
            return f.write([&](Writer& w) { return w.captureAnswered(capture.id, answered); });
        };
        const auto stored = [&] { return f.read([&](Reader& r) { return r.capture(capture.id); }); };
        const qint64 without = capture.head.size() + capture.body.size();
        QVERIFY(answer(std::nullopt));
        QVERIFY(stored() == capture);
        for (const qsizetype length : {9'000, 8'000, 700'000, 0}) {
            capture.response = {"HTTP/1.1 200 OK\r\n\r\n", QByteArray(length, 'b')};
            QVERIFY(answer(capture.response));
            QVERIFY(stored() == capture);
            QCOMPARE(size(), without + capture.response.size());
        }
    }

    void whyAnAnswerDidNotGetThroughIsKept()
    {
        StoreFixture f;
        Capture capture = sampleCapture();
        capture.valid = true;
        capture.problem.clear();
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        CaptureAnswer answered{200, {}, {}, capture.timings, {}, {}};
        answered.problem = u"The sender reset the connection after 5 of 9 bytes of the answer."_s;
        answered.responseSent = 5;
        QVERIFY(f.write([&](Writer& w) { return w.captureAnswered(capture.id, answered); }));
        const Capture stored = f.read([&](Reader& r) { return r.capture(capture.id); }).value();
        QCOMPARE(stored.problem, answered.problem);
        QCOMPARE(stored.responseSent, answered.responseSent);
        QVERIFY(stored.valid && stored.response == capture.response);
    }

    void aLargeBodyIsWrittenPieceByPiece()
    {
        StoreFixture f;
        QByteArray whole;
        const BodyId body = f.write([](Writer& w) { return w.beginBody(); }).value();
        for (int i = 0; i < 40; ++i) {
            const QByteArray piece(1 + i * 1'000 + (i == 20 ? 700'000 : 0), static_cast<char>('a' + i % 26));
            whole += piece;
            QVERIFY(f.write([&](Writer& w) { return w.appendBody(body, piece); }));
        }
        Capture capture = sampleCapture();
        capture.body.clear();
        capture.bodyBytes = whole.size();
        capture.id = f.write([&](Writer& w) { return w.addCapture(capture, body); }).value();
        f.reopen();
        QCOMPARE(f.read([&](Reader& r) { return r.capture(capture.id); })->body, whole);
        for (const qint64 offset : {0, 1, 100'000, 500'000, 1'000'000})
            QCOMPARE(f.read([&](Reader& r) {
                          return r.captureBytes(capture.id, BodyForm::Decoded, offset, 300'000);
                      }).value(),
                     whole.mid(offset, 300'000));
        QCOMPARE(f.write([&](Writer& w) { return w.addCapture(capture, BodyId{99}); }).error().code,
                 ErrorCode::NotFound);
    }

    void aBodyThatNobodyTookIsGoneAfterTheNextStart()
    {
        StoreFixture f;
        const BodyId body = f.write([](Writer& w) { return w.beginBody(); }).value();
        QVERIFY(f.write([&](Writer& w) { return w.appendBody(body, QByteArray(1'000, 'x')); }));
        f.reopen();
        QCOMPARE(f.write([&](Writer& w) { return w.appendBody(body, "y"); }).error().code,
                 ErrorCode::NotFound);
    }

    void anAttemptMeetsItsCaptureWhicheverComesFirst_data()
    {
        QTest::addColumn<bool>("captureFirst");
        QTest::newRow("the capture first") << true;
        QTest::newRow("the attempt first") << false;
    }
    void anAttemptMeetsItsCaptureWhicheverComesFirst()
    {
        QFETCH(bool, captureFirst);
        StoreFixture f;
        const DeliveryId delivery = f.write([](Writer& w) { return w.addDelivery(Delivery()); }).value();
        const Capture capture = sampleCapture(10);
        const Attempt attempt = attemptFrom(delivery, capture.remote, 0, at(10) - Micros(900));
        const auto addCapture = [&] { return f.write([&](Writer& w) { return w.addCapture(capture); }); };
        QVERIFY(f.write([&](Writer& w) { return w.attemptStarted(attempt, delivered); }));
        CaptureId id;
        if (captureFirst)
            id = addCapture().value();
        QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(attempt, delivered); }));
        if (!captureFirst)
            id = addCapture().value();
        QVERIFY(f.read([&](Reader& r) { return r.captureOf(delivery, 1); }) == id);
        QVERIFY(f.read([&](Reader& r) { return r.attemptOf(id); }) == (AttemptKey{delivery, 1}));
        QCOMPARE(f.read([&](Reader& r) { return r.attempts(delivery); })->first().capture, std::optional(id));
    }

    void aConnectionsExchangesAndAReusedPortAreKeptApart()
    {
        StoreFixture f;
        const auto ids = f.write([](Writer& w) {
                              return w.addDeliveries({Delivery(), Delivery(), Delivery()});
                          }).value();
        Capture first = sampleCapture(10);
        Capture second = first;
        second.exchange = 1;
        second.receivedAt = at(11);
        Capture later = first; // another connection, an hour after, from the same port
        later.receivedAt = at(3'610);
        const QList<Attempt> attempts{attemptFrom(ids[0], first.remote, 0, at(3'610)),
                                      attemptFrom(ids[1], first.remote, 1, at(11)),
                                      attemptFrom(ids[2], first.remote, 0, at(10))};
        for (const Attempt& attempt : attempts)
            QVERIFY(f.write([&](Writer& w) { return w.attemptStarted(attempt, delivered); }));
        QVERIFY(f.write([&](Writer& w) {
            (void)w.addCapture(first);
            (void)w.addCapture(second);
            return w.addCapture(later);
        }));
        for (const Attempt& attempt : attempts)
            QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(attempt, delivered); }));
        QVERIFY(f.read([&](Reader& r) { return r.captureOf(ids[0], 1); }) == CaptureId{3});
        QVERIFY(f.read([&](Reader& r) { return r.captureOf(ids[1], 1); }) == CaptureId{2});
        QVERIFY(f.read([&](Reader& r) { return r.captureOf(ids[2], 1); }) == CaptureId{1});
    }

    void whatCameBeforeTheAttemptIsNotItsCapture()
    {
        StoreFixture f;
        const DeliveryId delivery = f.write([](Writer& w) { return w.addDelivery(Delivery()); }).value();
        const Capture capture = sampleCapture(10);
        QVERIFY(f.write([&](Writer& w) { return w.addCapture(capture); }));
        const Attempt attempt = attemptFrom(delivery, capture.remote, 0, at(10));
        QVERIFY(f.write([&](Writer& w) { return w.attemptStarted(attempt, delivered); }));
        const CaptureId own = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
        QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(attempt, delivered); }));
        QVERIFY(f.read([&](Reader& r) { return r.captureOf(delivery, 1); }) == own);
    }

    /// Our end is then the proxy's other end, which says nothing of the capture's.
    void anAttemptThroughAProxyClaimsNoCapture()
    {
        StoreFixture f;
        for (const bool captureFirst : {true, false}) {
            const DeliveryId delivery = f.write([](Writer& w) { return w.addDelivery(Delivery()); }).value();
            const Capture capture = sampleCapture(10);
            Attempt attempt = attemptFrom(delivery, capture.remote, 0, at(10));
            attempt.proxy = u"http://127.0.0.1:3128"_s;
            QVERIFY(f.write([&](Writer& w) { return w.attemptStarted(attempt, delivered); }));
            const auto receive = [&] { return f.write([&](Writer& w) { return w.addCapture(capture); }); };
            if (captureFirst)
                QVERIFY(receive());
            QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(attempt, delivered); }));
            if (!captureFirst)
                QVERIFY(receive());
            QVERIFY(!f.read([&](Reader& r) { return r.captureOf(delivery, 1); }));
        }
    }

    void aCaptureIsFoundAmongThoseOfOthers()
    {
        StoreFixture f;
        const DeliveryId delivery = f.write([](Writer& w) { return w.addDelivery(Delivery()); }).value();
        const Attempt attempt = attemptFrom(delivery, u"127.0.0.1:50001"_s, 3, at(10));
        QVERIFY(f.write([&](Writer& w) { return w.attemptStarted(attempt, delivered); }));
        CaptureId own;
        for (int i = 0; i < 200; ++i) {
            Capture capture = sampleCapture(10);
            capture.remote = u"127.0.0.1:%1"_s.arg(50'000 + i % 20);
            capture.exchange = i / 20;
            const CaptureId id = f.write([&](Writer& w) { return w.addCapture(capture); }).value();
            if (capture.remote == attempt.local && capture.exchange == 3)
                own = id;
        }
        QVERIFY(f.write([&](Writer& w) { return w.attemptFinished(attempt, delivered); }));
        QVERIFY(f.read([&](Reader& r) { return r.captureOf(delivery, 1); }) == own);
    }

    void aStrangersRequestHasNoAttempt()
    {
        StoreFixture f;
        const CaptureId id = f.write([](Writer& w) { return w.addCapture(sampleCapture()); }).value();
        QCOMPARE(f.read([&](Reader& r) { return r.attemptOf(id); }).error().code, ErrorCode::NotFound);
    }

    void capturesAreFoundByWhatAPersonTypes_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("found");
        QTest::newRow("nothing") << QString() << u"c5 c4 c3 c2 c1"_s;
        QTest::newRow("method") << u"method=GET"_s << u"c2"_s;
        QTest::newRow("method, two") << u"method=GET and valid=true"_s << u"c2"_s;
        QTest::newRow("path") << u"path=/hook"_s << u"c5 c1"_s;
        QTest::newRow("path with star") << u"path=/other*"_s << u"c4 c3 c2"_s;
        QTest::newRow("not a path") << u"path!=/other*"_s << u"c5 c1"_s;
        QTest::newRow("query") << u"query~x="_s << u"c5 c1"_s;
        QTest::newRow("status") << u"status>=500"_s << u"c5 c4 c2 c1"_s;
        QTest::newRow("status below") << u"status < 500"_s << u"c3"_s;
        QTest::newRow("invalid") << u"valid=false"_s << u"c4"_s;
        QTest::newRow("body") << u"body~\"report.done\""_s << u"c3"_s;
        QTest::newRow("long body") << u"body~zebra"_s << u"c5"_s;
        QTest::newRow("head") << u"head~'x-a:'"_s << u"c5 c4 c3 c2 c1"_s;
        QTest::newRow("id") << u"id=c4"_s << u"c4"_s;
        QTest::newRow("time") << u"received>=2026-01-01T00:00:04Z"_s << u"c5 c4"_s;
        QTest::newRow("percent is plain") << u"target~%"_s << QString();
    }
    void capturesAreFoundByWhatAPersonTypes()
    {
        QFETCH(QString, where);
        QFETCH(QString, found);
        StoreFixture f;
        QVERIFY(f.write([](Writer& w) {
            for (int i = 1; i <= 5; ++i) {
                Capture capture = sampleCapture(i);
                capture.method = i == 2 ? "GET" : "POST";
                capture.target = i == 1 || i == 5 ? "/hook?x=1" : "/other/a";
                capture.responseStatus = i == 3 ? 200 : 503;
                capture.valid = i != 4;
                if (i == 3)
                    capture.body = "{\"event\":\"report.done\"}";
                if (i == 5)
                    capture.body = QByteArray(9'000, ' ') + "zebra";
                (void)w.addCapture(capture);
            }
            return w.setSetting(u"a"_s, u"b"_s);
        }));
        CaptureFilter filter;
        filter.where = parseQuery(where).value();
        QStringList ids;
        const auto captures = f.read([&](Reader& r) { return r.captures(filter); }).value();
        for (const Capture& capture : captures)
            ids << capture.id.toString();
        QCOMPARE(ids.join(u' '), found);
        QCOMPARE(f.read([&](Reader& r) { return r.captureCount(filter); }).value(), qint64(ids.size()));
    }

    void listsAreFilteredAndPaged()
    {
        StoreFixture f;
        QVERIFY(f.write([](Writer& w) {
            for (int i = 1; i <= 5; ++i)
                (void)w.addCapture(sampleCapture(i));
            return w.setSetting(u"a"_s, u"b"_s);
        }));
        const auto count = [&](const CaptureFilter& filter) {
            return f.read([&](Reader& r) { return r.captures(filter); })->size();
        };
        QCOMPARE(count({.where = parseQuery(u"remote~50003").value()}), 1);
        QCOMPARE(count({.before = CaptureId{3}}), 2);
        QCOMPARE(count({.after = CaptureId{3}}), 2);
        QCOMPARE(count({.limit = 4}), 4);
        QCOMPARE(
            f.read([](Reader& r) { return r.captures({.before = CaptureId{3}, .limit = 1}); })->first().id,
            CaptureId{2});
    }

    void manyCapturesAreStoredQuickly()
    {
        StoreFixture f;
        const Capture capture = sampleCapture();
        constexpr int count = 50'000;
        std::atomic<int> stored = 0;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < count; ++i)
            f.store->write([&](Writer& w) { return w.addCapture(capture).map([](CaptureId) {}); },
                           [&](const Result<void>& result) { stored += result ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(stored.load(), count, 60'000);
        qInfo("%d captures a second", static_cast<int>(count * 1000LL / qMax<qint64>(1, timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(CapturesTest)
#include "captures_test.moc"
