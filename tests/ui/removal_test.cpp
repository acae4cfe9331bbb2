// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/capture_actions.h"
#include "ui/captures/listener_bar.h"
#include "ui/captures/rules_pane.h"
#include "ui/lists/bulk_bar.h"
#include "ui/lists/everything_question.h"
#include "ui/lists/saved_filters.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/inspect/importer.h"
#include "workbench/inspect/marks.h"
#include "workbench/listen/captures.h"
#include "workbench/listen/listening.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTcpSocket>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What is removed on the pages of traffic can be brought back, or was asked about.
class RemovalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void capturesComeBack();
    void allThatMatchComeBack();
    void withoutAFilterItAsksFirst();
    void manyShowHowFarTheyAre();
    void deliveriesComeBackButWhatIsBeingSentStays();
    void aListenerComesBack();
    void aRuleComesBack();
    void aWebhookWithoutSecretsComesBack();
    void aWebhooksSecretsAreForgottenWithIt();
    void aWorkspaceThatIsTakenAwayIsTold();

private:
    void pressForAll();
    WebhookId addWebhook(const QByteArray& token);
    QByteArray sentTokenOf(DeliveryId id)
    {
        QByteArray values;
        if (const auto record = waitFor(workbench().deliveries().get(id))) {
            for (const Header& field : record->delivery.request.headers.fields)
                values += field.value + '\n';
        }
        return values;
    }
    QWidget& page() { return *m_session->window().currentPage(); }
    QTableView& captures() { return *page().findChild<QTableView*>(u"capturesTable"_s); }
    UndoBar& undo() { return *page().findChild<UndoBar*>(); }
    Workbench& workbench() { return m_session->workbench(); }
    void press(const QString& action, const QObject& within);
    void receive(int count);
    QList<ListenerView> listeners()
    {
        return waitFor(workbench().listening().list()).value_or(QList<ListenerView>());
    }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void RemovalTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    ReplyRule first;
    first.name = u"first"_s;
    QVERIFY(m_session->startListening({first}));
    m_session->openWindow();
    m_session->window().go(u"captures"_s);
    QVERIFY(showActive(m_session->window()));
}

/// An action by its text.
void RemovalTest::press(const QString& text, const QObject& within)
{
    for (QAction* action : within.findChildren<QAction*>()) {
        if (action->text() == text && action->isEnabled())
            return action->trigger();
    }
    QFAIL(qPrintable(text));
}

void RemovalTest::receive(int count)
{
    const int before = captures().model()->rowCount();
    for (int i = 0; i < count; ++i) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, listeners().first().port);
        socket.write("POST /hook HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 15\r\n\r\n"
                     "{\"trigger\":\"x\"}");
        QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    }
    QTRY_VERIFY(captures().model()->rowCount() > before);
    m_session->window().currentPage()->go({u"c%1"_s.arg(count)}); // those that wait are shown
    QTRY_COMPARE(captures().model()->rowCount(), before + count);
}

void RemovalTest::capturesComeBack()
{
    receive(3);
    const auto all = [this] {
        return waitFor(workbench().captures().list({.bodies = true})).value_or(QList<Capture>());
    };
    QTRY_VERIFY(std::ranges::all_of(all(), [](const Capture& one) { return one.timings.write.has_value(); }));
    const QList<Capture> before = all();
    QCOMPARE(before.size(), 3);
    captures().selectRow(1);
    captures().setFocus();
    QTest::keyClick(&captures(), Qt::Key_Delete);
    QTRY_COMPARE(captures().model()->rowCount(), 2);
    QTRY_VERIFY(undo().offering());
    QCOMPARE(waitFor(workbench().captures().count()).value_or(-1), 2);
    QTest::keyClick(&captures(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(captures().model()->rowCount(), 3);
    QCOMPARE(all(), before);
    captures().selectAll();
    QTest::keyClick(&captures(), Qt::Key_Delete);
    QTRY_COMPARE(captures().model()->rowCount(), 0);
    QTRY_VERIFY(undo().offering());
    undo().dismiss();
    QCOMPARE(waitFor(workbench().captures().count()).value_or(-1), 0);
}

void RemovalTest::allThatMatchComeBack()
{
    receive(3);
    QVERIFY(waitFor(workbench().rows().marks.change({CaptureId{1}}, {MarkColour::Red, {}})));
    m_session->window().currentPage()->go(placeOfFilter(u"not is:marked"_s));
    QTRY_COMPARE(captures().model()->rowCount(), 2);
    press(u"Remove all that match"_s, *page().findChild<CaptureActions*>());
    QTRY_COMPARE(waitFor(workbench().captures().count()).value_or(-1), 1);
    QTRY_VERIFY(undo().offering());
    undo().undo();
    QTRY_COMPARE(waitFor(workbench().captures().count()).value_or(-1), 3);
    QTRY_COMPARE(captures().model()->rowCount(), 2);
}

/// Without a filter that is everything, and is asked for first.
void RemovalTest::pressForAll()
{
    press(u"Remove all that match"_s, *page().findChild<CaptureActions*>());
    EverythingQuestion* question = nullptr;
    QTRY_VERIFY(question = m_session->window().findChild<EverythingQuestion*>());
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    for (QAbstractButton* button : question->buttons()) {
        if (button->text() == u"&Remove all")
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

void RemovalTest::withoutAFilterItAsksFirst()
{
    receive(2);
    press(u"Remove all that match"_s, *page().findChild<CaptureActions*>());
    EverythingQuestion* question = nullptr;
    QTRY_VERIFY(question = m_session->window().findChild<EverythingQuestion*>());
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Return); // as somebody who does not read it
    QTRY_VERIFY(!m_session->window().findChild<EverythingQuestion*>());
    QCOMPARE(waitFor(workbench().captures().count()).value_or(-1), 2);
    pressForAll();
    QTRY_COMPARE(waitFor(workbench().captures().count()).value_or(-1), 0);
}

/// In the window's own time: it goes on painting, and "Stop" stops.
void RemovalTest::manyShowHowFarTheyAre()
{
    constexpr int count = 3'000;
    QByteArray commands;
    for (int i = 0; i < count; ++i)
        commands += "curl http://127.0.0.1/hook -d '{\"event\":\"report.failed\"}'\n";
    const auto imported = waitFor(workbench().importer().take(ImportFormat::Curl, commands));
    QVERIFY2(imported && imported->captures.size() == count,
             imported ? "too few" : qPrintable(imported.error().message));
    auto* bar = page().findChild<BulkBar*>();
    auto* stop = bar->findChild<QPushButton*>(u"bulkStop"_s);
    pressForAll();
    QTRY_VERIFY(bar->isVisible() && stop->isVisible());
    stop->click();
    QTRY_VERIFY(!stop->isVisible());
    const qint64 left = waitFor(workbench().captures().count()).value_or(-1);
    QVERIFY2(left > 0 && left < count, qPrintable(QString::number(left)));
    QTRY_VERIFY(undo().offering());
    undo().undo();
    QTRY_COMPARE_WITH_TIMEOUT(waitFor(workbench().captures().count()).value_or(-1), count, 30'000);
    pressForAll();
    QTRY_COMPARE_WITH_TIMEOUT(waitFor(workbench().captures().count()).value_or(-1), 0, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(captures().model()->rowCount(), 0, 30'000);
}

/// What still has attempts before it stays, and that is said.
void RemovalTest::deliveriesComeBackButWhatIsBeingSentStays()
{
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.name = u"Hook"_s;
    webhook.url = u"{listener}/in"_s;
    webhook.policy = u"none"_s;
    const Webhook stored = waitFor(workbench().designer().saveWebhook(webhook)).value();
    const auto sent = waitFor(workbench().simulator().sendTest(stored.id));
    QVERIFY(sent && waitFor(workbench().deliveries().untilFinal({sent->id})));
    webhook = stored;
    webhook.url = u"http://127.0.0.1:1/nobody"_s;
    webhook.policy = u"fixed:3600x5"_s;
    QVERIFY(waitFor(workbench().designer().saveWebhook(webhook)));
    const auto open = waitFor(workbench().simulator().sendTest(stored.id));
    QVERIFY(open);
    m_session->window().go(u"deliveries"_s);
    auto* list = page().findChild<QTableView*>(u"deliveriesTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, 10'000);
    const auto before = waitFor(workbench().deliveries().get(sent->id));
    list->selectAll();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_VERIFY(undo().offering());
    const QList<QLabel*> labels = undo().findChildren<QLabel*>();
    QVERIFY(
        std::ranges::any_of(labels, [](const QLabel* label) { return label->text().contains(u"1 stay"_s); }));
    QVERIFY(waitFor(workbench().deliveries().get(open->id)));
    QVERIFY(!waitFor(workbench().deliveries().get(sent->id)));
    undo().undo();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(waitFor(workbench().deliveries().get(sent->id)), before);
}

void RemovalTest::aListenerComesBack()
{
    const ListenerConfig before = listeners().first().config;
    auto* bar = page().findChild<ListenerBar*>();
    QTRY_VERIFY(bar->chosen());
    press(u"Remove"_s, *bar);
    QTRY_VERIFY(listeners().isEmpty());
    QTRY_VERIFY(undo().offering());
    undo().undo();
    QTRY_COMPARE(listeners().size(), 1);
    QCOMPARE(listeners().first().config.name, before.name);
    QCOMPARE(listeners().first().config.rules, before.rules);
}

void RemovalTest::aRuleComesBack()
{
    auto* rules = page().findChild<QTableView*>(u"rulesTable"_s);
    QVERIFY(rules);
    QTRY_COMPARE(rules->model()->rowCount(), 1);
    rules->selectRow(0);
    rules->setFocus();
    QTest::keyClick(rules, Qt::Key_Delete);
    QTRY_COMPARE(rules->model()->rowCount(), 0);
    QTRY_VERIFY(listeners().first().config.rules.isEmpty());
    undo().undo();
    QCOMPARE(rules->model()->rowCount(), 1);
    QTRY_COMPARE(listeners().first().config.rules.size(), 1);
    QCOMPARE(listeners().first().config.rules.first().name, u"first"_s);
}

/// Selected on its page.
WebhookId RemovalTest::addWebhook(const QByteArray& token)
{
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.name = u"Hook"_s;
    webhook.url = u"{listener}/in"_s;
    webhook.token = token;
    webhook.policy = u"none"_s;
    const WebhookId id = waitFor(workbench().designer().saveWebhook(webhook)).value_or(Webhook()).id;
    m_session->window().go(u"webhooks"_s);
    const auto* table = page().findChild<QTableView*>(u"webhooks"_s);
    (void)QTest::qWaitFor([&] { return table && table->currentIndex().isValid(); }, 30'000);
    return id;
}

void RemovalTest::aWebhookWithoutSecretsComesBack()
{
    const WebhookId id = addWebhook({});
    press(u"Delete webhook"_s, page());
    QTRY_VERIFY(!waitFor(workbench().designer().webhook(id)));
    QTRY_VERIFY(undo().offering());
    undo().undo();
    QTRY_VERIFY(waitFor(workbench().designer().webhook(id)));
}

void RemovalTest::aWebhooksSecretsAreForgottenWithIt()
{
    const WebhookId id = addWebhook("TOKENSECRET");
    const auto sent = waitFor(workbench().simulator().sendTest(id));
    QVERIFY(sent.has_value());
    QVERIFY(waitFor(workbench().deliveries().untilFinal({sent->id})));
    QVERIFY2(sentTokenOf(sent->id).contains("TOKENSECRET"), sentTokenOf(sent->id));
    press(u"Delete webhook"_s, page());
    auto* const asked = page().findChild<QMessageBox*>(u"removeWebhook"_s);
    QTRY_VERIFY(asked && asked->isVisible());
    QVERIFY(waitFor(workbench().designer().webhook(id)));
    asked->checkBox()->click();
    for (QAbstractButton* button : asked->buttons()) {
        if (button->text() == u"&Delete")
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!waitFor(workbench().designer().webhook(id)), 30'000);
    QVERIFY2(sentTokenOf(sent->id).contains("***********"), sentTokenOf(sent->id));
    QVERIFY(!undo().offering());
}

void RemovalTest::aWorkspaceThatIsTakenAwayIsTold()
{
    QVERIFY(QFile::remove(workbench().path()));
    auto& notice = m_session->window().notice();
    QTRY_VERIFY_WITH_TIMEOUT(!notice.isHidden(), 10'000);
    const QList<QLabel*> labels = notice.findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().contains(u"deleted or moved away"_s); }));
}

QTEST_MAIN(RemovalTest)
#include "removal_test.moc"
