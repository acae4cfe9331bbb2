// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhooks_page.h"

#include "ui/webhooks/policies_dialog.h"
#include "ui/webhooks/webhook_drafts.h"
#include "ui/webhooks/webhook_editor.h"
#include "ui/webhooks/webhook_head.h"
#include "ui/webhooks/webhook_removal.h"
#include "ui/webhooks/webhook_table.h"
#include "ui/webhooks/webhooks_model.h"
#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/result_words.h"
#include "ui/widgets/turning_splitter.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/design/designer.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr std::chrono::milliseconds countdownStep(500);

QString testWords(const Attempt& attempt)
{
    switch (*attempt.outcome) {
    case Outcome::Success:
        return WebhooksPage::tr("The test was delivered: %1").arg(outcomeWords(attempt));
    case Outcome::Refused:
        return WebhooksPage::tr("The test was refused: %1").arg(attempt.error);
    case Outcome::Rejected:
        return WebhooksPage::tr("The test was rejected: %1").arg(attempt.status);
    default:
        return WebhooksPage::tr("The test failed: %1").arg(attempt.error);
    }
}

QStringList eventNames(const Providers& providers, const QString& provider)
{
    QStringList names;
    if (const auto info = providers.find(provider)) {
        for (const EventInfo& event : info->events)
            names << event.name;
    }
    return names;
}

} // namespace

WebhooksPage::WebhooksPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_model(new WebhooksModel(workbench.providers(), this))
    , m_table(new WebhookTable(*m_model))
    , m_actions(makeActions())
    , m_head(new WebhookHead({m_actions.duplicate, m_actions.policies, m_actions.remove},
                             [&workbench] { return workbench.clock().realNow(); }))
    , m_editor(new WebhookEditor(workbench.providers(), workbench.policies()))
    , m_drafts(new WebhookDrafts(workbench.drafts(), this))
    , m_undo(new UndoBar)
    , m_removal(new WebhookRemoval(workbench.designer(), *m_undo, *this))
    , m_filter(new QLineEdit)
    , m_stack(new QStackedWidget)
    , m_right(new QStackedWidget)
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the webhooks"));
    m_filter->setClearButtonEnabled(true);
    arrange();
    watch();
    m_drafts->load();
}

void WebhooksPage::arrange()
{
    auto* chosen = new QWidget;
    auto* right = new QVBoxLayout(chosen);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_head);
    right->addWidget(m_editor, 1);
    m_right->addWidget(
        new EmptyPage(QStringLiteral("insert-link"), tr("Choose a webhook to see and change it."), {}));
    m_right->addWidget(chosen);
    constexpr double leastBeside = 900; // the list with its addresses, and the editor
    const QList<int> beside{scaled(670), scaled(470)}, above{scaled(160), scaled(320)};
    auto* splitter = new TurningSplitter(leastBeside, beside, above);
    splitter->setObjectName(QStringLiteral("halves"));
    splitter->addWidget(m_table);
    splitter->addWidget(m_right);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes(beside);
    auto* empty = new EmptyPage(
        QStringLiteral("insert-link"),
        tr("A webhook sends a provider's events to an address. An address is enough."), tr("New webhook"));
    empty->setHeading(tr("No webhooks yet"));
    connect(empty, &EmptyPage::stepWanted, this, &WebhooksPage::startNew);
    m_stack->addWidget(splitter);
    m_stack->addWidget(empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_undo);
    setFocusProxy(m_table);
}

void WebhooksPage::watch()
{
    connect(m_filter, &QLineEdit::textChanged, m_table, &WebhookTable::setFilter);
    connect(m_table, &WebhookTable::currentWebhookChanged, this, &WebhooksPage::showCurrent);
    connect(m_table, &QTableView::activated, m_editor, &WebhookEditor::focusUrl);
    connect(m_model, &WebhooksModel::enabledWanted, this,
            [this](WebhookId id, bool on) { m_workbench.designer().setWebhookEnabled(id, on); });
    connect(m_head, &WebhookHead::testWanted, this, &WebhooksPage::sendTest);
    connect(m_editor, &WebhookEditor::edited, this, &WebhooksPage::keepDraft);
    connect(m_editor, &WebhookEditor::saveWanted, this, &WebhooksPage::save);
    connect(m_editor, &WebhookEditor::revertWanted, this, &WebhooksPage::revert);
    connect(m_editor, &WebhookEditor::reportWanted, this,
            [this](ReportId id) { emit wanted(QStringLiteral("reports"), {id.toString()}); });
    connect(m_editor, &WebhookEditor::policiesWanted, this, &WebhooksPage::showPolicies);
    connect(m_drafts, &WebhookDrafts::loaded, this, &WebhooksPage::reload);
    connect(m_drafts, &WebhookDrafts::changed, this, &WebhooksPage::showDrafts);
    connect(m_removal, &WebhookRemoval::removed, m_drafts, &WebhookDrafts::drop);
    connect(m_removal, &WebhookRemoval::said, this, &PageWidget::said);
    connect(m_removal, &WebhookRemoval::failed, m_editor, &WebhookEditor::tellProblem);
    connect(m_removal, &WebhookRemoval::broughtBack, this, [this](WebhookId id) {
        m_wanted = id;
        reload();
    });
    connect(&m_workbench.designer(), &Designer::webhooksChanged, this, &WebhooksPage::reload);
    connect(&m_workbench.designer(), &Designer::reportsChanged, this, &WebhooksPage::reload);
    connect(&m_workbench.deliveries(), &Deliveries::changed, this, &WebhooksPage::takeDeliveries);
    m_countdown.setInterval(countdownStep);
    connect(&m_countdown, &QTimer::timeout, this, &WebhooksPage::showCircuits);
    connect(&m_workbench.dispatch(), &DispatchStatus::circuitChanged, this, &WebhooksPage::showCircuits);
    connect(&m_workbench.clock(), &ClockControl::changed, this, &WebhooksPage::showCircuits);
}

WebhooksPage::Actions WebhooksPage::makeActions()
{
    const auto add = [this](const QString& text, const QString& icon, const QKeySequence& keys, auto act) {
        auto* action = new QAction(themedIcon(icon), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        return action;
    };
    Actions actions{};
    actions.create = add(tr("New webhook"), QStringLiteral("list-add"), {}, [this] { startNew(); });
    actions.test =
        add(tr("Send test"), QStringLiteral("document-send"), tr("Ctrl+Return"), [this] { sendTest({}); });
    actions.test->setProperty("menu", QStringLiteral("run"));
    actions.duplicate = add(tr("Duplicate webhook"), QStringLiteral("edit-duplicate"), tr("Ctrl+D"),
                            [this] { duplicateCurrent(); });
    actions.policies = add(tr("Own retry policies…"), {}, {}, [this] { showPolicies(m_shown.policy); });
    actions.remove = add(tr("Delete webhook"), QStringLiteral("edit-delete"), QKeySequence::Delete, [this] {
        if (const auto webhook = m_table->current())
            m_removal->begin(*webhook);
    });
    actions.remove->setShortcutContext(Qt::WidgetShortcut); // Del in a field is the field's
    removeAction(actions.remove);
    m_table->addAction(actions.remove);
    m_table->addActions({actions.duplicate, actions.test});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    return actions;
}

QList<QAction*> WebhooksPage::pageActions() const
{
    return {m_actions.create, m_actions.test, m_actions.duplicate, m_actions.remove, m_actions.policies};
}

PageBarContent WebhooksPage::barContent()
{
    PageBarContent content;
    content.filter = m_filter;
    content.primary = m_actions.create;
    return content;
}

void WebhooksPage::go(const PagePlace& place)
{
    const auto id = WebhookId::parse(place.id);
    if (!id)
        return;
    m_filter->clear();
    if (m_model->rowOf(*id) >= 0)
        m_table->select(*id);
    else
        m_wanted = id;
}

void WebhooksPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void WebhooksPage::startNew()
{
    m_creating = true;
    m_stack->setCurrentIndex(0);
    m_table->selectNone();
    Webhook fresh;
    const QList<ProviderInfo> providers = m_workbench.providers().all();
    fresh.provider =
        m_shown.provider.isEmpty() && !providers.isEmpty() ? providers.first().key : m_shown.provider;
    edit(fresh);
    m_editor->focusUrl();
}

void WebhooksPage::keepDraft()
{
    if (m_shown.id && !m_editor->isChanged())
        return m_drafts->drop(m_shown.id);
    m_drafts->keep(m_shown.id, m_editor->draft());
}

void WebhooksPage::showDrafts()
{
    m_model->setDrafts(m_drafts->ids());
    m_actions.create->setText(m_drafts->has({}) ? tr("Back to the draft") : tr("New webhook"));
}

void WebhooksPage::reload()
{
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        m_editor->setReports(reports.value_or(QList<Report>()));
    });
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        if (webhooks)
            takeWebhooks(*webhooks);
    });
}

/// Drafts of an earlier run are taken as soon as it is known which webhooks there are; a new one is shown at
/// once.
void WebhooksPage::takeWebhooks(const QList<Webhook>& webhooks)
{
    m_model->setWebhooks(webhooks);
    const bool knewNew = m_drafts->has({});
    m_drafts->keepThose([this](WebhookId id) { return m_model->rowOf(id) >= 0; });
    if (m_drafts->has({}) && !knewNew && !m_wanted)
        startNew();
    for (const Webhook& webhook : webhooks) {
        DeliveryFilter filter;
        filter.webhook = webhook.id;
        filter.limit = 1;
        m_workbench.deliveries().listLight(filter).then(
            this, [this, id = webhook.id](const Result<QList<DeliveryRecord>>& found) {
                if (found && !found->isEmpty())
                    m_model->setLastResult(id,
                                           lastResultOf(found->first().delivery, found->first().attempts));
                if (id == m_shown.id)
                    m_head->setResult(m_model->lastResult(id));
            });
    }
    showCircuits();
    m_stack->setCurrentIndex(webhooks.isEmpty() && !m_creating ? 1 : 0);
    if (m_wanted && m_model->rowOf(*m_wanted) >= 0) {
        m_table->select(*std::exchange(m_wanted, std::nullopt));
        return showCurrent(); // the same row, with what was saved
    }
    if (m_creating)
        return;
    if (m_model->rowOf(m_shown.id) < 0) {
        if (!webhooks.isEmpty())
            m_table->selectFirst();
        return showCurrent();
    }
    const auto current = m_table->current();
    if (current && *current == m_shown)
        return;
    m_table->select(m_shown.id);
    showCurrent();
}

void WebhooksPage::takeDeliveries(const DeliveryChanges& changes)
{
    for (const DeliveryRecord& record : changes.records) {
        if (record.delivery.webhook)
            m_model->setLastResult(*record.delivery.webhook, lastResultOf(record.delivery, record.attempts));
        if (record.delivery.webhook == m_shown.id)
            m_head->setResult(m_model->lastResult(m_shown.id));
        if (m_tests.contains(record.delivery.id))
            tellOfTest(record);
    }
}

void WebhooksPage::showCircuits()
{
    QHash<WebhookId, CircuitView> views;
    const QHash<WebhookId, Circuit> circuits = m_workbench.dispatch().circuits();
    for (auto each = circuits.begin(); each != circuits.end(); ++each) {
        const auto left = m_workbench.clock().realTimeUntil(each->triesAgainAt);
        views.insert(each.key(), {each->state, circuitWords(*each, left)});
    }
    m_model->setCircuits(views);
    m_table->setCircuitsShown(std::ranges::any_of(
        m_model->webhooks(), [](const Webhook& each) { return each.flow.circuitOpensAfter > 0; }));
    if (circuits.isEmpty())
        m_countdown.stop();
    else if (!m_countdown.isActive())
        m_countdown.start();
}

void WebhooksPage::showCurrent()
{
    updateActions();
    const auto webhook = m_table->current();
    if (!webhook) {
        if (!m_creating)
            m_right->setCurrentIndex(0);
        return;
    }
    m_creating = false;
    edit(*webhook);
}

void WebhooksPage::edit(const Webhook& stored)
{
    m_shown = stored;
    m_right->setCurrentIndex(1);
    m_head->setName(stored.id ? stored.name : tr("New webhook"));
    m_head->setResult(m_model->lastResult(stored.id));
    m_head->setEvents(eventNames(m_workbench.providers(), stored.provider));
    m_editor->show(stored, m_drafts->of(stored.id).value_or(draftOf(stored)));
    updateActions();
}

void WebhooksPage::save()
{
    if (m_saving || !m_editor->insist())
        return;
    m_saving = true; // twice at once would make two of a new one
    const WebhookId edited = m_shown.id;
    m_workbench.designer()
        .saveWebhook(m_editor->webhook())
        .then(this, [this, edited, sent = m_editor->draft()](const Result<Webhook>& saved) {
            m_saving = false;
            if (!saved)
                return m_editor->tellProblem(saved.error().message);
            keepTypedSince(edited, sent, *saved);
            if (m_shown.id == edited) {
                m_creating = false;
                m_shown = *saved;
                m_wanted = saved->id;
            }
            emit said(tr("%1 saved").arg(saved->name));
            reload();
        });
}

/// What was typed while the store was asked is not saved yet.
void WebhooksPage::keepTypedSince(WebhookId edited, const WebhookDraft& sent, const Webhook& saved)
{
    const auto typed = m_shown.id == edited ? std::optional(m_editor->draft()) : m_drafts->of(edited);
    m_drafts->drop(edited);
    if (!typed || *typed == sent)
        return;
    WebhookDraft since = *typed;
    since.webhook.id = saved.id;
    if (since.webhook.name == sent.webhook.name)
        since.webhook.name = saved.name; // which it was given
    m_drafts->keep(saved.id, since);
}

void WebhooksPage::revert()
{
    m_drafts->drop(m_shown.id);
    if (m_shown.id)
        return edit(m_shown);
    m_creating = false;
    m_shown = {};
    takeWebhooks(m_model->webhooks());
    m_table->setFocus(Qt::OtherFocusReason);
}

void WebhooksPage::sendTest(const QString& event)
{
    if (m_right->currentIndex() != 1 || !m_editor->insist())
        return;
    m_workbench.simulator()
        .sendTest(m_editor->webhook(), {}, event)
        .then(this, [this](const Result<Delivery>& delivery) {
            if (!delivery)
                return m_editor->tell(delivery.error().message, false, {}, {});
            m_tests.insert(delivery->id);
            m_editor->tell(tr("The test %1 is on its way.").arg(delivery->id.toString()), true, {}, {});
        });
}

/// Once its first attempt has ended.
void WebhooksPage::tellOfTest(const DeliveryRecord& record)
{
    if (record.attempts.isEmpty() || !record.attempts.first().outcome)
        return;
    const Attempt& attempt = record.attempts.first();
    const QString id = record.delivery.id.toString();
    m_tests.remove(record.delivery.id);
    const QString sentence = testWords(attempt);
    m_editor->tell(sentence, attempt.outcome == Outcome::Success, tr("Show the delivery"),
                   [this, id] { emit wanted(QStringLiteral("deliveries"), {id}); });
    emit said(sentence);
}

void WebhooksPage::showPolicies(const QString& name)
{
    auto* dialog = findChild<PoliciesDialog*>();
    if (!dialog)
        dialog = new PoliciesDialog(m_workbench, this);
    dialog->go(name);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void WebhooksPage::duplicateCurrent()
{
    const auto webhook = m_table->current();
    if (!webhook)
        return;
    m_workbench.designer().duplicateWebhook(webhook->id).then(this, [this](const Result<Webhook>& copy) {
        if (!copy)
            return m_editor->tellProblem(copy.error().message);
        m_wanted = copy->id;
        reload();
    });
}

void WebhooksPage::updateActions()
{
    const bool any = m_table->current().has_value();
    m_actions.duplicate->setEnabled(any);
    m_actions.remove->setEnabled(any);
    m_actions.test->setEnabled(m_right->currentIndex() == 1);
}

} // namespace hookworks
