// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dispatcher_fixture.h"

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
    void theWorkspacesProxyAndTheWebhooksCertificateGoAlong();
    void retryAfterCountsOnTheWorkbenchClock();
    void stoppingLetsAttemptsEnd();
    void aHundredThousandWaitingAreCheap();
};

void DispatcherTest::anAttemptIsStoredBeforeItIsSentAndAfterItEnded()
{
    DispatcherFixture fixture;
    QSignalSpy idle(&fixture.dispatcher.events(), &DispatchEvents::idle);
    fixture.transport.status = 204;
    fixture.add(1);
    QCOMPARE(fixture.log, (QStringList{u"started d1/1"_s, u"sent d1"_s, u"finished d1/1"_s}));
    QCOMPARE(fixture.state(1), u"delivered"_s);
    QCOMPARE(idle.count(), 1);
    QCOMPARE(fixture.dispatcher.counts(), DispatcherCounts());
}

void DispatcherTest::aTwoHourScheduleIsLivedThroughAtItsDocumentedGaps()
{
    DispatcherFixture fixture(600);
    fixture.transport.status = 503;
    fixture.add(1);
    fixture.advance(13s, 1ms);
    QCOMPARE(fixture.state(1), u"exhausted"_s);
    QCOMPARE(fixture.transport.jobs.size(), 9);
    for (int i = 2; i <= 9; ++i) {
        const double gap =
            seconds(fixture.attempt(1, i).startedClock - fixture.attempt(1, i - 1).startedClock);
        const double wanted = seconds(fixture.stored(1).plan[i - 1].gap);
        QVERIFY2(gap >= wanted && gap <= wanted * 1.1, qPrintable(u"gap %1: %2 s"_s.arg(i).arg(gap)));
        QVERIFY(fixture.attempt(1, i).startedClock >= fixture.attempt(1, i).dueAt);
    }
}

void DispatcherTest::startedIsStoredAheadAndSentWhenDue()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.add(1);
    fixture.log.clear();
    fixture.advance(29'950ms, 50ms);
    QVERIFY(fixture.log.isEmpty());
    fixture.advance(49ms, 1ms);
    QCOMPARE(fixture.log, QStringList{u"started d1/2"_s});
    fixture.advance(1ms, 1ms);
    QCOMPARE(fixture.log, (QStringList{u"started d1/2"_s, u"sent d1"_s, u"finished d1/2"_s}));
}

void DispatcherTest::whatWasStoredAheadIsTakenBackOnPause()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.add(1);
    fixture.advance(29'980ms, 20ms);
    QCOMPARE(fixture.state(1), u"sending"_s);
    fixture.log.clear();
    fixture.dispatcher.clock().setSpeed(0);
    fixture.settle();
    QCOMPARE(fixture.log, QStringList{u"withdrawn d1/2"_s});
    QCOMPARE(fixture.state(1), u"retrying"_s);
    QCOMPARE(fixture.stored(1).attempts, 1);
    fixture.advance(100s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.dispatcher.clock().setSpeed(1);
    fixture.advance(20ms, 1ms);
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QVERIFY(fixture.attempt(1, 2).startedClock >= fixture.attempt(1, 2).dueAt);
}

void DispatcherTest::aJumpGoesToTheNextDueAttempt()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.dispatcher.clock().setSpeed(0);
    fixture.add(1);
    for (int i = 2; i <= 9; ++i) {
        QCOMPARE(fixture.transport.jobs.size(), i - 1);
        fixture.dispatcher.clock().jumpToNext();
        fixture.settle();
    }
    QCOMPARE(fixture.state(1), u"exhausted"_s);
    QCOMPARE(fixture.attempt(1, 9).startedClock - fixture.attempt(1, 1).startedClock, 7'650s);
}

void DispatcherTest::jumpingRunsUntilAllAreFinal()
{
    DispatcherFixture fixture;
    QSignalSpy idle(&fixture.dispatcher.events(), &DispatchEvents::idle);
    fixture.transport.status = 503;
    fixture.dispatcher.clock().setJumping(true);
    for (int i = 1; i <= 5; ++i)
        fixture.dispatcher.add({*waitingFrom(fixture.make(i, i % 2 ? u"hybiscus"_s : u"svix"_s, i))});
    for (int i = 0; i < 50; ++i)
        fixture.settle();
    QCOMPARE(idle.count(), 1);
    for (int i = 1; i <= 5; ++i)
        QCOMPARE(fixture.state(i), u"exhausted"_s);
    QCOMPARE(fixture.transport.jobs.size(), 3 * 9 + 2 * 8);
}

void DispatcherTest::backToRealTimeKeepsTheGaps()
{
    DispatcherFixture fixture(600);
    fixture.transport.status = 503;
    fixture.add(1, u"fixed:3600x3"_s);
    fixture.add(2, u"list:7200"_s, 2);
    fixture.advance(3s, 100ms); // half an hour on the fast clock
    fixture.dispatcher.clock().backToRealTime();
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QCOMPARE(fixture.dispatcher.now(), WorkTime(fixture.clock.now().time_since_epoch()));
    QCOMPARE(*fixture.dispatcher.nextDue(), fixture.dispatcher.now() + 1'800s);
    QCOMPARE(fixture.stored(1).nextDueAt, fixture.dispatcher.nextDue());
    fixture.advance(1'799s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 2);
    fixture.advance(1s, 100ms);
    QCOMPARE(fixture.transport.jobs.size(), 3);
    QCOMPARE(*fixture.dispatcher.nextDue(), fixture.dispatcher.now() + 3'600s);
}

void DispatcherTest::aHangingReceiverDelaysNobodyElse()
{
    DispatcherFixture fixture;
    for (int i = 1; i <= 20; ++i)
        fixture.add(i, u"none"_s, 1);
    QCOMPARE(fixture.transport.open(), 4);
    fixture.add(21, u"none"_s, 2);
    QCOMPARE(fixture.transport.open(), 5);
    fixture.transport.answer(200, DeliveryId{21});
    fixture.settle();
    QCOMPARE(fixture.state(21), u"delivered"_s);
    QCOMPARE(fixture.dispatcher.counts().waiting, 16);
}

void DispatcherTest::overdueDeliveriesStartUnderTheLimitNotInABurst()
{
    DispatcherFixture fixture;
    fixture.setLane(1, {2, 0, false, 0});
    for (int i = 1; i <= 100; ++i)
        fixture.make(i, u"none"_s).nextDueAt = fixture.dispatcher.now() - 1h;
    for (int i = 1; i <= 100; ++i)
        fixture.dispatcher.add({*waitingFrom(fixture.stored(i))});
    for (int i = 0; i < 200 && fixture.dispatcher.counts().waiting + fixture.dispatcher.counts().inFlight > 0;
         ++i) {
        fixture.settle();
        fixture.transport.answer(200);
    }
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 100);
    QCOMPARE(fixture.transport.most, 2);
    QCOMPARE(fixture.state(100), u"delivered"_s);
}

void DispatcherTest::strictOrderWaitsForTheOneBefore()
{
    DispatcherFixture fixture;
    fixture.setLane(1, {4, 0, true, 0});
    for (int i = 1; i <= 3; ++i)
        fixture.add(i, u"fixed:10x2"_s);
    QCOMPARE(fixture.transport.open(), 1);
    fixture.transport.answer(503);
    fixture.settle();
    QCOMPARE(fixture.transport.open(), 0);
    fixture.advance(10s, 100ms);
    QCOMPARE(fixture.transport.open(), 1);
    fixture.transport.answer(200);
    fixture.settle();
    QCOMPARE(fixture.transport.open(), 1);
    fixture.transport.answer(200);
    fixture.settle();
    fixture.transport.answer(200);
    fixture.settle();
    fixture.log.removeIf([](const QString& line) { return !line.startsWith(u"sent"_s); });
    QCOMPARE(fixture.log, (QStringList{u"sent d1"_s, u"sent d1"_s, u"sent d2"_s, u"sent d3"_s}));
}

void DispatcherTest::whatIsRecoveredWithoutGoingOnIsStoredAndLeftAlone()
{
    DispatcherFixture fixture;
    Delivery& delivery = fixture.make(1, u"fixed:10x2"_s);
    delivery.state = DeliveryState::Sending;
    delivery.nextDueAt.reset();
    delivery.attempts = 1;
    Attempt attempt;
    attempt.delivery = delivery.id;
    attempt.startedClock = fixture.dispatcher.now();
    fixture.dispatcher.recover({{{delivery, 1}, attempt}}, false);
    fixture.settle();
    QCOMPARE(fixture.state(1), u"retrying"_s);
    QVERIFY(fixture.attempt(1, 1).outcome == Outcome::Unknown);
    fixture.advance(30s, 1s);
    QVERIFY(fixture.transport.jobs.isEmpty());
    QCOMPARE(fixture.dispatcher.counts(), DispatcherCounts());
}

void DispatcherTest::retryNowIsOutsideThePlan()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.add(1);
    const auto due = fixture.stored(1).nextDueAt;
    QVERIFY(fixture.ask(&Dispatcher::retryNow, 1));
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QCOMPARE(toString(fixture.attempt(1, 2).origin), toString(Origin::Manual));
    QCOMPARE(fixture.state(1), u"retrying"_s);
    QCOMPARE(fixture.stored(1).nextDueAt, due);
    fixture.advance(30s, 100ms);
    QCOMPARE(fixture.transport.jobs.size(), 3);
    QCOMPARE(toString(fixture.attempt(1, 3).origin), toString(Origin::Plan));
    QCOMPARE(*fixture.stored(1).nextDueAt - fixture.attempt(1, 3).startedClock, 60s);
}

void DispatcherTest::retryNowWorksWhilePausedAndAfterTheEnd()
{
    DispatcherFixture fixture;
    fixture.dispatcher.clock().setSpeed(0);
    fixture.add(1, u"none"_s);
    QCOMPARE(fixture.transport.open(), 1);
    const auto refused = fixture.ask(&Dispatcher::retryNow, 1);
    QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    fixture.transport.answer(503);
    fixture.settle();
    QCOMPARE(fixture.state(1), u"exhausted"_s);
    QVERIFY(fixture.ask(&Dispatcher::retryNow, 1));
    fixture.transport.answer(500);
    fixture.settle();
    QCOMPARE(fixture.state(1), u"exhausted"_s);
    QVERIFY(fixture.ask(&Dispatcher::retryNow, 1));
    fixture.transport.answer(200);
    fixture.settle();
    QCOMPARE(fixture.state(1), u"delivered"_s);
    const auto unknown = fixture.ask(&Dispatcher::retryNow, 99);
    QVERIFY(!unknown && unknown.error().code == ErrorCode::NotFound);
}

void DispatcherTest::aManualSuccessEndsThePlan()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.add(1);
    fixture.transport.status = 200;
    QVERIFY(fixture.ask(&Dispatcher::retryNow, 1));
    QCOMPARE(fixture.state(1), u"delivered"_s);
    QCOMPARE(fixture.stored(1).nextDueAt, std::nullopt);
    fixture.advance(60s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 2);
}

void DispatcherTest::cancelEndsADelivery()
{
    DispatcherFixture fixture;
    QSignalSpy idle(&fixture.dispatcher.events(), &DispatchEvents::idle);
    fixture.transport.status = 503;
    fixture.add(1);
    QVERIFY(fixture.ask(&Dispatcher::cancel, 1));
    QCOMPARE(fixture.state(1), u"cancelled"_s);
    QCOMPARE(idle.count(), 1);
    fixture.advance(60s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    QVERIFY(!fixture.ask(&Dispatcher::cancel, 1));
}

void DispatcherTest::cancelDuringAnAttemptLetsItEnd()
{
    DispatcherFixture fixture;
    fixture.add(1);
    fixture.add(2, u"hybiscus"_s, 2);
    QVERIFY(!fixture.ask(&Dispatcher::cancel, 1)); // not answered yet
    QVERIFY(!fixture.ask(&Dispatcher::cancel, 2));
    fixture.transport.answer(503, DeliveryId{1});
    fixture.transport.answer(200, DeliveryId{2});
    fixture.settle();
    QCOMPARE(fixture.state(1), u"cancelled"_s);
    QCOMPARE(fixture.state(2), u"delivered"_s);
}

void DispatcherTest::aHeldDeliveryWaitsForItsRelease()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.add(1);
    QVERIFY(fixture.ask(&Dispatcher::hold, 1));
    QCOMPARE(fixture.state(1), u"held"_s);
    QCOMPARE(fixture.dispatcher.counts().held, 1);
    fixture.advance(100s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    QVERIFY(fixture.ask(&Dispatcher::release, 1));
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QCOMPARE(fixture.dispatcher.counts().held, 0);
}

void DispatcherTest::anInterruptedAttemptIsUnknownAndFollowsThePolicy()
{
    DispatcherFixture fixture;
    Delivery& delivery = fixture.make(1);
    delivery.state = DeliveryState::Sending;
    delivery.attempts = 1;
    delivery.nextDueAt.reset();
    Attempt attempt;
    attempt.delivery = delivery.id;
    attempt.startedAt = fixture.clock.now() - 10s;
    attempt.startedClock = fixture.dispatcher.now() - 10s;
    fixture.journal.attempts[{delivery.id, 1}] = attempt;
    fixture.journal.entries[delivery.id].planned = 1;
    Delivery& last = fixture.make(2, u"none"_s);
    last.state = DeliveryState::Sending;
    last.attempts = 1;
    last.nextDueAt.reset();
    Attempt other = attempt;
    other.delivery = last.id;
    fixture.dispatcher.recover({{{delivery, 1}, attempt}, {{last, 1}, other}});
    fixture.settle();
    QVERIFY(fixture.attempt(1, 1).outcome == Outcome::Unknown);
    QCOMPARE(fixture.state(1), u"retrying"_s);
    QCOMPARE(*fixture.stored(1).nextDueAt, attempt.startedClock + 30s);
    QCOMPARE(fixture.state(2), u"unknown"_s);
    fixture.transport.status = 200;
    fixture.advance(20s, 100ms);
    QCOMPARE(fixture.state(1), u"delivered"_s);
    QCOMPARE(fixture.attempt(1, 2).number, 2);
}

void DispatcherTest::sleepDoesNotSetOffABurst()
{
    DispatcherFixture fixture(600);
    fixture.transport.status = 503;
    fixture.add(1, u"fixed:36000x5"_s);
    fixture.clock.advance(2h); // the machine slept: two hours, not two hours times 600
    fixture.dispatcher.tick();
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.advance(48s, 500ms);
    QCOMPARE(fixture.transport.jobs.size(), 2);
}

void DispatcherTest::aClockSetBackLosesNothing()
{
    DispatcherFixture fixture;
    fixture.transport.status = 503;
    fixture.add(1);
    fixture.advance(20s, 1s);
    const WorkTime before = fixture.dispatcher.now();
    fixture.clock.advance(-3h);
    fixture.dispatcher.tick();
    fixture.settle();
    QVERIFY(fixture.dispatcher.now() >= before);
    fixture.advance(11s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 2);
}

void DispatcherTest::nothingIsSentThatCannotBeStored()
{
    DispatcherFixture fixture;
    QSignalSpy failed(&fixture.dispatcher.events(), &DispatchEvents::storeFailed);
    fixture.transport.status = 200;
    fixture.journal.failing = true;
    fixture.add(1);
    QVERIFY(failed.count() >= 1);
    QVERIFY(fixture.transport.jobs.isEmpty());
    fixture.journal.failing = false;
    fixture.advance(2s, 500ms);
    QCOMPARE(fixture.state(1), u"delivered"_s);
}

void DispatcherTest::anEndThatCannotBeStoredIsStoredLater()
{
    DispatcherFixture fixture;
    fixture.add(1);
    fixture.journal.failing = true;
    fixture.transport.answer(200);
    fixture.settle();
    QCOMPARE(fixture.state(1), u"sending"_s);
    fixture.journal.failing = false;
    QTRY_COMPARE(fixture.state(1), u"delivered"_s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
}

void DispatcherTest::withoutAListenerTheAttemptIsBlocked()
{
    DispatcherFixture fixture;
    fixture.transport.status = 200;
    fixture.make(1, u"fixed:10x1"_s).request.url = u"{listener}/hook"_s;
    fixture.listener.reset();
    fixture.dispatcher.add({*waitingFrom(fixture.stored(1))});
    fixture.settle();
    QVERIFY(fixture.attempt(1, 1).outcome == Outcome::Blocked);
    QVERIFY(fixture.transport.jobs.isEmpty());
    fixture.listener = u"http://127.0.0.1:8717"_s;
    fixture.advance(10s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    QCOMPARE(fixture.transport.jobs[0].request.url, u"http://127.0.0.1:8717/hook"_s);
    QCOMPARE(fixture.stored(1).request.url, u"{listener}/hook"_s);
}

void DispatcherTest::theWorkspacesProxyAndTheWebhooksCertificateGoAlong()
{
    DispatcherFixture fixture;
    fixture.transport.status = 200;
    const Proxy proxy = *proxyFromUrl(u"http://proxy.example:3128"_s);
    const ClientCertificate certificate{u"/client.pem"_s, {}, "word"};
    fixture.dispatcher.setProxy(proxy);
    fixture.dispatcher.setLane({.webhook = WebhookId{1}, .limits = {}, .certificate = certificate});
    fixture.add(1, u"none"_s, 1);
    fixture.add(2, u"none"_s, 2);
    fixture.dispatcher.setProxy({});
    fixture.add(3, u"none"_s, 1);
    QCOMPARE(fixture.transport.jobs.size(), 3);
    QVERIFY(fixture.transport.jobs[0].terms.proxy == proxy);
    QVERIFY(fixture.transport.jobs[0].terms.certificate == certificate);
    QVERIFY(fixture.transport.jobs[1].terms.certificate == ClientCertificate());
    QVERIFY(!fixture.transport.jobs[2].terms.proxy);
}

void DispatcherTest::retryAfterCountsOnTheWorkbenchClock()
{
    DispatcherFixture fixture(60);
    fixture.add(1, u"standard-webhooks"_s);
    HeaderList headers;
    headers.append("Retry-After", "120");
    fixture.transport.answer(503, {}, headers);
    fixture.settle();
    fixture.advance(1'950ms);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.advance(60ms);
    QCOMPARE(fixture.transport.jobs.size(), 2);
}

void DispatcherTest::stoppingLetsAttemptsEnd()
{
    DispatcherFixture fixture;
    QSignalSpy stopped(&fixture.dispatcher.events(), &DispatchEvents::stopped);
    fixture.add(1);
    fixture.dispatcher.stop();
    fixture.add(2);
    QCOMPARE(stopped.count(), 0);
    fixture.transport.answer(503);
    fixture.settle();
    QCOMPARE(stopped.count(), 1);
    fixture.advance(60s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    QCOMPARE(fixture.state(1), u"retrying"_s);
}

void DispatcherTest::aHundredThousandWaitingAreCheap()
{
    DispatcherFixture fixture;
    QList<WaitingDelivery> waiting;
    for (int i = 1; i <= 100'000; ++i)
        waiting.append(
            {DeliveryId{i}, WebhookId{i % 50 + 1}, 0, fixture.dispatcher.now() + std::chrono::seconds(i)});
    QElapsedTimer timer;
    timer.start();
    fixture.dispatcher.add(waiting);
    fixture.settle();
    fixture.dispatcher.clock().backToRealTime();
    fixture.settle();
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(fixture.dispatcher.counts().waiting, 100'000);
}

QTEST_GUILESS_MAIN(DispatcherTest)
#include "dispatcher_test.moc"
