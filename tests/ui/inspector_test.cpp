// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/gui_window.h"
#include "ui/inspect/body_view.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/headers_view.h"
#include "ui/inspect/hex_view.h"
#include "ui/inspect/json_tree_model.h"
#include "ui/inspect/json_tree_view.h"
#include "ui/inspect/overview.h"
#include "ui/inspect/parts_view.h"
#include "ui/widgets/paged_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

Capture captureWith(const QByteArray& type, const QByteArray& body)
{
    Capture capture;
    capture.id = CaptureId{118};
    capture.method = "POST";
    capture.target = "/hooks/reports?x=1&y=a%20b";
    capture.version = "1.1";
    capture.head =
        "POST /hooks/reports?x=1&y=a%20b HTTP/1.1\r\nHost: 127.0.0.1:8717\r\nContent-Type: " + type +
        "\r\nX-Own: caf\xc3\xa9\r\n\r\n";
    capture.headers = fieldsOfHead(capture.head);
    capture.body = body;
    capture.bodyBytes = body.size();
    capture.wireBytes = capture.head.size() + body.size();
    capture.remote = u"127.0.0.1:51234"_s;
    capture.responseStatus = 503;
    capture.rule = u"down for 3"_s;
    capture.ruleHit = 2;
    capture.ruleTimes = 3;
    capture.response = {"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\n", "down"};
    return capture;
}

PagedText* paged(const QWidget& inspector, const QString& name)
{
    for (PagedText* each : inspector.findChildren<PagedText*>()) {
        for (const QWidget* inner : each->findChildren<QWidget*>()) {
            if (inner->accessibleName() == name)
                return each;
        }
    }
    return nullptr;
}

} // namespace

/// What the inspector says of a capture, and how one finds one's way in it.
class InspectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theByteThatWasRefusedIsMarked_data();
    void theByteThatWasRefusedIsMarked();
    void aRequestThatBrokeOffIsNotCalledRefused();
    void everySegmentShowsItsPart_data();
    void everySegmentShowsItsPart();
    void theTreeTellsThePathAndCopiesIt();
    void manyMembersStandInGroups();
    void aBodyOffersTheWaysThatFit_data();
    void aBodyOffersTheWaysThatFit();
    void aJsonErrorIsMarkedAtItsByte();
    void aLongAnswerIsShownWholePageByPage();
    void largeBodiesDoNotStopTheWindow_data();
    void largeBodiesDoNotStopTheWindow();
    void hexAndTextAreSelectedTogether();
    void findGoesThroughWhatIsShown();

private:
    Theme m_theme{false};
};

void InspectorTest::theByteThatWasRefusedIsMarked_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QString>("marked");
    QTest::newRow("in a line") << "GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n"_ba << 26 << u" : y"_s;
    QTest::newRow("a bare LF") << "GET / HTTP/1.1\r\nHost: a\n\r\n"_ba << 23 << u"Host: a"_s;
    QTest::newRow("behind UTF-8") << "GET / HTTP/1.1\r\nX: \xc3\xa9\r\n: y\r\n"_ba << 23 << u": y"_s;
    QTest::newRow("Latin-1") << "GET /\xe9 HTTP/1.1\r\n"_ba << 5 << u"\\xe9 HTTP/1.1"_s;
}

void InspectorTest::theByteThatWasRefusedIsMarked()
{
    QFETCH(QByteArray, head);
    QFETCH(int, offset);
    QFETCH(QString, marked);
    Capture capture;
    capture.id = CaptureId{3};
    capture.valid = false;
    capture.problem = u"Something is wrong."_s;
    capture.problemOffset = offset;
    capture.head = head;
    capture.responseStatus = 400;
    CaptureInspector inspector;
    inspector.showCapture(capture);
    QCOMPARE(paged(inspector, u"Request as received"_s)->markedText(), marked);
    const QString facts = inspector.findChild<Overview*>()->words();
    QVERIFY2(facts.contains(u"Refused: Something is wrong. (At byte %1.)"_s.arg(offset)), qPrintable(facts));
    inspector.resize(520, 600);
    QVERIFY(takePicture(inspector, u"refused-%1"_s.arg(offset)));
}

void InspectorTest::aRequestThatBrokeOffIsNotCalledRefused()
{
    Capture capture;
    capture.id = CaptureId{3};
    capture.valid = false;
    capture.problem = u"The sender broke off."_s;
    capture.problemOffset = 4;
    capture.head = "POST";
    CaptureInspector inspector;
    inspector.showCapture(capture);
    const QString facts = inspector.findChild<Overview*>()->words();
    QVERIFY2(facts.contains(u"Not answered: The sender broke off. (At byte 4.)"_s), qPrintable(facts));
    QVERIFY2(!facts.contains(u"Refused"_s), qPrintable(facts));
}

void InspectorTest::everySegmentShowsItsPart_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void InspectorTest::everySegmentShowsItsPart()
{
    QFETCH(bool, dark);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    const QByteArray body = R"({"event":"report.failed","task_id":"b9e574a9-fb52-443b-a1aa-1eed82a8b1ba",)"
                            R"("meta":{"attempt":4,"amount":1.0,"id":9007199254740993}})";
    CaptureInspector inspector;
    inspector.resize(476, 640);
    inspector.showCapture(captureWith("application/json", body));
    inspector.show();
    QVERIFY(QTest::qWaitForWindowExposed(&inspector));
    const QString words = inspector.findChild<Overview*>()->words();
    for (const auto& part : {u"from 127.0.0.1:51234"_s,
                             u"503 by the reply rule “down for 3”, request 2 of 3"_s, u"x 1"_s, u"y a b"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
    const char* names[] = {"overview", "headers", "body", "raw", "answer", "timing"};
    for (int segment = 0; segment < 6; ++segment) {
        inspector.choose(static_cast<CaptureInspector::Segment>(segment));
        QVERIFY(takePicture(inspector, u"inspector-%1-%2"_s.arg(QLatin1String(names[segment]),
                                                                dark ? u"dark"_s : u"light"_s)));
    }
    auto* headers = inspector.findChild<HeadersView*>();
    QCOMPARE(headers->topLevelItem(1)->text(0), u"Content-Type"_s);
    QCOMPARE(headers->topLevelItem(2)->text(1), u"café"_s);
    QCOMPARE(paged(inspector, u"Answer"_s)->shownText().section(u'\n', 0, 0),
             u"HTTP/1.1 503 Service Unavailable"_s);
    m_theme.choose(ThemeChoice::Light);
}

void InspectorTest::theTreeTellsThePathAndCopiesIt()
{
    BodyView view;
    HeaderList json;
    json.append("Content-Type", "application/json");
    view.setBody(json, R"({"a b":[{"x":1},{"x":2}]})");
    auto* tree = view.findChild<JsonTreeView*>();
    QVERIFY(tree->find(u"2"_s, true));
    QCOMPARE(tree->path(), u"$['a b'][1].x"_s);
    QCOMPARE(view.findChild<QLabel*>(u"bodyPath"_s)->text(), tree->path());
    view.findChild<QPushButton*>(u"copyPath"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), tree->path());
}

void InspectorTest::manyMembersStandInGroups()
{
    QByteArray text = "[";
    for (int i = 0; i < 12'000; ++i)
        text += QByteArray::number(i) + ',';
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setValue(*readJson(text.chopped(1) + ']'));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.rowCount(model.index(2, 0)), 2000);
    const QModelIndex found = model.find(u"11999"_s, {}, true);
    QCOMPARE(model.pathOf(found).toString(), u"$[11999]"_s);
    QCOMPARE(found.siblingAtColumn(1).data().toString(), u"11999"_s);
    QCOMPARE(model.pathOf(model.find(u"11998"_s, found, false)).toString(), u"$[11998]"_s);
    QVERIFY(!model.find(u"twelve"_s, {}, true).isValid());
}

void InspectorTest::aBodyOffersTheWaysThatFit_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<BodyView::Way>("way");
    QTest::addColumn<int>("offered");
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImage(4, 4, QImage::Format_RGB32).save(&buffer, "PNG");
    using Way = BodyView::Way;
    QTest::newRow("JSON") << "application/json"_ba
                          << "{}"_ba << Way::Tree << 3;
    QTest::newRow("JSON without its name") << "text/plain"_ba
                                           << "[1]"_ba << Way::Tree << 3;
    QTest::newRow("text") << "text/plain"_ba
                          << "hello"_ba << Way::Text << 2;
    QTest::newRow("bytes") << "application/octet-stream"_ba
                           << "\xff\x00\x01"_ba << Way::Hex << 2;
    QTest::newRow("a form") << "application/x-www-form-urlencoded"_ba
                            << "a=1&b=2"_ba << Way::Parts << 3;
    QTest::newRow("an image") << "image/png"_ba << png << Way::Image << 3;
}

void InspectorTest::aBodyOffersTheWaysThatFit()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(BodyView::Way, way);
    QFETCH(int, offered);
    BodyView view;
    HeaderList headers;
    headers.append("Content-Type", type);
    view.setBody(headers, body);
    QCOMPARE(view.way(), way);
    QCOMPARE(view.findChild<SegmentedControl*>(u"bodyWays"_s)->count(), offered);
}

void InspectorTest::aJsonErrorIsMarkedAtItsByte()
{
    BodyView view;
    HeaderList json;
    json.append("Content-Type", "application/json");
    view.setBody(json, "{\"a\": nul}");
    QCOMPARE(view.way(), BodyView::Way::Text);
    QCOMPARE(paged(view, u"Body as text"_s)->markedText(), u"nul}"_s);
    bool said = false;
    for (const QLabel* label : view.findChildren<QLabel*>())
        said = said || label->text().contains(u"byte 6"_s);
    QVERIFY(said);
}

void InspectorTest::aLongAnswerIsShownWholePageByPage()
{
    Capture capture = captureWith("text/plain", "x");
    capture.response = {"HTTP/1.1 200 OK\r\n\r\n",
                        QByteArray(PagedText::pageBytes, 'a') + "\xc3\xa9 the end"};
    CaptureInspector inspector;
    inspector.showCapture(capture);
    PagedText* answer = paged(inspector, u"Answer"_s);
    QVERIFY(answer->shownText().startsWith(u"HTTP/1.1 200 OK\n\naaa"_s));
    QVERIFY(answer->find(u"the end"_s, true));
    QVERIFY(answer->shownText().endsWith(u"é the end"_s));
    QCOMPARE(answer->markedText(), u"the end"_s);
}

void InspectorTest::largeBodiesDoNotStopTheWindow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("100 MB") << QByteArray(100'000'000, 'x');
    QTest::newRow("100,000 levels") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QTest::newRow("a long list") << "[" + QByteArray("1,").repeated(200'000) + "1]";
}

/// Shown at once, and whatever takes longer takes it elsewhere.
void InspectorTest::largeBodiesDoNotStopTheWindow()
{
    QFETCH(QByteArray, body);
    CaptureInspector inspector;
    inspector.resize(480, 600);
    inspector.show();
    const Capture capture = captureWith("application/json", body);
    QSignalSpy shown(inspector.findChild<BodyView*>(), &BodyView::shown);
    QElapsedTimer clock;
    clock.start();
    inspector.showCapture(capture);
    inspector.choose(CaptureInspector::Segment::Raw);
    QVERIFY2(clock.elapsed() < 2000,
             qPrintable(QString::number(clock.elapsed()))); // a loaded machine's measure
    inspector.choose(CaptureInspector::Segment::Body);
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), 30'000);
}

void InspectorTest::hexAndTextAreSelectedTogether()
{
    HexView view;
    view.resize(700, 200);
    view.setBytes("0123456789abcdefGHIJ");
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.select(2, 5);
    QCOMPARE(view.selectedBytes(), "234"_ba);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"32 33 34"_s);
    QVERIFY(view.find(u"ghi"_s, true));
    QCOMPARE(view.selectedBytes(), "GHI"_ba);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"GHI"_s);
    QVERIFY(takePicture(view, u"hex-view"_s));
}

void InspectorTest::findGoesThroughWhatIsShown()
{
    CaptureInspector inspector;
    inspector.resize(480, 600);
    inspector.showCapture(captureWith("application/json", R"({"a":"needle","b":["Needle"]})"));
    inspector.show();
    QVERIFY(QTest::qWaitForWindowActive(&inspector));
    inspector.choose(CaptureInspector::Segment::Body);
    auto* tree = inspector.findChild<JsonTreeView*>();
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a: \"needle\""_s);
    QTest::keyClick(tree, Qt::Key_F, Qt::ControlModifier);
    auto* text = inspector.findChild<QLineEdit*>(u"findInside"_s);
    QTRY_VERIFY(text->isVisible() && text->hasFocus());
    QTest::keyClicks(text, u"needle"_s);
    QCOMPARE(tree->path(), u"$.a"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(tree->path(), u"$.b[0]"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(tree->path(), u"$.a"_s);
    QVERIFY(takePicture(inspector, u"inspector-find"_s));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
}

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"
