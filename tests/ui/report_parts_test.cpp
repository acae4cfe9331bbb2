// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/outline.h"
#include "ui/reports/preview_html.h"
#include "ui/reports/report_document.h"
#include "ui/shell/start_options.h"
#include "ui/widgets/safe_html_view.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What the Reports page knows without a workspace: outlines, the one history, safe previews.
class ReportPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    QTest::newRow("a case") << QStringList({u"a.hookworks-case"_s}) << QString() << 0 << false;
    QTest::newRow("both") << QStringList({u"b.HOOKWORKS-CASE"_s, u"a.hookworks"_s}) << u"a.hookworks"_s << 0
                          << false;
    QTest::newRow("two workspaces") << QStringList({u"a.hookworks"_s, u"b.hookworks"_s}) << QString() << 2
                                    << true;
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
    if (options.exitStatus == 0)
        QCOMPARE(options.cases, arguments.filter(u"-case"_s, Qt::CaseInsensitive));
}

QTEST_MAIN(ReportPartsTest)
#include "report_parts_test.moc"
