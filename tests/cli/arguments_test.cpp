// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/logging_receiver.h"
#include "cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Arguments and surroundings that the program cannot take at their word, and files as its help describes
/// them.
class ArgumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatAreNoTextAreRefused_data();
    void namesThatAreNoTextAreRefused();
    void closedDescriptorsAreNobodys_data();
    void closedDescriptorsAreNobodys();
    void anOutcomeThatTheEventDoesNotHaveIsRefused_data();
    void anOutcomeThatTheEventDoesNotHaveIsRefused();
    void anUnknownEventIsNamedWithTheKnownOnes();
    void aDocumentIsKeptAndSentAsItIs();
    void theRulesOfTheHelpWork_data();
    void theRulesOfTheHelpWork();
    void theEditOfTheHelpWorks_data();
    void theEditOfTheHelpWorks();

private:
    static ProgramResult shell(const Home& home, const QString& script)
    {
        const auto running = home.startShell(script);
        return Home::end(*running);
    }
    static void addReport(const Home& home, const QString& provider, const QByteArray& document)
    {
        QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, provider}, document).status, 0);
    }
    static void addFormatSources();
    static QByteArray exampleIn(const QString& source, const QString& command);
};

void ArgumentsTest::namesThatAreNoTextAreRefused_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("a file") << u"$cli report import \"$(printf 'caf\\351.json')\" --provider hybiscus"_s;
    QTest::newRow("a workspace") << u"$cli --workspace \"$(printf 'w\\377.hookworks')\" report list"_s;
    QTest::newRow("--out") << u"$cli export c1 --format raw --out \"$(printf 'o\\377')\""_s;
    QTest::newRow("a name") << u"$cli webhook add --provider hybiscus --url http://127.0.0.1:9/ --name "
                               "\"$(printf 'n\\300\\257')\""_s;
    QTest::newRow("the environment") << u"XDG_DATA_HOME=\"$(printf '/tmp/x\\377')\" $cli report list"_s;
    QTest::newRow("the folder")
        << u"d=\"$(printf 'd\\377')\"; mkdir \"$d\" && cd \"$d\" && $cli report import r.json; "
           "s=$?; cd .. && rmdir \"$d\"; exit $s"_s;
}

void ArgumentsTest::namesThatAreNoTextAreRefused()
{
    QFETCH(const QString, script);
    const Home home;

    const ProgramResult refused = shell(home, script);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("is no UTF-8: ") && refused.err.contains("\\x"), refused.err.constData());
    QVERIFY(!QFile::exists(home.workspace()));
}

void ArgumentsTest::closedDescriptorsAreNobodys_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("reads") << u"report list"_s;
    QTest::newRow("writes") << u"webhook add --provider hybiscus --url http://127.0.0.1:9/"_s;
    QTest::newRow("listens") << u"listen --port 0 --for 0.1"_s;
    QTest::newRow("demo") << u"demo"_s;
}

void ArgumentsTest::closedDescriptorsAreNobodys()
{
    QFETCH(const QString, command);
    const Home home;
    QCOMPARE(shell(home, u"$cli "_s + command + u" <&- >&- 2>&-"_s).status, 0);
    QCOMPARE(shell(home, u"$cli report list --json >&-"_s).status, 0);
}

void ArgumentsTest::anOutcomeThatTheEventDoesNotHaveIsRefused_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("status");
    QTest::newRow("completed, failure") << u"hybiscus"_s << u"report.completed"_s << u"failure"_s << 2;
    QTest::newRow("failed, success") << u"hybiscus"_s << u"report.failed"_s << u"success"_s << 2;
    QTest::newRow("failed, failure") << u"hybiscus"_s << u"report.failed"_s << u"failure"_s << 0;
    QTest::newRow("pre, failure") << u"connectreport"_s << u"preReportTask"_s << u"failure"_s << 2;
    QTest::newRow("post, failure") << u"connectreport"_s << u"postReportTask"_s << u"failure"_s << 0;
}

void ArgumentsTest::anOutcomeThatTheEventDoesNotHaveIsRefused()
{
    QFETCH(const QString, provider);
    QFETCH(const QString, event);
    QFETCH(const QString, outcome);
    QFETCH(const int, status);
    const Home home;
    addReport(home, provider, R"({"title": "t"})");
    QCOMPARE(
        home.run({u"webhook"_s, u"add"_s, u"--provider"_s, provider, u"--url"_s, u"http://127.0.0.1:9/"_s})
            .status,
        0);
    const ProgramResult result = home.run(
        {u"simulate"_s, event, u"--report"_s, u"r1"_s, u"--outcome"_s, outcome, u"--no-wait"_s, u"--json"_s});
    QVERIFY2(result.status == status, result.err.constData());
    QCOMPARE(result.lines().size(), status == 0 ? 1 : 0);
    QVERIFY2(status == 0 || result.err.contains("--outcome: "), result.err.constData());
}

void ArgumentsTest::anUnknownEventIsNamedWithTheKnownOnes()
{
    const Home home;
    const ProgramResult unknown = home.run({u"deliveries"_s, u"--event"_s, u"nope"_s});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains("'nope'") && unknown.err.contains("report.failed"),
             unknown.err.constData());
    QCOMPARE(home.run({u"deliveries"_s, u"--event"_s, u"report.failed"_s}).status, 0);
    QCOMPARE(home.run({u"deliveries"_s, u"--state"_s, u"lost"_s}).status, 2);
}

void ArgumentsTest::aDocumentIsKeptAndSentAsItIs()
{
    const Home home;
    const LoggingReceiver receiver([](int) { return LoggingReceiver::status(200); });
    const QByteArray document = "\xef\xbb\xbf{\"title\": \"t\", \"dup\": 1, \"dup\": 2, \"title\": \"u\"}";
    addReport(home, u"connectreport"_s, document);
    QCOMPARE(home.run({u"report"_s, u"export"_s, u"r1"_s}).out, document);
    QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"connectreport"_s, u"--url"_s,
                       QString::fromLatin1(receiver.url())})
                 .status,
             0);
    QCOMPARE(home.run({u"simulate"_s, u"preReportTask"_s, u"--report"_s, u"r1"_s}).status, 0);
    const QByteArray body = receiver.requests().first().body();
    QVERIFY2(body.contains(R"("dup":1,"dup":2)") && body.contains(R"("title":"t","title":"u")"),
             body.constData());
    const ProgramResult list =
        home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, "[]");
    QCOMPARE(list.status, 2);
    QVERIFY2(list.err.contains("object"), list.err.constData());
}

void ArgumentsTest::addFormatSources()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("--help") << u"--help"_s;
    QTest::newRow("the man page") << u"man"_s;
}

/// The JSON of the help, or of the man page, as its reader would copy it.
QByteArray ArgumentsTest::exampleIn(const QString& source, const QString& command)
{
    QByteArray text;
    if (source == u"man") {
        QFile page(QStringLiteral(HOOKWORKS_SOURCE_DIR "/packaging/man/hookworks-cli.1"));
        if (!page.open(QIODevice::ReadOnly))
            return {};
        text = page.readAll();
        text = text.mid(text.indexOf(".SS " + command.toLatin1() + ' '))
                   .replace("\\-", "-")
                   .replace("\\e", "\\");
        return text.mid(text.indexOf("\n{"), text.indexOf("\n.fi") - text.indexOf("\n{"));
    }
    text = Home().runPlain({command, u"--help"_s}).out;
    text = text.mid(text.indexOf("\n  {\""));
    return text.left(text.indexOf("\n\n"));
}

void ArgumentsTest::theRulesOfTheHelpWork_data()
{
    addFormatSources();
}

void ArgumentsTest::theRulesOfTheHelpWork()
{
    QFETCH(const QString, source);
    const Home home;
    home.write(u"rules.json"_s, exampleIn(source, u"listen"_s));
    const auto listener =
        home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, u"rules.json"_s, u"--count"_s, u"5"_s});
    const QString url = objectOf(Home::nextLine(*listener))[u"listening"].toString();
    QVERIFY2(!url.isEmpty(), listener->readAllStandardError().constData());
    addReport(home, u"hybiscus"_s, R"({"type": "Report", "config": {}, "components": []})");
    QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, url + u"/hook/1"_s,
                       u"--policy"_s, u"fixed:1x5"_s})
                 .status,
             0);
    const ProgramResult sent = home.run(
        {u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s, u"--speed"_s, u"1000"_s, u"--json"_s});
    QVERIFY2(sent.status == 0, sent.err.constData());
    QCOMPARE(objectOf(sent.out)[u"attempts"].toArray().size(), 4);
    listener->terminate();
    Home::end(*listener);
}

void ArgumentsTest::theEditOfTheHelpWorks_data()
{
    addFormatSources();
}

void ArgumentsTest::theEditOfTheHelpWorks()
{
    QFETCH(const QString, source);
    const Home home;
    const LoggingReceiver receiver([](int) { return LoggingReceiver::status(200); });
    addReport(home, u"hybiscus"_s, R"({"type": "Report", "config": {}, "components": []})");
    const QString url = QString::fromLatin1(receiver.url());
    QCOMPARE(home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s, url}).status, 0);
    QCOMPARE(home.run({u"simulate"_s, u"report.failed"_s, u"--report"_s, u"r1"_s}).status, 0);
    home.write(u"edit.json"_s, exampleIn(source, u"replay"_s));
    const ProgramResult sent = home.run({u"replay"_s, u"d1"_s, u"--edit"_s, u"edit.json"_s, u"--to"_s, url});
    QVERIFY2(sent.status == 0, sent.err.constData());
    const LoggedRequest again = receiver.requests().last();
    QVERIFY(again.bytes.startsWith("PUT "));
    QCOMPARE(again.header("X-Try"), QByteArray("2"));
    QVERIFY2(again.body().contains("none"), again.bytes.constData());
}

QTEST_GUILESS_MAIN(ArgumentsTest)
#include "arguments_test.moc"
