// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/recording_receiver.h"
#include "support/test_workbench.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replay_run.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/answer_change.h"
#include "workbench/inspect/importer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/simulate/simulator.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray fineAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";
const QByteArray badAnswer = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 3\r\n\r\nbad";
const QByteArray bodysBegin = "{ \"event\": \"report.failed\", \"task_id\": \"";
const QByteArray bodysEnd = ", \"n\": 1.0 }";
const QByteArray hybiscusBody = bodysBegin + "t-1\", \"url\": \"u\"" + bodysEnd;

/// A workspace with imported captures to be replayed.
class ReplayBench
{
public:
    explicit ReplayBench(int captures, const QByteArray& body = hybiscusBody)
    {
        QByteArray lines;
        for (int i = 0; i < captures; ++i)
            lines += "curl -X POST http://127.0.0.1:1/hook -H 'Content-Type: application/json' -d '" + body +
                     "'\n";
        const auto imported = awaited(bench->importer().take(ImportFormat::Curl, lines));
        if (!imported)
            qFatal("%s", qPrintable(imported.error().message));
        for (int i = 1; i <= captures; ++i)
            sources << u"c%1"_s.arg(i);
        if (!awaited(bench->start()))
            qFatal("no start");
    }

    ReplaySeries to(const QString& url, int count = 1) const
    {
        ReplaySeries series;
        series.sources = sources;
        series.each.url = url;
        series.each.count = count;
        return series;
    }

    /// Runs it to its end.
    ReplayProgress run(const ReplaySeries& series)
    {
        made.clear();
        std::optional<ReplayProgress> end;
        ReplayRun* const run = bench->replayer().run(series);
        QObject::connect(run, &ReplayRun::made, run, [this](const QList<DeliveryId>& ids) { made += ids; });
        QObject::connect(run, &ReplayRun::finished, run,
                         [&](const ReplayProgress& summary) { end = summary; });
        if (!QTest::qWaitFor([&] { return end.has_value(); }, 60'000))
            qFatal("the series does not end");
        return *end;
    }

    QString verdict(DeliveryId id)
    {
        const Delivery delivery = awaited(bench->deliveries().get(id))->delivery;
        const auto verdict = verdictOf(delivery.replayOf, delivery.basis, delivery.state);
        return verdict ? toString(*verdict) : QString();
    }

    TestWorkbench bench;
    QStringList sources;
    QList<DeliveryId> made;
};

/// The body of each request, in the order in which their connections came.
QList<QByteArray> bodiesAt(const RecordingReceiver& receiver)
{
    QList<QByteArray> bodies;
    for (const auto& connection : receiver.connections())
        bodies << connection.bytes.mid(connection.bytes.indexOf("\r\n\r\n") + 4);
    return bodies;
}

} // namespace

/// Series of replays: how many, when, to what end, and what they say of the receiver.
class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAgreeAtBothEnds()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(60);
        const ReplayProgress end = f.run(f.to(receiver.url(), 5));
        QCOMPARE(end.total, 300);
        QCOMPARE(end.made, 300);
        QCOMPARE(end.sent, 300);
        QCOMPARE(end.delivered, 300);
        QVERIFY(end.succeeded(false));
        QCOMPARE(receiver.requests(), 300);
        QCOMPARE(f.made.size(), 300);
    }

    void stoppedAtOnceItCountsWhatWentOut()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(10);
        ReplaySeries series = f.to(receiver.url(), 10'000);
        ReplayRun* const run = f.bench->replayer().run(series);
        std::optional<ReplayProgress> end;
        connect(run, &ReplayRun::finished, run, [&](const ReplayProgress& summary) { end = summary; });
        QTRY_VERIFY_WITH_TIMEOUT(receiver.requests() > 50, 30'000);
        run->stop();
        QTRY_VERIFY_WITH_TIMEOUT(end.has_value(), 30'000);
        QVERIFY(end->stopped);
        QVERIFY(end->made < 100'000);
        QCOMPARE(end->sent, receiver.requests());
        QCOMPARE(end->sent + end->cancelled, end->made);
        const auto counts = awaited(f.bench->deliveries().counts());
        QCOMPARE(counts->value(DeliveryState::Delivered), receiver.requests());
        QCOMPARE(counts->value(DeliveryState::Waiting), 0);
    }

    void theyGoAsFarFromEachOtherAsTheRateSays()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(1);
        ReplaySeries series = f.to(receiver.url(), 5);
        series.pace = {ReplayPace::Kind::Rate, 20};
        QElapsedTimer took;
        took.start();
        f.run(series);
        QVERIFY2(took.elapsed() >= 4 * 50, "five at twenty a second take a fifth of a second");
        QCOMPARE(receiver.requests(), 5);
    }

    void originalSpacingKeepsOrderAndDistances()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, fineAnswer);
        const RecordingReceiver elsewhere(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(1);
        QVERIFY(f.run(f.to(elsewhere.url())).succeeded(false));
        QTest::qWait(600);
        QVERIFY(f.run(f.to(elsewhere.url())).succeeded(false));
        ReplaySeries series;
        series.sources = {u"d2"_s, u"d1"_s};
        series.each.url = receiver.url();
        series.pace = {ReplayPace::Kind::Spacing, 2};
        QElapsedTimer took;
        took.start();
        QVERIFY(f.run(series).succeeded(false));
        QVERIFY(took.elapsed() >= 300);
        const auto first = awaited(f.bench->deliveries().get(f.made.first()));
        QCOMPARE(first->delivery.replayOf, u"d1"_s);
        series.sources << u"d99"_s;
        QCOMPARE(f.run(series).refused, 1);
    }

    void togetherAllAreReleasedAtOnce()
    {
        const RecordingReceiver receiver(Misbehaviour::Answer, fineAnswer);
        ReplayBench f(4);
        ReplaySeries series = f.to(receiver.url(), 5);
        series.pace = {ReplayPace::Kind::Together, 1};
        QVERIFY(f.run(series).succeeded(false));
        QCOMPARE(receiver.accepted(), 20); // each on a connection of its own
        QCOMPARE(receiver.requests(), 20);
        RealTime lastStart, firstEnd = RealTime::max();
        for (const DeliveryId id : std::as_const(f.made)) {
            const auto record = awaited(f.bench->deliveries().get(id));
            QCOMPARE(record->attempts.size(), 1);
            lastStart = std::max(lastStart, record->attempts.first().startedAt);
            firstEnd = std::min(firstEnd, *record->attempts.first().finishedAt);
        }
        QVERIFY(lastStart < firstEnd); // all were under way before the first was answered
    }

    void untilItSucceedsItGoesOn()
    {
        ReplayBench f(1);
        QVERIFY(awaited(f.bench->listening().startAdHoc(listenerThatFailsTwice())));
        QTRY_VERIFY(f.bench->listening().url().has_value());
        ReplaySeries series = f.to(u"{listener}/hook"_s, 10);
        series.untilSuccess = true;
        series.pace = {ReplayPace::Kind::Rate, 50};
        const ReplayProgress end = f.run(series);
        QVERIFY(end.succeeded(true));
        QCOMPARE(end.made, 3);
        QCOMPARE(end.failed, 2);
        QCOMPARE(f.verdict(f.made[0]), u"first"_s);
        QCOMPARE(f.verdict(f.made[2]), u"first"_s); // nothing was known before the series
        series.sources = {f.made[1].toString()};
        QCOMPARE(f.run(series).made, 1);
        QCOMPARE(f.verdict(f.made[0]), u"still-passing"_s);
    }

    void untilItSucceedsHasAnEnd()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, badAnswer);
        ReplayBench f(2);
        ReplaySeries series = f.to(receiver.url(), 3);
        series.untilSuccess = true;
        series.pace = {ReplayPace::Kind::Rate, 100};
        const ReplayProgress end = f.run(series);
        QVERIFY(!end.succeeded(true));
        QCOMPARE(end.unsolved, 2);
        QCOMPARE(receiver.requests(), 6);
    }

    void verdictsGoByTheChainAndTheAddress()
    {
        auto receiver = std::make_unique<RecordingReceiver>(Misbehaviour::AnswerClose, badAnswer);
        const RecordingReceiver fine(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(1);
        const auto verdictOfOne = [&](const QString& source, const QString& url) {
            ReplaySeries series = f.to(url);
            series.sources = {source};
            f.run(series);
            return f.verdict(f.made.first());
        };
        QCOMPARE(verdictOfOne(u"c1"_s, receiver->url()), u"first"_s);
        QCOMPARE(verdictOfOne(u"c1"_s, receiver->url()), u"still-failing"_s);
        QCOMPARE(verdictOfOne(u"c1"_s, fine.url()), u"first"_s);
        QCOMPARE(verdictOfOne(u"d2"_s, fine.url()), u"still-passing"_s); // goes back to c1, too
        const auto known = awaited(f.bench->deliveries().get(f.made.first()));
        QCOMPARE(known->delivery.basis, (ReplayBasis{u"c1"_s, u"d3"_s, true}));
        for (int time = 0; time < 2; ++time) // no listener: nothing is sent, so that there is no last time
            QCOMPARE(verdictOfOne(u"c1"_s, u"{listener}/hook"_s), u"first"_s);
    }

    void aFirstReplayIsMeasuredByWhatTheListenerAnsweredTheCapture_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("its own") << QByteArray("127.0.0.1:PORT") << u"http://127.0.0.1:PORT/hook"_s
                                 << u"fixed"_s;
        QTest::newRow("word") << QByteArray("127.0.0.1:PORT") << u"{listener}/hook"_s << u"fixed"_s;
        QTest::newRow("name") << QByteArray("localhost:PORT") << u"{listener}/hook"_s << u"fixed"_s;
        QTest::newRow("number") << QByteArray("localhost:PORT") << u"http://127.0.0.1:PORT/hook"_s
                                << u"fixed"_s;
        QTest::newRow("in capitals") << QByteArray("LocalHost:PORT") << u"HTTP://LOCALHOST:PORT/hook"_s
                                     << u"fixed"_s;
        QTest::newRow("through a tunnel")
            << QByteArray("hooks.example") << u"{listener}/hook"_s << u"fixed"_s;
        QTest::newRow("no host") << QByteArray() << u"http://localhost:PORT/hook"_s << u"fixed"_s;
        QTest::newRow("elsewhere") << QByteArray("127.0.0.1:PORT") << u"{listener}/other"_s << u"first"_s;
    }

    void aFirstReplayIsMeasuredByWhatTheListenerAnsweredTheCapture()
    {
        QFETCH(const QByteArray, host);
        QFETCH(QString, target);
        QFETCH(const QString, verdict);
        ReplayBench f(1);
        const QByteArray port = startedPort(f);
        const QByteArray hostField =
            host.isEmpty() ? QByteArray() : "Host: " + QByteArray(host).replace("PORT", port) + "\r\n";
        QVERIFY(asked(port, "POST /hook HTTP/1." + QByteArray(host.isEmpty() ? "0" : "1") + "\r\n" +
                                hostField + "Connection: close\r\nContent-Length: 2\r\n\r\n{}")
                    .contains(" 503 "));
        asked(port, "GET /spend HTTP/1.0\r\n\r\n");
        ReplaySeries series = f.to(target.replace(u"PORT"_s, QString::fromLatin1(port)));
        series.sources = {u"c2"_s}; // c1 is imported
        f.run(series);
        QCOMPARE(f.verdict(f.made.first()), verdict);
        f.run(series);
        QCOMPARE(f.verdict(f.made.first()), u"still-passing"_s);
    }

    void aDeliveryThatIsStillTriedHasFailedSoFar()
    {
        ReplayBench f(1);
        startedPort(f);
        ReplaySeries first = f.to(u"{listener}/hook"_s);
        first.each.policy = u"fixed:3600x3"_s;
        auto made = awaited(f.bench->replayer().replay([&] {
            ReplayChoice choice = first.each;
            choice.source = u"c1"_s;
            return choice;
        }()));
        QVERIFY(made);
        const DeliveryId tried = made->first().id;
        const auto stateIs = [&](DeliveryState state) {
            return awaited(f.bench->deliveries().get(tried))->delivery.state == state;
        };
        QTRY_VERIFY(stateIs(DeliveryState::Retrying));
        ReplaySeries again = f.to(u"{listener}/hook"_s);
        again.sources = {tried.toString()};
        for (const QString& verdict : {u"still-failing"_s, u"fixed"_s}) {
            f.run(again);
            QCOMPARE(f.verdict(f.made.first()), verdict);
        }
    }

    void aFixIsSaidWithWhatTheAnswersDifferIn()
    {
        ReplayBench f(1);
        QVERIFY(awaited(f.bench->listening().startAdHoc(listenerThatFailsTwice())));
        QTRY_VERIFY(f.bench->listening().url().has_value());
        const ReplaySeries series = f.to(u"{listener}/hook"_s);
        for (const QString& verdict : {u"first"_s, u"still-failing"_s, u"fixed"_s, u"still-passing"_s}) {
            f.run(series);
            QCOMPARE(f.verdict(f.made.first()), verdict);
        }
        const auto change = awaited(f.bench->differ().compareAnswers(u"d2"_s, u"d3"_s));
        QVERIFY(change);
        QCOMPARE(change->before, (ShortAnswer{u"d2"_s, 503, u"rejected"_s}));
        QCOMPARE(change->now, (ShortAnswer{u"d3"_s, 200, u"success"_s}));
        QVERIFY(change->bodyChanged);
        QVERIFY(!change->body.isEmpty());
        // the captures that they caused are of the same chain
        ReplaySeries again = series;
        again.sources = {u"c2"_s};
        f.run(again);
        QCOMPARE(f.verdict(f.made.first()), u"still-passing"_s);
    }

    void freshIdsAreNewEachTimeAndAllElseStays()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(1);
        ReplaySeries series = f.to(receiver.url(), 2);
        series.each.fresh = true;
        QVERIFY(f.run(series).succeeded(false));
        QSet<QByteArray> different;
        for (const QByteArray& body : bodiesAt(receiver)) {
            different << body;
            QVERIFY2(body.startsWith(bodysBegin), body);
            QVERIFY2(!body.contains("t-1") && body.endsWith(bodysEnd), body);
        }
        QCOMPARE(different.size(), 2);
    }

    void whatNobodyKnowsIsNotMadeAnew()
    {
        const RecordingReceiver receiver(Misbehaviour::AnswerClose, fineAnswer);
        ReplayBench f(1, "{\"own\": 1}");
        ReplaySeries series = f.to(receiver.url());
        series.each.fresh = true;
        const ReplayProgress end = f.run(series);
        QCOMPARE(end.refused, 1);
        QVERIFY2(end.firstProblem.contains(u"provider"_s), qPrintable(end.firstProblem));
        QCOMPARE(receiver.requests(), 0);
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        ReplaySeries series;
        QVERIFY(!checkSeries(series));
        series.sources = {u"d1"_s};
        QVERIFY(checkSeries(series));
        series.pace.kind = ReplayPace::Kind::Together;
        QVERIFY(checkSeries(series));
        series.each.count = 257;
        QVERIFY(!checkSeries(series));
        series.each.count = 2;
        series.untilSuccess = true;
        QVERIFY(!checkSeries(series));
        series.untilSuccess = false;
        series.each.exact = series.each.fresh = true;
        QVERIFY(!checkSeries(series));
    }

private:
    static QByteArray startedPort(ReplayBench& bench)
    {
        const auto view = awaited(bench.bench->listening().startAdHoc(listenerThatFailsTwice()));
        if (!view)
            qFatal("no listener");
        if (!QTest::qWaitFor([&] { return bench.bench->listening().url().has_value(); }, 30'000))
            qFatal("no address");
        return bench.bench->listening().url()->section(u':', -1).toLatin1();
    }

    /// The answer to these bytes, up to the end of the connection.
    static QByteArray asked(const QByteArray& port, const QByteArray& request)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port.toUShort());
        socket.write(request);
        if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000))
            qFatal("the connection does not end");
        return socket.readAll();
    }

    static ListenerConfig listenerThatFailsTwice()
    {
        ListenerConfig listener;
        listener.name = u"test"_s;
        listener.port = 0;
        ReplyRule rule;
        rule.name = u"down twice"_s;
        rule.times = 2;
        Reply reply;
        reply.status = 503;
        reply.body = "bad";
        rule.replies = {reply};
        listener.rules << rule;
        return listener;
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
