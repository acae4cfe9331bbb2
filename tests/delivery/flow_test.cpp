// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dispatcher_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

/// What keeps attempts back: rates, circuits, and webhooks that are switched off.
class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRateSpacesTheStarts();
    void aCircuitOpensHalfOpensAndCloses();
    void aCircuitsPauseGrowsToItsCapAndStartsSmallAgain();
    void aCircuitThatIsSwitchedOffLetsAttemptsOut();
    void aCircuitsPauseIsOnTheWorkbenchClock();
    void goneSwitchesTheWebhookOff();
    void sinceWhenEverythingFailedIsStoredAndForgottenWhenItIsSwitchedOn();
    void aWebhookThatIsOffIsNotSwitchedOffAgain();
    void aBurstStartsAtOnceBeyondTheLimitAndWaitsAtOneGate();
    void aBurstWaitsUntilAllOfItAreStored();
    void whatIsWithdrawnFromABurstIsNotWaitedFor();
    void aReplaysFailuresAreNoneOfItsWebhooks();
};

void FlowTest::aRateSpacesTheStarts()
{
    DispatcherFixture fixture;
    fixture.setLane(1, {4, 60, false, 0});
    fixture.transport.status = 200;
    for (int i = 1; i <= 5; ++i)
        fixture.add(i, u"none"_s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.advance(990ms);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.advance(10ms);
    QCOMPARE(fixture.transport.jobs.size(), 2);
    fixture.advance(3s);
    QCOMPARE(fixture.transport.jobs.size(), 5);
}

namespace {

QList<Delivery> burst(DispatcherFixture& fixture, int size, const QString& policy = u"none"_s)
{
    QList<Delivery> deliveries;
    for (int i = 1; i <= size; ++i) {
        Delivery& delivery = fixture.make(i, policy);
        delivery.webhook.reset();
        deliveries << delivery;
    }
    return deliveries;
}

} // namespace

void FlowTest::aBurstStartsAtOnceBeyondTheLimitAndWaitsAtOneGate()
{
    DispatcherFixture fixture;
    fixture.dispatcher.addTogether(burst(fixture, 20, u"fixed:10x1"_s));
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 20);
    const auto gate = fixture.transport.jobs.first().terms.together;
    QVERIFY(gate);
    for (const AttemptJob& job : fixture.transport.jobs)
        QCOMPARE(job.terms.together, gate);
    for (int i = 0; i < 20; ++i)
        fixture.transport.answer(i == 0 ? 503 : 200);
    fixture.settle();
    fixture.advance(10s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 21);
    QVERIFY(!fixture.transport.jobs.last().terms.together);
    fixture.transport.answer(200);
    fixture.settle();
    fixture.dispatcher.addTogether({fixture.make(30, u"none"_s)});
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 22);
}

void FlowTest::aBurstWaitsUntilAllOfItAreStored()
{
    DispatcherFixture fixture;
    fixture.dispatcher.addTogether(burst(fixture, 3));
    fixture.settle();
    const qsizetype sent = fixture.log.indexOf(u"sent d1"_s);
    for (int i = 1; i <= 3; ++i) {
        const qsizetype started = fixture.log.indexOf(u"started d%1/1"_s.arg(i));
        QVERIFY2(started >= 0 && started < sent, qPrintable(fixture.log.join(u'\n')));
    }
}

void FlowTest::whatIsWithdrawnFromABurstIsNotWaitedFor()
{
    DispatcherFixture fixture;
    fixture.dispatcher.addTogether(burst(fixture, 3));
    fixture.dispatcher.cancel(DeliveryId{2}, [](const Result<void>&) {});
    fixture.settle();
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QCOMPARE(fixture.state(2), u"cancelled"_s);
}

/// A replay is of no webhook: it neither opens a circuit, nor switches anything off, nor ends a failure.
void FlowTest::aReplaysFailuresAreNoneOfItsWebhooks()
{
    DispatcherFixture fixture;
    QSignalSpy disabled(&fixture.dispatcher.events(), &DispatchEvents::webhookDisabled);
    fixture.setLane(1, {4, 0, false, 1});
    Delivery replay = fixture.make(1, u"none"_s);
    replay.webhook.reset();
    replay.replayOf = u"d9"_s;
    replay.policy.goneDisables = true;
    fixture.journal.entries[replay.id].delivery = replay;
    fixture.dispatcher.addNew({replay});
    fixture.settle();
    fixture.transport.answer(410);
    fixture.settle();
    QCOMPARE(fixture.dispatcher.circuit(WebhookId{1}), Circuit());
    QCOMPARE(disabled.count(), 0);
    QVERIFY(fixture.journal.failingSince.empty());
}

void FlowTest::aCircuitOpensHalfOpensAndCloses()
{
    DispatcherFixture fixture;
    QSignalSpy changes(&fixture.dispatcher.events(), &DispatchEvents::circuitChanged);
    fixture.setLane(1, {1, 0, false, 2});
    fixture.transport.status = 503;
    for (int i = 1; i <= 4; ++i)
        fixture.add(i, u"none"_s);
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QCOMPARE(fixture.dispatcher.circuit(WebhookId{1}),
             (Circuit{CircuitState::Open, 2, fixture.dispatcher.now() + 60s}));
    fixture.advance(59s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 2);
    fixture.advance(1s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 3);
    QCOMPARE(fixture.dispatcher.circuit(WebhookId{1}),
             (Circuit{CircuitState::Open, 3, fixture.dispatcher.now() + 120s}));
    fixture.transport.status = 200;
    fixture.advance(119s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 3);
    fixture.advance(1s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 4);
    QCOMPARE(fixture.dispatcher.circuit(WebhookId{1}), Circuit());
    QCOMPARE(changes.count(), 5);
}

void FlowTest::aCircuitsPauseGrowsToItsCapAndStartsSmallAgain()
{
    DispatcherFixture fixture;
    FlowLimits limits;
    limits.circuitOpensAfter = 1;
    limits.circuitPause = 10s;
    limits.circuitPauseCap = 25s;
    fixture.setLane(1, limits);
    fixture.transport.status = 503;
    for (int i = 1; i <= 6; ++i)
        fixture.add(i, u"none"_s);
    const auto pause = [&] {
        return fixture.dispatcher.circuit(WebhookId{1}).triesAgainAt - fixture.dispatcher.now();
    };
    QVERIFY(pause() == 10s);
    fixture.advance(10s, 1s);
    QVERIFY(pause() == 20s);
    fixture.advance(20s, 1s);
    QVERIFY(pause() == 25s);
    fixture.advance(25s, 1s);
    QVERIFY(pause() == 25s);
    fixture.transport.status = 200;
    fixture.advance(25s, 1s);
    QCOMPARE(fixture.transport.jobs.size(), 6);
    fixture.transport.status = 503;
    fixture.add(7, u"none"_s);
    QVERIFY(pause() == 10s);
}

void FlowTest::aCircuitThatIsSwitchedOffLetsAttemptsOut()
{
    DispatcherFixture fixture;
    fixture.setLane(1, {1, 0, false, 1});
    fixture.transport.status = 503;
    fixture.add(1, u"none"_s);
    fixture.add(2, u"none"_s);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.setLane(1, {1, 0, false, 0});
    QCOMPARE(fixture.transport.jobs.size(), 2);
    QCOMPARE(fixture.dispatcher.circuit(WebhookId{1}), Circuit());
}

void FlowTest::aCircuitsPauseIsOnTheWorkbenchClock()
{
    DispatcherFixture fixture(60);
    fixture.setLane(1, {1, 0, false, 1});
    fixture.transport.status = 503;
    fixture.add(1, u"none"_s);
    fixture.add(2, u"none"_s);
    fixture.advance(990ms);
    QCOMPARE(fixture.transport.jobs.size(), 1);
    fixture.advance(20ms);
    QCOMPARE(fixture.transport.jobs.size(), 2);
}

void FlowTest::goneSwitchesTheWebhookOff()
{
    DispatcherFixture fixture;
    QSignalSpy off(&fixture.dispatcher.events(), &DispatchEvents::webhookDisabled);
    fixture.transport.status = 410;
    fixture.add(1, u"standard-webhooks"_s);
    QCOMPARE(off.count(), 1);
    QCOMPARE(fixture.state(1), u"exhausted"_s);
}

void FlowTest::sinceWhenEverythingFailedIsStoredAndForgottenWhenItIsSwitchedOn()
{
    DispatcherFixture fixture;
    QSignalSpy off(&fixture.dispatcher.events(), &DispatchEvents::webhookDisabled);
    const WebhookId webhook{1};
    const auto begun = fixture.dispatcher.now();
    fixture.transport.status = 503;
    Delivery& delivery = fixture.make(1, u"fixed:86400x3"_s);
    delivery.policy.disableAfterDays = 2;
    fixture.dispatcher.add({*waitingFrom(delivery)});
    fixture.settle();
    QVERIFY(fixture.journal.failingSince.at(webhook) == begun);
    fixture.advance(24h, 1h);
    QCOMPARE(off.count(), 0);
    QVERIFY(fixture.journal.failingSince.at(webhook) == begun);
    fixture.advance(25h, 1h);
    QCOMPARE(off.count(), 1);
    fixture.dispatcher.setLane({webhook, {}, true});
    fixture.settle();
    QVERIFY(!fixture.journal.failingSince.at(webhook));
    fixture.advance(24h, 1h);
    QCOMPARE(fixture.transport.jobs.size(), 4);
    QCOMPARE(off.count(), 1);
    fixture.transport.status = 200;
    fixture.add(2, u"none"_s);
    QVERIFY(!fixture.journal.failingSince.at(webhook));
}

void FlowTest::aWebhookThatIsOffIsNotSwitchedOffAgain()
{
    DispatcherFixture fixture;
    QSignalSpy off(&fixture.dispatcher.events(), &DispatchEvents::webhookDisabled);
    fixture.dispatcher.setLane({WebhookId{1}, {}, false});
    fixture.transport.status = 410;
    fixture.add(1, u"standard-webhooks"_s);
    QCOMPARE(fixture.state(1), u"exhausted"_s);
    QCOMPARE(off.count(), 0);
}

QTEST_GUILESS_MAIN(FlowTest)
#include "flow_test.moc"
