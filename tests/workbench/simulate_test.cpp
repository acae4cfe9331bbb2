// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/recording_receiver.h"
#include "support/test_workbench.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/session/clock_control.h"
#include "workbench/simulate/simulator.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray accepted = "HTTP/1.1 204 No Content\r\n\r\n";

Report reportOf(TestWorkbench& bench, const QString& provider)
{
    Report report;
    report.provider = provider;
    return awaited(bench->designer().saveReport(report)).value();
}

Webhook webhookOf(TestWorkbench& bench, const Report& report, const QString& url)
{
    Webhook webhook;
    webhook.provider = report.provider;
    webhook.url = url;
    return awaited(bench->designer().saveWebhook(webhook)).value();
}

/// The last event of the provider, failing where it can.
EventChoice lastEventOf(const Report& report)
{
    const EventInfo event = builtInProviders().find(report.provider)->events.last();
    EventChoice choice;
    choice.report = report.id;
    choice.event = event.name;
    choice.outcome = event.outcomes.value(event.outcomes.size() - 1);
    choice.error = u"out of \"memory\" – Ω"_s;
    return choice;
}

ListenerView listening(TestWorkbench& bench)
{
    ListenerConfig config;
    config.port = 0;
    config.rules = {ReplyRule()};
    config.rules[0].name = u"own"_s;
    config.rules[0].replies = {Reply()};
    const ListenerId id = awaited(bench->listening().add(config)).value();
    return awaited(bench->listening().start(id)).value();
}

QStringList ruleNames(TestWorkbench& bench)
{
    QStringList names;
    const QList<ListenerView> views = awaited(bench->listening().list()).value();
    for (const ListenerView& view : views) {
        for (const ReplyRule& rule : view.config.rules)
            names << rule.name;
    }
    return names;
}

} // namespace

/// What a simulated event is beforehand, and what comes of it.
class SimulateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPreviewedIsWhatLeaves_data();
    void whatIsPreviewedIsWhatLeaves();
    void whatIsMadeLaterIsSaid();
    void furtherEventsHaveTaskIdsOfTheirOwnUnlessOneIsKept();
    void aWholeTaskTellsOfTheChosenTaskIdToTheChosenWebhooks();
    void theNewestDeliveryOfEachPairIsFound();
    void aBuiltInReceiverIsToldFromOneOutside();
    void theReceiverIsDownForTheRunAlone();
    void aRuleOfAnEarlierRunOfTheProgramGoesToo();
};

void SimulateTest::whatIsPreviewedIsWhatLeaves_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<HeaderList>("headers");
    for (const ProviderInfo& provider : builtInProviders().all()) {
        const auto add = [&](const QString& what, const QString& path, const QByteArray& token,
                             const HeaderList& headers) {
            QTest::addRow("%s, %s", qPrintable(provider.key), qPrintable(what))
                << provider.key << path << token << headers;
        };
        add(u"plain"_s, u"/hook"_s, {}, {});
        add(u"token, query"_s, u"/a%2Fb/../c?x=%20y&z"_s, "s3cret", {});
        add(u"own fields"_s, u"/"_s, "s3cret",
            {{{"X-Tenant", "a"}, {"User-Agent", "mine/1"}, {"Accept-Language", "de"}, {"X-Empty", ""}}});
        add(u"twice"_s, u"/hook"_s, {}, {{{"X-Twice", "1"}, {"x-twice", "2"}}});
        add(u"replacing"_s, u"/hook"_s, "s3cret",
            {{{"content-type", "text/plain"}, {"Accept-Encoding", "br"}, {"Authorization", "Own"}}});
    }
}

void SimulateTest::whatIsPreviewedIsWhatLeaves()
{
    QFETCH(QString, provider);
    QFETCH(QString, path);
    QFETCH(QByteArray, token);
    QFETCH(HeaderList, headers);
    const RecordingReceiver receiver(Misbehaviour::AnswerClose, accepted);
    TestWorkbench bench;
    const Report report = reportOf(bench, provider);
    Webhook webhook = webhookOf(bench, report, receiver.url(path));
    webhook.token = token;
    webhook.headers = headers;
    QVERIFY(awaited(bench->designer().saveWebhook(webhook)));
    QVERIFY(awaited(bench->start()));
    EventChoice choice = lastEventOf(report);
    choice.taskId = bench->simulator().newTaskId();
    choice.occursAt = bench->clock().realNow() - 5min;
    const auto preview = awaited(bench->simulator().preview(choice));
    QVERIFY2(preview, preview ? "" : qPrintable(preview.error().message));
    const RequestPreview request = preview->requests.first();
    QCOMPARE(request.problem, QString());
    QCOMPARE(request.laterFields, QList<QByteArray>());
    QVERIFY(!request.bodyIsMadeLater);
    const auto sent = awaited(bench->simulator().send(choice));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
    QVERIFY(awaited(bench->deliveries().untilFinal({sent->first().id})));
    QCOMPARE(receiver.connections().first().bytes, QByteArray(request.head + request.request.body));
}

void SimulateTest::whatIsMadeLaterIsSaid()
{
    TestWorkbench bench;
    const Report report = reportOf(bench, builtInProviders().all().last().key);
    webhookOf(bench, report, u"http://127.0.0.1:9/"_s);
    EventChoice choice = lastEventOf(report);
    QVERIFY(awaited(bench->simulator().preview(choice))->requests.first().bodyIsMadeLater);
    choice.taskId = u"mine"_s;
    const auto preview = awaited(bench->simulator().preview(choice));
    QVERIFY(!preview->requests.first().bodyIsMadeLater);
    QVERIFY(preview->payload.contains("mine"));
    choice.taskId.clear();
    choice.body = "own";
    QVERIFY(!awaited(bench->simulator().preview(choice))->requests.first().bodyIsMadeLater);
}

void SimulateTest::furtherEventsHaveTaskIdsOfTheirOwnUnlessOneIsKept()
{
    TestWorkbench bench;
    const Report report = reportOf(bench, builtInProviders().all().last().key);
    webhookOf(bench, report, u"{listener}/x"_s);
    QVERIFY(awaited(bench->start()));
    EventChoice choice = lastEventOf(report);
    choice.taskId = u"task-7"_s;
    choice.count = 3;
    for (const bool same : {false, true}) {
        choice.sameTaskId = same;
        const auto sent = awaited(bench->simulator().send(choice));
        QCOMPARE(sent->size(), 3);
        QSet<QByteArray> bodies;
        for (const Delivery& delivery : *sent)
            bodies << delivery.request.body;
        QVERIFY(sent->first().request.body.contains("task-7"));
        QCOMPARE(bodies.size(), same ? 1 : 3);
    }
}

void SimulateTest::aWholeTaskTellsOfTheChosenTaskIdToTheChosenWebhooks()
{
    TestWorkbench bench;
    const Report report = reportOf(bench, builtInProviders().all().first().key);
    const Webhook one = webhookOf(bench, report, u"{listener}/one"_s);
    const Webhook two = webhookOf(bench, report, u"{listener}/two"_s);
    QVERIFY(awaited(bench->start()));
    const QStringList events{builtInProviders().all().first().events.first().name,
                             builtInProviders().all().first().events.last().name};
    TaskChoice choice;
    choice.report = report.id;
    choice.duration = 10ms;
    choice.webhooksOf = {{events[0], {}}, {events[1], {two.id}}};
    QPromise<Result<QList<Delivery>>> ended;
    ended.start();
    connect(bench->simulator().run(choice), &TaskRun::finished, this, [&ended](const auto& deliveries) {
        ended.addResult(deliveries);
        ended.finish();
    });
    const auto deliveries = awaited(Answer<QList<Delivery>>(ended.future()));
    QVERIFY(deliveries);
    QCOMPARE(deliveries->size(), 1);
    QVERIFY(deliveries->first().webhook == two.id && deliveries->first().event == events[1]);
    QVERIFY(one.id != two.id);
}

void SimulateTest::theNewestDeliveryOfEachPairIsFound()
{
    TestWorkbench bench;
    const Report report = reportOf(bench, builtInProviders().all().last().key);
    const Webhook webhook = webhookOf(bench, report, u"{listener}/x"_s);
    QVERIFY(awaited(bench->start()));
    const EventChoice choice = lastEventOf(report);
    QVERIFY(awaited(bench->simulator().send(choice)));
    const auto last = awaited(bench->simulator().send(choice));
    const EventPair sent{webhook.id, choice.event};
    const EventPair other{webhook.id, builtInProviders().find(report.provider)->events.first().name};
    const auto newest = awaited(bench->simulator().newestOf({sent, other}));
    QCOMPARE(newest->keys(), QList<EventPair>{sent});
    QVERIFY(newest->value(sent).delivery.id == last->first().id);
}

void SimulateTest::aBuiltInReceiverIsToldFromOneOutside()
{
    ListenerView view;
    view.config.id = ListenerId{1};
    view.running = true;
    view.port = 8717;
    const QList<ListenerView> views{view};
    const BuiltInReceiver there{ListenerId{1}, u"/hook"_s};
    QVERIFY(builtInReceiver(u"http://127.0.0.1:8717/hook?x=1"_s, views) == there);
    QVERIFY(builtInReceiver(u"http://localhost:8717/hook"_s, views) == there);
    QVERIFY(!builtInReceiver(u"https://127.0.0.1:8717/hook"_s, views));
    QVERIFY(!builtInReceiver(u"http://127.0.0.1:8718/hook"_s, views));
    QVERIFY(!builtInReceiver(u"http://example.org:8717/hook"_s, views));
    QVERIFY(!builtInReceiver(u"{listener}/hook"_s, views));
    view.running = false;
    QVERIFY(!builtInReceiver(u"http://127.0.0.1:8717/hook"_s, {view}));
}

void SimulateTest::theReceiverIsDownForTheRunAlone()
{
    TestWorkbench bench;
    const Report report = reportOf(bench, builtInProviders().all().last().key);
    QVERIFY(awaited(bench->start()));
    listening(bench);
    const Webhook inside = webhookOf(bench, report, u"{listener}/hook"_s);
    const Webhook outside = webhookOf(bench, report, u"http://127.0.0.1:%1/outside"_s.arg(closedPort()));
    EventChoice choice = lastEventOf(report);
    choice.receiver = ReceiverBehaviour::Down;
    choice.webhooks = {outside.id};
    QVERIFY(awaited(bench->simulator().send(choice)));
    QCOMPARE(ruleNames(bench), QStringList{u"own"_s});
    choice.webhooks = {inside.id};
    for (int run = 0; run < 2; ++run) { // the second one begins its ten minutes anew
        const auto sent = awaited(bench->simulator().send(choice));
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().message));
        QCOMPARE(ruleNames(bench), QStringList({u"Down for 10 min (simulated)"_s, u"own"_s}));
        QTRY_COMPARE(awaited(bench->deliveries().get(sent->first().id))->attempts.value(0).status, 503);
        bench->clock().runUntilFinal(true);
        const auto records = awaited(bench->deliveries().untilFinal({sent->first().id}));
        bench->clock().runUntilFinal(false);
        const DeliveryRecord record = records->first();
        QCOMPARE(toString(record.delivery.state), toString(DeliveryState::Delivered));
        for (const Attempt& attempt : record.attempts) {
            const bool down = attempt.startedClock - record.attempts.first().startedClock < 10min;
            QCOMPARE(attempt.status, down ? 503 : 200);
        }
        QVERIFY(record.attempts.size() > 2);
        QTRY_COMPARE(ruleNames(bench), QStringList{u"own"_s});
    }
}

void SimulateTest::aRuleOfAnEarlierRunOfTheProgramGoesToo()
{
    TestWorkbench bench;
    const Report report = reportOf(bench, builtInProviders().all().last().key);
    QVERIFY(awaited(bench->start()));
    listening(bench);
    webhookOf(bench, report, u"{listener}/hook"_s);
    EventChoice choice = lastEventOf(report);
    choice.receiver = ReceiverBehaviour::Resets;
    const auto sent = awaited(bench->simulator().send(choice));
    QTRY_COMPARE(awaited(bench->deliveries().get(sent->first().id))->attempts.size(), 1);
    QCOMPARE(ruleNames(bench).size(), 2);
    bench.close();
    bench.open();
    QCOMPARE(ruleNames(bench).size(), 2);
    QVERIFY(awaited(bench->start()));
    QVERIFY(awaited(bench->deliveries().cancel(sent->first().id)));
    QTRY_COMPARE(ruleNames(bench), QStringList{u"own"_s});
}

QTEST_GUILESS_MAIN(SimulateTest)
#include "simulate_test.moc"
