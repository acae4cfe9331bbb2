// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/logging_receiver.h"
#include "cli/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QByteArray answerOf(int status, const QByteArray& body)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Said\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

/// Answers with 503 so many times, then with 200.
LoggingReceiver::Answer downFor(int times)
{
    return [times](int number) {
        return number <= times ? answerOf(503, "{\"ok\":false}") : answerOf(200, "{\"ok\":true}");
    };
}

/// A home with imported captures, c1 and so on.
void importRequests(const Home& home, int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += "curl -X POST http://127.0.0.1:1/hook -H 'Content-Type: application/json' "
                 "-d '{\"event\":\"report.failed\",\"task_id\":\"t-1\",\"url\":\"u\"}'\n";
    home.run({u"import"_s, home.write(u"requests.sh"_s, lines), u"--as"_s, u"curl"_s});
}

QString address(const LoggingReceiver& receiver)
{
    return QString::fromLatin1(receiver.url());
}

} // namespace

/// `replay` beyond one request: how many, when, until when, and the verdict.
class ReplayCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSigningSecretIsReadAndNotKept()
    {
        const Home home;
        const LoggingReceiver receiver(downFor(0));
        const QByteArray request =
            "POST /hook HTTP/1.1\r\nHost: a.example\r\nwebhook-id: msg_1\r\nwebhook-timestamp: "
            "1614265330\r\nwebhook-signature: v1,old\r\nContent-Length: 2\r\n\r\n{}";
        home.run({u"import"_s, home.write(u"request.raw"_s, request), u"--as"_s, u"raw"_s});
        const QStringList fresh{u"replay"_s,       u"c1"_s,      u"--to"_s,
                                address(receiver), u"--fresh"_s, u"--json"_s};
        const auto signatureOf = [](const ProgramResult& result) {
            for (const QJsonValue& field :
                 objectOf(result.out)[u"request"].toObject()[u"headers"].toArray()) {
                if (field[0].toString() == u"webhook-signature")
                    return field[1].toString();
            }
            return QString();
        };
        QCOMPARE(signatureOf(home.run(fresh)), u"v1,old"_s);
        const ProgramResult anew =
            home.run(QStringList(fresh) << u"--signing-secret-stdin"_s, "whsec_c2VjcmV0\n");
        QCOMPARE(anew.status, 0);
        QVERIFY2(signatureOf(anew).startsWith(u"v1,"_s) && signatureOf(anew).size() == 47,
                 anew.out.constData());
        QCOMPARE(signatureOf(home.run(fresh)), u"v1,old"_s);
        QCOMPARE(home.run(QStringList(fresh) << u"--signing-secret-stdin"_s, "nonsense!").status, 2);
    }

    void eachIsPrintedWithItsVerdictAndWhatDiffers()
    {
        const Home home;
        const LoggingReceiver receiver(downFor(2));
        importRequests(home, 1);
        const QStringList again{u"replay"_s, u"c1"_s, u"--to"_s, address(receiver), u"--json"_s};
        QCOMPARE(objectOf(home.run(again).out)[u"verdict"].toString(), u"first"_s);
        QCOMPARE(objectOf(home.run(again).out)[u"verdict"].toString(), u"still-failing"_s);
        const ProgramResult fixed = home.run(again);
        QCOMPARE(fixed.status, 0);
        const QJsonObject printed = objectOf(fixed.out);
        QCOMPARE(printed[u"verdict"].toString(), u"fixed"_s);
        QCOMPARE(printed[u"comparedWith"].toString(), u"d2"_s);
        const auto one = [&home](const QString& id) {
            return objectOf(home.run({u"delivery"_s, id, u"--json"_s}).out);
        };
        QCOMPARE(one(u"d1"_s)[u"fixedBy"].toString(), u"d3"_s);
        QVERIFY(one(u"d3"_s)[u"fixedBy"].isNull() && !one(u"d3"_s)[u"oldSignature"].toBool());
        QVERIFY(home.run({u"delivery"_s, u"d2"_s}).out.contains("Fixed by d3"));
        const QJsonObject change = printed[u"answerChange"].toObject();
        QCOMPARE(change[u"before"].toObject()[u"status"].toInt(), 503);
        QCOMPARE(change[u"now"].toObject()[u"status"].toInt(), 200);
        QVERIFY(change[u"statusChanged"].toBool() && change[u"bodyChanged"].toBool());
        QCOMPARE(change[u"bodyDifferences"].toArray()[0].toObject()[u"place"].toString(), u"$.ok"_s);
        const ProgramResult words = home.run({u"replay"_s, u"c1"_s, u"--to"_s, address(receiver)});
        QVERIFY2(words.out.contains("still passing: 200 now, 200 before (d3); the answer's body is the same"),
                 words.out);
        QVERIFY2(words.err.contains("Verdicts: 1 still passing."), words.err);
        const QStringList nowhere{u"replay"_s, u"c1"_s, u"--to"_s, u"http://127.0.0.1:1/x"_s};
        home.run(nowhere);
        const ProgramResult refused = home.run(nowhere);
        QVERIFY2(refused.out.contains("still failing: refused now, refused before (d5)\n"), refused.out);
        QCOMPARE(objectOf(home.run({u"delivery"_s, u"d3"_s, u"--json"_s}).out)[u"verdict"].toString(),
                 u"fixed"_s);
        const ProgramResult found =
            home.run({u"deliveries"_s, u"--where"_s, u"verdict:fixed"_s, u"--json"_s});
        QCOMPARE(found.lines().size(), 1);
        QCOMPARE(objectOf(found.out)[u"id"].toString(), u"d3"_s);
    }

    void untilItSucceedsItIsSentAgain()
    {
        const Home home;
        const LoggingReceiver receiver(downFor(3));
        importRequests(home, 1);
        const ProgramResult done = home.run({u"replay"_s, u"c1"_s, u"--to"_s, address(receiver),
                                             u"--until-success"_s, u"--rate"_s, u"50"_s, u"--json"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        QCOMPARE(receiver.count(), 4);
        QCOMPARE(done.lines().size(), 4);
        const LoggingReceiver always(downFor(1000));
        const ProgramResult never =
            home.run({u"replay"_s, u"c1"_s, u"--to"_s, address(always), u"--until-success"_s, u"--rate"_s,
                      u"50"_s, u"--count"_s, u"5"_s});
        QCOMPARE(never.status, 1);
        QCOMPARE(always.count(), 5);
        QVERIFY2(never.err.contains("1 never succeeded"), never.err.constData());
    }

    void aBurstHasFreshIds()
    {
        const Home home;
        const LoggingReceiver receiver(downFor(0));
        importRequests(home, 2);
        const ProgramResult burst =
            home.run({u"replay"_s, u"c1"_s, u"c2"_s, u"--to"_s, address(receiver), u"--together"_s,
                      u"--count"_s, u"10"_s, u"--fresh"_s, u"--json"_s});
        QVERIFY2(burst.status == 0, burst.err.constData());
        QCOMPARE(burst.lines().size(), 20);
        QSet<QString> ids;
        for (const LoggedRequest& request : receiver.requests())
            ids << objectOf(request.body())[u"task_id"].toString();
        QCOMPARE(ids.size(), 20);
        QVERIFY(!ids.contains(u"t-1"_s));
    }

    void anInterruptStopsIt()
    {
        const Home home;
        const LoggingReceiver receiver(downFor(0));
        importRequests(home, 5);
        const auto run = home.start({u"replay"_s, u"--where"_s, u"method=POST"_s, u"--to"_s,
                                     address(receiver), u"--count"_s, u"5000"_s, u"--json"_s});
        QVERIFY(receiver.waitFor(20));
        ::kill(static_cast<pid_t>(run->processId()), SIGINT);
        const ProgramResult stopped = Home::end(*run);
        QCOMPARE(stopped.status, 130);
        QVERIFY2(stopped.err.contains("Stopped: "), stopped.err.constData());
        const qsizetype sent = receiver.count();
        QVERIFY(sent < 25'000);
        QCOMPARE(
            home.run({u"deliveries"_s, u"--state"_s, u"delivered"_s, u"--limit"_s, u"30000"_s, u"--json"_s})
                .lines()
                .size(),
            sent);
        home.run({u"deliver"_s, u"--until-idle"_s});
        QCOMPARE(receiver.count(), sent); // nothing was left over
    }

    void whatDoesNotGoTogetherIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("words");
        QTest::addRow("two paces") << QStringList{u"--rate"_s, u"5"_s, u"--together"_s}
                                   << QByteArray("--together");
        QTest::addRow("no spacing") << QStringList{u"--spacing"_s, u"soon"_s} << QByteArray("--spacing");
        QTest::addRow("no rate") << QStringList{u"--rate"_s, u"0"_s} << QByteArray("greater than 0");
        QTest::addRow("too many") << QStringList{u"--together"_s, u"--count"_s, u"257"_s}
                                  << QByteArray("256");
        QTest::addRow("until a success, together")
            << QStringList{u"--together"_s, u"--until-success"_s} << QByteArray("together");
        QTest::addRow("exact and fresh")
            << QStringList{u"--exact"_s, u"--fresh"_s} << QByteArray("byte for byte");
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, words);
        const Home home;
        importRequests(home, 1);
        const ProgramResult result = home.run(QStringList{u"replay"_s, u"c1"_s} + options);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains(words), result.err.constData());
    }

    void originalSpacingIsInOrder()
    {
        const Home home;
        const LoggingReceiver receiver(downFor(0));
        importRequests(home, 3);
        const ProgramResult result = home.run({u"replay"_s, u"c3"_s, u"c1"_s, u"c2"_s, u"--to"_s,
                                               address(receiver), u"--spacing"_s, u"100"_s, u"--json"_s});
        QVERIFY2(result.status == 0, result.err.constData());
        QStringList order;
        for (const QByteArray& line : result.lines())
            order << objectOf(line)[u"replayOf"].toString();
        order.sort();
        QCOMPARE(order, QStringList({u"c1"_s, u"c2"_s, u"c3"_s}));
    }
};

QTEST_GUILESS_MAIN(ReplayCommandTest)
#include "replay_test.moc"
