// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/outline.h"
#include "ui/reports/preview_html.h"
#include "ui/reports/report_document.h"
#include "ui/reports/safe_html_view.h"
#include "ui/reports/schedule.h"
#include "ui/shell/start_options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What the Reports page knows without a workspace: schedules, outlines, the one history, safe previews.
class ReportPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comingRunsFollowTheFrequency_data();
    void comingRunsFollowTheFrequency();
    void labelsReadLikeWords();
    void anOutlineNamesEntriesByTypeAndTitle();
    void anEditChangesOnlyItsOwnBytes();
    void typingIsOneStepOfTheHistory();
    void eachReportKeepsItsHistory();
    void aPreviewEscapesTextsAndShowsHtml();
    void aPreviewOpensNoFile();
    void commandLineOptions_data();
    void commandLineOptions();
};

void ReportPartsTest::comingRunsFollowTheFrequency_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("frequency");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QStringList>("runs");
    QTest::newRow("monthly, from the 31st")
        << u"2026-01-31T08:00:00.000Z"_s << QString() << u"Monthly"_s << u"2026-02-01T00:00:00.000Z"_s
        << QStringList(
               {u"2026-02-28T08:00:00.000Z"_s, u"2026-03-31T08:00:00.000Z"_s, u"2026-04-30T08:00:00.000Z"_s});
    QTest::newRow("weekly, before its start")
        << u"2026-05-01T08:00:00.000Z"_s << QString() << u"weekly"_s << u"2026-02-01T00:00:00.000Z"_s
        << QStringList(
               {u"2026-05-01T08:00:00.000Z"_s, u"2026-05-08T08:00:00.000Z"_s, u"2026-05-15T08:00:00.000Z"_s});
    QTest::newRow("daily, to its end")
        << u"2026-01-01T08:00:00.000Z"_s << u"2026-01-03T09:00:00.000Z"_s << u"Daily"_s
        << u"2026-01-01T08:00:00.000Z"_s
        << QStringList({u"2026-01-02T08:00:00.000Z"_s, u"2026-01-03T08:00:00.000Z"_s});
    QTest::newRow("hourly, years later")
        << u"2000-01-01T00:30:00.000Z"_s << u"2026-01-01T03:00:00.000Z"_s << u"Hourly"_s
        << u"2026-01-01T02:00:00.000Z"_s << QStringList({u"2026-01-01T02:30:00.000Z"_s});
    QTest::newRow("once, over") << u"2020-01-01T00:00:00.000Z"_s << QString() << u"Once - now"_s
                                << u"2026-01-01T02:00:00.000Z"_s << QStringList();
    QTest::newRow("unknown word") << u"2020-01-01T00:00:00.000Z"_s << QString() << u"whenever"_s
                                  << u"2026-01-01T02:00:00.000Z"_s << QStringList();
}

void ReportPartsTest::comingRunsFollowTheFrequency()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(QString, frequency);
    QFETCH(QString, now);
    QFETCH(QStringList, runs);
    QStringList found;
    const auto coming =
        comingRuns({*realTimeFromIso(start), realTimeFromIso(end), frequency}, *realTimeFromIso(now), 3);
    for (const RealTime run : coming)
        found << toIsoMilliseconds(run);
    QCOMPARE(found, runs);
}

void ReportPartsTest::labelsReadLikeWords()
{
    QCOMPARE(labelOf(u"section_title"_s), u"Section title"_s);
    QCOMPARE(labelOf(u"templateId"_s), u"Template id"_s);
    QCOMPARE(labelOf(u"url"_s), u"Url"_s);
}

void ReportPartsTest::anOutlineNamesEntriesByTypeAndTitle()
{
    const auto json = readJson(
        R"({"type":"Report","components":[{"type":"Section","options":{"section_title":"Sales"},"components":[]}]})");
    const OutlineNode outline = outlineOf(*json, u"Report"_s);
    QCOMPARE(outline.children.size(), size_t(1));
    QVERIFY(outline.children[0].isList);
    QCOMPARE(outline.children[0].children[0].title, u"Section · Sales"_s);
    QCOMPARE(outline.children[0].children[0].path.toString(), u"$.components[0]"_s);
}

void ReportPartsTest::anEditChangesOnlyItsOwnBytes()
{
    ReportDocument document;
    document.open(ReportId{1}, "{ \"a\" : 1.0,\n\t\"b\":\"x\", \"a2\": 12345678901234567890 }");
    document.setValue(*JsonPath::parse(u"$.b"), JsonValue::string(u"ü\n"_s));
    QCOMPARE(document.text(), QByteArray("{ \"a\" : 1.0,\n\t\"b\":\"ü\\n\", \"a2\": 12345678901234567890 }"));
    document.history().undo();
    QCOMPARE(document.text(), QByteArray("{ \"a\" : 1.0,\n\t\"b\":\"x\", \"a2\": 12345678901234567890 }"));
}

void ReportPartsTest::typingIsOneStepOfTheHistory()
{
    ReportDocument document;
    document.open(ReportId{1}, "{}");
    document.setText("{ ", u"json"_s);
    document.setText("{ }", u"json"_s);
    document.setText("{ \"a\": 1}", u"form"_s);
    QCOMPARE(document.history().count(), 2);
    document.history().undo();
    QCOMPARE(document.text(), QByteArray("{ }"));
    document.history().undo();
    QCOMPARE(document.text(), QByteArray("{}"));
}

void ReportPartsTest::eachReportKeepsItsHistory()
{
    ReportDocument document;
    document.open(ReportId{1}, "{}");
    document.setText({}, u"json"_s);
    QVERIFY(!document.value());
    document.open(ReportId{2}, "[]");
    QVERIFY(!document.history().canUndo());
    document.open(ReportId{1}, {});
    QCOMPARE(document.text(), QByteArray());
    document.history().undo();
    QCOMPARE(document.text(), QByteArray("{}"));
    QVERIFY(document.value());
    document.open(ReportId{1}, "{\"a\":1}"); // changed elsewhere: one more step
    document.history().undo();
    QCOMPARE(document.text(), QByteArray("{}"));
}

void ReportPartsTest::aPreviewEscapesTextsAndShowsHtml()
{
    const auto json = readJson(R"({"title":"<b>A</b>","templateHtml":"<i>B</i>","auth_header":"secret"})");
    const QString html = previewHtml(*json, u"#777777"_s);
    QVERIFY(html.contains(u"&lt;b&gt;A&lt;/b&gt;"_s));
    QVERIFY(html.contains(u"<i>B</i>"_s));
    QVERIFY(!html.contains(u"secret"_s));
}

/// qt-facts: a FIFO named by an image hangs other views for ever.
void ReportPartsTest::aPreviewOpensNoFile()
{
    QTemporaryDir folder;
    const QString fifo = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    SafeHtmlView view;
    view.show(u"<img src='%1'><img src='file://%1'><link rel='stylesheet' href='%1'><a href='%1'>x</a>"_s.arg(
        fifo));
    view.resize(200, 200);
    QVERIFY(!view.grab().isNull());
    QVERIFY(!view.openLinks());
}

void ReportPartsTest::commandLineOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("says");
    QTest::newRow("nothing") << QStringList() << QString() << 0 << false;
    QTest::newRow("file and theme") << QStringList({u"--theme"_s, u"dark"_s, u"a.hookworks"_s})
                                    << u"a.hookworks"_s << 0 << false;
    QTest::newRow("help") << QStringList({u"--help"_s}) << QString() << 0 << true;
    QTest::newRow("version") << QStringList({u"--version"_s}) << QString() << 0 << true;
    QTest::newRow("wrong theme") << QStringList({u"--theme=pink"_s}) << QString() << 2 << true;
    QTest::newRow("unknown option") << QStringList({u"--fast"_s}) << QString() << 2 << true;
}

void ReportPartsTest::commandLineOptions()
{
    QFETCH(QStringList, arguments);
    const StartOptions options = readStartOptions(arguments, u"0.1"_s);
    QTEST(options.file, "file");
    QTEST(options.exitStatus, "status");
    QTEST(!options.say.isEmpty(), "says");
}

QTEST_MAIN(ReportPartsTest)
#include "report_parts_test.moc"
