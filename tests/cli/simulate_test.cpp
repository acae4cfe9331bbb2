// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/logging_receiver.h"
#include "cli/program.h"
#include "cli/vendor_pages.h"

#include <QJsonArray>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray deliveryKeys = "id messageId provider event reportId webhookId url state createdAt "
                                "nextDueAt replayOf verdict comparedWith plan "
                                "request attempts mark";
const QByteArray hybiscusReport = R"({"type": "Report", "config": {}, "components": []})";
const QList<double> hybiscusGaps{30, 60, 120, 240, 480, 960, 1920, 3840};

QByteArray always503(int)
{
    return LoggingReceiver::status(503);
}

QByteArray always200(int)
{
    return LoggingReceiver::status(200);
}

void addReport(const Home& home, const QString& provider, const QByteArray& document)
{
    const ProgramResult result =
        home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, provider}, document);
    if (result.status != 0)
        qFatal("import: %s", result.err.constData());
}

void addWebhook(const Home& home, const QString& provider, const QByteArray& url,
                const QStringList& more = {}, const QByteArray& input = {})
{
    const ProgramResult result = home.run(
        QStringList{u"webhook"_s, u"add"_s, u"--provider"_s, provider, u"--url"_s, QString::fromLatin1(url)} +
            more,
        input);
    if (result.status != 0)
        qFatal("webhook add: %s", result.err.constData());
}

QDateTime timeOf(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

/// Events of both providers, sent by the real program to a receiver that is not ours.
class SimulateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailingReceiverGetsNineAttemptsOfReportFailed();
    void thePageExamplesAreWhatIsSent_data();
    void thePageExamplesAreWhatIsSent();
    void aBearerIsSentOnlyWhenSet();
    void onlySubscribedAndEnabledWebhooksAreServed();
    void noWaitStoresAndDeliverGoesOn();
    void afterSigkillTheDeliveryGoesOn();
    void ctrlCStoresAndGivesStatus130();
    void aBodyOfOnesOwnIsSentAsItIs();
    void manyEventsAreSent();
    void aWholeTaskIsRun_data();
    void aWholeTaskIsRun();
    void aScheduleIsRunInItsWindow();
    void aWindowAsksForASchedule();
    void aWrongEventIsNamed();
    void cancelAndRetry();
    void aReplaySaysWhatItIsOf();
    void nothingSubscribedIsStatus1();
};

void SimulateTest::aFailingReceiverGetsNineAttemptsOfReportFailed()
{
    const Home home;
    const LoggingReceiver receiver(always503);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url(), {u"--auth-token-stdin"_s}, "top secret\n");
    const ProgramResult result = home.run(
        {u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--speed"_s, u"1200"_s, u"--json"_s});
    QVERIFY2(result.status == 1, result.err.constData());
    const QList<LoggedRequest> logged = receiver.requests();
    QCOMPARE(logged.size(), 9);
    QCOMPARE(result.lines().size(), 1);

    const QJsonObject delivery = objectOf(result.out);
    QCOMPARE(keysOf(result.out.trimmed()), deliveryKeys);
    QCOMPARE(delivery[u"state"].toString(), u"exhausted"_s);
    const QJsonArray attempts = delivery[u"attempts"].toArray();
    QCOMPARE(attempts.size(), 9);
    QCOMPARE(delivery[u"plan"].toArray().size(), 9);
    const QByteArray body =
        QByteArray::fromBase64(delivery[u"request"].toObject()[u"bodyBase64"].toString().toLatin1());
    QDateTime before;
    for (int i = 0; i < 9; ++i) {
        const QJsonObject attempt = attempts[i].toObject();
        QCOMPARE(attempt[u"number"].toInt(), i + 1);
        QCOMPARE(attempt[u"status"].toInt(), 503);
        QCOMPARE(attempt[u"outcome"].toString(), u"rejected"_s);
        QCOMPARE(logged[i].body(), body);
        QCOMPARE(logged[i].header("Authorization"), QByteArray("Bearer top secret"));
        QCOMPARE(logged[i].header("Content-Type"), QByteArray("application/json"));
        const QDateTime started = timeOf(attempt[u"startedClock"]);
        if (i > 0)
            QVERIFY(double(before.msecsTo(started)) >= hybiscusGaps[i - 1] * 1000 - 1);
        if (i > 0)
            QVERIFY(logged[i - 1].at <= logged[i].at);
        before = started;
    }
    const QJsonObject sent = objectOf(body);
    QCOMPARE(keysOf(body), QByteArray("event task_id url"));
    QCOMPARE(sent[u"event"].toString(), u"report.failed"_s);
    QVERIFY(sent[u"url"].toString().contains(sent[u"task_id"].toString()));
}

void SimulateTest::thePageExamplesAreWhatIsSent_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("pre") << QStringList{u"preReportTask"_s} << pagePayload("pre");
    QTest::newRow("success") << QStringList{u"postReportTask"_s, u"--outcome"_s, u"success"_s}
                             << pagePayload("success");
    QTest::newRow("failure") << QStringList{u"postReportTask"_s, u"--outcome"_s, u"failure"_s, u"--error"_s,
                                            u"<Error_Reason>"_s}
                             << pagePayload("failure");
}

void SimulateTest::thePageExamplesAreWhatIsSent()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, payload);
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"connectreport"_s, pageReportTask());
    addWebhook(home, u"connectreport"_s, receiver.url());
    const ProgramResult result =
        home.run(QStringList{u"simulate"_s} + arguments + QStringList{u"--report"_s, u"r1"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(receiver.count(), 1);
    const LoggedRequest request = receiver.requests().first();
    QCOMPARE(request.body(), payload);
    QVERIFY(request.bytes.startsWith("POST /hook HTTP/1.1\r\n"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.header("Authorization"), QByteArray());
    QVERIFY(request.header("User-Agent").startsWith("Hookworks/"));
}

void SimulateTest::aBearerIsSentOnlyWhenSet()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url("/none"));
    addWebhook(home, u"hybiscus"_s, receiver.url("/set"), {u"--auth-token-stdin"_s}, "abc\n");
    QCOMPARE(home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s}).status, 0);
    QCOMPARE(receiver.count(), 2);
    for (const LoggedRequest& request : receiver.requests())
        QCOMPARE(request.header("Authorization").isEmpty(), request.bytes.startsWith("POST /none"));
}

void SimulateTest::onlySubscribedAndEnabledWebhooksAreServed()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url("/all"));
    addWebhook(home, u"hybiscus"_s, receiver.url("/failed"), {u"--event"_s, u"report.failed"_s});
    addWebhook(home, u"connectreport"_s, receiver.url("/other"));
    QCOMPARE(home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s}).status, 0);
    QCOMPARE(receiver.count(), 1);
    QVERIFY(receiver.requests().first().bytes.startsWith("POST /all "));
    QCOMPARE(home.run({u"webhook"_s, u"set"_s, u"w1"_s, u"--off"_s}).status, 0);
    QCOMPARE(home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s}).status, 1);
    QCOMPARE(receiver.count(), 1);
}

void SimulateTest::noWaitStoresAndDeliverGoesOn()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url());
    const ProgramResult stored = home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s,
                                           u"--count"_s, u"50"_s, u"--no-wait"_s, u"--json"_s});
    QVERIFY2(stored.status == 0, stored.err.constData());
    QCOMPARE(stored.lines().size(), 50);
    for (const QByteArray& line : stored.lines())
        QCOMPARE(objectOf(line)[u"state"].toString(), u"waiting"_s);
    QCOMPARE(receiver.count(), 0);
    const ProgramResult delivered = home.run({u"deliver"_s, u"--until-idle"_s, u"--json"_s});
    QVERIFY2(delivered.status == 0, delivered.err.constData());
    QCOMPARE(receiver.count(), 50);
    const ProgramResult list = home.run({u"deliveries"_s, u"--state"_s, u"delivered"_s, u"--json"_s});
    QCOMPARE(list.lines().size(), 50);
}

void SimulateTest::afterSigkillTheDeliveryGoesOn()
{
    const Home home;
    const LoggingReceiver receiver(always503);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url());
    const auto running =
        home.start({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--speed"_s, u"100"_s});
    QVERIFY(receiver.waitFor(3));
    QTest::qWait(100); // the third answer is stored; the fourth attempt is over a second away
    running->kill();
    QVERIFY(running->waitForFinished());
    const qsizetype before = receiver.count();
    const ProgramResult rest =
        home.run({u"deliver"_s, u"--until-idle"_s, u"--speed"_s, u"3600"_s, u"--json"_s});
    QVERIFY2(rest.status == 1, rest.err.constData());
    QCOMPARE(before, 3);
    QCOMPARE(receiver.count(), 9);
    const QJsonObject delivery = objectOf(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).out);
    QCOMPARE(delivery[u"attempts"].toArray().size(), 9);
    QCOMPARE(delivery[u"state"].toString(), u"exhausted"_s);
}

void SimulateTest::ctrlCStoresAndGivesStatus130()
{
    const Home home;
    const LoggingReceiver receiver(always503);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url());
    const auto running = home.start({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s});
    QVERIFY(receiver.waitFor(1));
    running->terminate();
    QCOMPARE(Home::end(*running).status, 130);
    const QJsonObject delivery = objectOf(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).out);
    QCOMPARE(delivery[u"attempts"].toArray().size(), 1);
    QCOMPARE(delivery[u"state"].toString(), u"retrying"_s);
}

void SimulateTest::aBodyOfOnesOwnIsSentAsItIs()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url());
    const QString file = home.write(u"body"_s, QByteArray("{\"broken\": \0\xff", 13));
    QCOMPARE(home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--body"_s, file}).status,
             0);
    QCOMPARE(receiver.requests().first().body(), QByteArray("{\"broken\": \0\xff", 13));
}

void SimulateTest::manyEventsAreSent()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url());
    const ProgramResult result = home.run(
        {u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--count"_s, u"25"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(receiver.count(), 25);
    QCOMPARE(result.lines().size(), 25);
    QSet<QString> messages;
    for (const QByteArray& line : result.lines())
        messages << objectOf(line)[u"messageId"].toString();
    QCOMPARE(messages.size(), 25);
}

void SimulateTest::aWholeTaskIsRun_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QStringList>("events");
    QTest::newRow("ConnectReport succeeds") << u"connectreport"_s << pageReportTask() << u"success"_s
                                            << QStringList{u"preReportTask"_s, u"postReportTask"_s};
    QTest::newRow("ConnectReport fails") << u"connectreport"_s << pageReportTask() << u"failure"_s
                                         << QStringList{u"preReportTask"_s, u"postReportTask"_s};
    QTest::newRow("Hybiscus succeeds")
        << u"hybiscus"_s << hybiscusReport << u"success"_s << QStringList{u"report.completed"_s};
    QTest::newRow("Hybiscus fails") << u"hybiscus"_s << hybiscusReport << u"failure"_s
                                    << QStringList{u"report.failed"_s};
}

void SimulateTest::aWholeTaskIsRun()
{
    QFETCH(const QString, provider);
    QFETCH(const QByteArray, document);
    QFETCH(const QString, outcome);
    QFETCH(const QStringList, events);
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, provider, document);
    addWebhook(home, provider, receiver.url());
    const ProgramResult result = home.run({u"run"_s, u"--report"_s, u"r1"_s, u"--outcome"_s, outcome,
                                           u"--duration"_s, u"30"_s, u"--speed"_s, u"600"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QStringList seen;
    for (const QByteArray& line : result.lines())
        seen << objectOf(line)[u"event"].toString();
    QCOMPARE(seen, events);
    QCOMPARE(receiver.count(), events.size());
}

/// Two weeks, two values, and the third of the four runs fails.
void SimulateTest::aScheduleIsRunInItsWindow()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"connectreport"_s, R"({"id": "b9e574a9-fb52-443b-a1aa-1eed82a8b1ba", "title": "Weekly",
 "reportTaskId": "20cf12d4-4c6f-4212-8510-14ddbbd6ae66", "startOn": "2026-03-23T07:00:00.000Z", "frequency": "Weekly"})");
    QCOMPARE(home.run({u"report"_s, u"set"_s, u"r1"_s, u"--cycle"_s, u"North,South"_s}).status, 0);
    addWebhook(home, u"connectreport"_s, receiver.url());
    const ProgramResult result =
        home.run({u"run"_s, u"--report"_s, u"r1"_s, u"--from"_s, u"2026-03-23T00:00:00Z"_s, u"--to"_s,
                  u"2026-03-31T00:00:00Z"_s, u"--fail-runs"_s, u"3"_s, u"--error"_s, u"no data"_s,
                  u"--speed"_s, u"1000000"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(receiver.count(), 8);
    QHash<QString, QStringList> triggers; // by the run's id
    QSet<QString> tasks;
    int failed = 0;
    const QList<LoggedRequest> requests = receiver.requests();
    for (const LoggedRequest& request : requests) {
        const QJsonObject body = objectOf(request.body());
        const QJsonObject task = body[u"reportTask"].toObject();
        triggers[task[u"id"].toString()] << body[u"trigger"].toString();
        tasks << task[u"reportTaskId"].toString();
        failed += body[u"error"].toString().endsWith(u"no data"_s);
    }
    QCOMPARE(triggers.size(), 4);
    for (const QStringList& ofRun : std::as_const(triggers))
        QCOMPARE(ofRun, (QStringList{u"preReportTask"_s, u"postReportTask"_s}));
    QCOMPARE(tasks.size(), 2);
    QCOMPARE(failed, 1);
}

void SimulateTest::aWindowAsksForASchedule()
{
    const Home home;
    addReport(home, u"hybiscus"_s, hybiscusReport);
    const QStringList run{u"run"_s, u"--report"_s, u"r1"_s, u"--from"_s, u"2026-03-23T00:00:00Z"_s};
    const ProgramResult half = home.run(run);
    QCOMPARE(half.status, 2);
    QVERIFY(half.err.contains("give both"));
    const ProgramResult none = home.run(run + QStringList{u"--to"_s, u"2026-03-31T00:00:00Z"_s});
    QCOMPARE(none.status, 2);
    QVERIFY(none.err.contains("has no schedule"));
}

void SimulateTest::aWrongEventIsNamed()
{
    const Home home;
    addReport(home, u"hybiscus"_s, hybiscusReport);
    const ProgramResult result = home.run({u"simulate"_s, u"report.lost"_s, u"--report"_s, u"r1"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("report.lost") && result.err.contains("report.failed"),
             result.err.constData());
}

void SimulateTest::cancelAndRetry()
{
    const Home home;
    const LoggingReceiver receiver(
        [](int number) { return LoggingReceiver::status(number == 1 ? 500 : 200); });
    addReport(home, u"hybiscus"_s, hybiscusReport);
    addWebhook(home, u"hybiscus"_s, receiver.url(), {u"--policy"_s, u"none"_s});
    QCOMPARE(home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s}).status, 1);
    const ProgramResult retried = home.run({u"retry"_s, u"d1"_s, u"--json"_s});
    QVERIFY2(retried.status == 0, retried.err.constData());
    QCOMPARE(receiver.count(), 2);
    const QJsonArray attempts =
        objectOf(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).out)[u"attempts"].toArray();
    QCOMPARE(attempts.size(), 2);
    QCOMPARE(attempts[1].toObject()[u"origin"].toString(), u"manual"_s);
    home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--no-wait"_s});
    QCOMPARE(home.run({u"cancel"_s, u"d2"_s}).status, 0);
    QCOMPARE(objectOf(home.run({u"delivery"_s, u"d2"_s, u"--json"_s}).out)[u"state"].toString(),
             u"cancelled"_s);
    QCOMPARE(home.run({u"deliver"_s, u"--until-idle"_s}).status, 0);
    QCOMPARE(receiver.count(), 2);
}

void SimulateTest::aReplaySaysWhatItIsOf()
{
    const Home home;
    const LoggingReceiver receiver(always200);
    addReport(home, u"connectreport"_s, pageReportTask());
    addWebhook(home, u"connectreport"_s, receiver.url());
    QCOMPARE(home.run({u"simulate"_s, u"preReportTask"_s, u"--report"_s, u"r1"_s}).status, 0);
    const ProgramResult again = home.run(
        {u"replay"_s, u"d1"_s, u"--to"_s, QString::fromLatin1(receiver.url("/elsewhere")), u"--json"_s});
    QVERIFY2(again.status == 0, again.err.constData());
    QCOMPARE(objectOf(again.out)[u"replayOf"].toString(), u"d1"_s);
    QCOMPARE(receiver.count(), 2);
    QCOMPARE(receiver.requests()[1].body(), receiver.requests()[0].body());
    QVERIFY(receiver.requests()[1].bytes.startsWith("POST /elsewhere "));
    const ProgramResult exact = home.run({u"replay"_s, u"d1"_s, u"--exact"_s});
    QVERIFY2(exact.status == 0, exact.err.constData());
    QCOMPARE(receiver.requests()[2].bytes, receiver.requests()[0].bytes);
    QCOMPARE(home.run({u"deliveries"_s, u"--json"_s, u"--where"_s, u"not is:replay"_s}).lines().size(), 1);
    QCOMPARE(home.run({u"deliveries"_s, u"--where"_s, u"state=exhausted"_s}).status, 1);
    const ProgramResult both =
        home.run({u"replay"_s, u"--where"_s, u"state=delivered is:replay"_s, u"--json"_s});
    QVERIFY2(both.status == 0, both.err.constData());
    QCOMPARE(receiver.count(), 5);
    QCOMPARE(objectOf(both.lines().first())[u"replayOf"].toString(), u"d2"_s);
}

void SimulateTest::nothingSubscribedIsStatus1()
{
    const Home home;
    addReport(home, u"hybiscus"_s, hybiscusReport);
    const ProgramResult result = home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s});
    QCOMPARE(result.status, 1);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(SimulateTest)
#include "simulate_test.moc"
