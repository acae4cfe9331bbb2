// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dispatcher_desk.h"

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
    Desk desk;
    desk.setLane(1, {4, 60, false, 0});
    desk.transport.status = 200;
    for (int i = 1; i <= 5; ++i)
        desk.add(i, u"none"_s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.advance(990ms);
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.advance(10ms);
    QCOMPARE(desk.transport.jobs.size(), 2);
    desk.advance(3s);
    QCOMPARE(desk.transport.jobs.size(), 5);
}

void FlowTest::aCircuitOpensHalfOpensAndCloses()
{
    Desk desk;
    QSignalSpy changes(&desk.dispatcher, &Dispatcher::circuitChanged);
    desk.setLane(1, {1, 0, false, 2});
    desk.transport.status = 503;
    for (int i = 1; i <= 4; ++i)
        desk.add(i, u"none"_s);
    QCOMPARE(desk.transport.jobs.size(), 2);
    QCOMPARE(desk.dispatcher.circuit(WebhookId{1}),
             (Circuit{CircuitState::Open, 2, desk.dispatcher.now() + 60s}));
    desk.advance(59s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 2);
    desk.advance(1s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 3);
    QCOMPARE(desk.dispatcher.circuit(WebhookId{1}),
             (Circuit{CircuitState::Open, 3, desk.dispatcher.now() + 120s}));
    desk.transport.status = 200;
    desk.advance(119s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 3);
    desk.advance(1s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 4);
    QCOMPARE(desk.dispatcher.circuit(WebhookId{1}), Circuit());
    QCOMPARE(changes.count(), 5);
}

void FlowTest::aCircuitsPauseGrowsToItsCapAndStartsSmallAgain()
{
    Desk desk;
    FlowLimits limits;
    limits.circuitOpensAfter = 1;
    limits.circuitPause = 10s;
    limits.circuitPauseCap = 25s;
    desk.setLane(1, limits);
    desk.transport.status = 503;
    for (int i = 1; i <= 6; ++i)
        desk.add(i, u"none"_s);
    const auto pause = [&] {
        return desk.dispatcher.circuit(WebhookId{1}).triesAgainAt - desk.dispatcher.now();
    };
    QVERIFY(pause() == 10s);
    desk.advance(10s, 1s);
    QVERIFY(pause() == 20s);
    desk.advance(20s, 1s);
    QVERIFY(pause() == 25s);
    desk.advance(25s, 1s);
    QVERIFY(pause() == 25s);
    desk.transport.status = 200;
    desk.advance(25s, 1s);
    QCOMPARE(desk.transport.jobs.size(), 6);
    desk.transport.status = 503;
    desk.add(7, u"none"_s);
    QVERIFY(pause() == 10s);
}

void FlowTest::aCircuitThatIsSwitchedOffLetsAttemptsOut()
{
    Desk desk;
    desk.setLane(1, {1, 0, false, 1});
    desk.transport.status = 503;
    desk.add(1, u"none"_s);
    desk.add(2, u"none"_s);
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.setLane(1, {1, 0, false, 0});
    QCOMPARE(desk.transport.jobs.size(), 2);
    QCOMPARE(desk.dispatcher.circuit(WebhookId{1}), Circuit());
}

void FlowTest::aCircuitsPauseIsOnTheWorkbenchClock()
{
    Desk desk(60);
    desk.setLane(1, {1, 0, false, 1});
    desk.transport.status = 503;
    desk.add(1, u"none"_s);
    desk.add(2, u"none"_s);
    desk.advance(990ms);
    QCOMPARE(desk.transport.jobs.size(), 1);
    desk.advance(20ms);
    QCOMPARE(desk.transport.jobs.size(), 2);
}

void FlowTest::goneSwitchesTheWebhookOff()
{
    Desk desk;
    QSignalSpy off(&desk.dispatcher, &Dispatcher::webhookDisabled);
    desk.transport.status = 410;
    desk.add(1, u"standard-webhooks"_s);
    QCOMPARE(off.count(), 1);
    QCOMPARE(desk.state(1), u"exhausted"_s);
}

void FlowTest::sinceWhenEverythingFailedIsStoredAndForgottenWhenItIsSwitchedOn()
{
    Desk desk;
    QSignalSpy off(&desk.dispatcher, &Dispatcher::webhookDisabled);
    const WebhookId webhook{1};
    const auto begun = desk.dispatcher.now();
    desk.transport.status = 503;
    Delivery& delivery = desk.make(1, u"fixed:86400x3"_s);
    delivery.policy.disableAfterDays = 2;
    desk.dispatcher.add(*waitingFrom(delivery));
    desk.settle();
    QVERIFY(desk.journal.failingSince.at(webhook) == begun);
    desk.advance(24h, 1h);
    QCOMPARE(off.count(), 0);
    QVERIFY(desk.journal.failingSince.at(webhook) == begun);
    desk.advance(25h, 1h);
    QCOMPARE(off.count(), 1);
    desk.dispatcher.setLane({webhook, {}, true});
    desk.settle();
    QVERIFY(!desk.journal.failingSince.at(webhook));
    desk.advance(24h, 1h);
    QCOMPARE(desk.transport.jobs.size(), 4);
    QCOMPARE(off.count(), 1);
    desk.transport.status = 200;
    desk.add(2, u"none"_s);
    QVERIFY(!desk.journal.failingSince.at(webhook));
}

void FlowTest::aWebhookThatIsOffIsNotSwitchedOffAgain()
{
    Desk desk;
    QSignalSpy off(&desk.dispatcher, &Dispatcher::webhookDisabled);
    desk.dispatcher.setLane({WebhookId{1}, {}, false});
    desk.transport.status = 410;
    desk.add(1, u"standard-webhooks"_s);
    QCOMPARE(desk.state(1), u"exhausted"_s);
    QCOMPARE(off.count(), 0);
}

QTEST_GUILESS_MAIN(FlowTest)
#include "flow_test.moc"
