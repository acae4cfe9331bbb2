// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_model.h"
#include "ui/timeline/what_if.h"
#include "ui/timeline_samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hookworks {

namespace {

const WorkTime start = sampleStart;

LayoutContext contextOf(const TimelineScale& scale, WorkTime now, double width)
{
    return {scale,
            now,
            width,
            std::nullopt,
            [](const QString& text) { return 7.0 * static_cast<double>(text.size()); },
            6.5};
}

QStringList snapshot(const TimelineModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row).data().toString();
    return rows;
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void aLaneHasTheAttemptsMadeAndThoseStillPlanned();
    void aManualRetryTakesNothingFromThePlan();
    void gapsAreLabelledAsTheProviderDocumentsThem();
    void labelsThatDoNotFitAreLeftOut();
    void passedTimeIsSolidAndComingTimeDashed();
    void theLineChangesAtNow();
    void aScaleTakesTimeToPixelsAndBack_data();
    void aScaleTakesTimeToPixelsAndBack();
    void zoomKeepsWhatIsUnderThePointer();
    void axisLabelsHaveUnitsAndDoNotTouch_data();
    void axisLabelsHaveUnitsAndDoNotTouch();
    void theNearestMarkWithinReachIsFound();
    void anOutageFailsWhatFallsIntoIt_data();
    void anOutageFailsWhatFallsIntoIt();
    void theBetterOfTwoPoliciesLosesLess();
    void theEndOfALaneSaysWhatWillBecomeOfIt();
    void theModelGroupsAndUpdatesByDelivery();
    void theModelKeepsItsContract();
};

void TimelineTest::aLaneHasTheAttemptsMadeAndThoseStillPlanned()
{
    const TimelineLane lane = sampleLane(1, 3);
    QCOMPARE(lane.marks.size(), 9);
    QCOMPARE(lane.origin(), start);
    QCOMPARE(lane.end(), start + 7650s);
    QVERIFY(!lane.marks[2].planned);
    QVERIFY(lane.marks[3].planned);
    QCOMPARE(lane.marks[3].at, start + 210s);
    QCOMPARE(spoken(lane), u"report.failed to Twilio, retrying, attempts made: 3, planned: 6"_s);
    QCOMPARE(spoken(lane.marks[0]), u"Attempt 1, rejected, 503, took 12 ms"_s);
}

void TimelineTest::aManualRetryTakesNothingFromThePlan()
{
    const Delivery delivery = sampleDelivery(1, 3);
    QList<Attempt> attempts = failedAttempts(delivery, 3);
    Attempt manual = attempts.last();
    manual.number = 4;
    manual.origin = Origin::Manual;
    manual.startedClock += 10s;
    attempts << manual;
    const TimelineLane lane = laneOf(summaryOf(delivery), attempts);
    QCOMPARE(lane.marks.size(), 10);
    QCOMPARE(lane.marks[3].gap, Micros(10s));
    QCOMPARE(lane.marks[4].at, *delivery.nextDueAt);
    QCOMPARE(lane.marks[5].gap, Micros(240s));
}

void TimelineTest::gapsAreLabelledAsTheProviderDocumentsThem()
{
    const TimelineLane lane = sampleLane(1, 3);
    const TimelineScale scale(AxisKind::Logarithmic, start, 7650s, 1600);
    const LaneLayout layout = layoutLane(lane, contextOf(scale, start + 100s, 1600));
    QStringList gaps;
    for (const LabelBox& label : layout.labels) {
        if (label.quiet)
            gaps << label.text;
    }
    QCOMPARE(gaps, (QStringList{u"30 s"_s, u"1 min"_s, u"2 min"_s, u"4 min"_s, u"8 min"_s, u"16 min"_s,
                                u"32 min"_s, u"1 h 4 min"_s}));
    const LabelBox& first = layout.labels[1];
    QCOMPARE(first.x, (layout.marks[0].x + layout.marks[1].x) / 2);
}

void TimelineTest::labelsThatDoNotFitAreLeftOut()
{
    const TimelineLane lane = sampleLane(1, 3);
    const TimelineScale scale(AxisKind::Real, start, 7650s, 400);
    const LaneLayout layout = layoutLane(lane, contextOf(scale, start + 100s, 400));
    for (const LabelBox& label : layout.labels)
        QVERIFY2(label.text != u"30 s"_s && label.text != u"1 min"_s, qPrintable(label.text));
    QCOMPARE(layout.marks.size(), 9);
}

void TimelineTest::passedTimeIsSolidAndComingTimeDashed()
{
    const TimelineLane lane = sampleLane(1, 3);
    const TimelineScale scale(AxisKind::Real, start, 7650s, 1000);
    for (const LineBox& line : layoutLane(lane, contextOf(scale, start + 90s, 1000)).lines)
        QCOMPARE(line.dashed, line.from >= scale.x(start, start + 90s));
}

void TimelineTest::theLineChangesAtNow()
{
    const TimelineLane lane = sampleLane(1, 3);
    const TimelineScale scale(AxisKind::Real, start, 7650s, 1000);
    const WorkTime now = start + 1000s;
    int touching = 0;
    for (const LineBox& line : layoutLane(lane, contextOf(scale, now, 1000)).lines) {
        touching += qFuzzyCompare(line.to, scale.x(start, now)) && !line.dashed ? 1 : 0;
        touching += qFuzzyCompare(line.from, scale.x(start, now)) && line.dashed ? 1 : 0;
    }
    QCOMPARE(touching, 2);
}

void TimelineTest::aScaleTakesTimeToPixelsAndBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("milliseconds");
    for (const int ms : {0, 1, 30'000, 450'000, 7'650'000}) {
        QTest::addRow("real %d", ms) << static_cast<int>(AxisKind::Real) << ms;
        QTest::addRow("logarithmic %d", ms) << static_cast<int>(AxisKind::Logarithmic) << ms;
    }
}

void TimelineTest::aScaleTakesTimeToPixelsAndBack()
{
    QFETCH(int, kind);
    QFETCH(int, milliseconds);
    const TimelineScale scale = TimelineScale(static_cast<AxisKind>(kind), start, 7650s, 900).panned(37);
    const WorkTime time = start + std::chrono::milliseconds(milliseconds);
    const Micros error = scale.time(start, scale.x(start, time)) - time;
    QVERIFY2(std::abs(error.count()) <= 10, qPrintable(QString::number(error.count())));
}

void TimelineTest::zoomKeepsWhatIsUnderThePointer()
{
    for (const AxisKind kind : {AxisKind::Real, AxisKind::Logarithmic}) {
        const TimelineScale scale(kind, start, 7650s, 900);
        const WorkTime under = scale.time(start, 300);
        QVERIFY(std::abs(scale.zoomed(1.7, 300).x(start, under) - 300) < 0.01);
    }
}

void TimelineTest::axisLabelsHaveUnitsAndDoNotTouch_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("spanMs");
    for (const qint64 span : {10LL, 1'000LL, 30'000LL, 7'650'000LL, 86'400'000LL, 2'592'000'000LL}) {
        QTest::addRow("real %lld", static_cast<long long>(span)) << static_cast<int>(AxisKind::Real) << span;
        QTest::addRow("logarithmic %lld", static_cast<long long>(span))
            << static_cast<int>(AxisKind::Logarithmic) << span;
    }
}

void TimelineTest::axisLabelsHaveUnitsAndDoNotTouch()
{
    QFETCH(int, kind);
    QFETCH(qint64, spanMs);
    const TimelineScale scale(static_cast<AxisKind>(kind), start, std::chrono::milliseconds(spanMs), 900);
    const auto width = [](const QString& text) { return 7.0 * static_cast<double>(text.size()); };
    const QList<AxisTick> ticks = scale.ticks(900, width);
    QVERIFY(ticks.size() >= 2);
    for (qsizetype i = 1; i < ticks.size(); ++i)
        QVERIFY(ticks[i].labelX > ticks[i - 1].labelX + width(ticks[i - 1].label));
    for (const AxisTick& tick : ticks) {
        QVERIFY2(tick.label.contains(u' '), qPrintable(tick.label));
        QVERIFY2(tick.labelX >= 0 && tick.labelX + width(tick.label) <= 900, qPrintable(tick.label));
    }
}

void TimelineTest::theNearestMarkWithinReachIsFound()
{
    const TimelineLane lane = sampleLane(1, 3);
    const TimelineScale scale(AxisKind::Logarithmic, start, 7650s, 1600);
    const LaneLayout layout = layoutLane(lane, contextOf(scale, start + 100s, 1600));
    QCOMPARE(markAt(layout, layout.marks[3].x + 4), 3);
    QCOMPARE(markAt(layout, (layout.marks[3].x + layout.marks[4].x) / 2), -1);
}

void TimelineTest::anOutageFailsWhatFallsIntoIt_data()
{
    QTest::addColumn<int>("fromSeconds");
    QTest::addColumn<int>("toSeconds");
    QTest::addColumn<QList<int>>("failing");
    QTest::addColumn<int>("deliveredSeconds");
    QTest::addRow("before all") << -100 << 200 << QList<int>{} << 210;
    QTest::addRow("one attempt") << 200 << 300 << QList<int>{4} << 450;
    QTest::addRow("the end is not in it") << 200 << 450 << QList<int>{4} << 450;
    QTest::addRow("an hour") << 0 << 3600 << QList<int>{4, 5, 6, 7} << 3810;
    QTest::addRow("all") << 0 << 100'000 << QList<int>{4, 5, 6, 7, 8, 9} << -1;
}

void TimelineTest::anOutageFailsWhatFallsIntoIt()
{
    QFETCH(int, fromSeconds);
    QFETCH(int, toSeconds);
    QFETCH(QList<int>, failing);
    QFETCH(int, deliveredSeconds);
    const WhatIf fate = whatIf(sampleLane(1, 3), {start + fromSeconds * 1s, start + toSeconds * 1s});
    QCOMPARE(fate.failing, failing);
    QCOMPARE(fate.delivered.has_value(), deliveredSeconds >= 0);
    if (fate.delivered)
        QCOMPARE(*fate.delivered, start + deliveredSeconds * 1s);
}

void TimelineTest::theBetterOfTwoPoliciesLosesLess()
{
    const Outage tenMinutes{start, start + 10min};
    const QList<WorkTime> firsts{start, start + 5min, start + 20min};
    const WhatIfSummary patient = summarise(documentedPlan(), firsts, tenMinutes);
    const WhatIfSummary hasty = summarise(planOf({10, 10, 10}), firsts, tenMinutes);
    QCOMPARE(patient.lost, 0);
    QCOMPARE(patient.survive, 2);
    QCOMPARE(patient.untouched, 1);
    QCOMPARE(*patient.worstDelay, Micros(930s));
    QCOMPARE(hasty.lost, 2);
    QVERIFY(compare(patient, hasty) < 0);
    QCOMPARE(compare(patient, patient), 0);
}

void TimelineTest::theEndOfALaneSaysWhatWillBecomeOfIt()
{
    const TimelineLane lane = sampleLane(1, 3);
    QCOMPARE(endWords(lane, start, std::nullopt), u"ends in 2 h 7 min 30 s"_s);
    QCOMPARE(endWords(lane, start + 150s, Outage{start, start + 300s}), u"delivered in 5 min"_s);
    QCOMPARE(endWords(lane, start, Outage{start, start + 100'000s}), u"lost"_s);
}

void TimelineTest::theModelGroupsAndUpdatesByDelivery()
{
    TimelineModel model;
    model.setLanes({sampleLane(1, 3), sampleLane(2, 0)});
    QCOMPARE(model.rowCount(), 2);
    model.setGrouping(TimelineGrouping::Webhook);
    model.upsert({sampleLane(4, 8)});
    QCOMPARE(snapshot(model),
             (QStringList{u"OneDrive, deliveries: 2"_s,
                          u"report.failed to OneDrive, waiting, attempts made: 0, planned: 9"_s,
                          u"report.failed to OneDrive, retrying, attempts made: 8, planned: 1"_s,
                          u"Twilio, deliveries: 1"_s,
                          u"report.failed to Twilio, retrying, attempts made: 3, planned: 6"_s}));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.upsert({sampleLane(1, 4)});
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.lane(model.rowOf({1}))->marks[3].planned, false);
    model.remove({{2}, {4}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf({2}), -1);
}

void TimelineTest::theModelKeepsItsContract()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<TimelineLane> lanes;
    for (int id = 1; id <= 40; ++id)
        lanes << sampleLane(id, id % 9);
    model.upsert(lanes);
    for (const auto grouping : {TimelineGrouping::Event, TimelineGrouping::Report, TimelineGrouping::None,
                                TimelineGrouping::Webhook})
        model.setGrouping(grouping);
    TimelineLane moved = lanes[3];
    moved.webhook = u"Slack"_s;
    model.upsert({moved, lanes[4]});
    QCOMPARE(model.lane(model.rowOf({4}))->webhook, u"Slack"_s);
    model.remove({{1}, {4}, {7}});
    QCOMPARE(model.lanes().size(), 37);
}

} // namespace hookworks

QTEST_GUILESS_MAIN(hookworks::TimelineTest)
#include "timeline_test.moc"
