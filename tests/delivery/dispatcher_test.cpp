// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dispatcher_desk.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

class DispatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAttemptIsStoredBeforeItIsSentAndAfterItEnded();
    void aTwoHourScheduleIsLivedThroughAtItsDocumentedGaps();
    void startedIsStoredAheadAndSentWhenDue();
    void whatWasStoredAheadIsTakenBackOnPause();
    void aJumpGoesToTheNextDueAttempt();
    void jumpingRunsUntilAllAreFinal();
    void backToRealTimeKeepsTheGaps();
    void aHangingReceiverDelaysNobodyElse();
    void overdueDeliveriesStartUnderTheLimitNotInABurst();
    void strictOrderWaitsForTheOneBefore();
    void whatIsRecoveredWithoutGoingOnIsStoredAndLeftAlone();
    void retryNowIsOutsideThePlan();
    void retryNowWorksWhilePausedAndAfterTheEnd();
    void aManualSuccessEndsThePlan();
    void cancelEndsADelivery();
    void cancelDuringAnAttemptLetsItEnd();
    void aHeldDeliveryWaitsForItsRelease();
    void anInterruptedAttemptIsUnknownAndFollowsThePolicy();
    void sleepDoesNotSetOffABurst();
    void aClockSetBackLosesNothing();
    void nothingIsSentThatCannotBeStored();
    void anEndThatCannotBeStoredIsStoredLater();
    void withoutAListenerTheAttemptIsBlocked();
    void retryAfterCountsOnTheWorkbenchClock();
    void stoppingLetsAttemptsEnd();
    void aHundredThousandWaitingAreCheap();
};

void DispatcherTest::anAttemptIsStoredBeforeItIsSentAndAfterItEnded()
{
    Desk desk;
    QSignalSpy idle(&desk.dispatcher, &Dispatcher::idle);
    desk.transport.status = 204;
    desk.add(1);
    QCOMPARE(desk.log, (QStringList{u"started d1/1"_s, u"sent d1"_s, u"finished d1/1"_s}));
    QCOMPARE(desk.state(1), u"delivered"_s);
    QCOMPARE(idle.count(), 1);
    QCOMPARE(desk.dispatcher.counts(), DispatcherCounts());
}

void DispatcherTest::aTwoHourScheduleIsLivedThroughAtItsDocumentedGaps()
{
    Desk desk(600);
    desk.transport.status = 503;
    desk.add(1);
    desk.advance(13s, 1ms);
    QCOMPARE(desk.state(1), u"exhausted"_s);
    QCOMPARE(desk.transport.jobs.size(), 9);
    for (int i = 2; i <= 9; ++i) {
        const double gap = seconds(desk.attempt(1, i).startedClock - desk.attempt(1, i - 1).startedClock);
        const double wanted = seconds(desk.stored(1).plan[i - 1].gap);
        QVERIFY2(gap >= wanted && gap <= wanted * 1.1, qPrintable(u"gap %1: %2 s"_s.arg(i).arg(gap)));
        QVERIFY(desk.attempt(1, i).startedClock >= desk.attempt(1, i).dueAt);
    }
}

void DispatcherTest::startedIsStoredAheadAndSentWhenDue()
{
    Desk desk;
    desk.transport.status = 503;
    desk.add(1);
    desk.log.clear();
    desk.advance(29'950ms, 50ms);
    QVERIFY(desk.log.isEmpty());
    desk.advance(49ms, 1ms);
    QCOMPARE(desk.log, QStringList{u"started d1/2"_s});
    desk.advance(1ms, 1ms);
    QCOMPARE(desk.log, (QStringList{u"started d1/2"_s, u"sent d1"_s, u"finished d1/2"_s}));
}

void DispatcherTest::whatWasStoredAheadIsTakenBackOnPause()
{
    Desk desk;
    desk.transport.status = 503;
    desk.add(1);
    desk.advance(29'980ms, 20ms);
    QCOMPARE(desk.state(1), u"sending"_s);
    desk.log.clear();
    desk.dispatcher.setSpeed(0);
    desk.settle();
    QCOMPARE(desk.log, QStringList{u"withdrawn d1/2"_s});
    QCOMPARE(desk.state(1), u"retrying"_s);
    QCOMPARE(desk.stored(1).attempts, 1);
    desk.advance(100s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.dispatcher.setSpeed(1);
    desk.advance(20ms, 1ms);
    QCOMPARE(desk.transport.jobs.size(), 2);
    QVERIFY(desk.attempt(1, 2).startedClock >= desk.attempt(1, 2).dueAt);
}

void DispatcherTest::aJumpGoesToTheNextDueAttempt()
{
    Desk desk;
    desk.transport.status = 503;
    desk.dispatcher.setSpeed(0);
    desk.add(1);
    for (int i = 2; i <= 9; ++i) {
        QCOMPARE(desk.transport.jobs.size(), i - 1);
        desk.dispatcher.jumpToNext();
        desk.settle();
    }
    QCOMPARE(desk.state(1), u"exhausted"_s);
    QCOMPARE(desk.attempt(1, 9).startedClock - desk.attempt(1, 1).startedClock, 7'650s);
}

void DispatcherTest::jumpingRunsUntilAllAreFinal()
{
    Desk desk;
    QSignalSpy idle(&desk.dispatcher, &Dispatcher::idle);
    desk.transport.status = 503;
    desk.dispatcher.setJumping(true);
    for (int i = 1; i <= 5; ++i)
        desk.dispatcher.add(*waitingFrom(desk.make(i, i % 2 ? u"hybiscus"_s : u"svix"_s, i)));
    for (int i = 0; i < 50; ++i)
        desk.settle();
    QCOMPARE(idle.count(), 1);
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(desk.state(i), u"exhausted"_s);
    QCOMPARE(desk.transport.jobs.size(), 3 * 9 + 2 * 8);
}

void DispatcherTest::backToRealTimeKeepsTheGaps()
{
    Desk desk(600);
    desk.transport.status = 503;
    desk.add(1, u"fixed:3600x3"_s);
    desk.add(2, u"list:7200"_s, 2);
    desk.advance(3s, 100ms); // half an hour on the fast clock
    desk.dispatcher.backToRealTime();
    desk.settle();
    QCOMPARE(desk.transport.jobs.size(), 2);
    QCOMPARE(desk.dispatcher.now(), WorkTime(desk.clock.now().time_since_epoch()));
    QCOMPARE(*desk.dispatcher.nextDue(), desk.dispatcher.now() + 1'800s);
    QCOMPARE(desk.stored(1).nextDueAt, desk.dispatcher.nextDue());
    desk.advance(1'799s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 2);
    desk.advance(1s, 100ms);
    QCOMPARE(desk.transport.jobs.size(), 3);
    QCOMPARE(*desk.dispatcher.nextDue(), desk.dispatcher.now() + 3'600s);
}

void DispatcherTest::aHangingReceiverDelaysNobodyElse()
{
    Desk desk;
    for (int i = 1; i <= 20; ++i)
        desk.add(i, u"none"_s, 1);
    QCOMPARE(desk.transport.open(), 4);
    desk.add(21, u"none"_s, 2);
    QCOMPARE(desk.transport.open(), 5);
    desk.transport.answer(200, DeliveryId{21});
    desk.settle();
    QCOMPARE(desk.state(21), u"delivered"_s);
    QCOMPARE(desk.dispatcher.counts().waiting, 16);
}

void DispatcherTest::overdueDeliveriesStartUnderTheLimitNotInABurst()
{
    Desk desk;
    desk.setLane(1, {2, 0, false, 0});
    for (int i = 1; i <= 100; ++i)
        desk.make(i, u"none"_s).nextDueAt = desk.dispatcher.now() - 1h;
    for (int i = 1; i <= 100; ++i)
        desk.dispatcher.add(*waitingFrom(desk.stored(i)));
    for (int i = 0; i < 200 && desk.dispatcher.counts().waiting + desk.dispatcher.counts().inFlight > 0;
         ++i) {
        desk.settle();
        desk.transport.answer(200);
    }
    desk.settle();
    QCOMPARE(desk.transport.jobs.size(), 100);
    QCOMPARE(desk.transport.most, 2);
    QCOMPARE(desk.state(100), u"delivered"_s);
}

void DispatcherTest::strictOrderWaitsForTheOneBefore()
{
    Desk desk;
    desk.setLane(1, {4, 0, true, 0});
    for (int i = 1; i <= 3; ++i)
        desk.add(i, u"fixed:10x2"_s);
    QCOMPARE(desk.transport.open(), 1);
    desk.transport.answer(503);
    desk.settle();
    QCOMPARE(desk.transport.open(), 0);
    desk.advance(10s, 100ms);
    QCOMPARE(desk.transport.open(), 1);
    desk.transport.answer(200);
    desk.settle();
    QCOMPARE(desk.transport.open(), 1);
    desk.transport.answer(200);
    desk.settle();
    desk.transport.answer(200);
    desk.settle();
    desk.log.removeIf([](const QString& line) { return !line.startsWith(u"sent"_s); });
    QCOMPARE(desk.log, (QStringList{u"sent d1"_s, u"sent d1"_s, u"sent d2"_s, u"sent d3"_s}));
}

void DispatcherTest::whatIsRecoveredWithoutGoingOnIsStoredAndLeftAlone()
{
    Desk desk;
    Delivery& delivery = desk.make(1, u"fixed:10x2"_s);
    delivery.state = DeliveryState::Sending;
    delivery.nextDueAt.reset();
    delivery.attempts = 1;
    Attempt attempt;
    attempt.delivery = delivery.id;
    attempt.startedClock = desk.dispatcher.now();
    desk.dispatcher.recover({{{delivery, 1}, attempt}}, false);
    desk.settle();
    QCOMPARE(desk.state(1), u"retrying"_s);
    QVERIFY(desk.attempt(1, 1).outcome == Outcome::Unknown);
    desk.advance(30s, 1s);
    QVERIFY(desk.transport.jobs.isEmpty());
    QCOMPARE(desk.dispatcher.counts(), DispatcherCounts());
}

void DispatcherTest::retryNowIsOutsideThePlan()
{
    Desk desk;
    desk.transport.status = 503;
    desk.add(1);
    const auto due = desk.stored(1).nextDueAt;
    QVERIFY(desk.ask(&Dispatcher::retryNow, 1));
    QCOMPARE(desk.transport.jobs.size(), 2);
    QCOMPARE(toString(desk.attempt(1, 2).origin), toString(Origin::Manual));
    QCOMPARE(desk.state(1), u"retrying"_s);
    QCOMPARE(desk.stored(1).nextDueAt, due);
    desk.advance(30s, 100ms);
    QCOMPARE(desk.transport.jobs.size(), 3);
    QCOMPARE(toString(desk.attempt(1, 3).origin), toString(Origin::Plan));
    QCOMPARE(*desk.stored(1).nextDueAt - desk.attempt(1, 3).startedClock, 60s);
}

void DispatcherTest::retryNowWorksWhilePausedAndAfterTheEnd()
{
    Desk desk;
    desk.dispatcher.setSpeed(0);
    desk.add(1, u"none"_s);
    QCOMPARE(desk.transport.open(), 1);
    const auto refused = desk.ask(&Dispatcher::retryNow, 1);
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    desk.transport.answer(503);
    desk.settle();
    QCOMPARE(desk.state(1), u"exhausted"_s);
    QVERIFY(desk.ask(&Dispatcher::retryNow, 1));
    desk.transport.answer(500);
    desk.settle();
    QCOMPARE(desk.state(1), u"exhausted"_s);
    QVERIFY(desk.ask(&Dispatcher::retryNow, 1));
    desk.transport.answer(200);
    desk.settle();
    QCOMPARE(desk.state(1), u"delivered"_s);
    const auto unknown = desk.ask(&Dispatcher::retryNow, 99);
    QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
}

void DispatcherTest::aManualSuccessEndsThePlan()
{
    Desk desk;
    desk.transport.status = 503;
    desk.add(1);
    desk.transport.status = 200;
    QVERIFY(desk.ask(&Dispatcher::retryNow, 1));
    QCOMPARE(desk.state(1), u"delivered"_s);
    QCOMPARE(desk.stored(1).nextDueAt, std::nullopt);
    desk.advance(60s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 2);
}

void DispatcherTest::cancelEndsADelivery()
{
    Desk desk;
    QSignalSpy idle(&desk.dispatcher, &Dispatcher::idle);
    desk.transport.status = 503;
    desk.add(1);
    QVERIFY(desk.ask(&Dispatcher::cancel, 1));
    QCOMPARE(desk.state(1), u"cancelled"_s);
    QCOMPARE(idle.count(), 1);
    desk.advance(60s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    QVERIFY(!desk.ask(&Dispatcher::cancel, 1));
}

void DispatcherTest::cancelDuringAnAttemptLetsItEnd()
{
    Desk desk;
    desk.add(1);
    desk.add(2, u"hybiscus"_s, 2);
    QVERIFY(!desk.ask(&Dispatcher::cancel, 1)); // not answered yet
    QVERIFY(!desk.ask(&Dispatcher::cancel, 2));
    desk.transport.answer(503, DeliveryId{1});
    desk.transport.answer(200, DeliveryId{2});
    desk.settle();
    QCOMPARE(desk.state(1), u"cancelled"_s);
    QCOMPARE(desk.state(2), u"delivered"_s);
}

void DispatcherTest::aHeldDeliveryWaitsForItsRelease()
{
    Desk desk;
    desk.transport.status = 503;
    desk.add(1);
    QVERIFY(desk.ask(&Dispatcher::hold, 1));
    QCOMPARE(desk.state(1), u"held"_s);
    QCOMPARE(desk.dispatcher.counts().held, 1);
    desk.advance(100s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    QVERIFY(desk.ask(&Dispatcher::release, 1));
    desk.settle();
    QCOMPARE(desk.transport.jobs.size(), 2);
    QCOMPARE(desk.dispatcher.counts().held, 0);
}

void DispatcherTest::anInterruptedAttemptIsUnknownAndFollowsThePolicy()
{
    Desk desk;
    Delivery& delivery = desk.make(1);
    delivery.state = DeliveryState::Sending;
    delivery.attempts = 1;
    delivery.nextDueAt.reset();
    Attempt attempt;
    attempt.delivery = delivery.id;
    attempt.startedAt = desk.clock.now() - 10s;
    attempt.startedClock = desk.dispatcher.now() - 10s;
    desk.journal.attempts[{delivery.id, 1}] = attempt;
    desk.journal.entries[delivery.id].planned = 1;
    Delivery& last = desk.make(2, u"none"_s);
    last.state = DeliveryState::Sending;
    last.attempts = 1;
    last.nextDueAt.reset();
    Attempt other = attempt;
    other.delivery = last.id;
    desk.dispatcher.recover({{{delivery, 1}, attempt}, {{last, 1}, other}});
    desk.settle();
    QVERIFY(desk.attempt(1, 1).outcome == Outcome::Unknown);
    QCOMPARE(desk.state(1), u"retrying"_s);
    QCOMPARE(*desk.stored(1).nextDueAt, attempt.startedClock + 30s);
    QCOMPARE(desk.state(2), u"unknown"_s);
    desk.transport.status = 200;
    desk.advance(20s, 100ms);
    QCOMPARE(desk.state(1), u"delivered"_s);
    QCOMPARE(desk.attempt(1, 2).number, 2);
}

void DispatcherTest::sleepDoesNotSetOffABurst()
{
    Desk desk(600);
    desk.transport.status = 503;
    desk.add(1, u"fixed:36000x5"_s);
    desk.clock.advance(2h); // the machine slept: two hours, not two hours times 600
    desk.dispatcher.tick();
    desk.settle();
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.advance(48s, 500ms);
    QCOMPARE(desk.transport.jobs.size(), 2);
}

void DispatcherTest::aClockSetBackLosesNothing()
{
    Desk desk;
    desk.transport.status = 503;
    desk.add(1);
    desk.advance(20s, 1s);
    const WorkTime before = desk.dispatcher.now();
    desk.clock.advance(-3h);
    desk.dispatcher.tick();
    desk.settle();
    QVERIFY(desk.dispatcher.now() >= before);
    desk.advance(11s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 2);
}

void DispatcherTest::nothingIsSentThatCannotBeStored()
{
    Desk desk;
    QSignalSpy failed(&desk.dispatcher, &Dispatcher::storeFailed);
    desk.transport.status = 200;
    desk.journal.failing = true;
    desk.add(1);
    QVERIFY(failed.count() >= 1);
    QVERIFY(desk.transport.jobs.isEmpty());
    desk.journal.failing = false;
    desk.advance(2s, 500ms);
    QCOMPARE(desk.state(1), u"delivered"_s);
}

void DispatcherTest::anEndThatCannotBeStoredIsStoredLater()
{
    Desk desk;
    desk.add(1);
    desk.journal.failing = true;
    desk.transport.answer(200);
    desk.settle();
    QCOMPARE(desk.state(1), u"sending"_s);
    desk.journal.failing = false;
    QTRY_COMPARE(desk.state(1), u"delivered"_s);
    QCOMPARE(desk.transport.jobs.size(), 1);
}

void DispatcherTest::withoutAListenerTheAttemptIsBlocked()
{
    Desk desk;
    desk.transport.status = 200;
    desk.make(1, u"fixed:10x1"_s).request.url = u"{listener}/hook"_s;
    desk.listener.reset();
    desk.dispatcher.add(*waitingFrom(desk.stored(1)));
    desk.settle();
    QVERIFY(desk.attempt(1, 1).outcome == Outcome::Blocked);
    QVERIFY(desk.transport.jobs.isEmpty());
    desk.listener = u"http://127.0.0.1:8717"_s;
    desk.advance(10s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    QCOMPARE(desk.transport.jobs[0].request.url, u"http://127.0.0.1:8717/hook"_s);
    QCOMPARE(desk.stored(1).request.url, u"{listener}/hook"_s);
}

void DispatcherTest::retryAfterCountsOnTheWorkbenchClock()
{
    Desk desk(60);
    desk.add(1, u"standard-webhooks"_s);
    HeaderList headers;
    headers.append("Retry-After", "120");
    desk.transport.answer(503, {}, headers);
    desk.settle();
    desk.advance(1'950ms);
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.advance(60ms);
    QCOMPARE(desk.transport.jobs.size(), 2);
}

void DispatcherTest::stoppingLetsAttemptsEnd()
{
    Desk desk;
    QSignalSpy stopped(&desk.dispatcher, &Dispatcher::stopped);
    desk.add(1);
    desk.dispatcher.stop();
    desk.add(2);
    QCOMPARE(stopped.count(), 0);
    desk.transport.answer(503);
    desk.settle();
    QCOMPARE(stopped.count(), 1);
    desk.advance(60s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    QCOMPARE(desk.state(1), u"retrying"_s);
}

void DispatcherTest::aHundredThousandWaitingAreCheap()
{
    Desk desk;
    QList<WaitingDelivery> waiting;
    for (int i = 1; i <= 100'000; ++i)
        waiting.append(
            {DeliveryId{i}, WebhookId{i % 50 + 1}, 0, desk.dispatcher.now() + std::chrono::seconds(i)});
    QElapsedTimer timer;
    timer.start();
    desk.dispatcher.add(waiting);
    desk.settle();
    desk.dispatcher.backToRealTime();
    desk.settle();
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(desk.dispatcher.counts().waiting, 100'000);
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "dispatcher_test.moc"
