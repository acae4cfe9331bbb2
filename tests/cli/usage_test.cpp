// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QFile>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What a person or a script sees who uses the program rightly or wrongly.
class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpIsThereAtEveryLevel_data();
    void helpIsThereAtEveryLevel();
    void versionIsPrinted();
    void wrongUsageIsStatus2AndNamesTheOption_data();
    void wrongUsageIsStatus2AndNamesTheOption();
    void globalOptionsStandAnywhere();
    void aDatabaseServerIsNotInThisVersion();
    void theUsersWorkspaceIsMadeWhereMissing();
    void aWorkspaceThatCannotBeOpenedIsStatus3_data();
    void aWorkspaceThatCannotBeOpenedIsStatus3();
    void whatIsNotThereIsStatus1();
};

void UsageTest::helpIsThereAtEveryLevel_data()
{
    QTest::addColumn<QString>("command");
    for (const QString& command : u",demo,listen,report,report list,report show,report remove,report "
                                  u"import,report export,report validate,report set,report runs,"
                                  "webhook,webhook list,webhook show,webhook add,webhook set,webhook "
                                  "remove,webhook test,policy,policy preview,provider,provider list,provider "
                                  "show,provider schema,provider openapi,provider asyncapi,"
                                  "simulate,run,deliver,deliveries,delivery,retry,cancel,captures,capture,"
                                  "replay,forward,diff,export,ca,ca show,"
                                  "ca export"_s.split(u','))
        QTest::newRow(qPrintable(u"hookworks-cli "_s + command)) << command;
}

void UsageTest::helpIsThereAtEveryLevel()
{
    QFETCH(const QString, command);
    const Home home;
    const ProgramResult help = home.runPlain(command.split(u' ', Qt::SkipEmptyParts) << u"--help"_s);
    QCOMPARE(help.status, 0);
    QVERIFY2(help.out.contains("Usage: hookworks-cli"), help.out.constData());
    QVERIFY2(help.out.contains("Exit status"), help.out.constData());
    QCOMPARE(help.err, QByteArray());
    QVERIFY(!QFile::exists(home.path(u"data/hookworks"_s)));
}

void UsageTest::versionIsPrinted()
{
    const ProgramResult version = Home().runPlain({u"--version"_s});
    QCOMPARE(version.status, 0);
    QVERIFY2(version.out.startsWith("hookworks-cli 0."), version.out.constData());
}

void UsageTest::wrongUsageIsStatus2AndNamesTheOption_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("nothing") << QStringList{} << QByteArray("A command is missing");
    QTest::newRow("no such command") << QStringList{u"frobnicate"_s} << QByteArray("'frobnicate'");
    QTest::newRow("half a command") << QStringList{u"report"_s} << QByteArray("list, show");
    QTest::newRow("no such half") << QStringList{u"report"_s, u"burn"_s} << QByteArray("'burn'");
    QTest::newRow("no such option") << QStringList{u"deliver"_s, u"--sped"_s, u"3"_s} << QByteArray("--sped");
    QTest::newRow("speed") << QStringList{u"deliver"_s, u"--speed"_s, u"fast"_s} << QByteArray("--speed");
    QTest::newRow("speed 0") << QStringList{u"deliver"_s, u"--speed"_s, u"0"_s} << QByteArray("--speed");
    QTest::newRow("port") << QStringList{u"listen"_s, u"--port"_s, u"70000"_s} << QByteArray("--port");
    QTest::newRow("count") << QStringList{u"listen"_s, u"--count"_s, u"0"_s} << QByteArray("--count");
    QTest::newRow("report") << QStringList{u"simulate"_s, u"report.failed"_s} << QByteArray("--report");
    QTest::newRow("event") << QStringList{u"simulate"_s, u"--report"_s, u"r1"_s} << QByteArray("event");
    QTest::newRow("format") << QStringList{u"export"_s, u"d1"_s, u"--format"_s, u"pdf"_s}
                            << QByteArray("--format");
    QTest::newRow("outcome") << QStringList{u"run"_s, u"--report"_s, u"r1"_s, u"--outcome"_s, u"maybe"_s}
                             << QByteArray("--outcome");
    QTest::newRow("policy") << QStringList{u"policy"_s, u"preview"_s, u"fixed:1y3"_s}
                            << QByteArray("fixed:1y3");
    QTest::newRow("state") << QStringList{u"deliveries"_s, u"--state"_s, u"lost"_s} << QByteArray("--state");
    QTest::newRow("key without cert")
        << QStringList{u"listen"_s, u"--key"_s, u"k.pem"_s} << QByteArray("--cert");
    QTest::newRow("a passphrase without its file")
        << QStringList{u"listen"_s, u"--passphrase-stdin"_s} << QByteArray("--cert");
    QTest::newRow("client certificates")
        << QStringList{u"listen"_s, u"--client-cert"_s, u"demand"_s} << QByteArray("--client-cert");
}

void UsageTest::wrongUsageIsStatus2AndNamesTheOption()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, named);
    const ProgramResult result = Home().runPlain(arguments);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(named), result.err.constData());
}

void UsageTest::globalOptionsStandAnywhere()
{
    const Home home;
    const ProgramResult before = home.runPlain({u"--json"_s, u"policy"_s, u"preview"_s, u"fixed:5x2"_s});
    const ProgramResult after = home.runPlain({u"policy"_s, u"preview"_s, u"fixed:5x2"_s, u"--json"_s});
    QCOMPARE(before.status, 0);
    QCOMPARE(before.lines().size(), 3);
    QCOMPARE(after.out.count("\"number\""), 3);
}

void UsageTest::aDatabaseServerIsNotInThisVersion()
{
    const ProgramResult result =
        Home().runPlain({u"report"_s, u"list"_s, u"--workspace"_s, u"postgresql://h/db"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("not in this version"), result.err.constData());
}

void UsageTest::theUsersWorkspaceIsMadeWhereMissing()
{
    const Home home;
    QCOMPARE(home.runPlain({u"report"_s, u"list"_s}).status, 0);
    QVERIFY(QFile::exists(home.path(u"data/hookworks/workspace.hookworks"_s)));
}

void UsageTest::aWorkspaceThatCannotBeOpenedIsStatus3_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("reading") << u"report list"_s;
    QTest::newRow("writing") << u"webhook add --provider hybiscus --url http://127.0.0.1:1/"_s;
    QTest::newRow("listening") << u"listen --port 0 --for 0.1"_s;
}

void UsageTest::aWorkspaceThatCannotBeOpenedIsStatus3()
{
    QFETCH(const QString, command);
    const Home home;
    const QByteArray letter("Dear Sir or Madam, this is no workspace at all, but it must not be lost. ");
    home.write(u"test.hookworks"_s, letter.repeated(100));
    const ProgramResult result = home.run(command.split(u' '));
    QCOMPARE(result.status, 3);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains("test.hookworks"), result.err.constData());
    QFile file(home.workspace());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), letter.repeated(100));
}

void UsageTest::whatIsNotThereIsStatus1()
{
    const Home home;
    for (const QString& command : {u"report show r9"_s, u"webhook show w9"_s, u"delivery d9"_s,
                                   u"capture c9"_s, u"retry d9"_s, u"cancel d9"_s, u"replay d9"_s,
                                   u"diff c1 c2"_s, u"export d9 --format raw"_s, u"report remove nobody"_s}) {
        const ProgramResult result = home.run(command.split(u' '));
        QVERIFY2(result.status == 1, qPrintable(command + u": "_s + QString::number(result.status)));
        QVERIFY2(!result.err.isEmpty(), qPrintable(command));
    }
}

QTEST_GUILESS_MAIN(UsageTest)
#include "usage_test.moc"
