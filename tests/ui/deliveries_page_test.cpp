// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/deliveries/state_filter.h"
#include "ui/inspect/attempt_view.h"
#include "ui/inspect/hand_on_dialog.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/shell/status_line.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/paged_text.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replayer.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"
#include "workbench/inspect/row_removals.h"
#include "workbench/listen/captures.h"
#include "workbench/session/clock_control.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTcpServer>

using namespace hookworks;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// List, timeline and inspector of Deliveries tell the same, live, under filters too; replays and copies say
/// what they are.
class DeliveriesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void ringAndInspectorFollowTheNewestAttempt();
    void whatIsInspectedStays();
    void anAttemptThatIsReadStays();
    void aRefusedTestIsToldAsRefused();
    void rowsThatNoLongerMatchLeave();
    void rowsThatMatchByNowComeIn();
    void comingFromElsewhereTheFilterGivesWay();
    void curlIsCopiedMaskedOrWithSecrets();
    void whatIsExportedIsShownFirst();
    void aReplayLooksLikeOneAndLeadsToItsSource();
    void aReplayFollowsTheChosenPolicy();
    void capturesComeAndGoUnderAFilterLive();

private:
    template <class T>
    T* part(const QString& name = {})
    {
        return m_session->window().currentPage()->findChild<T*>(name);
    }
    void open(const QString& page)
    {
        m_session->window().go(page);
        QVERIFY(showActive(m_session->window()));
    }
    Workbench& bench() { return m_session->workbench(); }
    Webhook webhook(const QString& url, const QString& policy);
    DeliveryId sent(const Webhook& webhook) { return waitFor(bench().simulator().sendTest(webhook))->id; }
    /// Once the attempt before has ended.
    bool retried(DeliveryId id)
    {
        return QTest::qWaitFor([&] { return waitFor(bench().deliveries().retryNow(id)).has_value(); },
                               10'000);
    }
    /// One of the segments at the page's head.
    void chooseState(const QString& words)
    {
        for (auto* segment :
             m_session->window().findChild<StateFilter*>()->findChildren<QAbstractButton*>()) {
            if (segment->text() == words)
                return segment->click();
        }
        QFAIL(qPrintable(words));
    }
    TimelineView& timeline() { return *part<TimelineView>(); }
    QTableView& table() { return *part<QTableView>(u"deliveriesTable"_s); }
    QString rowText(int column) { return table().currentIndex().siblingAtColumn(column).data().toString(); }
    /// The attempt that the inspector's title names; 0: none.
    int shownAttempt();
    QPlainTextEdit& requestSent();
    QString closedPort();

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void DeliveriesPageTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
}

QString DeliveriesPageTest::closedPort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return {};
    return u"http://127.0.0.1:%1/hook"_s.arg(server.serverPort());
}

Webhook DeliveriesPageTest::webhook(const QString& url, const QString& policy)
{
    Webhook made;
    for (const ProviderInfo& provider : builtInProviders().all()) {
        if (!provider.authLabel.isEmpty())
            made.provider = provider.key;
    }
    made.url = url;
    made.policy = policy;
    made.token = "s3cr3t-t0ken";
    return waitFor(bench().designer().saveWebhook(made)).value_or(Webhook());
}

int DeliveriesPageTest::shownAttempt()
{
    static const QRegularExpression pattern(u"^Attempt (\\d+)"_s);
    for (const auto* widget : part<AttemptView>()->findChildren<QWidget*>()) {
        if (const auto match = pattern.match(widget->accessibleName()); match.hasMatch())
            return match.captured(1).toInt();
    }
    return 0;
}

QPlainTextEdit& DeliveriesPageTest::requestSent()
{
    for (auto* view : part<AttemptView>()->findChildren<QPlainTextEdit*>()) {
        if (view->accessibleName() == u"Request sent")
            return *view;
    }
    qFatal("the attempt shows no request");
}

void DeliveriesPageTest::ringAndInspectorFollowTheNewestAttempt()
{
    open(u"deliveries"_s);
    bench().clock().setSpeed(3600);
    const DeliveryId id = sent(webhook(closedPort(), u"fixed:3600x4"_s));
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(rowText(3), u"5 / 5"_s, 20'000);
    QTRY_COMPARE(shownAttempt(), 5);
    QVERIFY(timeline().timelineCursor().lane());
    QCOMPARE(timeline().timelineCursor().lane()->delivery, id);
    QCOMPARE(timeline().timelineCursor().mark()->number, 5);
    QVERIFY(timeline().viewport()->rect().contains(
        timeline().placeRect(timeline().timelineCursor().place()).center()));
    QVERIFY(table().selectionModel()->isSelected(table().currentIndex()));
}

/// Enter opens the newest attempt in the inspector; the next one does not take its place.
void DeliveriesPageTest::whatIsInspectedStays()
{
    open(u"deliveries"_s);
    const DeliveryId id = sent(webhook(closedPort(), u"fixed:3600x4"_s));
    QTRY_COMPARE(rowText(0), u"Retrying"_s);
    QTRY_COMPARE(shownAttempt(), 1);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    auto* inspected = part<QLabel>(u"inspectedId"_s);
    QTRY_VERIFY(inspected->isVisible());
    const QString title = inspected->text();
    QVERIFY2(title.contains(u"attempt 1"_s), qPrintable(title));
    QVERIFY(retried(id));
    QTRY_COMPARE(rowText(3), u"2 / 5"_s);
    QTRY_VERIFY(waitFor(bench().deliveries().get(id))->attempts.last().outcome == Outcome::Refused);
    QCOMPARE(inspected->text(), title);
    QTest::keyClick(part<AttemptView>()->focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(!inspected->isVisible());
}

void DeliveriesPageTest::anAttemptThatIsReadStays()
{
    open(u"deliveries"_s);
    const DeliveryId id = sent(webhook(closedPort(), u"fixed:3600x4"_s));
    QTRY_COMPARE(rowText(0), u"Retrying"_s);
    timeline().setFocus();
    QVERIFY(retried(id));
    QTRY_COMPARE(timeline().timelineCursor().mark()->number, 2);
    QTRY_COMPARE(shownAttempt(), 2);
    QTest::keyClick(&timeline(), Qt::Key_Home);
    QTRY_COMPARE(shownAttempt(), 1);
    for (int more = 3; more <= 4; ++more) {
        QVERIFY(retried(id));
        QTRY_COMPARE(rowText(3), u"%1 / 5"_s.arg(more));
    }
    QCOMPARE(shownAttempt(), 1);
    QCOMPARE(timeline().timelineCursor().mark()->number, 1);
    QTest::keyClick(&timeline(), Qt::Key_End); // a planned one
    QTRY_VERIFY(shownAttempt() > 4);
    QCOMPARE(timeline().timelineCursor().mark()->number, shownAttempt());
}

void DeliveriesPageTest::aRefusedTestIsToldAsRefused()
{
    sent(webhook(closedPort(), u"none"_s));
    open(u"deliveries"_s);
    QTRY_COMPARE(table().model()->rowCount(), 1);
    open(u"webhooks"_s);
    auto* list = part<QTableView>(u"webhooks"_s);
    QTRY_VERIFY(list->currentIndex().isValid());
    QStringList told;
    connect(m_session->window().currentPage(), &PageWidget::said, this,
            [&told](const QString& words) { told << words; });
    part<QPushButton>(u"sendTest"_s)->menu()->actions().first()->trigger();
    QTRY_COMPARE(told.size(), 1);
    for (auto* button : m_session->window().currentPage()->findChildren<QPushButton*>()) {
        if (button->text() == u"Show the delivery"_s && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_session->window().currentKey(), u"deliveries"_s);
    QVERIFY2(told.last().startsWith(u"The test was refused: "_s), qPrintable(told.last()));
    QVERIFY(!told.contains(u"Test sent"_s));
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QTRY_COMPARE(table().currentIndex().row(), 0);
    QVERIFY(table().selectionModel()->isSelected(table().currentIndex()));
    QTRY_COMPARE(timeline().timelineCursor().lane()->delivery.number, 2);
    QTRY_COMPARE(shownAttempt(), 1);
    QTRY_COMPARE(requestSent().toPlainText(), u"Nothing of the request was sent."_s);
}

void DeliveriesPageTest::rowsThatNoLongerMatchLeave()
{
    open(u"deliveries"_s);
    const Webhook hook = webhook(closedPort(), u"fixed:3600x4"_s);
    const DeliveryId first = sent(hook), second = sent(hook);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    chooseState(u"Waiting"_s);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    m_session->window().currentPage()->go({second.toString()});
    QTRY_COMPARE(timeline().timelineCursor().lane()->delivery, second);
    QVERIFY(waitFor(bench().deliveries().cancel(second)));
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(table().selectionModel()->isSelected(table().currentIndex()));
    QTRY_COMPARE(timeline().model()->rowCount(), 1);
    QTRY_COMPARE(timeline().timelineCursor().lane()->delivery, first);
    QVERIFY(waitFor(bench().deliveries().cancel(first)));
    QTRY_COMPARE(table().model()->rowCount(), 0);
    chooseState(u"All"_s);
    QTRY_COMPARE(table().model()->rowCount(), 2);
}

void DeliveriesPageTest::rowsThatMatchByNowComeIn()
{
    open(u"deliveries"_s);
    const Webhook hook = webhook(closedPort(), u"fixed:3600x4"_s);
    const DeliveryId first = sent(hook), second = sent(hook), third = sent(hook);
    QTRY_COMPARE(table().model()->rowCount(), 3);
    for (int row = 0; row < 3; ++row)
        QTRY_COMPARE(table().model()->index(row, 0).data().toString(), u"Retrying"_s);
    QVERIFY(waitFor(bench().deliveries().cancel(third)) && waitFor(bench().deliveries().cancel(first)));
    chooseState(u"Cancelled"_s);
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QVERIFY(waitFor(bench().deliveries().cancel(second)));
    QTRY_COMPARE(table().model()->rowCount(), 3);
    QTRY_COMPARE(timeline().model()->rowOf(second), 1);
}

void DeliveriesPageTest::comingFromElsewhereTheFilterGivesWay()
{
    open(u"deliveries"_s);
    const Webhook hook = webhook(closedPort(), u"fixed:3600x4"_s);
    const DeliveryId first = sent(hook);
    QTRY_COMPARE(rowText(0), u"Retrying"_s);
    chooseState(u"Delivered"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    m_session->window().go(u"deliveries"_s, {first.toString()});
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(!m_session->window().findChild<StateFilter*>()->isNarrow());
    QTRY_VERIFY(table().selectionModel()->isSelected(table().currentIndex()));
    QCOMPARE(timeline().timelineCursor().lane()->delivery, first);
}

void DeliveriesPageTest::curlIsCopiedMaskedOrWithSecrets()
{
    open(u"deliveries"_s);
    sent(webhook(closedPort(), u"none"_s));
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_VERIFY(table().currentIndex().isValid());
    QStringList told;
    connect(m_session->window().currentPage(), &PageWidget::said, this,
            [&told](const QString& words) { told << words; });
    const auto run = [this](const QString& text) {
        for (QAction* action : m_session->window().currentPage()->pageActions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text));
    };
    run(u"Copy as cURL"_s);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(told.last().contains(u"masked"_s), qPrintable(told.last()));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"s3cr3t"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"***"_s));
    run(u"Copy as cURL with secrets"_s);
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"s3cr3t-t0ken"_s));
}

void DeliveriesPageTest::whatIsExportedIsShownFirst()
{
    const DeliveryId id = sent(webhook(closedPort(), u"none"_s));
    open(u"deliveries"_s);
    QTRY_COMPARE(rowText(0), u"Exhausted"_s);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(part<HandOnDialog>() && part<HandOnDialog>()->isVisible());
    auto* dialog = part<HandOnDialog>();
    QCOMPARE(dialog->windowTitle(), u"Export %1"_s.arg(id.toString()));
    const auto* preview = dialog->findChild<PagedText*>();
    QTRY_VERIFY(preview->shownText().startsWith(u"curl "));
    auto* form = dialog->findChild<QComboBox*>(u"handOnFormat"_s);
    form->setCurrentIndex(form->findText(u"HTTP archive (HAR)"_s));
    QTRY_VERIFY(preview->shownText().contains(u"\"creator\""));
    QVERIFY(takePicture(*dialog, u"export"_s));
    dialog->reject();
}

void DeliveriesPageTest::aReplayLooksLikeOneAndLeadsToItsSource()
{
    open(u"deliveries"_s);
    const DeliveryId source = sent(webhook(closedPort(), u"none"_s));
    QTRY_COMPARE(rowText(0), u"Exhausted"_s);
    ReplayChoice choice;
    choice.source = source.toString();
    const DeliveryId replay = waitFor(bench().replayer().replay(choice))->first().id;
    QTRY_COMPARE(table().model()->rowCount(), 2);
    m_session->window().currentPage()->go({replay.toString()});
    QVERIFY2(rowText(1).startsWith(u"Replay of d1"_s), qPrintable(rowText(1)));
    QVERIFY(timeline().model()->index(0).data().toString().startsWith(u"Replay of d1"_s));
    auto* button = part<QPushButton>(u"replaySource"_s);
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Replay of d1"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(timeline().timelineCursor().lane()->delivery, source);
    QTRY_VERIFY(!button->isVisible());
}

void DeliveriesPageTest::aReplayFollowsTheChosenPolicy()
{
    open(u"deliveries"_s);
    sent(webhook(closedPort(), u"fixed:3600x2"_s));
    QTRY_COMPARE(table().model()->rowCount(), 1);
    const std::pair<QString, int> policies[] = {
        {{}, 1}, {u"As the webhook (fixed:3600x2)"_s, 3}, {u"hybiscus-8"_s, 8}, {u"list:60,60,60"_s, 4}};
    qint64 id = 1;
    for (const auto& [words, planned] : policies) {
        QTRY_VERIFY(timeline().timelineCursor().lane() &&
                    timeline().timelineCursor().lane()->delivery == DeliveryId{1});
        QVERIFY(showActive(m_session->window()));
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_R, Qt::ShiftModifier);
        ReplayDialog* dialog = nullptr;
        QTRY_VERIFY(dialog = m_session->window().findChild<ReplayDialog*>());
        auto* policy = dialog->findChild<QComboBox*>(u"replayPolicy"_s);
        QTRY_VERIFY(policy->findText(u"As the webhook (fixed:3600x2)"_s) == 1);
        if (!words.isEmpty())
            policy->setEditText(words);
        QPushButton* send = nullptr;
        for (auto* button : dialog->findChildren<QPushButton*>()) {
            if (button->text() == u"Send")
                send = button;
        }
        QTRY_VERIFY(dialog->isVisible() && send && send->isEnabled());
        QTest::mouseClick(send, Qt::LeftButton);
        const DeliveryId made{++id};
        QTRY_VERIFY(waitFor(bench().deliveries().get(made)));
        QCOMPARE(waitFor(bench().deliveries().get(made))->delivery.plan.size(), planned);
        dialog->close();
        QTRY_VERIFY(!m_session->window().findChild<ReplayDialog*>());
        m_session->window().currentPage()->go({u"d1"_s});
    }
}

void DeliveriesPageTest::capturesComeAndGoUnderAFilterLive()
{
    ListenerConfig config;
    config.port = 0;
    ReplyRule down;
    down.replies << Reply();
    down.replies.first().status = 503;
    config.rules << down;
    config.id = waitFor(bench().listening().add(config)).value_or(ListenerId());
    const auto listener = waitFor(bench().listening().start(config.id));
    QVERIFY(listener);
    open(u"captures"_s);
    QTest::mouseMove(&m_session->window(), {2, 2}); // nobody reads the list
    auto* list = part<QTableView>(u"capturesTable"_s);
    QLineEdit* filter = nullptr;
    for (auto* field : m_session->window().findChildren<QLineEdit*>()) {
        if (field->accessibleName() == u"Filter" && field->isVisible())
            filter = field;
    }
    QVERIFY(filter);
    filter->setText(u"status=503"_s);
    QTest::qWait(300); // the filter waits for more keys
    const Webhook hook = webhook(listener->url + u"/hook"_s, u"none"_s);
    sent(hook);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 10'000);
    sent(hook);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, 10'000);
    QTest::qWait(1500); // that they were answered is a change, after which they are looked for again
    QCOMPARE(list->model()->rowCount(), 2);
    m_session->window().currentPage()->go({u"c2"_s});
    QTRY_COMPARE(list->currentIndex().row(), 0);
    const RemovalId removal = bench().rows().removals.begin();
    bench().rows().removals.remove(removal, readyAnswer<QList<CaptureId>>(QList{CaptureId{2}}));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QVERIFY(list->selectionModel()->isSelected(list->currentIndex()));
}

QTEST_MAIN(DeliveriesPageTest)
#include "deliveries_page_test.moc"
