// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_workbench.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/inspect/rule_words.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/session/clock_control.h"

#include <QTcpSocket>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ReplyRule downFor(int times)
{
    ReplyRule rule;
    rule.name = u"down"_s;
    rule.times = times;
    rule.replies = {Reply()};
    rule.replies.first().status = 503;
    return rule;
}

/// What the listener answers to one request; 0: nothing.
int ask(const ListenerView& listener)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, listener.port);
    socket.write("POST /hook HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 30'000))
        return 0;
    return socket.readAll().mid(9, 3).toInt();
}

} // namespace

/// What the rules of a remembered listener have come to.
class ListeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<TestWorkbench>();
        QVERIFY(awaited(m_bench->operator->()->start()));
    }
    void cleanup() { m_bench.reset(); }
    void countsOutliveARestart_data();
    void countsOutliveARestart();
    void countsOutliveAnEditOfTheListener();
    void resetHitsBeginsAnew_data();
    void resetHitsBeginsAnew();
    void aCaptureSaysWhichOfItsRulesRequestsItWas();
    void aRequestThatNoRuleAnsweredNamesTheNearest();
    void aCommandsListenerBeginsAtNothing();
    void aRuleForATimeEndsOnTheWorkbenchsClock();

private:
    Listening& listening() { return (*m_bench)->listening(); }
    ListenerView started(const QList<ReplyRule>& rules)
    {
        ListenerConfig config;
        config.name = u"Here"_s;
        config.port = 0;
        config.rules = rules;
        m_id = awaited(listening().add(config)).value_or(ListenerId());
        return awaited(listening().start(m_id)).value_or(ListenerView());
    }
    /// As last heard.
    QList<qint64> hits()
    {
        QList<qint64> all;
        for (const ListenerView& view : awaited(listening().list()).value_or(QList<ListenerView>())) {
            for (const RuleProgress& progress :
                 view.config.id == m_id ? view.ruleProgress : QList<RuleProgress>())
                all << progress.hits;
        }
        return all;
    }

    std::unique_ptr<TestWorkbench> m_bench;
    ListenerId m_id;
};

void ListeningTest::countsOutliveARestart_data()
{
    QTest::addColumn<bool>("program");
    QTest::newRow("of the listener") << false;
    QTest::newRow("of the program") << true;
}

void ListeningTest::countsOutliveARestart()
{
    QFETCH(const bool, program);
    const ListenerView before = started({downFor(3)});
    QCOMPARE(ask(before), 503);
    QCOMPARE(ask(before), 503);
    if (program) {
        m_bench->close();
        m_bench->open();
        QVERIFY(awaited((*m_bench)->start()));
    } else {
        QVERIFY(awaited(listening().stop(m_id)));
        QCOMPARE(hits(), QList<qint64>{2});
    }
    const auto again = awaited(listening().start(m_id));
    QVERIFY(again);
    QCOMPARE(again->ruleProgress.value(0).hits, 2);
    QCOMPARE(ask(*again), 503);
    QCOMPARE(ask(*again), 200);
    QTRY_COMPARE(hits(), QList<qint64>{3});
}

void ListeningTest::countsOutliveAnEditOfTheListener()
{
    ListenerView view = started({downFor(2)});
    QCOMPARE(ask(view), 503);
    ReplyRule other;
    other.match.path = u"/elsewhere"_s;
    view.config.rules.prepend(other);
    QVERIFY(awaited(listening().update(view.config)));
    QTRY_COMPARE(hits(), (QList<qint64>{0, 1}));
    view.config.rules.last().times = 3;
    QVERIFY(awaited(listening().update(view.config)));
    QVERIFY(awaited(listening().stop(m_id)));
    view.config.rules.removeFirst();
    QVERIFY(awaited(listening().update(view.config)));
    view = awaited(listening().start(m_id)).value();
    QCOMPARE((QList<int>{ask(view), ask(view), ask(view)}), (QList<int>{503, 503, 200}));
}

void ListeningTest::resetHitsBeginsAnew_data()
{
    QTest::addColumn<bool>("running");
    QTest::addColumn<bool>("all");
    for (const bool running : {false, true}) {
        for (const bool all : {false, true})
            QTest::addRow("%s, %s", running ? "running" : "stopped", all ? "all" : "one") << running << all;
    }
}

void ListeningTest::resetHitsBeginsAnew()
{
    QFETCH(const bool, running);
    QFETCH(const bool, all);
    ReplyRule rest;
    rest.replies = {Reply()};
    ListenerView view = started({downFor(1), rest});
    QCOMPARE((QList<int>{ask(view), ask(view)}), (QList<int>{503, 200}));
    if (!running)
        QVERIFY(awaited(listening().stop(m_id)));
    QVERIFY(awaited(listening().resetRules(m_id, all ? std::nullopt : std::optional(0))));
    QTRY_COMPARE(hits(), (QList<qint64>{0, all ? 0 : 1}));
    m_bench->close();
    m_bench->open();
    QVERIFY(awaited((*m_bench)->start()));
    QCOMPARE(hits(), (QList<qint64>{0, all ? 0 : 1}));
    view = awaited(listening().start(m_id)).value();
    QCOMPARE(ask(view), 503);
}

/// As the rule counts: on over an edit, another program and a restart, until its hits are reset.
void ListeningTest::aCaptureSaysWhichOfItsRulesRequestsItWas()
{
    ListenerView view = started({downFor(2)});
    QCOMPARE(ask(view), 503);
    view.config.rules.first().times = 5;
    QVERIFY(awaited(listening().update(view.config)));
    QTRY_COMPARE(hits(), QList<qint64>{1});
    QCOMPARE(ask(view), 503);
    m_bench->close();
    m_bench->open();
    QVERIFY(awaited((*m_bench)->start()));
    view = awaited(listening().start(m_id)).value();
    QCOMPARE(ask(view), 503);
    QVERIFY(awaited(listening().resetRules(m_id, std::nullopt)));
    view.config.rules.first().times.reset();
    QVERIFY(awaited(listening().update(view.config)));
    QCOMPARE(ask(view), 503);
    view.config.rules.clear();
    QVERIFY(awaited(listening().update(view.config)));
    QCOMPARE(ask(view), 200);
    const auto captures = awaited((*m_bench)->captures().list());
    QVERIFY(captures);
    QStringList said;
    for (const Capture& capture : *captures)
        said.prepend(ruleAndHit(capture.answeringRule()));
    const QString rule = u"the reply rule “down”, request %1"_s;
    QCOMPARE(said, (QStringList{rule.arg(u"1 of 2"_s), rule.arg(u"2 of 5"_s), rule.arg(u"3 of 5"_s),
                                rule.arg(1), QString()}));
}

void ListeningTest::aRequestThatNoRuleAnsweredNamesTheNearest()
{
    ReplyRule gets = downFor(1);
    gets.name = u"gets"_s;
    gets.match.method = u"GET"_s;
    const ListenerView view = started({gets, downFor(1)});
    Inspecting& inspecting = (*m_bench)->inspecting();
    const auto trial = [&] { return awaited(inspecting.tryRules(m_id, view.config.rules, {})); };
    QVERIFY(!trial());
    QCOMPARE((QList<int>{ask(view), ask(view)}), (QList<int>{503, 200}));
    const auto captures = awaited((*m_bench)->captures().list());
    QCOMPARE(captures->size(), 2);
    const auto none = awaited(inspecting.nearestRules(captures->last().id));
    QVERIFY(none && none->isEmpty());
    const auto nearest = awaited(inspecting.nearestRules(captures->first().id));
    QVERIFY(nearest && nearest->size() == 2);
    QCOMPARE(nearest->at(0), (PassedOverRule{u"down"_s, {u"it had answered all it answers (1)"_s}}));
    QCOMPARE(nearest->at(1), (PassedOverRule{u"gets"_s, {u"the method is POST, the rule wants GET"_s}}));
    QCOMPARE(awaited(inspecting.ofCapture(captures->first().id))->nearest, *nearest);
    QCOMPARE(trial()->request.id, captures->first().id);
    QCOMPARE(trial()->rule, u"down"_s); // with no hits yet
}

void ListeningTest::aCommandsListenerBeginsAtNothing()
{
    ListenerConfig config;
    config.port = 0;
    config.rules = {downFor(1)};
    for (int i = 0; i < 2; ++i) {
        const auto view = awaited(listening().startAdHoc(config));
        QVERIFY(view);
        QCOMPARE(ask(*view), 503);
        QCOMPARE(ask(*view), 200);
        QVERIFY(awaited(listening().stopAdHoc(view->config.id)));
    }
}

void ListeningTest::aRuleForATimeEndsOnTheWorkbenchsClock()
{
    ReplyRule rule = downFor(1);
    rule.times.reset();
    rule.forTime = 1h;
    const ListenerView view = started({rule});
    QCOMPARE(ask(view), 503);
    (*m_bench)->clock().setSpeed(1'000'000);
    QTRY_COMPARE(ask(view), 200);
}

QTEST_GUILESS_MAIN(ListeningTest)
#include "listening_test.moc"
