// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/logging_receiver.h"
#include "cli/program.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

quint16 portOf(const QByteArray& listening)
{
    return static_cast<quint16>(QUrl(objectOf(listening)[u"listening"].toString()).port());
}

/// The status that a port answers a request with; 0: nobody does.
int statusAt(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(1000))
        return 0;
    socket.write("POST /x HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(5000))
        answer += socket.readAll();
    return answer.mid(9, 3).toInt();
}

/// The same once somebody listens there; one request.
int statusSoonAt(quint16 port)
{
    const QDeadlineTimer patience(20'000);
    for (;;) {
        if (const int status = statusAt(port); status != 0 || patience.hasExpired())
            return status;
        QTest::qSleep(50);
    }
}

void signalTo(QProcess& process, int number)
{
    ::kill(static_cast<pid_t>(process.processId()), number);
}

} // namespace

/// Several programs on one workspace: each ends by its own work, and goes on when another one ends.
class TwoProgramsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachListenHasItsOwnPort();
    void oneOfTwoListensGoesOn_data();
    void oneOfTwoListensGoesOn();
    void aCommandReturnsWhileAListenIsAttached();
    void ctrlCEndsOnlyItsOwnCommand();
    void nothingIsSentTwiceWhenTheHolderIsKilled_data();
    void nothingIsSentTwiceWhenTheHolderIsKilled();
    void aRetryIsMadeOnceWhenTheHolderIsKilled();
    void aWholeTaskGoesOnWhenTheHolderIsKilled();
    void waitingDeliveriesGoOnWhenTheHolderIsKilled();
    void aStoppedHolderHangsNoCommand();
    void anUnreadOutputHoldsNobodyUp();
    void aCommandThatMayBeDoneSaysSo();

private:
    static std::unique_ptr<QProcess> listen(const Home& home, quint16* port = nullptr)
    {
        auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--json"_s});
        const QByteArray first = Home::nextLine(*listener);
        if (port)
            *port = portOf(first);
        return listener;
    }
    static void prepare(const Home& home, const LoggingReceiver& receiver, const QString& policy)
    {
        QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                          R"({"type":"Report","config":{},"components":[]})")
                     .status,
                 0);
        QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                           QString::fromLatin1(receiver.url()), u"--policy"_s, policy})
                     .status,
                 0);
    }
    static qsizetype deliveries(const Home& home)
    {
        return home.run({u"deliveries"_s, u"--json"_s}).lines().size();
    }
    static void kill(QProcess& process)
    {
        process.kill();
        QVERIFY(process.waitForFinished());
    }
    static void stop(QProcess& process)
    {
        process.terminate();
        QCOMPARE(Home::end(process).status, 130);
    }
};

void TwoProgramsTest::eachListenHasItsOwnPort()
{
    const Home home;
    quint16 first = 0;
    quint16 second = 0;
    home.write(u"201.json"_s, R"({"rules": [{"reply": {"status": 201}}]})");
    const auto holder = listen(home, &first);
    const auto other = home.start(
        {u"listen"_s, u"--port"_s, u"0"_s, u"--json"_s, u"--rules"_s, u"201.json"_s, u"--count"_s, u"2"_s});
    second = portOf(Home::nextLine(*other));
    QCOMPARE(statusAt(first), 200);
    QCOMPARE(statusAt(second), 201);
    QCOMPARE(home.run({u"listen"_s, u"--port"_s, QString::number(first)}).status, 4);
    QCOMPARE(home.run({u"listen"_s, u"--port"_s, QString::number(second)}).status, 4);
    QCOMPARE(statusAt(second), 201);
    const ProgramResult ended = Home::end(*other);
    QCOMPARE(ended.status, 0);
    QCOMPARE(ended.lines().size(), 2);
    QCOMPARE(statusAt(second), 0);
    QCOMPARE(statusAt(first), 200);
    stop(*holder);
}

void TwoProgramsTest::oneOfTwoListensGoesOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("SIGKILL") << SIGKILL;
}

/// On its port, and each capture is printed once.
void TwoProgramsTest::oneOfTwoListensGoesOn()
{
    QFETCH(const int, signal);
    const Home home;
    quint16 port = 0;
    const auto holder = listen(home);
    const auto other = home.start(
        {u"listen"_s, u"--port"_s, u"0"_s, u"--json"_s, u"--count"_s, u"4"_s, u"--for"_s, u"60"_s});
    port = portOf(Home::nextLine(*other));
    QCOMPARE(statusAt(port), 200);
    QCOMPARE(statusAt(port), 200);
    QCOMPARE(objectOf(Home::nextLine(*other))[u"id"].toString(), u"c1"_s);
    signalTo(*holder, signal);
    QVERIFY(holder->waitForFinished());
    QCOMPARE(statusSoonAt(port), 200);
    QCOMPARE(statusAt(port), 200);
    const ProgramResult ended = Home::end(*other);
    QCOMPARE(ended.status, 0);
    QStringList ids;
    for (const QByteArray& line : ended.lines())
        ids << objectOf(line)[u"id"].toString();
    QCOMPARE(ids, QStringList({u"c2"_s, u"c3"_s, u"c4"_s}));
}

void TwoProgramsTest::aCommandReturnsWhileAListenIsAttached()
{
    const Home home;
    const LoggingReceiver receiver([](int) {
        QTest::qSleep(1500);
        return LoggingReceiver::status(200);
    });
    prepare(home, receiver, u"none"_s);
    const auto sender = home.start({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--json"_s});
    QVERIFY(receiver.waitFor(1));
    quint16 port = 0;
    const auto listener = listen(home, &port);
    const ProgramResult sent = Home::end(*sender);
    QCOMPARE(sent.status, 0);
    QCOMPARE(sent.lines().size(), 1);
    QCOMPARE(statusSoonAt(port), 200);
    stop(*listener);
}

void TwoProgramsTest::ctrlCEndsOnlyItsOwnCommand()
{
    const Home home;
    const LoggingReceiver receiver([](int) {
        QTest::qSleep(300);
        return LoggingReceiver::status(200);
    });
    prepare(home, receiver, u"none"_s);
    const auto listener = listen(home);
    const auto sender = home.start(
        {u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--count"_s, u"5"_s, u"--json"_s});
    QVERIFY(receiver.waitFor(2));
    signalTo(*listener, SIGINT);
    QCOMPARE(Home::end(*listener).status, 130);
    const ProgramResult sent = Home::end(*sender);
    QVERIFY2(sent.status == 0, sent.err.constData());
    QCOMPARE(sent.lines().size(), 5);
    QCOMPARE(receiver.count(), 5);
    QCOMPARE(deliveries(home), 5);
}

void TwoProgramsTest::nothingIsSentTwiceWhenTheHolderIsKilled_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("afterMs");
    const QStringList simulate{u"simulate"_s, u"report.failed"_s, u"--report"_s,
                               u"r1"_s,       u"--count"_s,       u"3"_s};
    const QStringList replay{u"replay"_s, u"d1"_s, u"--count"_s, u"3"_s};
    const QStringList test{u"webhook"_s, u"test"_s, u"w1"_s};
    for (const int ms : {30, 120, 400}) {
        QTest::addRow("simulate, killed after %d ms", ms) << simulate << ms;
        QTest::addRow("replay, killed after %d ms", ms) << replay << ms;
        QTest::addRow("webhook test, killed after %d ms", ms) << test << ms;
    }
}

void TwoProgramsTest::nothingIsSentTwiceWhenTheHolderIsKilled()
{
    QFETCH(const QStringList, command);
    QFETCH(const int, afterMs);
    const Home home;
    const LoggingReceiver receiver([](int) {
        QTest::qSleep(100);
        return LoggingReceiver::status(200);
    });
    prepare(home, receiver, u"none"_s);
    QCOMPARE(home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s}).status, 0);
    const auto holder = listen(home);
    const auto sender = home.start(command + QStringList{u"--json"_s});
    QTest::qSleep(afterMs);
    kill(*holder);
    const ProgramResult sent = Home::end(*sender);
    const qsizetype wanted = command.contains(u"test"_s) ? 1 : 3;
    QVERIFY2(sent.status == 0 || sent.status == 1, sent.err.constData());
    QCOMPARE(sent.lines().size(), wanted);
    QCOMPARE(deliveries(home), 1 + wanted);
    QVERIFY(receiver.count() <= 1 + wanted);
    QVERIFY(sent.status == 1 || receiver.count() == 1 + wanted);
}

void TwoProgramsTest::aRetryIsMadeOnceWhenTheHolderIsKilled()
{
    const Home home;
    const LoggingReceiver receiver([](int) {
        QTest::qSleep(400);
        return LoggingReceiver::status(503);
    });
    prepare(home, receiver, u"none"_s);
    QCOMPARE(home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s}).status, 1);
    const auto holder = listen(home);
    const auto again = home.start({u"retry"_s, u"d1"_s, u"--json"_s});
    QVERIFY(receiver.waitFor(2));
    kill(*holder);
    const ProgramResult ended = Home::end(*again);
    QVERIFY2(ended.status == 1, ended.err.constData());
    QCOMPARE(receiver.count(), 2);
    QCOMPARE(objectOf(ended.out)[u"attempts"].toArray().size(), 2);
}

void TwoProgramsTest::aWholeTaskGoesOnWhenTheHolderIsKilled()
{
    const Home home;
    const LoggingReceiver receiver([](int) { return LoggingReceiver::status(200); });
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"connectreport"_s},
                      R"({"reportTaskId": "2f0c3c56-5b1f-4f44-8a3d-6d2f1f0b7a02", "title": "t"})")
                 .status,
             0);
    QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"connectreport"_s, u"--url"_s,
                       QString::fromLatin1(receiver.url()), u"--policy"_s, u"none"_s})
                 .status,
             0);
    const auto holder = listen(home);
    const auto task = home.start({u"run"_s, u"--report"_s, u"r1"_s, u"--duration"_s, u"1.5"_s, u"--json"_s});
    QVERIFY(receiver.waitFor(1));
    QTest::qSleep(200); // the first answer is stored
    kill(*holder);
    const ProgramResult ended = Home::end(*task);
    QVERIFY2(ended.status == 0, ended.err.constData());
    QCOMPARE(ended.lines().size(), 2);
    QCOMPARE(receiver.count(), 2);
    QCOMPARE(deliveries(home), 2);
}

void TwoProgramsTest::waitingDeliveriesGoOnWhenTheHolderIsKilled()
{
    const Home home;
    const LoggingReceiver receiver([](int) {
        QTest::qSleep(200);
        return LoggingReceiver::status(200);
    });
    prepare(home, receiver, u"fixed:1x2"_s);
    QCOMPARE(home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--count"_s, u"4"_s,
                       u"--no-wait"_s})
                 .status,
             0);
    const auto holder = listen(home);
    const auto sender = home.start({u"deliver"_s, u"--until-idle"_s, u"--json"_s});
    QVERIFY(receiver.waitFor(2));
    kill(*holder);
    const ProgramResult ended = Home::end(*sender);
    QVERIFY2(ended.status == 0, ended.err.constData());
    QCOMPARE(home.run({u"deliveries"_s, u"--state"_s, u"delivered"_s, u"--json"_s}).lines().size(), 4);
}

void TwoProgramsTest::aStoppedHolderHangsNoCommand()
{
    const Home home;
    const auto holder = listen(home);
    signalTo(*holder, SIGSTOP);
    const ProgramResult added = home.run(
        {u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, u"http://127.0.0.1:9/"_s});
    QCOMPARE(added.status, 3);
    QVERIFY2(added.err.contains(QByteArray::number(holder->processId())), added.err.constData());
    QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).status, 0);
    signalTo(*holder, SIGCONT);
    QCOMPARE(home.run({u"listen"_s, u"--port"_s, u"0"_s, u"--for"_s, u"0.1"_s}).status, 0);
    QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).lines().size(), 0);
    stop(*holder);
}

/// Neither of a command that has ended, nor of one that runs where others do.
void TwoProgramsTest::anUnreadOutputHoldsNobodyUp()
{
    const Home home;
    const LoggingReceiver receiver([](int) { return LoggingReceiver::status(200); });
    prepare(home, receiver, u"none"_s);
    const auto unread = home.startShell(u"( $cli simulate report.failed --report r1 --count 400 --json; "
                                        "echo $? > status ) | ( read line; sleep 20 )"_s);
    QVERIFY(receiver.waitFor(400));
    const ProgramResult other =
        home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--json"_s});
    QVERIFY2(other.status == 0, other.err.constData());
    QVERIFY(!QFile::exists(home.path(u"status"_s)));
    unread->kill();
    unread->waitForFinished();
}

void TwoProgramsTest::aCommandThatMayBeDoneSaysSo()
{
    const Home home;
    for (const int ms : {10, 30, 60}) {
        const auto holder = listen(home);
        const auto adding = home.start({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                                        u"http://127.0.0.1:9/"_s, u"--json"_s});
        const qsizetype before = home.run({u"webhook"_s, u"list"_s, u"--json"_s}).lines().size();
        QTest::qSleep(ms);
        kill(*holder);
        const ProgramResult added = Home::end(*adding);
        QVERIFY2(added.status == 0 || added.status == 3, added.err.constData());
        QVERIFY(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).lines().size() <= before + 1);
    }
}

QTEST_GUILESS_MAIN(TwoProgramsTest)
#include "two_programs_test.moc"
