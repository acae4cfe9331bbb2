// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "support/built_in_providers.h"
#include "support/gui_session.h"
#include "support/gui_window.h"
#include "support/scaled_font.h"
#include "ui/webhooks/plan_dots.h"
#include "ui/webhooks/policies_dialog.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/problem_label.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/destinations.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// What keeps deliveries back or tries them again, as a person sees and sets it: own policies, circuits,
/// switched off webhooks, destinations.
class DeliveryLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void anOwnPolicyIsMadeDrawnRenamedAndUsed();
    void anOwnPolicyIsDuplicatedDeletedAndBroughtBack();
    void whatCannotBeReadIsSaidAtItsField();
    void thePolicyEditorInBothThemesAndSizes_data();
    void thePolicyEditorInBothThemesAndSizes();
    void anOpenCircuitIsSaidOnBothPages();
    void aWebhookThatWasSwitchedOffSaysWhy();
    void destinationsAreChosenInTheMenu();

private:
    template <class T>
    T* part(const QString& name = {})
    {
        return m_session->window().currentPage()->findChild<T*>(name);
    }
    Workbench& workbench() { return m_session->workbench(); }
    QStringList ownNames();
    Webhook savedWebhook(const QString& policy, const FlowLimits& flow = {});
    PoliciesDialog* openPolicies();
    void type(PoliciesDialog& dialog, const QString& field, const QString& text);

    Theme m_theme{false};
    std::unique_ptr<GuiSession> m_session;
};

void DeliveryLimitsTest::init()
{
    m_theme.choose(ThemeChoice::Light);
    m_session = std::make_unique<GuiSession>(m_theme);
    QVERIFY(m_session->works());
    QVERIFY(m_session->start());
    m_session->openWindow();
    m_session->window().resize(1280, 800);
    m_session->window().go(u"webhooks"_s);
    QVERIFY(showActive(m_session->window()));
}

QStringList DeliveryLimitsTest::ownNames()
{
    QStringList names;
    const QList<RetryPolicy> own = waitFor(workbench().policies().own()).value_or(QList<RetryPolicy>());
    for (const RetryPolicy& policy : own)
        names << policy.name;
    return names;
}

Webhook DeliveryLimitsTest::savedWebhook(const QString& policy, const FlowLimits& flow)
{
    Webhook webhook;
    webhook.provider = builtInProviders().all().first().key;
    webhook.name = u"Archive"_s;
    webhook.url = u"http://127.0.0.1:1/hook"_s;
    webhook.policy = policy;
    webhook.flow = flow;
    return waitFor(workbench().designer().saveWebhook(webhook)).value();
}

PoliciesDialog* DeliveryLimitsTest::openPolicies()
{
    part<QPushButton>(u"ownPolicies"_s)->click();
    auto* dialog = m_session->window().findChild<PoliciesDialog*>();
    return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
}

void DeliveryLimitsTest::type(PoliciesDialog& dialog, const QString& field, const QString& text)
{
    auto* line = dialog.findChild<QLineEdit*>(field);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void DeliveryLimitsTest::anOwnPolicyIsMadeDrawnRenamedAndUsed()
{
    const Webhook webhook = savedWebhook(u"provider"_s);
    PoliciesDialog* dialog = openPolicies();
    QVERIFY(dialog);
    type(*dialog, u"policyName"_s, u"patient"_s);
    auto* kind = dialog->findChild<QComboBox*>(u"policyKind"_s);
    kind->setCurrentIndex(kind->findData(int(RetryPolicy::Kind::List)));
    type(*dialog, u"policyGaps"_s, u"30, 60, 300"_s);
    QCOMPARE(dialog->findChild<PlanDots*>()->accessibleDescription(),
             u"4 attempts, the last after 6 min 30 s"_s);
    type(*dialog, u"policyStatuses"_s, u"429, 500-599"_s);
    dialog->findChild<QPushButton*>(u"savePolicy"_s)->click();
    QTRY_COMPARE(ownNames(), QStringList{u"patient"_s});
    const RetryPolicy stored = waitFor(workbench().policies().resolve(u"patient"_s)).value();
    QCOMPARE(stored.retryStatuses.size(), 2);
    QCOMPARE(Policies::preview(stored).plan.size(), 4);
    Webhook user = webhook;
    user.policy = u"patient"_s;
    QVERIFY(waitFor(workbench().designer().saveWebhook(user)));
    QTRY_COMPARE(dialog->findChild<QListWidget*>(u"policyList"_s)->count(), 1);
    QTRY_VERIFY(dialog->findChild<QLabel*>(u"policyUsers"_s)->text().contains(u"Archive"_s));
    type(*dialog, u"policyName"_s, u"very patient"_s);
    dialog->findChild<QPushButton*>(u"savePolicy"_s)->click();
    QTRY_COMPARE(ownNames(), QStringList{u"very patient"_s});
    QCOMPARE(waitFor(workbench().designer().webhook(webhook.id))->policy, u"very patient"_s);
    QTRY_COMPARE(dialog->findChild<QListWidget*>(u"policyList"_s)->item(0)->text(), u"very patient"_s);
    QTRY_VERIFY(dialog->findChild<QLabel*>(u"policyUsers"_s)->text().contains(u"Archive"_s));
    dialog->findChild<QToolButton*>(u"deletePolicy"_s)->click();
    QTRY_VERIFY(!dialog->findChild<InlineMessage*>(u"policyProblem"_s)->text().isEmpty());
    QCOMPARE(ownNames(), QStringList{u"very patient"_s});
}

void DeliveryLimitsTest::anOwnPolicyIsDuplicatedDeletedAndBroughtBack()
{
    RetryPolicy policy;
    policy.name = u"one"_s;
    policy.kind = RetryPolicy::Kind::Linear;
    policy.firstGap = policy.increment = std::chrono::seconds(10);
    policy.count = 3;
    QVERIFY(waitFor(workbench().policies().save({}, policy)));
    savedWebhook(u"provider"_s);
    PoliciesDialog* dialog = openPolicies();
    QVERIFY(dialog);
    auto* list = dialog->findChild<QListWidget*>(u"policyList"_s);
    QTRY_COMPARE(list->count(), 1);
    list->setCurrentRow(0);
    QCOMPARE(dialog->findChild<PlanDots*>()->accessibleDescription(), u"4 attempts, the last after 1 min"_s);
    dialog->findChild<QToolButton*>(u"duplicatePolicy"_s)->click();
    QTRY_COMPARE(ownNames(), QStringList({u"one"_s, u"one copy"_s}));
    QTRY_VERIFY(list->currentItem() && list->currentItem()->text() == u"one copy"_s);
    dialog->findChild<QToolButton*>(u"deletePolicy"_s)->click();
    QTRY_COMPARE(ownNames(), QStringList{u"one"_s});
    auto* undo = dialog->findChild<UndoBar*>();
    QTRY_VERIFY(undo->isVisible());
    undo->undo();
    QTRY_COMPARE(ownNames(), QStringList({u"one"_s, u"one copy"_s}));
}

void DeliveryLimitsTest::whatCannotBeReadIsSaidAtItsField()
{
    savedWebhook(u"provider"_s);
    PoliciesDialog* dialog = openPolicies();
    QVERIFY(dialog);
    type(*dialog, u"policyName"_s, u"svix"_s);
    type(*dialog, u"policyStatuses"_s, u"4xx"_s);
    dialog->findChild<QPushButton*>(u"savePolicy"_s)->click();
    for (const QString& field : {u"policyName"_s, u"policyStatuses"_s})
        QTRY_VERIFY(!dialog->findChild<QLineEdit*>(field)->accessibleDescription().isEmpty());
    QCOMPARE(ownNames(), QStringList());
}

void DeliveryLimitsTest::thePolicyEditorInBothThemesAndSizes_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 150, 200}) {
        QTest::addRow("light-%d", percent) << false << percent;
        QTest::addRow("dark-%d", percent) << true << percent;
    }
}

void DeliveryLimitsTest::thePolicyEditorInBothThemesAndSizes()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const ScaledFont font(percent);
    m_theme.choose(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    RetryPolicy policy;
    policy.name = u"patient"_s;
    policy.kind = RetryPolicy::Kind::Exponential;
    policy.firstGap = std::chrono::seconds(30);
    policy.count = 7;
    policy.jitter = 0.2;
    policy.disableAfterDays = 3;
    QVERIFY(waitFor(workbench().policies().save({}, policy)));
    savedWebhook(policy.name);
    PoliciesDialog* dialog = openPolicies();
    QVERIFY(dialog);
    auto* list = dialog->findChild<QListWidget*>(u"policyList"_s);
    QTRY_VERIFY(list->currentRow() == 0 || list->count() == 1);
    list->setCurrentRow(0);
    const QSize least = dialog->minimumSizeHint();
    QVERIFY2(least.width() <= 1280 && least.height() <= 800,
             qPrintable(u"%1×%2"_s.arg(least.width()).arg(least.height())));
    QVERIFY(takePicture(*dialog, u"policies-"_s + QLatin1String(QTest::currentDataTag())));
}

void DeliveryLimitsTest::anOpenCircuitIsSaidOnBothPages()
{
    FlowLimits flow;
    flow.circuitOpensAfter = 1;
    const Webhook webhook = savedWebhook(u"none"_s, flow);
    QVERIFY(waitFor(workbench().simulator().sendTest(webhook.id)));
    auto* table = part<QTableView>(u"webhooks"_s);
    const auto said = [&] {
        const QAbstractItemModel* model = table->model();
        const QModelIndex cell = model->index(0, model->columnCount() - 1);
        return table->isColumnHidden(cell.column()) ? QString() : cell.data().toString();
    };
    QTRY_VERIFY2(said().startsWith(u"Circuit open, tries again in "_s), qPrintable(said()));
    QVERIFY(takePicture(m_session->window(), u"circuit-webhooks"_s));
    m_session->window().go(u"deliveries"_s);
    const auto onPage = [&] {
        for (const auto* label : m_session->window().currentPage()->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().startsWith(u"Archive: Circuit open"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(onPage());
    QVERIFY(takePicture(m_session->window(), u"circuit-deliveries"_s));
    workbench().clock().pause();
    m_session->window().go(u"webhooks"_s);
    QTRY_COMPARE(said(), u"Circuit open while the clock is paused"_s);
    Webhook closed = webhook;
    closed.flow.circuitOpensAfter = 0;
    QVERIFY(waitFor(workbench().designer().saveWebhook(closed)));
    QTRY_VERIFY(workbench().dispatch().circuits().isEmpty());
    QTRY_COMPARE(said(), QString());
}

void DeliveryLimitsTest::aWebhookThatWasSwitchedOffSaysWhy()
{
    Webhook webhook = savedWebhook(u"none"_s);
    webhook.enabled = false;
    webhook.disabledReason = u"The receiver answered 410 Gone: it wants no more deliveries."_s;
    QVERIFY(waitFor(workbench().designer().saveWebhook(webhook)));
    auto* reason = part<ProblemLabel>(u"offReason"_s);
    QTRY_VERIFY(reason->problem().contains(u"410 Gone"_s));
    QVERIFY(takePicture(m_session->window(), u"switched-off"_s));
    QVERIFY(waitFor(workbench().designer().setWebhookEnabled(webhook.id, true)));
    QTRY_VERIFY(reason->problem().isEmpty());
}

void DeliveryLimitsTest::destinationsAreChosenInTheMenu()
{
    auto* action = m_session->window().findChild<QAction*>(u"publicOnly"_s);
    QVERIFY(action && !action->isChecked());
    action->trigger();
    QTRY_VERIFY(waitFor(workbench().destinations().publicOnly()).value());
    QVERIFY(waitFor(workbench().destinations().setPublicOnly(false)));
    QTRY_VERIFY(!action->isChecked());
}

QTEST_MAIN(DeliveryLimitsTest)
#include "delivery_limits_test.moc"
