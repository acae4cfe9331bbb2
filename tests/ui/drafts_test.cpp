// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "ui/captures/rule_editor.h"
#include "ui/shell/end_signals.h"
#include "ui/shell/status_line.h"
#include "ui/webhooks/policies_dialog.h"
#include "ui/webhooks/webhook_draft.h"
#include "ui/widgets/fold_section.h"
#include "ui/widgets/json_editor.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/design/policies.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

#include <csignal>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What was typed and not saved outlives the program, and the status line tells of it.
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void aWebhookDraftRoundTrips();
    void webhooksAreThereAgainAsTyped();
    void anEditThatIsTakenBackIsNoDraft();
    void anEditedBodySurvivesSavesEventsAndARestart();
    void aRuleEditedInTheLastMomentIsStored();
    void ownPoliciesAreThereAgainAsTyped();
    void signalsEndGently();

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
    void quitAndStart(const QString& page)
    {
        QVERIFY(showActive(m_session->window()));
        QTest::keyClick(&m_session->window(), Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(!m_session->window().isVisible());
        m_session->restart();
        QVERIFY(m_session->start());
        m_session->openWindow();
        open(page);
    }
    QString saved() { return m_session->window().statusLine().findChild<QLabel*>(u"saved"_s)->text(); }
    QString nameInTable(WebhookId id)
    {
        const QAbstractItemModel* model = part<QTableView>(u"webhooks"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 1).data(Qt::UserRole + 1).toString() == id.toString())
                return model->index(row, 1).data().toString();
        }
        return {};
    }
    Webhook firstWebhook() { return waitFor(m_session->workbench().designer().webhooks())->first(); }

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void DraftsTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->makeSample() && m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
}

void DraftsTest::aWebhookDraftRoundTrips()
{
    WebhookDraft draft;
    draft.webhook.provider = u"x"_s;
    draft.webhook.token = QByteArray("t\xff\0k", 4);
    draft.webhook.timeout = std::chrono::seconds(7);
    draft.webhook.flow.maxInFlight = 2;
    draft.headerLines = u"half a line"_s;
    const auto read = webhookDraftFromText(textOf(draft));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->webhook.token, draft.webhook.token);
    QCOMPARE(read->webhook.timeout, draft.webhook.timeout);
    QCOMPARE(read->webhook.flow, draft.webhook.flow);
    QCOMPARE(read->headerLines, draft.headerLines);
    QVERIFY(!webhookDraftFromText("[]"));
}

void DraftsTest::webhooksAreThereAgainAsTyped()
{
    open(u"webhooks"_s);
    QTRY_COMPARE(saved(), u"Saved"_s);
    QTRY_VERIFY(part<QTableView>(u"webhooks"_s)->currentIndex().isValid());
    const Webhook stored = firstWebhook();
    m_session->window().currentPage()->go({stored.id.toString()});
    auto* url = part<QLineEdit>(u"url"_s);
    url->setFocus();
    QTest::keyClick(url, Qt::Key_End);
    QTest::keyClicks(url, u"/half"_s);
    QCOMPARE(saved(), u"1 draft not saved"_s);
    QCOMPARE(nameInTable(stored.id), u"%1 (not saved)"_s.arg(stored.name));
    QTest::keyClick(&m_session->window(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(url->hasFocus());
    QTest::keyClicks(url, u"http://127.0.0.1:9/new"_s);
    part<FoldSection>(u"headersSection"_s)->setOpen(true);
    auto* headers = part<QWidget>(u"webhookHeaders"_s);
    QVERIFY(headers);
    headers->setFocus();
    QTest::keyClicks(headers, u"X-Unfinish"_s);
    QCOMPARE(saved(), u"2 drafts not saved"_s);

    quitAndStart(u"webhooks"_s);
    QTRY_COMPARE(saved(), u"2 drafts not saved"_s);
    url = part<QLineEdit>(u"url"_s);
    QTRY_COMPARE(url->text(), u"http://127.0.0.1:9/new"_s);
    QCOMPARE(part<QPlainTextEdit>(u"webhookHeaders"_s)->toPlainText(), u"X-Unfinish"_s);
    QCOMPARE(nameInTable(stored.id), u"%1 (not saved)"_s.arg(stored.name));
    m_session->window().currentPage()->go({stored.id.toString()});
    QTRY_COMPARE(url->text(), QString(stored.url + u"/half"_s));
    QCOMPARE(firstWebhook().url, stored.url);
    QTest::mouseClick(part<QPushButton>(u"save"_s), Qt::LeftButton);
    QTRY_COMPARE(waitFor(m_session->workbench().designer().webhook(stored.id))->url,
                 QString(stored.url + u"/half"_s));
    QTRY_COMPARE(saved(), u"1 draft not saved"_s);
    QTRY_COMPARE(nameInTable(stored.id), stored.name);
    QTest::keyClick(&m_session->window(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(url->text(), u"http://127.0.0.1:9/new"_s);
    QTest::keyClick(url, Qt::Key_Escape);
    QTRY_COMPARE(saved(), u"Saved"_s);
}

void DraftsTest::anEditThatIsTakenBackIsNoDraft()
{
    open(u"webhooks"_s);
    QTRY_VERIFY(part<QTableView>(u"webhooks"_s)->currentIndex().isValid());
    auto* name = part<QLineEdit>(u"name"_s);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, u"x"_s);
    QCOMPARE(m_session->workbench().drafts().count(), 1);
    QTest::keyClick(name, Qt::Key_Backspace);
    QCOMPARE(m_session->workbench().drafts().count(), 0);
    QCOMPARE(saved(), u"Saved"_s);
}

void DraftsTest::anEditedBodySurvivesSavesEventsAndARestart()
{
    open(u"simulate"_s);
    auto* body = part<JsonEditor>();
    QTRY_VERIFY(!body->text().isEmpty());
    QTest::mouseClick(part<QPushButton>(u"editPayload"_s), Qt::LeftButton);
    body->setFocus();
    QTest::keyClick(body->focusProxy(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(body->focusProxy(), u"wrong on purpose"_s);
    const QByteArray typed = body->text();
    QCOMPARE(typed, QByteArray("wrong on purpose"));
    QCOMPARE(saved(), u"1 draft not saved"_s);
    auto* report = m_session->window().findChild<QComboBox*>(u"simulateReport"_s);
    Report stored = waitFor(m_session->workbench().designer().reports())->first();
    stored.name += u" again"_s;
    QVERIFY(waitFor(m_session->workbench().designer().saveReport(stored)));
    QTRY_VERIFY(report->itemText(0).contains(u"again"_s) || report->itemText(1).contains(u"again"_s));
    QCOMPARE(body->text(), typed);
    const int chosen = report->currentIndex();
    report->setCurrentIndex(1 - chosen);
    QTRY_VERIFY(body->text() != typed);
    report->setCurrentIndex(chosen);
    QTRY_COMPARE(body->text(), typed);
    const QString name = report->currentText();

    quitAndStart(u"simulate"_s);
    QTRY_COMPARE(saved(), u"1 draft not saved"_s);
    report = m_session->window().findChild<QComboBox*>(u"simulateReport"_s);
    QTRY_VERIFY(report->count() > 1);
    report->setCurrentText(name);
    QTRY_COMPARE(part<JsonEditor>()->text(), typed);
    QTest::mouseClick(part<QPushButton>(u"editPayload"_s), Qt::LeftButton);
    QTRY_COMPARE(saved(), u"Saved"_s);
    QTRY_VERIFY(part<JsonEditor>()->text() != typed);
}

void DraftsTest::aRuleEditedInTheLastMomentIsStored()
{
    open(u"captures"_s);
    auto* editor = part<RuleEditor>();
    QTRY_VERIFY(editor->isEnabled() && !editor->rule().name.isEmpty());
    for (auto* tabs : m_session->window().currentPage()->findChildren<QTabWidget*>()) {
        if (tabs->isAncestorOf(editor))
            tabs->setCurrentIndex(1);
    }
    auto* name = editor->findChild<QLineEdit*>();
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"typed and gone"_s);
    QCOMPARE(saved(), u"Saving…"_s);
    quitAndStart(u"captures"_s);
    const auto listeners = waitFor(m_session->workbench().listening().list());
    QCOMPARE(listeners->first().config.rules.first().name, u"typed and gone"_s);
    QTRY_COMPARE(saved(), u"Saved"_s);
}

void DraftsTest::ownPoliciesAreThereAgainAsTyped()
{
    open(u"webhooks"_s);
    QTRY_VERIFY(part<QTableView>(u"webhooks"_s)->currentIndex().isValid());
    QTest::mouseClick(part<QPushButton>(u"ownPolicies"_s), Qt::LeftButton);
    auto* dialog = m_session->window().findChild<PoliciesDialog*>();
    QVERIFY(dialog);
    QVERIFY(showActive(*dialog));
    auto* name = dialog->findChild<QLineEdit*>(u"policyName"_s);
    QVERIFY(name);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"patient"_s);
    QTRY_COMPARE(saved(), u"1 draft not saved"_s);
    dialog->close();
    quitAndStart(u"webhooks"_s);
    QTRY_COMPARE(saved(), u"1 draft not saved"_s);
    QTRY_VERIFY(part<QTableView>(u"webhooks"_s)->currentIndex().isValid());
    QTest::mouseClick(part<QPushButton>(u"ownPolicies"_s), Qt::LeftButton);
    dialog = m_session->window().findChild<PoliciesDialog*>();
    name = dialog->findChild<QLineEdit*>(u"policyName"_s);
    QTRY_COMPARE(name->text(), u"patient"_s);
    QTest::mouseClick(dialog->findChild<QPushButton*>(u"savePolicy"_s), Qt::LeftButton);
    QTRY_COMPARE(saved(), u"Saved"_s);
    QCOMPARE(waitFor(m_session->workbench().policies().own())->first().name, u"patient"_s);
}

void DraftsTest::signalsEndGently()
{
    EndSignals ends;
    QSignalSpy wanted(&ends, &EndSignals::endWanted);
    std::raise(SIGTERM);
    QTRY_COMPARE(wanted.size(), 1);
}

QTEST_MAIN(DraftsTest)
#include "drafts_test.moc"
