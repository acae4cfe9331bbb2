// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What becomes of results that nobody can take, and of bytes that a terminal should not get.
class OutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputThatCannotBeWrittenIsStatus3_data();
    void outputThatCannotBeWrittenIsStatus3();
    void outputOfAHandedCommandThatCannotBeWrittenIsStatus3();
    void aReaderThatGoesAwayIsNoErrorWorthWords();
    void aFileThatCannotBeWrittenIsStatus3();

private:
    static ProgramResult shell(const Home& home, const QString& script)
    {
        const auto running = home.startShell(script);
        return Home::end(*running);
    }
};

void OutputTest::outputThatCannotBeWrittenIsStatus3_data()
{
    QTest::addColumn<QString>("command");
    for (const QString& command :
         {u"--help"_s, u"--version"_s, u"report list"_s, u"report export r1"_s, u"report show r1"_s,
          u"report list --json"_s, u"webhook add --provider hybiscus --url http://127.0.0.1:9/"_s,
          u"policy preview hybiscus"_s, u"policy preview hybiscus --json"_s, u"workspace show"_s,
          u"ca show"_s, u"ca export"_s, u"listen --port 0"_s})
        QTest::newRow(qPrintable(command)) << command;
}

void OutputTest::outputThatCannotBeWrittenIsStatus3()
{
    QFETCH(const QString, command);
    const Home home;
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                      R"({"type": "Report", "config": {}, "components": []})")
                 .status,
             0);
    const ProgramResult full = shell(home, u"$cli "_s + command + u" > /dev/full"_s);
    QCOMPARE(full.status, 3);
    QVERIFY2(full.err.contains("output cannot be written"), full.err.constData());
}

void OutputTest::outputOfAHandedCommandThatCannotBeWrittenIsStatus3()
{
    const Home home;
    const auto holder = home.start({u"listen"_s, u"--port"_s, u"0"_s});
    QVERIFY(!Home::nextLine(*holder).isEmpty());
    const ProgramResult full = shell(home, u"$cli listen --port 0 > /dev/full"_s);
    QCOMPARE(full.status, 3);
    QVERIFY2(full.err.contains("output cannot be written"), full.err.constData());
    holder->terminate();
    QCOMPARE(Home::end(*holder).status, 130);
}

void OutputTest::aReaderThatGoesAwayIsNoErrorWorthWords()
{
    const Home home;
    const ProgramResult head =
        shell(home, u"$cli policy preview list:$(seq -s, 1 90) --json --quiet | head -1"_s);
    QCOMPARE(head.lines().size(), 1);
    QCOMPARE(head.err, QByteArray());
}

void OutputTest::aFileThatCannotBeWrittenIsStatus3()
{
    const Home home;
    for (const QString& file : {u"/dev/full"_s, u"nowhere/ca.pem"_s}) {
        const ProgramResult full = home.run({u"ca"_s, u"export"_s, file});
        QCOMPARE(full.status, 3);
        QVERIFY2(full.err.contains("cannot be written"), full.err.constData());
    }
}

QTEST_GUILESS_MAIN(OutputTest)
#include "output_test.moc"
