// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/reports/part_form.h"
#include "ui/reports/property_form.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/headers_field.h"
#include "ui/widgets/json_editor.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toggle_chip.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryFile>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoStack>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// Reports and Webhooks as a person uses them: clicks and keys in a real window, then what is stored.
class DesignPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void aWebhookNeedsAnAddressAndNothingElse();
    void aBadAddressIsSaidAtItsFieldAndNotStored();
    void whatIsTypedWhileAWebhookIsStoredIsKept();
    void anOwnHeaderThatReplacesAnotherIsSaidAndStored();
    void aClientCertificateAndChosenEventsAreStored();
    void aFractionOfATimeoutIsKept();
    void aDeletedWebhookComesBackWithTheSameId();
    void theTickSwitchesAWebhookOff();
    void aReportIsMadeAndEditedInFormAndJsonAlike();
    void aNewReportsTitleIsItsName();
    void anEmptiedReportStaysEmptyAndIsUndone_data();
    void anEmptiedReportStaysEmptyAndIsUndone();
    void brokenTextSurvivesReportsPagesAndARestart();
    void aReportThatCannotBeStoredIsKeptAsADraft();
    void aProblemIsListedAndJumpedTo();
    void aDeletedReportComesBack();

private:
    template <class T>
    T* part(const QString& name = {})
    {
        return m_session->window().currentPage()->findChild<T*>(name);
    }
    /// In the page's bar, or what opens from it.
    template <class T>
    T* barPart(const QString& name)
    {
        return m_session->window().findChild<T*>(name);
    }
    /// Design, JSON, both: by a click on the segment.
    void showSide(int side)
    {
        const auto segments = barPart<SegmentedControl>(u"reportView"_s)->findChildren<QAbstractButton*>();
        QTest::mouseClick(segments.at(side), Qt::LeftButton);
    }
    /// The first line of the form that is shown.
    QLineEdit* firstLine()
    {
        for (QWidget* form : m_session->window().currentPage()->findChildren<QWidget*>()) {
            const bool isForm = qobject_cast<PropertyForm*>(form) || qobject_cast<PartForm*>(form);
            if (!isForm || !form->isVisible())
                continue;
            for (auto* line : form->findChildren<QLineEdit*>()) {
                if (line->isVisible())
                    return line;
            }
        }
        return nullptr;
    }
    QList<Webhook> webhooks()
    {
        return waitFor(m_session->workbench().designer().webhooks()).value_or(QList<Webhook>());
    }
    QList<Report> reports()
    {
        return waitFor(m_session->workbench().designer().reports()).value_or(QList<Report>());
    }
    void open(const QString& page);
    void newWebhook(const QString& url);
    void newReport(int provider);

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void DesignPagesTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
}

void DesignPagesTest::open(const QString& page)
{
    m_session->window().go(page);
    QVERIFY(showActive(m_session->window()));
}

void DesignPagesTest::newWebhook(const QString& url)
{
    QTest::keyClick(&m_session->window(), Qt::Key_N, Qt::ControlModifier);
    auto* field = part<QLineEdit>(u"url"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, url);
    QTest::keyClick(field, Qt::Key_Return);
}

void DesignPagesTest::newReport(int provider)
{
    const auto shown = [this] {
        const QTreeWidgetItem* item = barPart<QTreeWidget>(u"reports"_s)->currentItem();
        return item ? item->data(0, Qt::UserRole).toString() : QString();
    };
    const QString before = shown();
    const qsizetype count = reports().size();
    auto* button = barPart<QToolButton>(u"newReport"_s);
    button->menu()->actions().at(provider)->trigger();
    QTRY_COMPARE(reports().size(), count + 1);
    QTRY_VERIFY(shown() != before);
    auto* name = barPart<QLineEdit>(u"reportName"_s);
    QTRY_VERIFY(name->isVisible() && name->hasFocus());
}

void DesignPagesTest::aWebhookNeedsAnAddressAndNothingElse()
{
    open(u"webhooks"_s);
    newWebhook(u"http://127.0.0.1:9/hook"_s);
    QTRY_COMPARE(webhooks().size(), 1);
    const Webhook stored = webhooks().first();
    QCOMPARE(stored.url, u"http://127.0.0.1:9/hook"_s);
    QVERIFY(!stored.name.isEmpty());
    QVERIFY(stored.enabled);
    QVERIFY(stored.events.isEmpty());
    auto* table = part<QTableView>(u"webhooks"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QAbstractItemModelTester tester(table->model());
    QTRY_VERIFY(table->selectionModel()->hasSelection());
}

void DesignPagesTest::aBadAddressIsSaidAtItsFieldAndNotStored()
{
    open(u"webhooks"_s);
    newWebhook(u"not an address"_s);
    auto* field = part<QLineEdit>(u"url"_s);
    QTRY_VERIFY(!field->accessibleDescription().isEmpty());
    QCOMPARE(webhooks().size(), 0);
    field->selectAll();
    QTest::keyClicks(field, u"http://127.0.0.1:9/"_s);
    QVERIFY(field->accessibleDescription().isEmpty());
    QTest::mouseClick(part<QPushButton>(u"save"_s), Qt::LeftButton);
    QTRY_COMPARE(webhooks().size(), 1);
}

/// Nothing is shown of the store's answer before the event loop runs again.
void DesignPagesTest::whatIsTypedWhileAWebhookIsStoredIsKept()
{
    open(u"webhooks"_s);
    newWebhook(u"http://127.0.0.1:9/hook"_s);
    auto* headers = part<HeadersField>();
    QTest::keyClicks(headers, u"X-Kept: yes"_s);
    QTest::keyClick(part<QPushButton>(u"save"_s), Qt::Key_Space); // once more: no second webhook
    QTRY_COMPARE(part<QPushButton>(u"save"_s)->text(), u"&Save"_s);
    QCOMPARE(webhooks().size(), 1);
    QVERIFY(!webhooks().first().headers.value("X-Kept"));
    QTRY_VERIFY(part<QPushButton>(u"save"_s)->isEnabled());
    QTest::keyClick(part<QPushButton>(u"save"_s), Qt::Key_Space);
    QTRY_COMPARE(webhooks().first().headers.value("X-Kept"), QByteArray("yes"));
    QCOMPARE(webhooks().size(), 1);
    QTRY_VERIFY(!part<QPushButton>(u"save"_s)->isEnabled());
}

void DesignPagesTest::anOwnHeaderThatReplacesAnotherIsSaidAndStored()
{
    open(u"webhooks"_s);
    newWebhook(u"http://u:p@127.0.0.1:9/hook"_s);
    QTRY_COMPARE(part<QPushButton>(u"save"_s)->text(), u"&Save"_s);
    part<FoldSection>(u"headersSection"_s)->setOpen(true);
    auto* headers = part<HeadersField>();
    headers->setFocus();
    QTest::keyClicks(headers, u"content-type: text/plain"_s);
    part<FoldSection>(u"headersSection"_s)->setOpen(false); // what must be known opens it again
    part<QLineEdit>(u"name"_s)->setFocus();
    const auto said = [this](const QString& words) {
        return std::ranges::any_of(m_session->window().currentPage()->findChildren<ProblemLabel*>(),
                                   [&](const ProblemLabel* label) {
                                       return label->isVisible() && label->problem().contains(words);
                                   });
    };
    QTRY_VERIFY(said(u"content-type is sent instead of the one that Hybiscus sends"_s) ||
                said(u"content-type is sent instead of the one that ConnectReport sends"_s));
    QVERIFY(said(u"sent as an Authorization header"_s));
    QTRY_VERIFY(part<QPushButton>(u"save"_s)->isEnabled());
    QTest::keyClick(part<QPushButton>(u"save"_s), Qt::Key_Space); // what is said moves it
    QTRY_COMPARE(webhooks().first().headers.value("Content-Type"), QByteArray("text/plain"));
}

void DesignPagesTest::aClientCertificateAndChosenEventsAreStored()
{
    QTemporaryFile certificate;
    QVERIFY(certificate.open());
    open(u"webhooks"_s);
    newWebhook(u"http://127.0.0.1:9/hook"_s);
    QTRY_COMPARE(part<QPushButton>(u"save"_s)->text(), u"&Save"_s);
    const QString event = builtInProviders().find(webhooks().first().provider)->events.first().name;
    QTest::mouseClick(part<ToggleChip>(event), Qt::LeftButton);
    part<FoldSection>(u"certificateSection"_s)->setOpen(true);
    auto* file = part<QLineEdit>(u"clientCertificateFile"_s);
    QTest::keyClicks(file, certificate.fileName() + u"-not-there"_s);
    QTest::keyClick(part<QPushButton>(u"save"_s), Qt::Key_Space);
    QCOMPARE(webhooks().first().clientCertificate.file, QString());
    file->selectAll();
    QTest::keyClicks(file, certificate.fileName());
    QTest::keyClicks(part<QLineEdit>(u"clientPassphrase"_s), u"open sesame"_s);
    QTest::keyClick(part<QPushButton>(u"save"_s), Qt::Key_Space);
    QTRY_COMPARE(webhooks().first().clientCertificate.file, certificate.fileName());
    QCOMPARE(webhooks().first().clientCertificate.passphrase, QByteArray("open sesame"));
    QVERIFY(!webhooks().first().events.isEmpty() && !webhooks().first().events.contains(event));
}

void DesignPagesTest::aFractionOfATimeoutIsKept()
{
    Webhook webhook;
    webhook.provider = u"hybiscus"_s;
    webhook.url = u"http://127.0.0.1:9/hook"_s;
    webhook.timeout = std::chrono::milliseconds(1500);
    QVERIFY(waitFor(m_session->workbench().designer().saveWebhook(webhook)));
    open(u"webhooks"_s);
    auto* table = part<QTableView>(u"webhooks"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    auto* name = part<QLineEdit>(u"name"_s);
    QTRY_VERIFY(!name->text().isEmpty());
    QVERIFY(!part<QPushButton>(u"save"_s)->isEnabled());
    name->setFocus();
    QTest::keyClicks(name, u"x"_s);
    QTest::mouseClick(part<QPushButton>(u"save"_s), Qt::LeftButton);
    QTRY_VERIFY(webhooks().first().name.endsWith(u'x'));
    QVERIFY(webhooks().first().timeout == std::chrono::milliseconds(1500));
}

void DesignPagesTest::aDeletedWebhookComesBackWithTheSameId()
{
    open(u"webhooks"_s);
    newWebhook(u"http://127.0.0.1:9/hook"_s);
    QTRY_COMPARE(webhooks().size(), 1);
    const Webhook stored = webhooks().first();
    auto* table = part<QTableView>(u"webhooks"_s);
    QTRY_VERIFY(table->currentIndex().isValid());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_COMPARE(webhooks().size(), 0);
    auto* undo = part<UndoBar>();
    QTRY_VERIFY(undo->isVisible());
    QTest::mouseClick(undo->findChild<QPushButton*>(u"undo"_s), Qt::LeftButton);
    QTRY_COMPARE(webhooks().size(), 1);
    QCOMPARE(webhooks().first().id, stored.id);
}

void DesignPagesTest::theTickSwitchesAWebhookOff()
{
    open(u"webhooks"_s);
    newWebhook(u"http://127.0.0.1:9/hook"_s);
    auto* table = part<QTableView>(u"webhooks"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QTRY_VERIFY(!webhooks().first().enabled);
    QTRY_COMPARE(table->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void DesignPagesTest::aReportIsMadeAndEditedInFormAndJsonAlike()
{
    open(u"reports"_s);
    newReport(1);
    QTest::keyClicks(barPart<QLineEdit>(u"reportName"_s), u"Sales"_s);
    QTest::keyClick(barPart<QLineEdit>(u"reportName"_s), Qt::Key_Return);
    QTRY_COMPARE(reports().first().name, u"Sales"_s);
    const QByteArray before = reports().first().document;
    showSide(1);
    auto* json = part<JsonEditor>();
    QVERIFY(json);
    QCOMPARE(json->text(), before);
    json->jumpTo(1, 2);
    QTest::keyClicks(json->focusProxy(), u" "_s);
    QTRY_VERIFY(reports().first().document != before);
    m_session->window().currentPage()->undoStack()->undo();
    QCOMPARE(json->text(), before);
    QTRY_COMPARE(reports().first().document, before);
}

/// While it is new; a later name is the workspace's alone.
void DesignPagesTest::aNewReportsTitleIsItsName()
{
    open(u"reports"_s);
    newReport(1);
    auto* name = barPart<QLineEdit>(u"reportName"_s);
    QTest::keyClicks(name, u"Q3 Sales"_s);
    QTRY_COMPARE(reports().first().name, u"Q3 Sales"_s);
    QVERIFY(reports().first().document.contains(R"("report_title": "Q3 Sales")"));
    const Report first = reports().first();
    newReport(0);
    QTest::keyClicks(name, u"Weekly"_s);
    QTRY_VERIFY(reports().last().document.contains(R"("title": "Weekly")") ||
                reports().first().document.contains(R"("title": "Weekly")"));
    QVERIFY(reports().last().document.contains("<h1>Weekly</h1>") ||
            reports().first().document.contains("<h1>Weekly</h1>"));
    m_session->window().currentPage()->go({first.id.toString()});
    QTRY_COMPARE(name->text(), u"Q3 Sales"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Old"_s);
    const auto stored = [&] {
        const QList<Report> all = reports();
        return *std::ranges::find(all, first.id, &Report::id);
    };
    QTRY_COMPARE(stored().name, u"Old"_s);
    QCOMPARE(stored().document, first.document);
}

void DesignPagesTest::anEmptiedReportStaysEmptyAndIsUndone_data()
{
    QTest::addColumn<int>("provider");
    QTest::addColumn<int>("key");
    for (int provider = 0; provider < int(builtInProviders().all().size()); ++provider) {
        QTest::addRow("delete, %d", provider) << provider << int(Qt::Key_Delete);
        QTest::addRow("backspace, %d", provider) << provider << int(Qt::Key_Backspace);
    }
}

void DesignPagesTest::anEmptiedReportStaysEmptyAndIsUndone()
{
    QFETCH(int, provider);
    QFETCH(int, key);
    open(u"reports"_s);
    newReport(provider);
    const bool isTask = builtInProviders().find(reports().first().provider)->task.isTask();
    QLineEdit* title = nullptr;
    QTRY_VERIFY(title = isTask ? part<QLineEdit>(u"$.title"_s) : firstLine());
    title->setFocus();
    QTest::keyClicks(title, u"Sales"_s);
    QTRY_VERIFY(reports().first().document.contains("Sales"));
    const QByteArray before = reports().first().document;
    showSide(1);
    auto* json = part<JsonEditor>();
    json->setFocus();
    QTest::keyClick(json->focusProxy(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(json->focusProxy(), Qt::Key(key));
    QTRY_COMPARE(reports().first().document, QByteArray());
    QTest::qWait(600); // nothing may come back by itself
    QCOMPARE(json->text(), QByteArray());
    QCOMPARE(reports().first().document, QByteArray());
    QTRY_VERIFY(part<QListWidget>(u"problems"_s)->count() > 0);
    showSide(0);
    const auto empty =
        m_session->window().currentPage()->findChildren<QWidget*>(isTask ? u"noTask"_s : u"noJson"_s);
    QVERIFY(std::ranges::any_of(empty, &QWidget::isVisible));
    showSide(1);
    QTest::keyClick(json->focusProxy(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(json->text(), before);
    QTRY_COMPARE(reports().first().document, before);
    QTest::keyClick(json->focusProxy(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(json->text(), QByteArray());
    QTRY_COMPARE(reports().first().document, QByteArray());
}

void DesignPagesTest::brokenTextSurvivesReportsPagesAndARestart()
{
    open(u"reports"_s);
    newReport(0);
    newReport(1);
    const ReportId broken =
        *ReportId::parse(barPart<QTreeWidget>(u"reports"_s)->currentItem()->data(0, Qt::UserRole).toString());
    showSide(1);
    auto* json = part<JsonEditor>();
    const QByteArray before = json->text();
    json->setFocus();
    QTest::keyClick(json->focusProxy(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(json->focusProxy(), u"{ half"_s);
    const QByteArray typed = json->text();
    for (const Report& report : reports()) {
        if (report.id != broken)
            m_session->window().currentPage()->go({report.id.toString()});
    }
    QVERIFY(json->text() != typed);
    m_session->window().go(u"webhooks"_s);
    m_session->window().go(u"reports"_s, {broken.toString()});
    QCOMPARE(json->text(), typed);
    m_session->window().currentPage()->undoStack()->undo();
    QCOMPARE(json->text(), before);
    m_session->window().currentPage()->undoStack()->redo();
    m_session->restart();
    m_session->openWindow();
    open(u"reports"_s);
    QTRY_COMPARE(reports().size(), 2);
    m_session->window().currentPage()->go({broken.toString()});
    showSide(1);
    QTRY_COMPARE(part<JsonEditor>()->text(), typed);
}

void DesignPagesTest::aReportThatCannotBeStoredIsKeptAsADraft()
{
    open(u"reports"_s);
    newReport(0);
    auto* name = barPart<QLineEdit>(u"reportName"_s);
    const QString taken = name->text();
    newReport(0);
    QTRY_VERIFY(name->text() != taken);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, taken);
    Drafts& drafts = m_session->workbench().drafts();
    QTRY_COMPARE(drafts.count(), 1);
    auto* saved = m_session->window().statusLine().findChild<QLabel*>(u"saved"_s);
    QTRY_COMPARE(saved->text(), u"1 draft not saved"_s);
    m_session->restart();
    m_session->openWindow();
    open(u"reports"_s);
    QTRY_COMPARE(m_session->workbench().drafts().count(), 1);
    saved = m_session->window().statusLine().findChild<QLabel*>(u"saved"_s);
    QTRY_COMPARE(saved->text(), u"1 draft not saved"_s);
    for (const Report& report : reports()) {
        if (report.name != taken)
            m_session->window().currentPage()->go({report.id.toString()});
    }
    name = barPart<QLineEdit>(u"reportName"_s);
    QTRY_COMPARE(name->text(), taken);
    name->setFocus();
    QTest::keyClicks(name, u" too"_s);
    QTRY_COMPARE(m_session->workbench().drafts().count(), 0);
    QTRY_COMPARE(saved->text(), u"Saved"_s);
}

void DesignPagesTest::aProblemIsListedAndJumpedTo()
{
    open(u"reports"_s);
    newReport(1);
    showSide(1);
    auto* json = part<JsonEditor>();
    json->jumpTo(1, 1);
    QTest::keyClicks(json->focusProxy(), u"x"_s);
    auto* problems = part<QListWidget>(u"problems"_s);
    QTRY_VERIFY(problems->count() > 0);
    QTRY_VERIFY(part<QToolButton>(u"goToProblem"_s)->isVisible());
    json->jumpTo(3, 1);
    QTest::mouseClick(part<QToolButton>(u"goToProblem"_s), Qt::LeftButton);
    QTRY_COMPARE(json->line(), 1);
    json->jumpTo(3, 1);
    problems->show();
    problems->setFocus();
    problems->setCurrentRow(0);
    QTest::keyClick(problems, Qt::Key_Return);
    QTRY_COMPARE(json->line(), 1);
}

void DesignPagesTest::aDeletedReportComesBack()
{
    open(u"reports"_s);
    newReport(0);
    const ReportId id = reports().first().id;
    QTest::mouseClick(barPart<QToolButton>(u"chooseReport"_s), Qt::LeftButton);
    auto* list = barPart<QTreeWidget>(u"reports"_s);
    QTRY_VERIFY(list->isVisible());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(reports().size(), 0);
    QTRY_VERIFY(part<UndoBar>()->isVisible());
    part<UndoBar>()->undo();
    QTRY_COMPARE(reports().size(), 1);
    QCOMPARE(reports().first().id, id);
}

QTEST_MAIN(DesignPagesTest)
#include "design_pages_test.moc"
