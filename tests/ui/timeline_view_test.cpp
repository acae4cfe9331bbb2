// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures.h"
#include "ui/timeline/timeline_export.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline_samples.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hookworks {

namespace {

/// A timeline in a window of 1,000 × 320 with one lane in each state, 100 s after their first attempts.
struct Shown
{
    TimelineModel model;
    TimelineView view;

    explicit Shown(const QList<TimelineLane>& lanes = lanesInEveryState())
    {
        model.setLanes(lanes);
        view.setModel(&model);
        view.setNow(sampleStart + 300s);
        view.resize(1000, 320);
        view.show();
    }
    bool isReady()
    {
        view.activateWindow();
        view.setFocus();
        return QTest::qWaitForWindowExposed(&view);
    }
    QPoint middle(TimelinePlace place) const { return view.placeRect(place).center(); }
};

QStringList spokenChildren(QAccessibleInterface* parent)
{
    QStringList names;
    for (int i = 0; parent && i < parent->childCount(); ++i)
        names << parent->child(i)->text(QAccessible::Name);
    return names;
}

} // namespace

class TimelineViewTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStateLooksDifferent_data();
    void everyStateLooksDifferent();
    void arrowKeysWalkAttemptsAndLanes();
    void keysActOnTheCurrentDelivery();
    void hoverShowsOneCardThatTakesNoMarkup();
    void dragOnTheAxisPaintsAnOutageAndEscapeTakesItAway();
    void controlWheelZoomsAndZeroFits();
    void draggingLanesPans();
    void theMenuOffersWhatTheStateAllows();
    void screenReadersHearLanesAndAttempts();
    void picturesHoldAllLanes();
    void changesDoNotMoveTheView();
    void anEmptyTimelineTakesKeysAndClicks();
};

void TimelineViewTest::everyStateLooksDifferent_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("axis");
    QTest::addColumn<bool>("outage");
    for (const bool dark : {false, true}) {
        const char* theme = dark ? "dark" : "light";
        QTest::addRow("%s-logarithmic", theme) << dark << static_cast<int>(AxisKind::Logarithmic) << false;
        QTest::addRow("%s-real", theme) << dark << static_cast<int>(AxisKind::Real) << false;
        QTest::addRow("%s-outage", theme) << dark << static_cast<int>(AxisKind::Logarithmic) << true;
    }
}

void TimelineViewTest::everyStateLooksDifferent()
{
    QFETCH(bool, dark);
    QFETCH(int, axis);
    QFETCH(bool, outage);
    Shown shown;
    if (dark)
        shown.view.setPalette(darkPalette());
    shown.model.setGrouping(outage ? TimelineGrouping::Webhook : TimelineGrouping::None);
    shown.view.zooming().setAxis(static_cast<AxisKind>(axis));
    if (outage)
        shown.view.outage().paint(Outage{sampleStart + 200s, sampleStart + 1200s});
    QVERIFY(shown.isReady());
    shown.view.timelineCursor().set({2, 1});
    QVERIFY(takePicture(shown.view, u"timeline-"_s + QString::fromLatin1(QTest::currentDataTag())));
    const QImage image = shown.view.viewport()->grab().toImage();
    const QRect first = shown.view.placeRect({outage ? 1 : 0, 0});
    const QRect second = shown.view.placeRect({outage ? 2 : 1, 0});
    QVERIFY(image.copy(first) != image.copy(second.translated(0, laneHeight())));
}

void TimelineViewTest::arrowKeysWalkAttemptsAndLanes()
{
    Shown shown;
    QVERIFY(shown.isReady());
    shown.view.timelineCursor().set({1, 0});
    QTest::keyClick(&shown.view, Qt::Key_Right);
    QCOMPARE(shown.view.timelineCursor().place(), (TimelinePlace{1, 1}));
    QTest::keyClick(&shown.view, Qt::Key_Down);
    QCOMPARE(shown.view.timelineCursor().place().row, 2);
    QCOMPARE(shown.view.timelineCursor().place().mark, 1);
    QTest::keyClick(&shown.view, Qt::Key_End);
    QCOMPARE(shown.view.timelineCursor().place().mark,
             static_cast<int>(shown.view.timelineCursor().lane()->marks.size()) - 1);
    QTest::keyClick(&shown.view, Qt::Key_Home);
    QCOMPARE(shown.view.timelineCursor().place().mark, 0);
    QTest::keyClick(&shown.view, Qt::Key_PageDown);
    QVERIFY(shown.view.timelineCursor().place().row > 2);
}

void TimelineViewTest::keysActOnTheCurrentDelivery()
{
    QList<TimelineLane> lanes = lanesInEveryState();
    lanes[1].marks[0].capture = CaptureId{118};
    Shown shown(lanes);
    QVERIFY(shown.isReady());
    QSignalSpy retry(&shown.view.deliveryActions(), &TimelineActions::retryRequested),
        cancel(&shown.view.deliveryActions(), &TimelineActions::cancelRequested);
    QSignalSpy hold(&shown.view.deliveryActions(), &TimelineActions::holdRequested),
        jump(&shown.view.deliveryActions(), &TimelineActions::jumpRequested);
    QSignalSpy attempt(&shown.view.deliveryActions(), &TimelineActions::attemptRequested),
        capture(&shown.view.deliveryActions(), &TimelineActions::captureRequested);
    QSignalSpy replay(&shown.view.deliveryActions(), &TimelineActions::replayRequested),
        removal(&shown.view.deliveryActions(), &TimelineActions::removalRequested),
        comparison(&shown.view.deliveryActions(), &TimelineActions::comparisonRequested);
    shown.view.timelineCursor().set({1, 0});
    for (const Qt::Key key : {Qt::Key_R, Qt::Key_T, Qt::Key_C, Qt::Key_Delete, Qt::Key_D, Qt::Key_H,
                              Qt::Key_Return, Qt::Key_O, Qt::Key_J})
        QTest::keyClick(&shown.view, key);
    QTest::keyClick(&shown.view, Qt::Key_R, Qt::ShiftModifier);
    QTest::keyClick(&shown.view, Qt::Key_T, Qt::ShiftModifier);
    QCOMPARE(replay.size(), 2);
    QCOMPARE(replay[0], (QVariantList{QVariant::fromValue(DeliveryId{2}), false}));
    QCOMPARE(replay[1], (QVariantList{QVariant::fromValue(DeliveryId{2}), true}));
    QCOMPARE(removal.takeFirst().at(0).value<DeliveryId>(), DeliveryId{2});
    QCOMPARE(comparison.takeFirst().at(1).toInt(), 1);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(retry.takeFirst().at(0).value<DeliveryId>(), DeliveryId{2});
    QCOMPARE(cancel.size(), 1);
    QCOMPARE(hold.size(), 1);
    QCOMPARE(attempt.takeFirst().at(1).toInt(), 1);
    QCOMPARE(capture.takeFirst().at(0).value<CaptureId>(), CaptureId{118});
    QCOMPARE(jump.size(), 0);
    QTest::keyClick(&shown.view, Qt::Key_End);
    QTest::keyClick(&shown.view, Qt::Key_D); // planned, nothing to compare
    QCOMPARE(comparison.size(), 0);
    QTest::keyClick(&shown.view, Qt::Key_J);
    QCOMPARE(jump.takeFirst().at(0).value<WorkTime>(), sampleStart + 7650s);
}

void TimelineViewTest::hoverShowsOneCardThatTakesNoMarkup()
{
    QList<TimelineLane> lanes = lanesInEveryState();
    lanes[1].marks[0].error = u"<img src='/etc/hostname'> <b>said</b> no"_s;
    Shown shown(lanes);
    QVERIFY(shown.isReady());
    const QPoint place = shown.middle({1, 0});
    QMouseEvent move(QEvent::MouseMove, place, shown.view.viewport()->mapToGlobal(place), Qt::NoButton,
                     Qt::NoButton, {});
    QCoreApplication::sendEvent(shown.view.viewport(), &move);
    const auto* card = shown.view.findChild<QWidget*>(u"timelineCard"_s);
    QVERIFY(card->isVisible());
    QStringList texts;
    for (const QLabel* label : card->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        texts << label->text();
    }
    QVERIFY(texts.contains(u"503 rejected: <img src='/etc/hostname'> <b>said</b> no"_s));
    QVERIFY(shown.view.viewport()->rect().contains(card->geometry()));
    QVERIFY(takePicture(shown.view, u"timeline-card"_s));
}

void TimelineViewTest::dragOnTheAxisPaintsAnOutageAndEscapeTakesItAway()
{
    Shown shown;
    QVERIFY(shown.isReady());
    shown.view.timelineCursor().set({1, -1});
    QSignalSpy changes(&shown.view.outage(), &TimelineOutage::changed);
    QWidget* const viewport = shown.view.viewport();
    const QPoint from(shown.middle({1, 3}).x() - 6, 8), to(shown.middle({1, 4}).x() + 6, 8);
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewport, (from + to) / 2);
    QTest::mouseMove(viewport, to);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    QTRY_VERIFY(shown.view.outage().painted().has_value());
    QCOMPARE(whatIf(*shown.model.lane(1), *shown.view.outage().painted()).failing, (QList<int>{4, 5}));
    QVERIFY(!changes.isEmpty());
    QTest::keyClick(&shown.view, Qt::Key_Escape);
    QVERIFY(!shown.view.outage().painted());
}

void TimelineViewTest::controlWheelZoomsAndZeroFits()
{
    Shown shown;
    QVERIFY(shown.isReady());
    const int before = shown.middle({1, 8}).x() - shown.middle({1, 0}).x();
    const QPoint pointer = shown.middle({1, 2});
    QWheelEvent wheel(pointer, shown.view.viewport()->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(shown.view.viewport(), &wheel);
    QVERIFY(shown.middle({1, 8}).x() - shown.middle({1, 0}).x() > before);
    QVERIFY(std::abs(shown.middle({1, 2}).x() - pointer.x()) <= 1);
    QTest::keyClick(&shown.view, Qt::Key_0);
    QCOMPARE(shown.middle({1, 8}).x() - shown.middle({1, 0}).x(), before);
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QVERIFY(shown.middle({1, 8}).x() - shown.middle({1, 0}).x() > before);
}

void TimelineViewTest::draggingLanesPans()
{
    Shown shown;
    QVERIFY(shown.isReady());
    shown.view.zoom(3);
    QWidget* const viewport = shown.view.viewport();
    const int before = shown.middle({1, 4}).x();
    QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(600, 100));
    QTest::mouseMove(viewport, QPoint(560, 100));
    QTest::mouseMove(viewport, QPoint(520, 100));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(520, 100));
    QTRY_COMPARE(shown.middle({1, 4}).x(), before - 80);
}

void TimelineViewTest::theMenuOffersWhatTheStateAllows()
{
    Shown shown;
    QVERIFY(shown.isReady());
    shown.view.timelineCursor().set({5, 2});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(shown.view.viewport(), &event);
    auto* menu = shown.view.findChild<QMenu*>();
    QVERIFY(menu);
    QStringList offered;
    for (const QAction* action : menu->actions()) {
        if (action->isEnabled() && !action->isSeparator())
            offered << action->text().section(u'\t', 0, 0);
    }
    QCOMPARE(offered, (QStringList{u"Retry now"_s, u"Replay now"_s, u"Replay…"_s, u"Open the attempt"_s,
                                   u"Compare with the attempt before"_s, u"Remove"_s}));
    menu->close();
}

void TimelineViewTest::screenReadersHearLanesAndAttempts()
{
    QAccessible::setActive(true);
    Shown shown({sampleLane(1, 2)});
    QVERIFY(shown.isReady());
    QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&shown.view);
    QCOMPARE(whole->text(QAccessible::Name), u"Timeline"_s);
    QCOMPARE(spokenChildren(whole),
             (QStringList{u"report.failed to Twilio, retrying, attempts made: 2, planned: 7"_s}));
    QCOMPARE(spokenChildren(whole->child(0)).mid(0, 3),
             (QStringList{u"Attempt 1, rejected, 503, took 12 ms"_s,
                          u"Attempt 2, connection reset, took 12 ms"_s, u"Attempt 3, planned"_s}));
    shown.view.timelineCursor().set({0, 1});
    QTRY_VERIFY(shown.view.hasFocus());
    QCOMPARE(whole->focusChild()->text(QAccessible::Name), u"Attempt 2, connection reset, took 12 ms"_s);
    QCOMPARE(whole->child(0)->child(1)->parent(), whole->child(0));
    shown.model.setLanes({});
    QCOMPARE(whole->childCount(), 0);
    QAccessible::setActive(false);
}

void TimelineViewTest::picturesHoldAllLanes()
{
    QList<TimelineLane> lanes;
    for (int id = 1; id <= 60; ++id)
        lanes << sampleLane(id, id % 9);
    Shown shown(lanes);
    QVERIFY(shown.isReady());
    const QTemporaryDir folder;
    const TimelineFrame frame = shown.view.frame();
    QVERIFY(exportTimeline(frame, folder.filePath(u"all.png"_s)));
    QVERIFY(exportTimeline(frame, folder.filePath(u"all.svg"_s)));
    QCOMPARE(QImage(folder.filePath(u"all.png"_s)).height(), 2 * (frame.axisHeight + 60 * laneHeight()));
    QSvgRenderer svg(folder.filePath(u"all.svg"_s));
    QVERIFY(svg.isValid());
    QCOMPARE(svg.viewBox().height(), frame.axisHeight + 60 * laneHeight());
    QCOMPARE(exportTimeline(frame, folder.filePath(u"all.bmp"_s)).error().code, ErrorCode::BadInput);
    QCOMPARE(exportTimeline(frame, folder.filePath(u"no/such.png"_s)).error().code, ErrorCode::CannotWrite);
}

void TimelineViewTest::changesDoNotMoveTheView()
{
    QList<TimelineLane> lanes;
    for (int id = 1; id <= 60; ++id)
        lanes << sampleLane(id, 2);
    Shown shown(lanes);
    QVERIFY(shown.isReady());
    shown.view.zoom(2);
    shown.view.verticalScrollBar()->setValue(300);
    const QPoint before = shown.middle({15, 3});
    shown.model.upsert({sampleLane(16, 3), sampleLane(61, 0), sampleLane(62, 9)});
    QCOMPARE(shown.middle({15, 3}), before);
    QCOMPARE(shown.view.verticalScrollBar()->value(), 300);
}

void TimelineViewTest::anEmptyTimelineTakesKeysAndClicks()
{
    Shown shown{QList<TimelineLane>{}};
    QVERIFY(shown.isReady());
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Down, Qt::Key_R, Qt::Key_Plus, Qt::Key_0, Qt::Key_End})
        QTest::keyClick(&shown.view, key);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, QPoint(500, 100));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, QPoint(500, 8));
    QVERIFY(!shown.view.timelineCursor().lane());
}

} // namespace hookworks

QTEST_MAIN(hookworks::TimelineViewTest)
#include "timeline_view_test.moc"
