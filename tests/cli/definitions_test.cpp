// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"

#include <QJsonArray>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray hybiscusReport = R"({"type": "Report", "options": {"report_title": "Q1 "}, "config": {},
  "components": [{"type": "Text", "options": {"text": "1.0 \u00e9 12345678901234567890"}}]})";

} // namespace

/// Reports, webhooks and policies from the command line.
class DefinitionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportComesBackByteForByte();
    void problemsOfAReportArePrintedOneALine();
    void brokenJsonIsStatus2WithItsPlace();
    void aReportIsReadFromStandardInput();
    void namesAreAcceptedWhereIdsAre();
    void aWebhookIsPrintedAndChanged();
    void aTokenComesFromStandardInputAndIsNotShown();
    void badWebhooksAreStatus2_data();
    void badWebhooksAreStatus2();
    void aReportsOwnHookIsPartOfItsDocument();
    void aFourthHookOfAReportIsRefused();
    void aPolicyIsPreviewed();
    void anOutageShowsWhichAttemptsFail();
    void aRemovedReportIsGone();
    void zoneAndCycleAreKeptBesideTheDocument();
    void comingRunsAreListed();
    void aPublishedPayloadIsImportedOnlyWhenAskedFor();
};

void DefinitionsTest::aReportComesBackByteForByte()
{
    const Home home;
    const QString file = home.write(u"q1.json"_s, hybiscusReport);
    const ProgramResult import =
        home.run({u"report"_s, u"import"_s, file, u"--provider"_s, u"hybiscus"_s, u"--json"_s});
    QCOMPARE(import.status, 0);
    QCOMPARE(objectOf(import.out)[u"id"].toString(), u"r1"_s);
    QCOMPARE(objectOf(import.out)[u"provider"].toString(), u"hybiscus"_s);
    const ProgramResult back = home.run({u"report"_s, u"export"_s, u"r1"_s});
    QCOMPARE(back.status, 0);
    QCOMPARE(back.out, hybiscusReport);
    const ProgramResult list = home.run({u"report"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.lines().size(), 1);
    QCOMPARE(home.run({u"report"_s, u"show"_s, u"r1"_s}).status, 0);
}

void DefinitionsTest::problemsOfAReportArePrintedOneALine()
{
    const Home home;
    const QByteArray wrong =
        R"({"type": "Report", "config": {"webhooks": [{"url": "http://a/"}, {"url": "http://b/"},
        {"url": "http://c/"}, {"url": "http://d/"}]}, "components": []})";
    const ProgramResult result =
        home.run({u"report"_s, u"validate"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s, u"--json"_s}, wrong);
    QCOMPARE(result.status, 1);
    bool found = false;
    for (const QByteArray& line : result.lines()) {
        QCOMPARE(keysOf(line), QByteArray("severity path message rule provenance"));
        found = found || objectOf(line)[u"path"].toString().contains(u"webhooks"_s);
    }
    QVERIFY2(found, result.out.constData());
    QCOMPARE(
        home.run({u"report"_s, u"validate"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, hybiscusReport).status,
        0);
}

void DefinitionsTest::brokenJsonIsStatus2WithItsPlace()
{
    const Home home;
    const ProgramResult result = home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                                          "{\"a\": 1,\n  \"b\" 2}");
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("2"), result.err.constData());
    QVERIFY2(result.err.toLower().contains("line"), result.err.constData());
}

void DefinitionsTest::aReportIsReadFromStandardInput()
{
    const Home home;
    const ProgramResult result = home.run(
        {u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s, u"--json"_s}, hybiscusReport);
    QCOMPARE(result.status, 0);
    QCOMPARE(home.run({u"report"_s, u"export"_s, u"r1"_s}).out, hybiscusReport);
}

void DefinitionsTest::namesAreAcceptedWhereIdsAre()
{
    const Home home;
    home.write(u"Sales.json"_s, hybiscusReport);
    const ProgramResult import =
        home.run({u"report"_s, u"import"_s, u"Sales.json"_s, u"--provider"_s, u"hybiscus"_s, u"--json"_s});
    QCOMPARE(import.status, 0);
    const QString name = objectOf(import.out)[u"name"].toString();
    QVERIFY(!name.isEmpty());
    QCOMPARE(home.run({u"report"_s, u"export"_s, name}).out, hybiscusReport);
    QCOMPARE(home.run({u"report"_s, u"remove"_s, name}).status, 0);
    QCOMPARE(home.run({u"report"_s, u"show"_s, u"r1"_s}).status, 1);
}

void DefinitionsTest::aWebhookIsPrintedAndChanged()
{
    const Home home;
    const ProgramResult added = home.run(
        {u"webhook"_s, u"add"_s, u"--provider"_s, u"connectreport"_s, u"--url"_s, u"http://127.0.0.1:9/x"_s,
         u"--name"_s, u"OneDrive"_s, u"--event"_s, u"postReportTask"_s, u"--header"_s, u"X-Tenant: a b"_s,
         u"--policy"_s, u"fixed:5x2"_s, u"--timeout"_s, u"2.5"_s, u"--json"_s});
    QCOMPARE(added.status, 0);
    const QJsonObject webhook = objectOf(added.out);
    QCOMPARE(webhook[u"id"].toString(), u"w1"_s);
    QCOMPARE(webhook[u"name"].toString(), u"OneDrive"_s);
    QCOMPARE(webhook[u"policy"].toString(), u"fixed:5x2"_s);
    QCOMPARE(webhook[u"events"].toArray(), QJsonArray{u"postReportTask"_s});
    QCOMPARE(home.run({u"webhook"_s, u"set"_s, u"OneDrive"_s, u"--url"_s, u"http://127.0.0.1:9/y"_s}).status,
             0);
    const ProgramResult shown = home.run({u"webhook"_s, u"show"_s, u"w1"_s, u"--json"_s});
    QCOMPARE(objectOf(shown.out)[u"url"].toString(), u"http://127.0.0.1:9/y"_s);
    QCOMPARE(objectOf(shown.out)[u"policy"].toString(), u"fixed:5x2"_s);
    QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).lines().size(), 1);
    QCOMPARE(home.run({u"webhook"_s, u"remove"_s, u"w1"_s}).status, 0);
    QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).out, QByteArray());
}

void DefinitionsTest::aTokenComesFromStandardInputAndIsNotShown()
{
    const Home home;
    const ProgramResult added = home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                                          u"http://127.0.0.1:9/"_s, u"--auth-token-stdin"_s, u"--json"_s},
                                         "s3cret-token\n");
    QCOMPARE(added.status, 0);
    QVERIFY2(!added.out.contains("s3cret-token"), added.out.constData());
    QVERIFY(!home.run({u"webhook"_s, u"show"_s, u"w1"_s, u"--json"_s}).out.contains("s3cret-token"));
    QFile file(home.workspace());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("s3cret-token"));
}

void DefinitionsTest::badWebhooksAreStatus2_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("url") << QStringList{u"--url"_s, u"not a url"_s};
    QTest::newRow("scheme") << QStringList{u"--url"_s, u"ftp://example.org/"_s};
    QTest::newRow("header without colon") << QStringList{u"--url"_s, u"http://a/"_s, u"--header"_s, u"X-A"_s};
    QTest::newRow("header name") << QStringList{u"--url"_s, u"http://a/"_s, u"--header"_s, u"X A: b"_s};
    QTest::newRow("header value") << QStringList{u"--url"_s, u"http://a/"_s, u"--header"_s,
                                                 u"X-A: b\r\nX-B: c"_s};
    QTest::newRow("event") << QStringList{u"--url"_s, u"http://a/"_s, u"--event"_s, u"report.lost"_s};
    QTest::newRow("policy") << QStringList{u"--url"_s, u"http://a/"_s, u"--policy"_s, u"sometimes"_s};
    QTest::newRow("name like an id") << QStringList{u"--url"_s, u"http://a/"_s, u"--name"_s, u"w7"_s};
    QTest::newRow("provider") << QStringList{u"--url"_s, u"http://a/"_s, u"--provider"_s, u"acme"_s};
}

void DefinitionsTest::badWebhooksAreStatus2()
{
    QFETCH(const QStringList, more);
    const Home home;
    QStringList arguments{u"webhook"_s, u"add"_s};
    if (!more.contains(u"--provider"_s))
        arguments << u"--provider"_s << u"hybiscus"_s;
    const ProgramResult result = home.run(arguments + more);
    QVERIFY2(result.status == 2, result.err.constData());
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(home.run({u"webhook"_s, u"list"_s, u"--json"_s}).out, QByteArray());
}

void DefinitionsTest::aReportsOwnHookIsPartOfItsDocument()
{
    const Home home;
    home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, hybiscusReport);
    const ProgramResult added =
        home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--report"_s, u"r1"_s, u"--url"_s,
                  u"http://127.0.0.1:9/own"_s, u"--json"_s});
    QVERIFY2(added.status == 0, added.err.constData());
    const QJsonObject document = objectOf(home.run({u"report"_s, u"export"_s, u"r1"_s}).out);
    const QJsonArray hooks = document[u"config"].toObject()[u"webhooks"].toArray();
    QCOMPARE(hooks.size(), 1);
    QCOMPARE(hooks[0].toObject()[u"url"].toString(), u"http://127.0.0.1:9/own"_s);
    const QString id = objectOf(added.out)[u"id"].toString();
    QCOMPARE(home.run({u"webhook"_s, u"remove"_s, id}).status, 0);
    const QJsonObject after = objectOf(home.run({u"report"_s, u"export"_s, u"r1"_s}).out);
    QCOMPARE(after[u"config"].toObject()[u"webhooks"].toArray().size(), 0);
}

void DefinitionsTest::aFourthHookOfAReportIsRefused()
{
    const Home home;
    home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, hybiscusReport);
    const QStringList add{u"webhook"_s,  u"add"_s, u"--provider"_s, u"hybiscus"_s,
                          u"--report"_s, u"r1"_s,  u"--url"_s,      u"http://127.0.0.1:9/own"_s};
    for (int i = 0; i < 3; ++i)
        QCOMPARE(home.run(add).status, 0);
    QCOMPARE(home.run(add).status, 2);
}

void DefinitionsTest::aPolicyIsPreviewed()
{
    const Home home;
    const QList<QByteArray> lines = home.run({u"policy"_s, u"preview"_s, u"hybiscus"_s, u"--json"_s}).lines();
    QCOMPARE(lines.size(), 9);
    QList<double> after;
    for (const QByteArray& line : lines)
        after << objectOf(line)[u"afterSeconds"].toDouble();
    QCOMPARE(after, (QList<double>{0, 30, 90, 210, 450, 930, 1890, 3810, 7650}));
    QCOMPARE(home.run({u"policy"_s, u"preview"_s, u"hybiscus-8"_s, u"--json"_s}).lines().size(), 8);
    QCOMPARE(home.run({u"policy"_s, u"preview"_s, u"none"_s, u"--json"_s}).lines().size(), 1);
    const ProgramResult timed = home.run(
        {u"policy"_s, u"preview"_s, u"list:30,60"_s, u"--from"_s, u"2026-01-02T03:04:05Z"_s, u"--json"_s});
    QVERIFY2(timed.lines().last().contains("2026-01-02T03:05:35.000000Z"), timed.out.constData());
}

void DefinitionsTest::anOutageShowsWhichAttemptsFail()
{
    const Home home;
    const ProgramResult survives =
        home.run({u"policy"_s, u"preview"_s, u"hybiscus"_s, u"--outage"_s, u"0-600"_s, u"--json"_s});
    QCOMPARE(survives.status, 0);
    QList<bool> fails;
    for (const QByteArray& line : survives.lines())
        fails << objectOf(line)[u"fails"].toBool();
    QCOMPARE(fails, (QList<bool>{true, true, true, true, true, false}));
    QCOMPARE(home.run({u"policy"_s, u"preview"_s, u"fixed:1x2"_s, u"--outage"_s, u"0-600"_s}).status, 1);
}

void DefinitionsTest::aRemovedReportIsGone()
{
    const Home home;
    home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s}, hybiscusReport);
    QCOMPARE(home.run({u"report"_s, u"remove"_s, u"r1"_s}).status, 0);
    QCOMPARE(home.run({u"report"_s, u"list"_s, u"--json"_s}).out, QByteArray());
}

void DefinitionsTest::zoneAndCycleAreKeptBesideTheDocument()
{
    const Home home;
    const QByteArray task = R"({"reportTaskId":"20cf12d4-4c6f-4212-8510-14ddbbd6ae66","frequency":"Weekly"})";
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s}, task).status, 0);
    const ProgramResult set = home.run({u"report"_s, u"set"_s, u"r1"_s, u"--zone"_s, u"Europe/Berlin"_s,
                                        u"--cycle"_s, u"North,South"_s, u"--json"_s});
    QCOMPARE(set.status, 0);
    QCOMPARE(objectOf(set.out)[u"zone"].toString(), u"Europe/Berlin"_s);
    QCOMPARE(objectOf(set.out)[u"cycle"].toArray().size(), 2);
    QCOMPARE(home.run({u"report"_s, u"export"_s, u"r1"_s}).out, task);
    const ProgramResult forgotten =
        home.run({u"report"_s, u"set"_s, u"r1"_s, u"--cycle"_s, QString(), u"--json"_s});
    QCOMPARE(objectOf(forgotten.out)[u"zone"].toString(), u"Europe/Berlin"_s);
    QVERIFY(!objectOf(forgotten.out).contains(u"cycle"_s));
    QCOMPARE(home.run({u"report"_s, u"set"_s, u"r1"_s, u"--zone"_s, u"Mars/Olympus"_s}).status, 2);
    QCOMPARE(home.run({u"report"_s, u"runs"_s, u"r1"_s}).status, 2); // it does not say when it begins
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s}, hybiscusReport).status, 0);
    QCOMPARE(home.run({u"report"_s, u"set"_s, u"r2"_s, u"--zone"_s, u"UTC"_s}).status, 2);
}

void DefinitionsTest::comingRunsAreListed()
{
    const Home home;
    const QByteArray task = R"({"reportTaskId":"20cf12d4-4c6f-4212-8510-14ddbbd6ae66",)"
                            R"("startOn":"2026-03-23T07:00:00.000Z","frequency":"Weekly"})";
    QCOMPARE(home.run({u"report"_s, u"import"_s, u"-"_s}, task).status, 0);
    QCOMPARE(
        home.run({u"report"_s, u"set"_s, u"r1"_s, u"--zone"_s, u"Europe/Berlin"_s, u"--cycle"_s, u"A,B"_s})
            .status,
        0);
    const ProgramResult runs =
        home.run({u"report"_s, u"runs"_s, u"r1"_s, u"--from"_s, u"2026-03-24T00:00:00Z"_s, u"--to"_s,
                  u"2026-04-06T06:00:00Z"_s, u"--json"_s});
    QCOMPARE(runs.status, 0);
    QCOMPARE(runs.lines().size(), 4);
    QCOMPARE(keysOf(runs.lines().first()), QByteArray("at localTime taskId value"));
    QCOMPARE(objectOf(runs.lines().first())[u"at"].toString(), u"2026-03-30T06:00:00.000000Z"_s);
    QCOMPARE(objectOf(runs.lines().first())[u"localTime"].toString(), u"2026-03-30T08:00:00+02:00"_s);
    QCOMPARE(home.run({u"report"_s, u"runs"_s, u"r1"_s, u"--from"_s, u"soon"_s}).status, 2);
}

void DefinitionsTest::aPublishedPayloadIsImportedOnlyWhenAskedFor()
{
    const Home home;
    const QByteArray page =
        "  \u2022 reportTask:\u00a0\n    \u2022 reportTaskId: '20cf12d4-4c6f-4212-8510-14ddbbd6ae66'\n"
        "    \u2022 title: 'It\\'s'\n  \u2022 trigger: 'postReportTask'\n"
        "  \u2022 status: 'success' || 'failure'\n";
    const ProgramResult refused = home.run({u"report"_s, u"import"_s, u"-"_s}, page);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.err.contains("--mend"), refused.err.constData());
    const ProgramResult taken = home.run({u"report"_s, u"import"_s, u"-"_s, u"--mend"_s, u"--json"_s}, page);
    QCOMPARE(taken.status, 0);
    QVERIFY2(taken.err.contains("'success' was taken of 'success' || 'failure'"), taken.err.constData());
    QCOMPARE(
        home.run({u"report"_s, u"export"_s, u"r1"_s}).out,
        QByteArray(
            "{\n  \"reportTaskId\": \"20cf12d4-4c6f-4212-8510-14ddbbd6ae66\",\n  \"title\": \"It's\"\n}\n"));
}

QTEST_GUILESS_MAIN(DefinitionsTest)
#include "definitions_test.moc"
