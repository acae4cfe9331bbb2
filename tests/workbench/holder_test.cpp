// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/holder/holder_client.h"
#include "workbench/holder/holder_frames.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

class HolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandRunsInTheHolderAndItsOutputComesBack();
    void anInterruptOfTheClientReachesTheCommand();
    void aSecondWindowAsksForTheFirst();
    void aProgramWithoutAWindowSaysSo();
    void nobodyHolding();
    void aHolderThatDoesNotAnswerIsNotWaitedForForEver();
    void aHolderThatEndsAmidTheCommandIsLost();
    void aClosedHolderBeginsNothing();
    void whatAClientThatHasLeftAskedForIsNotRun();
    void aCommandHasItsStateKept();
};

using Failure = HolderClient::Failure;

void HolderTest::aCommandRunsInTheHolderAndItsOutputComesBack()
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"not yet there/s"_s);
    HandedCommand got;
    Holder holder([&](const HandedCommand& command, HandedRun& run) {
        got = command;
        run.out(QByteArray(1'000'000, 'x'));
        run.err("noted\n");
        run.finish(1);
    });
    QVERIFY(holder.listen(socket));
    HolderClient client(socket);
    QByteArray out, err;
    connect(&client, &HolderClient::out, this, [&](const QByteArray& bytes) { out += bytes; });
    connect(&client, &HolderClient::err, this, [&](const QByteArray& bytes) { err += bytes; });
    QSignalSpy finished(&client, &HolderClient::finished);
    const HandedCommand command{
        {u"webhook"_s, u"add"_s},    QByteArray("to\0ken", 6), folder.path(), true, false, true,
        {u"run"_s, true, "state", 7}};
    client.run(command);
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toInt(), 1);
    QCOMPARE(got, command);
    QCOMPARE(out.size(), 1'000'000);
    QCOMPARE(err, QByteArray("noted\n"));
}

void HolderTest::anInterruptOfTheClientReachesTheCommand()
{
    const QTemporaryDir folder;
    const QString socket = folder.filePath(u"s"_s);
    Holder holder([&](const HandedCommand&, HandedRun& run) {
        connect(&run, &HandedRun::interrupted, &run, [&run] { run.finish(130); });
        run.out("started");
    });
    QVERIFY(holder.listen(socket));
    HolderClient client(socket);
    connect(&client, &HolderClient::out, &client, [&client] { client.interrupt(); });
    QSignalSpy finished(&client, &HolderClient::finished);
    client.run({});
    QVERIFY(finished.wait());
    QCOMPARE(finished.first().first().toInt(), 130);
}

void HolderTest::aSecondWindowAsksForTheFirst()
{
    const QTemporaryDir folder;
    Holder holder([](const HandedCommand&, HandedRun&) {});
    QVERIFY(holder.listen(folder.filePath(u"s"_s)));
    QSignalSpy raised(&holder, &Holder::raiseWanted);
    HolderClient client(folder.filePath(u"s"_s));
    QSignalSpy finished(&client, &HolderClient::finished);
    client.raise({u"/a/ä b.hookworks-case"_s, u"/c"_s});
    QVERIFY(finished.wait());
    QCOMPARE(raised.size(), 1);
    QCOMPARE(raised.first().first().toStringList(), QStringList({u"/a/ä b.hookworks-case"_s, u"/c"_s}));
}

void HolderTest::aProgramWithoutAWindowSaysSo()
{
    const QTemporaryDir folder;
    Holder holder([](const HandedCommand&, HandedRun&) {});
    QVERIFY(holder.listen(folder.filePath(u"s"_s)));
    HolderClient client(folder.filePath(u"s"_s));
    QSignalSpy failed(&client, &HolderClient::failed);
    client.raise();
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Failure>(), Failure::NoWindow);
    QVERIFY(!failed.first().last().value<Error>().message.isEmpty());
}

void HolderTest::nobodyHolding()
{
    HolderClient client(u"/nonexistent/hookworks"_s);
    QSignalSpy failed(&client, &HolderClient::failed);
    client.run({});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Failure>(), Failure::Nobody);
    QVERIFY(!client.isBegun());
}

void HolderTest::aHolderThatDoesNotAnswerIsNotWaitedForForEver()
{
    const QTemporaryDir folder;
    QLocalServer stopped;
    QVERIFY(stopped.listen(folder.filePath(u"s"_s)));
    HolderClient client(folder.filePath(u"s"_s));
    QSignalSpy failed(&client, &HolderClient::failed);
    client.run({});
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QCOMPARE(failed.first().first().value<Failure>(), Failure::Silent);
    const Error error = failed.first().last().value<Error>();
    QVERIFY2(error.message.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(error.message));
    QVERIFY(stopped.hasPendingConnections());
    QLocalSocket* const asked = stopped.nextPendingConnection();
    QTRY_VERIFY(asked->bytesAvailable() > 0);
    QCOMPARE(asked->readAll(), frameBytes({HolderFrame::Kind::Hello, {}}));
}

void HolderTest::aHolderThatEndsAmidTheCommandIsLost()
{
    const QTemporaryDir folder;
    auto holder = std::make_unique<Holder>([](const HandedCommand&, HandedRun& run) { run.out("first"); });
    QVERIFY(holder->listen(folder.filePath(u"s"_s)));
    HolderClient client(folder.filePath(u"s"_s));
    QSignalSpy out(&client, &HolderClient::out);
    QSignalSpy failed(&client, &HolderClient::failed);
    client.run({});
    QVERIFY(out.wait());
    QVERIFY(client.isBegun());
    holder.reset();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Failure>(), Failure::Lost);
}

void HolderTest::aClosedHolderBeginsNothing()
{
    const QTemporaryDir folder;
    int runs = 0;
    Holder holder([&](const HandedCommand&, HandedRun&) { ++runs; });
    QVERIFY(holder.listen(folder.filePath(u"s"_s)));
    QLocalSocket socket;
    socket.connectToServer(folder.filePath(u"s"_s));
    QVERIFY(socket.waitForConnected());
    socket.write(frameBytes({HolderFrame::Kind::Hello, {}}));
    QTRY_VERIFY(socket.bytesAvailable() > 0);
    holder.close();
    socket.write(frameBytes({HolderFrame::Kind::Run, commandBytes({})}));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(runs, 0);
}

void HolderTest::whatAClientThatHasLeftAskedForIsNotRun()
{
    const QTemporaryDir folder;
    int runs = 0;
    Holder holder([&](const HandedCommand&, HandedRun&) { ++runs; });
    QVERIFY(holder.listen(folder.filePath(u"s"_s)));
    {
        QLocalSocket socket;
        socket.connectToServer(folder.filePath(u"s"_s));
        QVERIFY(socket.waitForConnected());
        socket.write(frameBytes({HolderFrame::Kind::Hello, {}}) +
                     frameBytes({HolderFrame::Kind::Run, commandBytes({})}));
        QVERIFY(socket.flush());
    }
    QTest::qWait(300);
    QCOMPARE(runs, 0);
}

void HolderTest::aCommandHasItsStateKept()
{
    const QTemporaryDir folder;
    Holder holder([](const HandedCommand&, HandedRun& run) {
        run.remember(QByteArray("a\0b", 3));
        run.finish(0);
    });
    QVERIFY(holder.listen(folder.filePath(u"s"_s)));
    HolderClient client(folder.filePath(u"s"_s));
    QSignalSpy remembered(&client, &HolderClient::remembered);
    QSignalSpy finished(&client, &HolderClient::finished);
    client.run({});
    QVERIFY(finished.wait());
    QCOMPARE(remembered.first().first().toByteArray(), QByteArray("a\0b", 3));
}

QTEST_GUILESS_MAIN(HolderTest)
#include "holder_test.moc"
