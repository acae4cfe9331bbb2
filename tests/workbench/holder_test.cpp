// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/holder.h"

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
    void nobodyHolding();
};

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
        {u"webhook"_s, u"add"_s}, QByteArray("to\0ken", 6), folder.path(), true, false};
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
    client.raise();
    QVERIFY(finished.wait());
    QCOMPARE(raised.size(), 1);
}

void HolderTest::nobodyHolding()
{
    HolderClient client(u"/nonexistent/hookworks"_s);
    QSignalSpy failed(&client, &HolderClient::failed);
    client.run({});
    QTRY_COMPARE(failed.size(), 1);
}

QTEST_GUILESS_MAIN(HolderTest)
#include "holder_test.moc"
