// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/rules_pane.h"
#include "ui/captures/rules_table.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/find_bar.h"
#include "ui/inspect/series_dialog.h"
#include "ui/shell/command_palette.h"
#include "ui/timeline/timeline_view.h"
#include "ui/webhooks/webhook_editor.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tab_ring.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/simulate/simulator.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>

#include <algorithm>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Where keys lead on the pages: what has the focus is seen, and Escape comes back.
class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void returnLooksIntoARowAndEscapeComesBack_data();
    void returnLooksIntoARowAndEscapeComesBack();
    void returnOnWhatIsOnlyPlannedGoesToTheTimeline();
    void escapeInFindComesBackToWhereOneWas();
    void keysMeanTheSameOnBothLists_data();
    void keysMeanTheSameOnBothLists();
    void dComparesAnAttemptWithWhatCameBefore();
    void theReplyRulesAreFoundFromEverywhere();
    void aNewReportAsksOfWhichProvider();
    void eventsComeWhereOneSeesThem();
    void escapeLeavesTheFilter_data();
    void escapeLeavesTheFilter();

private:
    Workbench& bench() { return m_session->workbench(); }
    Webhook stored(const QString& url, const QString& policy);
    DeliveryId sent(const Webhook& webhook) { return waitFor(bench().simulator().sendTest(webhook))->id; }
    void open(const QString& page);
    /// The page's list, as soon as a row of it is chosen.
    QTableView* list(const QString& page, int rows = 1);
    CaptureInspector& inspector()
    {
        return *m_session->window().currentPage()->findChild<CaptureInspector*>();
    }
    /// What has the focus is shown, and can be reached by Tab.
    bool isSeen() const { return tabStops(m_session->window()).contains(QApplication::focusWidget()); }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    QString m_listener;
};

void KeysTest::init()
{
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->start());
    const auto listener = m_session->startListening();
    QVERIFY(listener);
    m_listener = listener->url;
    m_session->openWindow();
    m_session->window().resize(1280, 800);
}

Webhook KeysTest::stored(const QString& url, const QString& policy)
{
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.url = url;
    webhook.policy = policy;
    return waitFor(bench().designer().saveWebhook(webhook)).value_or(Webhook());
}

void KeysTest::open(const QString& page)
{
    m_session->window().go(page);
    QVERIFY(showActive(m_session->window()));
    m_session->settle();
}

QTableView* KeysTest::list(const QString& page, int rows)
{
    auto* table = m_session->window().currentPage()->findChild<QTableView*>(page + u"Table"_s);
    const bool there = QTest::qWaitFor(
        [&] { return table->model()->rowCount() == rows && table->currentIndex().isValid(); });
    return there ? table : nullptr;
}

void KeysTest::returnLooksIntoARowAndEscapeComesBack_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("captures") << u"captures"_s;
    QTest::newRow("deliveries") << u"deliveries"_s;
}

void KeysTest::returnLooksIntoARowAndEscapeComesBack()
{
    QFETCH(const QString, page);
    const DeliveryId id = sent(stored(m_listener + u"/hook"_s, u"none"_s));
    QVERIFY(waitFor(bench().deliveries().untilFinal({id})));
    open(page);
    QTableView* const table = list(page);
    QVERIFY(table);
    m_session->settle();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    auto* segments = inspector().findChild<SegmentedControl*>(u"inspectorSegments"_s);
    QTRY_VERIFY(segments->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(isSeen());
    for (int segment = 0; segment < segments->count(); ++segment) {
        const qsizetype stops = tabStops(inspector()).size();
        for (qsizetype stop = 0; stop < stops; ++stop) {
            QTest::keyClick(table, Qt::Key_Return);
            QTRY_VERIFY(segments->isVisible());
            inspector().choose(static_cast<CaptureInspector::Segment>(segment));
            QWidget* const at = tabStops(inspector())[std::min(stop, tabStops(inspector()).size() - 1)];
            at->setFocus();
            QTest::keyClick(at, Qt::Key_Escape);
            QVERIFY2(table->hasFocus(),
                     qPrintable(u"from %1 of segment %2"_s.arg(QLatin1String(at->metaObject()->className()))
                                    .arg(segment)));
        }
    }
}

/// There is nothing to inspect of an attempt that was not made.
void KeysTest::returnOnWhatIsOnlyPlannedGoesToTheTimeline()
{
    sent(stored(u"http://127.0.0.1:1/nobody"_s, u"fixed:3600x4"_s));
    open(u"deliveries"_s);
    QTableView* const table = list(u"deliveries"_s);
    QVERIFY(table);
    auto* timeline = m_session->window().currentPage()->findChild<QWidget*>(u"timeline"_s);
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"Retrying"_s);
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_End);
    m_session->settle();
    QTest::keyClick(timeline, Qt::Key_Escape);
    QVERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), timeline);
    QTest::keyClick(timeline, Qt::Key_Escape);
    QVERIFY(table->hasFocus());
}

void KeysTest::escapeInFindComesBackToWhereOneWas()
{
    const DeliveryId id = sent(stored(m_listener + u"/hook"_s, u"none"_s));
    QVERIFY(waitFor(bench().deliveries().untilFinal({id})));
    open(u"captures"_s);
    QTableView* const table = list(u"captures"_s);
    QVERIFY(table);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    inspector().choose(CaptureInspector::Segment::Headers);
    auto* segments = inspector().findChild<SegmentedControl*>(u"inspectorSegments"_s);
    auto* find = inspector().findChild<FindBar*>();
    auto* text = inspector().findChild<QLineEdit*>(u"findInside"_s);
    for (QWidget* const from : tabStops(inspector())) {
        from->setFocus();
        QTest::keyClick(from, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, u"Host"_s);
        QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier); // once more
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!find->isVisible());
        QCOMPARE(QApplication::focusWidget(), from);
        QVERIFY(!table->hasFocus());
    }
    inspector().choose(CaptureInspector::Segment::Timing); // in which nothing can be found
    QWidget* const before = tabStops(inspector()).last();
    before->setFocus();
    QTest::keyClick(before, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(text, u"Host"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!find->isVisible() && isSeen());
    QVERIFY(inspector().isAncestorOf(QApplication::focusWidget()));
    QVERIFY(segments->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(table->hasFocus());
}

void KeysTest::keysMeanTheSameOnBothLists_data()
{
    returnLooksIntoARowAndEscapeComesBack_data();
    QTest::newRow("timeline") << u"timeline"_s;
}

/// R replays at once, Shift+R asks first, Del removes with undo.
void KeysTest::keysMeanTheSameOnBothLists()
{
    QFETCH(const QString, page);
    const DeliveryId id = sent(stored(m_listener + u"/hook"_s, u"none"_s));
    QVERIFY(waitFor(bench().deliveries().untilFinal({id})));
    const bool isTimeline = page == u"timeline";
    open(isTimeline ? u"deliveries"_s : page);
    QTableView* const table = list(isTimeline ? u"deliveries"_s : page);
    QVERIFY(table);
    m_session->settle();
    QStringList told;
    connect(m_session->window().currentPage(), &PageWidget::said, this,
            [&told](const QString& words) { told << words; });
    QWidget* const keys =
        isTimeline ? m_session->window().currentPage()->findChild<QWidget*>(u"timeline"_s) : table;
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_R, Qt::ShiftModifier);
    QTRY_VERIFY(m_session->window().findChild<ReplayDialog*>());
    m_session->window().findChild<ReplayDialog*>()->close();
    QTRY_VERIFY(!m_session->window().findChild<ReplayDialog*>());
    QVERIFY(showActive(m_session->window()));
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_R);
    QTRY_COMPARE(told, QStringList{u"Replayed as d2."_s});
    if (page == u"captures")
        m_session->window().currentPage()->go({u"c2"_s}); // it may be held back while one reads
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(waitFor(bench().deliveries().get(DeliveryId{2}))->delivery.replayOf,
             page == u"captures" ? u"c1"_s : u"d1"_s);
    QVERIFY(waitFor(bench().deliveries().untilFinal({DeliveryId{2}})));
    m_session->settle();
    QTest::keyClick(keys, Qt::Key_Delete);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(m_session->window().currentPage()->findChild<UndoBar*>()->isVisible());
}

void KeysTest::dComparesAnAttemptWithWhatCameBefore()
{
    const Webhook webhook = stored(u"http://127.0.0.1:1/nobody"_s, u"fixed:3600x4"_s);
    const DeliveryId first = sent(webhook);
    open(u"deliveries"_s);
    QTableView* const table = list(u"deliveries"_s);
    QVERIFY(table);
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"Retrying"_s);
    QStringList told;
    connect(m_session->window().currentPage(), &PageWidget::said, this,
            [&told](const QString& words) { told << words; });
    MainWindow& window = m_session->window();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_D); // there is nothing before it
    QTRY_COMPARE(told.size(), 1);
    QVERIFY2(told.first().startsWith(u"There is nothing to compare d1 with"_s), qPrintable(told.first()));
    QVERIFY(!window.findChild<CompareDialog*>() && !window.findChild<SeriesDialog*>());
    sent(webhook);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(0);
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"Retrying"_s);
    const auto closes = [&window](const QString& title) {
        CompareDialog* dialog = nullptr;
        const bool opened = QTest::qWaitFor([&] {
            dialog = window.findChild<CompareDialog*>();
            return dialog && dialog->windowTitle() == title;
        });
        delete dialog;
        return opened && showActive(window);
    };
    QTest::keyClick(table, Qt::Key_D); // the delivery before, of the same event
    QVERIFY(closes(u"Compare d1 with d2"_s));
    QVERIFY(waitFor(bench().deliveries().retryNow(DeliveryId{2})));
    QTRY_VERIFY(waitFor(bench().deliveries().get(DeliveryId{2}))->attempts.size() == 2);
    auto* timeline = window.currentPage()->findChild<TimelineView*>();
    QTRY_VERIFY(timeline->timelineCursor().mark() && timeline->timelineCursor().mark()->number == 2);
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_D);
    QVERIFY(closes(u"Compare d2/1 with d2/2"_s));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_D); // its attempts
    SeriesDialog* series = nullptr;
    QTRY_VERIFY(series = window.findChild<SeriesDialog*>());
    QTRY_COMPARE(series->findChild<QTableView*>()->model()->rowCount(), 1);
    delete series;
    QVERIFY(showActive(window));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(inspector().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_D);
    QVERIFY(closes(u"Compare d2/1 with d2/2"_s));
    (new SeriesDialog(bench(), first.toString(), {}, &window))->open(); // as Tools has it
    QTRY_VERIFY(series = window.findChild<SeriesDialog*>());
    QTRY_VERIFY(series->findChild<InlineMessage*>()->text().startsWith(u"d1 is a single request"_s));
    QCOMPARE(series->findChild<Badge*>()->look().words, QString());
}

void KeysTest::escapeLeavesTheFilter_data()
{
    returnLooksIntoARowAndEscapeComesBack_data();
    QTest::newRow("webhooks") << u"webhooks"_s;
}

void KeysTest::escapeLeavesTheFilter()
{
    QFETCH(const QString, page);
    const DeliveryId id = sent(stored(m_listener + u"/hook"_s, u"none"_s));
    QVERIFY(waitFor(bench().deliveries().untilFinal({id})));
    open(page);
    QWidget* const before = QApplication::focusWidget();
    QVERIFY(before);
    QTest::keyClick(before, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), before);
}

void KeysTest::theReplyRulesAreFoundFromEverywhere()
{
    MainWindow& window = m_session->window();
    const auto choose = [&window](const QString& words) {
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = window.findChild<CommandPalette*>();
        QVERIFY(QTest::qWaitFor([palette] { return palette->isVisible(); }));
        QTest::keyClicks(palette->findChild<QLineEdit*>(), words);
        QTest::keyClick(palette->findChild<QLineEdit*>(), Qt::Key_Return);
    };
    open(u"reports"_s);
    choose(u"add a reply rule"_s);
    QTRY_COMPARE(window.currentKey(), u"captures"_s);
    auto* pane = window.findChild<RulesPane*>();
    auto* rules = pane->findChild<RulesTable*>();
    QTRY_COMPARE(rules->model()->rowCount(), 1);
    QTRY_VERIFY(pane->isVisible() && pane->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget())); // its name
    open(u"reports"_s);
    choose(u"reply rules"_s);
    QTRY_COMPARE(window.currentKey(), u"captures"_s);
    QTRY_VERIFY(rules->hasFocus());
    QCOMPARE(rules->model()->rowCount(), 1);
}

void KeysTest::aNewReportAsksOfWhichProvider()
{
    open(u"reports"_s);
    const auto reports = [this] { return waitFor(bench().designer().reports()).value_or(QList<Report>()); };
    for (const QString& provider : {u"hybiscus"_s, u"connectreport"_s}) {
        const qsizetype before = reports().size();
        QTest::keyClick(&m_session->window(), Qt::Key_N, Qt::ControlModifier);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(reports().size(), before);
        QVERIFY(menu->activeAction()); // Return takes it
        QAction* of = nullptr;
        for (QAction* action : menu->actions()) {
            if (!of && action->text().startsWith(u"New "_s + provider, Qt::CaseInsensitive))
                of = action;
        }
        QVERIFY(of);
        menu->setActiveAction(of);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(reports().size(), before + 1);
        QVERIFY(std::ranges::any_of(
            reports(), [&provider](const Report& report) { return report.provider == provider; }));
        m_session->settle();
    }
    QTest::keyClick(&m_session->window(), Qt::Key_N, Qt::ControlModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->activeAction());
    QVERIFY2(menu->activeAction()->text().contains(u"ConnectReport"), "that of the report that is shown");
    QTest::keyClick(menu, Qt::Key_Escape);
    QCOMPARE(reports().size(), 2);
}

/// Tab goes through a webhook's fields from top to bottom, another provider's events too.
void KeysTest::eventsComeWhereOneSeesThem()
{
    stored(m_listener + u"/hook"_s, u"none"_s);
    open(u"webhooks"_s);
    auto* url = m_session->window().currentPage()->findChild<QLineEdit*>(u"url"_s);
    QTRY_VERIFY(!url->text().isEmpty());
    auto* provider = m_session->window().currentPage()->findChild<QComboBox*>(u"provider"_s);
    auto* editor = m_session->window().currentPage()->findChild<WebhookEditor*>();
    for (const QString& event : {u"report.completed"_s, u"preReportTask"_s}) {
        if (event == u"preReportTask")
            QTest::keyClick(provider, provider->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
        m_session->settle(); // the new events are shown
        url->setFocus();
        QStringList stops;
        for (int height = 0; !stops.contains(u"policy"_s) && stops.size() < 20;) {
            QWidget* const at = QApplication::focusWidget();
            stops << at->objectName();
            const int here = at->mapTo(editor, QPoint()).y();
            QVERIFY2(here >= height, qPrintable(stops.join(u", "_s)));
            height = here;
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QVERIFY2(stops.indexOf(event) > stops.indexOf(u"provider"_s), qPrintable(stops.join(u", "_s)));
    }
}

QTEST_MAIN(KeysTest)
#include "keys_test.moc"
