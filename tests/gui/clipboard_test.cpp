// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/inspect/capture_inspector.h"
#include "ui/inspect/compare_dialog.h"
#include "ui/inspect/headers_view.h"
#include "ui/inspect/series_dialog.h"
#include "ui/shell/command_palette.h"
#include "ui/widgets/copy_button.h"
#include "ui/widgets/segmented_control.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableView>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// In a token, a URL, an own field and a body.
const QStringList canaries{u"canary-token-81723"_s, u"canary-query-55120"_s, u"canary-field-90341"_s,
                           u"canary-body-66218"_s};

} // namespace

/// Secrets that a webhook sends do not reach the clipboard, or a status text, by anything that copies, unless
/// one chose it: "with secrets", or a text that one marked by hand where it stands to be read.
class ClipboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyCopyMasks();
    void withSecretsIsAChoice();

private:
    MainWindow& window() { return m_session->window(); }
    void show(const QString& page);
    void copyFromRows(QWidget& within);
    void triggerCopies(QWidget& within);
    void checkClipboard(const QString& by);
    void checkTexts(const QString& where);
    void checkSimulate();
    void copyFromTexts(QWidget& within);
    void checkComparisons();
    void checkPalette();

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
    int m_copied = 0;
};

void ClipboardTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->startListening());
    Workbench& bench = m_session->workbench();
    Report report;
    report.provider = u"hybiscus"_s;
    const auto kept = waitFor(bench.designer().saveReport(report));
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.name = u"Canary"_s;
    webhook.url = u"{listener}/in?api_key="_s + canaries[1];
    webhook.token = canaries[0].toUtf8();
    webhook.headers.append("X-Api-Key", canaries[2].toUtf8());
    webhook.policy = u"none"_s;
    QVERIFY(kept && waitFor(bench.designer().saveWebhook(webhook)));
    EventChoice choice;
    choice.report = kept->id;
    choice.event = u"report.failed"_s;
    choice.body =
        R"({"event":"report.failed","task_id":"t","url":"u","password":")" + canaries[3].toUtf8() + "\"}";
    choice.count = 2;
    QVERIFY(waitFor(bench.simulator().send(choice)));
    QTRY_COMPARE(waitFor(bench.captures().count()).value_or(0), 2);
    QTRY_VERIFY(waitFor(bench.captures().attemptOf(CaptureId{1})).has_value());
    m_session->openWindow();
    window().go(u"webhooks"_s);
    window().resize(1280, 800);
    QVERIFY(showActive(window()));
    m_copied = 0;
}

void ClipboardTest::show(const QString& page)
{
    window().go(page);
    m_session->settle();
}

void ClipboardTest::checkClipboard(const QString& by)
{
    const QString text = QGuiApplication::clipboard()->text();
    m_copied += text.isEmpty() ? 0 : 1;
    for (const QString& canary : canaries)
        QVERIFY2(!text.contains(canary), qPrintable(u"%1 copied %2"_s.arg(by, text)));
    QGuiApplication::clipboard()->clear();
}

/// Labels, and what the status line says; but for the inspector's value of a query's parameter, which stands
/// by itself to be read, as a header's does.
void ClipboardTest::checkTexts(const QString& where)
{
    for (const QLabel* label : window().findChildren<QLabel*>()) {
        if (label->text() == canaries[1])
            continue;
        for (const QString& canary : canaries)
            QVERIFY2(!label->isVisible() || !(label->text() + label->toolTip()).contains(canary),
                     qPrintable(u"%1: %2"_s.arg(where, label->text())));
    }
}

/// Ctrl+C on each cell of the first row of each list and table.
void ClipboardTest::copyFromRows(QWidget& within)
{
    for (auto* view : within.findChildren<QAbstractItemView*>()) {
        if (!view->isVisible() || view->focusPolicy() == Qt::NoFocus || !view->model())
            continue;
        view->setFocus();
        for (int row = 0; row < std::min(view->model()->rowCount(), 30); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                view->setCurrentIndex(view->model()->index(row, column));
                QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
                checkClipboard(u"Ctrl+C in "_s + view->objectName() + view->accessibleName());
                QString shown = view->model()->index(row, column).data(Qt::ToolTipRole).toString();
                for (const QString& canary : canaries)
                    QVERIFY2(!shown.contains(canary), qPrintable(shown));
            }
        }
    }
}

/// Heads are masked where they stand; a body is what one came to read.
void ClipboardTest::copyFromTexts(QWidget& within)
{
    for (auto* text : within.findChildren<QPlainTextEdit*>()) {
        if (!text->isVisible() || !text->isReadOnly())
            continue;
        text->setFocus();
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QString copied = QGuiApplication::clipboard()->text();
        QGuiApplication::clipboard()->setText(copied.remove(canaries[3]));
        checkClipboard(u"a text: "_s + text->accessibleName());
    }
}

/// Whatever says "Copy", in menus and on buttons, but for what says "with secrets".
void ClipboardTest::triggerCopies(QWidget& within)
{
    for (QMenu* menu : window().findChildren<QMenu*>())
        emit menu->aboutToShow();
    QSet<QAction*> seen;
    for (QAction* action : window().findChildren<QAction*>()) {
        auto* menu = qobject_cast<QMenu*>(action->parent());
        const QString words = action->text(), of = menu ? menu->title() : QString();
        const bool copies = words.startsWith(u"Copy"_s) || of.startsWith(u"Copy"_s);
        const bool chosen = (words + of).contains(u"secrets"_s) || action->menu();
        if (!copies || chosen || !action->isEnabled() || seen.contains(action))
            continue;
        seen << action;
        action->trigger();
        static_cast<void>( // some only open a dialog
            QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, 1'000));
        checkClipboard(of + u'/' + words);
        checkTexts(words);
    }
    for (CopyButton* button : within.findChildren<CopyButton*>()) {
        if (!button->isVisible())
            continue;
        button->click();
        checkClipboard(u"a copy button"_s);
    }
}

/// Every form, masked until the secrets are shown.
void ClipboardTest::checkSimulate()
{
    auto* form = window().currentPage()->findChild<SegmentedControl*>(u"requestForm"_s);
    QTRY_VERIFY(form->isVisible());
    for (QAbstractButton* segment : form->findChildren<QAbstractButton*>()) {
        QTest::mouseClick(segment, Qt::LeftButton);
        for (auto* text : window().currentPage()->findChildren<QPlainTextEdit*>()) {
            if (!text->isVisible() || !text->isReadOnly())
                continue;
            text->setFocus();
            QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
            checkClipboard(segment->text() + u" of Simulate"_s);
        }
        triggerCopies(*window().currentPage());
    }
}

/// Two deliveries by field, line and byte, and as series.
void ClipboardTest::checkComparisons()
{
    Workbench& bench = m_session->workbench();
    auto* compare = new CompareDialog(bench, u"d1"_s, u"d2"_s, &window());
    compare->open();
    QTRY_VERIFY(compare->findChild<QTableView*>()->model()->rowCount() > 5);
    for (QAbstractButton* segment :
         compare->findChild<SegmentedControl*>(u"compareBy"_s)->findChildren<QAbstractButton*>()) {
        QTest::mouseClick(segment, Qt::LeftButton);
        copyFromRows(*compare);
    }
    delete compare;
    auto* series = new SeriesDialog(bench, u"d1"_s, u"d2"_s, &window());
    series->open();
    QTRY_VERIFY(series->findChild<QTableView*>()->model()->rowCount() > 0);
    copyFromRows(*series);
    delete series;
}

void ClipboardTest::checkPalette()
{
    QVERIFY(showActive(window()));
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = window().findChild<CommandPalette*>();
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClicks(palette->findChild<QLineEdit*>(), u"in"_s);
    m_session->settle();
    const QAbstractItemModel& found = *palette->findChild<QListView*>()->model();
    QTRY_VERIFY(found.rowCount() > 0);
    for (int row = 0; row < found.rowCount(); ++row) {
        for (const QVariant& data : found.itemData(found.index(row, 0))) {
            for (const QString& canary : canaries)
                QVERIFY2(!data.toString().contains(canary), qPrintable(data.toString()));
        }
    }
    palette->close();
}

void ClipboardTest::everyCopyMasks()
{
    for (const QString& page : {u"reports"_s, u"webhooks"_s, u"simulate"_s, u"deliveries"_s, u"captures"_s}) {
        show(page);
        checkTexts(page);
        copyFromRows(*window().currentPage());
        triggerCopies(*window().currentPage());
        if (page == u"deliveries")
            copyFromTexts(*window().currentPage());
    }
    show(u"simulate"_s);
    checkSimulate();
    show(u"captures"_s);
    auto* inspector = window().currentPage()->findChild<CaptureInspector*>();
    for (auto* segments : inspector->findChildren<SegmentedControl*>()) {
        for (QAbstractButton* segment : segments->findChildren<QAbstractButton*>()) {
            if (!segment->isVisible())
                continue;
            QTest::mouseClick(segment, Qt::LeftButton);
            m_session->settle();
            copyFromRows(*inspector);
            checkTexts(segment->text());
        }
    }
    checkComparisons();
    checkPalette();
    QVERIFY2(m_copied > 60, qPrintable(QString::number(m_copied)));
}

void ClipboardTest::withSecretsIsAChoice()
{
    show(u"captures"_s);
    auto* inspector = window().currentPage()->findChild<CaptureInspector*>();
    auto* headers = inspector->findChild<HeadersView*>();
    for (QAbstractButton* segment : inspector->findChildren<QAbstractButton*>()) {
        if (segment->text() == u"Headers"_s)
            QTest::mouseClick(segment, Qt::LeftButton);
    }
    QTRY_VERIFY(headers->isVisible() && headers->topLevelItemCount() > 3);
    headers->setFocus();
    headers->selectAll();
    QTest::keyClick(headers, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"X-Api-Key: ***"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Content-Type: application/json"_s));
    for (QAction* action : headers->actions()) {
        if (action->text().contains(u"with secrets"_s))
            action->trigger();
    }
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"X-Api-Key: "_s + canaries[2]));
}

QTEST_MAIN(ClipboardTest)
#include "clipboard_test.moc"
