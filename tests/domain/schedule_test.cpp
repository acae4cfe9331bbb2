// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/schedule.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;
using Unit = Recurrence::Unit;

/// When a task runs, in whose local time.
class ScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsFollowTheRecurrence_data();
    void runsFollowTheRecurrence();
    void runsAreCounted_data();
    void runsAreCounted();
    void aWindowHasItsRuns();
    void localTimesGoThereAndBack();
};

void ScheduleTest::runsFollowTheRecurrence_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("every");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("runs");
    const auto row = [](const char* name, const char* start, const char* end, Unit unit, int every,
                        const char* zone, const char* from, const char* runs) {
        QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(end)
                            << static_cast<int>(unit) << every << QByteArray(zone)
                            << QString::fromLatin1(from) << QString::fromLatin1(runs);
    };
    row("monthly, from the 31st", "2026-01-31T08:00:00Z", "", Unit::Months, 1, "UTC", "2026-02-01T00:00:00Z",
        "2026-02-28T08:00:00.000Z 2026-03-31T08:00:00.000Z 2026-04-30T08:00:00.000Z");
    row("monthly, from the 31st, in a zone", "2026-01-31T07:00:00Z", "", Unit::Months, 1, "Europe/Berlin",
        "2026-02-01T00:00:00Z", "2026-02-28T07:00:00.000Z 2026-03-31T06:00:00.000Z 2026-04-30T06:00:00.000Z");
    row("a run at the first instant is one", "2026-01-01T08:00:00Z", "", Unit::Days, 1, "UTC",
        "2026-01-01T08:00:00Z", "2026-01-01T08:00:00.000Z 2026-01-02T08:00:00.000Z 2026-01-03T08:00:00.000Z");
    row("a run at the end is one", "2026-01-01T08:00:00Z", "2026-01-02T08:00:00Z", Unit::Days, 1, "UTC",
        "2025-01-01T08:00:00Z", "2026-01-01T08:00:00.000Z 2026-01-02T08:00:00.000Z");
    row("weekly into summer time", "2026-03-23T07:00:00Z", "", Unit::Days, 7, "Europe/Berlin",
        "2026-03-20T00:00:00Z", "2026-03-23T07:00:00.000Z 2026-03-30T06:00:00.000Z 2026-04-06T06:00:00.000Z");
    row("weekly into summer time, in UTC", "2026-03-23T07:00:00Z", "", Unit::Days, 7, "UTC",
        "2026-03-20T00:00:00Z", "2026-03-23T07:00:00.000Z 2026-03-30T07:00:00.000Z 2026-04-06T07:00:00.000Z");
    row("weekly out of summer time, south", "2026-03-29T21:00:00Z", "", Unit::Days, 7, "Australia/Sydney",
        "2026-03-29T00:00:00Z", "2026-03-29T21:00:00.000Z 2026-04-05T22:00:00.000Z 2026-04-12T22:00:00.000Z");
    row("an hour that is left out", "2026-03-28T01:30:00Z", "", Unit::Days, 1, "Europe/Berlin",
        "2026-03-28T00:00:00Z", "2026-03-28T01:30:00.000Z 2026-03-29T01:30:00.000Z 2026-03-30T00:30:00.000Z");
    row("an hour that comes twice", "2026-10-24T00:30:00Z", "", Unit::Days, 1, "Europe/Berlin",
        "2026-10-24T00:00:00Z", "2026-10-24T00:30:00.000Z 2026-10-25T00:30:00.000Z 2026-10-26T01:30:00.000Z");
    row("half an hour of summer time", "2026-10-02T15:45:00Z", "", Unit::Days, 1, "Australia/Lord_Howe",
        "2026-10-02T00:00:00Z", "2026-10-02T15:45:00.000Z 2026-10-03T15:45:00.000Z 2026-10-04T15:15:00.000Z");
    row("hours do not know summer time", "2026-03-29T00:30:00Z", "", Unit::Hours, 1, "Europe/Berlin",
        "2026-03-29T00:00:00Z", "2026-03-29T00:30:00.000Z 2026-03-29T01:30:00.000Z 2026-03-29T02:30:00.000Z");
    row("hourly, years later", "2000-01-01T00:30:00Z", "2026-01-01T03:00:00Z", Unit::Hours, 1, "UTC",
        "2026-01-01T02:00:00Z", "2026-01-01T02:30:00.000Z");
    row("every three months", "2025-11-30T10:00:00.250Z", "", Unit::Months, 3, "UTC", "2026-01-01T00:00:00Z",
        "2026-02-28T10:00:00.250Z 2026-05-30T10:00:00.250Z 2026-08-30T10:00:00.250Z");
    row("yearly on the 29th of February", "2024-02-29T12:00:00Z", "", Unit::Months, 12, "UTC",
        "2025-01-01T00:00:00Z", "2025-02-28T12:00:00.000Z 2026-02-28T12:00:00.000Z 2027-02-28T12:00:00.000Z");
    row("once, coming", "2026-05-01T00:00:00Z", "", Unit::Once, 1, "UTC", "2026-01-01T02:00:00Z",
        "2026-05-01T00:00:00.000Z");
    row("once, over", "2020-01-01T00:00:00Z", "", Unit::Once, 1, "UTC", "2026-01-01T02:00:00Z", "");
    row("ended", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", Unit::Months, 1, "UTC",
        "2026-01-01T02:00:00Z", "");
    row("an unknown zone is UTC", "2026-03-28T08:00:00Z", "2026-03-29T08:00:00Z", Unit::Days, 1,
        "Mars/Olympus", "2026-03-28T00:00:00Z", "2026-03-28T08:00:00.000Z 2026-03-29T08:00:00.000Z");
}

void ScheduleTest::runsFollowTheRecurrence()
{
    QFETCH(QString, start);
    QFETCH(QString, end);
    QFETCH(int, unit);
    QFETCH(int, every);
    QFETCH(QByteArray, zone);
    QFETCH(QString, from);
    QStringList found;
    const Schedule schedule{
        *realTimeFromIso(start), realTimeFromIso(end), {static_cast<Unit>(unit), every}, zone};
    for (const RealTime run : scheduledRuns(schedule, *realTimeFromIso(from), 3))
        found << toIsoMilliseconds(run);
    QTEST(found.join(u' '), "runs");
}

void ScheduleTest::runsAreCounted_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("unit");
    QTest::addColumn<int>("every");
    QTest::addColumn<qint64>("count");
    QTest::newRow("weekly for a year") << u"2027-11-29T07:00:00Z"_s << int(Unit::Days) << 7 << qint64(53);
    QTest::newRow("a minute less") << u"2027-11-29T06:59:00Z"_s << int(Unit::Days) << 7 << qint64(52);
    QTest::newRow("daily for a year") << u"2027-11-29T07:00:00Z"_s << int(Unit::Days) << 1 << qint64(365);
    QTest::newRow("monthly") << u"2027-11-29T07:00:00Z"_s << int(Unit::Months) << 1 << qint64(12);
    QTest::newRow("once") << u"2027-11-29T07:00:00Z"_s << int(Unit::Once) << 1 << qint64(1);
    QTest::newRow("hourly for a thousand years")
        << u"3026-11-30T07:00:00Z"_s << int(Unit::Hours) << 1 << qint64(365'242LL * 24 + 1);
    QTest::newRow("ends before it begins") << u"2025-01-01T00:00:00Z"_s << int(Unit::Days) << 1 << qint64(0);
    QTest::newRow("no end") << QString() << int(Unit::Days) << 1 << qint64(-1);
}

void ScheduleTest::runsAreCounted()
{
    QFETCH(QString, end);
    QFETCH(int, unit);
    QFETCH(int, every);
    const Schedule schedule{*realTimeFromIso(u"2026-11-30T07:00:00Z"_s),
                            realTimeFromIso(end),
                            {static_cast<Unit>(unit), every},
                            "Europe/Berlin"};
    QTEST(countOfRuns(schedule).value_or(-1), "count");
}

void ScheduleTest::aWindowHasItsRuns()
{
    const Schedule schedule{
        *realTimeFromIso(u"2026-11-30T07:00:00Z"_s), {}, {Unit::Days, 7}, "Europe/Berlin"};
    const auto runs = scheduledRunsBetween(schedule, *realTimeFromIso(u"2026-12-01T00:00:00Z"_s),
                                           *realTimeFromIso(u"2026-12-21T07:00:00Z"_s), 100);
    QCOMPARE(runs.size(), 3);
    QCOMPARE(toIsoMilliseconds(runs.last()), u"2026-12-21T07:00:00.000Z"_s);
    QVERIFY(scheduledRunsBetween(schedule, RealTime::max(), RealTime::max(), 0).isEmpty());
}

void ScheduleTest::localTimesGoThereAndBack()
{
    const RealTime time = *realTimeFromIso(u"2026-07-01T06:00:00.125Z"_s);
    const QDateTime local = localTime(time, "Europe/Berlin");
    QCOMPARE(local.toString(Qt::ISODateWithMs), u"2026-07-01T08:00:00.125+02:00"_s);
    QVERIFY(fromLocalTime(local.date(), local.time(), "Europe/Berlin") == time);
    QCOMPARE(toIsoMilliseconds(fromLocalTime(QDate(2026, 3, 29), QTime(2, 30), "Europe/Berlin")),
             u"2026-03-29T01:30:00.000Z"_s);
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "schedule_test.moc"
