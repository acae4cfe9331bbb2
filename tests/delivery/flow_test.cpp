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
