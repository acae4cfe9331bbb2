// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_catalogue.h"
#include "support/built_in_providers.h"
#include "workbench/design/designer.h"
#include "workbench/simulate/schedule_plan.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

Report weekly(const QStringList& cycle = {})
{
    Report report;
    report.provider = u"connectreport"_s;
    report.document = R"({ "id": "b9e574a9-fb52-443b-a1aa-1eed82a8b1ba", "own":1.0,
  "reportTaskId":"20cf12d4-4c6f-4212-8510-14ddbbd6ae66", "startOn": "2026-03-23T07:00:00.000Z", "frequency": "Weekly" })";
    report.schedule = {"Europe/Berlin", cycle};
    return report;
}

Result<QList<PlannedTask>> planned(const Report& report)
{
    const TaskWindow window{*realTimeFromIso(u"2026-03-24T00:00:00Z"_s),
                            *realTimeFromIso(u"2026-04-07T00:00:00Z"_s)};
    return plannedTasks(builtInProviders().find(report.provider)->task, report, window,
                        [n = 0]() mutable { return u"id %1"_s.arg(++n); });
}

} // namespace

/// What a scheduled task sends in a window of time.
class TaskPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRunHasAnIdOfItsOwn();
    void eachValueOfTheCycleIsATask();
    void whatCannotBePlannedIsNamed();
    void runsFailByChanceTheSameForTheSameSeed();
    void chosenRunsFail();
    void theRunsOfACommandKeepTheirIds();
};

namespace {

ScheduleChoice fourWeeks()
{
    ScheduleChoice choice;
    choice.window = {*realTimeFromIso(u"2026-03-23T00:00:00Z"_s),
                     *realTimeFromIso(u"2026-04-14T00:00:00Z"_s)};
    return choice;
}

QList<int> failing(const ScheduleChoice& choice, const Report& report)
{
    QList<int> numbers;
    for (const ScheduledRun& run :
         scheduledRunsOf(builtInCatalogue(), choice, report).value_or(QList<ScheduledRun>())) {
        if (run.fails)
            numbers << run.number;
    }
    return numbers;
}

} // namespace

void TaskPlanTest::runsFailByChanceTheSameForTheSameSeed()
{
    const Report report = weekly({u"N"_s, u"S"_s, u"E"_s, u"W"_s});
    ScheduleChoice choice = fourWeeks();
    QCOMPARE(failing(choice, report), QList<int>());
    choice.failures = {0.5, 7, {}};
    const QList<int> some = failing(choice, report);
    QVERIFY(!some.isEmpty() && some.size() < 16);
    QCOMPARE(failing(choice, report), some);
    choice.failures.seed = 8;
    QVERIFY(failing(choice, report) != some);
    choice.task.outcome = u"failure"_s;
    QCOMPARE(failing(choice, report).size(), 16);
}

void TaskPlanTest::chosenRunsFail()
{
    ScheduleChoice choice = fourWeeks();
    choice.failures.runs = {2, 4};
    QCOMPARE(failing(choice, weekly()), (QList<int>{2, 4}));
    choice.failures.runs = {5};
    const auto tooMany = scheduledRunsOf(builtInCatalogue(), choice, weekly());
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().message, u"Run 5 is to fail, but there are 4 runs in that time."_s);
}

/// Summer time begins within the window: the second run is an hour less than a week after the first.
void TaskPlanTest::theRunsOfACommandKeepTheirIds()
{
    ScheduleChoice choice = fourWeeks();
    choice.task.command = u"r"_s;
    const auto runs = scheduledRunsOf(builtInCatalogue(), choice, weekly());
    QVERIFY(runs);
    QCOMPARE(runs->at(1).after, Micros(std::chrono::hours(7 * 24 - 1)));
    QVERIFY(runs->at(0).task.document != runs->at(1).task.document);
    QCOMPARE(*scheduledRunsOf(builtInCatalogue(), choice, weekly()), *runs);
}

void TaskPlanTest::eachRunHasAnIdOfItsOwn()
{
    const auto tasks = planned(weekly());
    QVERIFY(tasks);
    QCOMPARE(tasks->size(), 2);
    QCOMPARE(toIsoMilliseconds(tasks->first().at), u"2026-03-30T06:00:00.000Z"_s); // summer time has begun
    QByteArray expected = weekly().document;
    QCOMPARE(tasks->first().document, expected.replace("b9e574a9-fb52-443b-a1aa-1eed82a8b1ba", "id 1"));
    QCOMPARE(tasks->last().document, expected.replace("id 1", "id 2"));
}

void TaskPlanTest::eachValueOfTheCycleIsATask()
{
    const auto tasks = planned(weekly({u"North"_s, u"South"_s}));
    QVERIFY(tasks);
    QCOMPARE(tasks->size(), 4);
    QCOMPARE(tasks->at(1).value, u"South"_s);
    QVERIFY(tasks->at(0).at == tasks->at(1).at);
    QVERIFY(tasks->at(0).taskId != tasks->at(1).taskId);
    QCOMPARE(tasks->at(0).taskId, tasks->at(2).taskId);
    QVERIFY(tasks->at(1).document.contains(tasks->at(1).taskId.toUtf8()));
    QVERIFY(!tasks->at(1).document.contains("South"));
}

void TaskPlanTest::whatCannotBePlannedIsNamed()
{
    Report report = weekly();
    report.document.replace("Weekly", "banana");
    QVERIFY(planned(report).error().message.contains(u"banana"_s));
    report.document.replace("2026-03-23T07:00:00.000Z", "Monday");
    QVERIFY(planned(report).error().message.contains(u"startOn: \"Monday\" cannot be read as a time"_s));
    report.document = "{";
    QVERIFY(!planned(report));
}

QTEST_GUILESS_MAIN(TaskPlanTest)
#include "task_plan_test.moc"
