// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/recording_receiver.h"
#include "support/test_workbench.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"
#include "workbench/design/sample.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/destinations.h"
#include "workbench/simulate/simulator.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray unavailable = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";

/// The provider whose failure event has a webhook in the document.
ProviderInfo listing()
{
    for (const ProviderInfo& provider : builtInProviders().all()) {
        if (provider.webhooksInDocument)
            return provider;
    }
    return {};
}

Webhook savedWebhook(TestWorkbench& bench, const Report& report, const QString& url)
{
    Webhook webhook;
    webhook.provider = report.provider;
    webhook.report = report.id;
    webhook.url = url;
    webhook.token = "s3cret";
    return awaited(bench->designer().saveWebhook(webhook)).value();
}

Report savedReport(TestWorkbench& bench)
{
    Report report;
    report.provider = listing().key;
    return awaited(bench->designer().saveReport(report)).value();
}

EventChoice failure(const Report& report)
{
    EventChoice choice;
    choice.report = report.id;
    choice.event = u"report.failed"_s;
    return choice;
}

} // namespace

class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReceiverThatIsDownForEverGetsNineRequestsWithTheSameBodyAndToken();
    void aDeliveryGoesOnAfterTheProgramWasClosed();
    void daysOfFailureCountAcrossARestart();
    void goneSwitchesAWebhookOffUntilItIsSwitchedOn();
    void publicOnlyBlocksLoopbackUntilItIsAllowed();
    void anInterruptedAttemptIsUnknownWhateverTheProgramDoesNext();
    void eachAttemptOfTheSampleMeetsItsCapture();
    void aReplayNamesItsSource();
    void aReplayIsTriedAsItsPolicySays();
};

void DeliveryTest::aReceiverThatIsDownForEverGetsNineRequestsWithTheSameBodyAndToken()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, unavailable);
    TestWorkbench bench;
    const Report report = savedReport(bench);
    savedWebhook(bench, report, receiver.url());
    QVERIFY(awaited(bench->start()));
    const auto speed = bench->clock().speedForCommand(20'000);
    const auto sent = awaited(bench->simulator().send(failure(report)));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    const auto records = awaited(bench->deliveries().untilFinal({sent->first().id}));
    QVERIFY(records);
    const DeliveryRecord record = records->first();
    QCOMPARE(toString(record.delivery.state), toString(DeliveryState::Exhausted));
    QCOMPARE(record.attempts.size(), 9);
    QCOMPARE(receiver.requests(), 9);
    QByteArray received;
    for (const auto& connection : receiver.connections())
        received += connection.bytes;
    QCOMPARE(received.count(record.delivery.request.body), 9);
    QCOMPARE(received.count("Authorization: Bearer s3cret\r\n"), 9);
    for (qsizetype i = 1; i < record.attempts.size(); ++i) {
        const Micros gap = record.attempts[i].startedClock - record.attempts[i - 1].startedClock;
        QVERIFY(gap >= record.delivery.plan[i].gap);
        QCOMPARE(record.attempts[i].status, 503);
    }
}

void DeliveryTest::aDeliveryGoesOnAfterTheProgramWasClosed()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, unavailable);
    TestWorkbench bench;
    const Report report = savedReport(bench);
    savedWebhook(bench, report, receiver.url());
    QVERIFY(awaited(bench->start()));
    const auto sent = awaited(bench->simulator().send(failure(report)));
    QVERIFY(sent);
    const DeliveryId id = sent->first().id;
    QTRY_COMPARE(toString(awaited(bench->deliveries().get(id))->delivery.state),
                 toString(DeliveryState::Retrying));
    bench.close();
    bench.open();
    QVERIFY(awaited(bench->start()));
    bench->clock().runUntilFinal(true);
    const auto records = awaited(bench->deliveries().untilFinal({id}));
    QVERIFY(records);
    QCOMPARE(records->first().attempts.size(), 9);
    QCOMPARE(receiver.requests(), 9);
}

void DeliveryTest::daysOfFailureCountAcrossARestart()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, unavailable);
    TestWorkbench bench;
    RetryPolicy policy;
    policy.name = u"two days"_s;
    policy.kind = RetryPolicy::Kind::List;
    policy.gaps = {49h};
    policy.disableAfterDays = 2;
    QVERIFY(awaited(bench->policies().put(policy)));
    const Report report = savedReport(bench);
    Webhook webhook = savedWebhook(bench, report, receiver.url());
    webhook.policy = policy.name;
    QVERIFY(awaited(bench->designer().saveWebhook(webhook)));
    QVERIFY(awaited(bench->start()));
    const DeliveryId id = awaited(bench->simulator().send(failure(report)))->first().id;
    QTRY_COMPARE(toString(awaited(bench->deliveries().get(id))->delivery.state),
                 toString(DeliveryState::Retrying));
    bench.close();
    bench.open();
    QVERIFY(awaited(bench->start()));
    bench->clock().runUntilFinal(true);
    QVERIFY(awaited(bench->deliveries().untilFinal({id})));
    QTRY_VERIFY(!awaited(bench->designer().webhook(webhook.id))->enabled);
    bench.close();
    bench.open();
    QCOMPARE(awaited(bench->designer().webhook(webhook.id))->disabledReason,
             u"Every attempt failed for 2 days."_s);
    QVERIFY(awaited(bench->designer().setWebhookEnabled(webhook.id, true)));
    QVERIFY(awaited(bench->designer().webhook(webhook.id))->disabledReason.isEmpty());
    QVERIFY(awaited(bench->start()));
    const DeliveryId next = awaited(bench->simulator().send(failure(report)))->first().id;
    QTRY_COMPARE(toString(awaited(bench->deliveries().get(next))->delivery.state),
                 toString(DeliveryState::Retrying));
    QVERIFY(awaited(bench->designer().webhook(webhook.id))->enabled);
}

void DeliveryTest::goneSwitchesAWebhookOffUntilItIsSwitchedOn()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n");
    TestWorkbench bench;
    const Report report = savedReport(bench);
    Webhook webhook = savedWebhook(bench, report, receiver.url());
    webhook.policy = u"standard-webhooks"_s;
    QVERIFY(awaited(bench->designer().saveWebhook(webhook)));
    QVERIFY(awaited(bench->start()));
    QVERIFY(awaited(bench->simulator().send(failure(report))));
    QTRY_VERIFY(!awaited(bench->designer().webhook(webhook.id))->enabled);
    QVERIFY(awaited(bench->designer().webhook(webhook.id))->disabledReason.contains(u"410"_s));
    QVERIFY(!awaited(bench->simulator().send(failure(report))));
    QVERIFY(awaited(bench->designer().setWebhookEnabled(webhook.id, true)));
    QVERIFY(awaited(bench->simulator().send(failure(report))));
    QTRY_VERIFY(!awaited(bench->designer().webhook(webhook.id))->enabled);
    QCOMPARE(receiver.requests(), 2);
}

void DeliveryTest::publicOnlyBlocksLoopbackUntilItIsAllowed()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
    TestWorkbench bench;
    const Report report = savedReport(bench);
    Webhook webhook = savedWebhook(bench, report, receiver.url());
    webhook.policy = u"none"_s;
    QVERIFY(awaited(bench->designer().saveWebhook(webhook)));
    QVERIFY(awaited(bench->start()));
    for (const bool only : {true, false}) {
        QVERIFY(awaited(bench->destinations().setPublicOnly(only)));
        const DeliveryId id = awaited(bench->simulator().send(failure(report)))->first().id;
        const auto records = awaited(bench->deliveries().untilFinal({id}));
        QVERIFY(records);
        QCOMPARE(toString(*records->first().attempts.first().outcome),
                 toString(only ? Outcome::Blocked : Outcome::Success));
    }
    QCOMPARE(receiver.requests(), 1);
}

void DeliveryTest::anInterruptedAttemptIsUnknownWhateverTheProgramDoesNext()
{
    const RecordingReceiver receiver(Misbehaviour::Hang);
    TestWorkbench bench;
    const Report report = savedReport(bench);
    savedWebhook(bench, report, receiver.url());
    QVERIFY(awaited(bench->start()));
    const DeliveryId id = awaited(bench->simulator().send(failure(report)))->first().id;
    QTRY_COMPARE(receiver.requests(), 1);
    bench.close();
    bench.open();
    QVERIFY(awaited(bench->start({false, false})));
    QTRY_COMPARE(toString(awaited(bench->deliveries().get(id))->delivery.state),
                 toString(DeliveryState::Retrying));
    const DeliveryRecord record = awaited(bench->deliveries().get(id)).value();
    QCOMPARE(toString(*record.attempts.first().outcome), toString(Outcome::Unknown));
    QVERIFY(record.delivery.nextDueAt);
    bench->clock().jumpTo(*record.delivery.nextDueAt);
    QVERIFY(awaited(bench->dispatch().untilIdle()));
    QCOMPARE(receiver.requests(), 1);
    QVERIFY(awaited(bench->start()));
    QTRY_COMPARE(receiver.requests(), 2);
}

void DeliveryTest::eachAttemptOfTheSampleMeetsItsCapture()
{
    TestWorkbench bench;
    QVERIFY(awaited(makeSampleWorkspace(*bench)).value());
    QVERIFY(!awaited(makeSampleWorkspace(*bench)).value());
    ListenerConfig listener = awaited(bench->listening().list())->first().config;
    listener.port = 0;
    QVERIFY(awaited(bench->listening().update(listener)));
    QVERIFY(awaited(bench->start()));
    QTRY_VERIFY(bench->listening().url());
    const auto speed = bench->clock().speedForCommand(3600);
    const QList<Report> reports = awaited(bench->designer().reports()).value();
    for (const Report& report : reports) {
        if (report.provider != listing().key)
            continue;
        const auto sent = awaited(bench->simulator().send(failure(report)));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        const auto records = awaited(bench->deliveries().untilFinal({sent->first().id}));
        QVERIFY(records);
        QCOMPARE(toString(records->first().delivery.state), toString(DeliveryState::Delivered));
        QCOMPARE(records->first().attempts.size(), 4);
        const DeliveryId id = sent->first().id;
        for (int number = 1; number <= 4; ++number) {
            QTRY_VERIFY(awaited(bench->captures().captureOf(id, number)));
            const Capture capture =
                awaited(bench->captures().get(*awaited(bench->captures().captureOf(id, number)))).value();
            QCOMPARE(capture.body, records->first().delivery.request.body);
            QCOMPARE(capture.responseStatus, number < 4 ? 503 : 200);
        }
    }
}

void DeliveryTest::aReplayNamesItsSource()
{
    const RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
    TestWorkbench bench;
    const Report report = savedReport(bench);
    savedWebhook(bench, report, receiver.url());
    QVERIFY(awaited(bench->start()));
    const auto sent = awaited(bench->simulator().send(failure(report)));
    QVERIFY(sent);
    QVERIFY(awaited(bench->deliveries().untilFinal({sent->first().id})));
    for (const bool exact : {false, true}) {
        ReplayChoice choice;
        choice.source = sent->first().id.toString();
        choice.exact = exact;
        const auto replayed = awaited(bench->replayer().replay(choice));
        QVERIFY2(replayed, replayed ? "" : qPrintable(replayed.error().message));
        const auto records = awaited(bench->deliveries().untilFinal({replayed->first().id}));
        QVERIFY(records);
        QCOMPARE(toString(records->first().delivery.state), toString(DeliveryState::Delivered));
        QCOMPARE(records->first().delivery.replayOf, choice.source);
        QCOMPARE(records->first().attempts.size(), 1);
    }
    QCOMPARE(receiver.requests(), 3);
}

void DeliveryTest::aReplayIsTriedAsItsPolicySays()
{
    const RecordingReceiver receiver(Misbehaviour::Answer,
                                     "HTTP/1.1 503 Not Now\r\nContent-Length: 0\r\n\r\n");
    TestWorkbench bench;
    const Report report = savedReport(bench);
    savedWebhook(bench, report, receiver.url());
    QVERIFY(awaited(bench->start()));
    const auto sent = awaited(bench->simulator().send(failure(report)));
    QVERIFY(sent);
    const auto speed = bench->clock().speedForCommand(3600);
    RetryPolicy own;
    own.name = u"mine"_s;
    own.kind = RetryPolicy::Kind::Fixed;
    own.firstGap = std::chrono::seconds(10);
    own.count = 2;
    QVERIFY(awaited(bench->policies().put(own)));
    ReplayChoice choice;
    choice.source = sent->first().id.toString();
    const std::pair<QString, int> policies[] = {{{}, 1}, {u"none"_s, 1}, {u"fixed:5x3"_s, 4}, {own.name, 3}};
    for (const auto& [policy, attempts] : policies) {
        choice.policy = policy;
        const auto replayed = awaited(bench->replayer().replay(choice));
        QVERIFY2(replayed, replayed ? "" : qPrintable(replayed.error().message));
        QCOMPARE(replayed->first().plan.size(), attempts);
        const auto records = awaited(bench->deliveries().untilFinal({replayed->first().id}));
        QVERIFY(records);
        QCOMPARE(records->first().attempts.size(), attempts);
        QCOMPARE(records->first().delivery.policy.name, policy.isEmpty() ? u"none"_s : policy);
    }
    choice.policy = u"provider"_s;
    QCOMPARE(awaited(bench->replayer().replay(choice))->first().policy.name,
             bench->policies().named(u"provider"_s, report.provider)->name);
    choice.policy = u"nonsense"_s;
    QVERIFY(!awaited(bench->replayer().replay(choice)));
}

QTEST_GUILESS_MAIN(DeliveryTest)
#include "delivery_test.moc"
