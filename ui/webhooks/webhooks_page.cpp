// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhooks_page.h"

#include "domain/shown_secrets.h"
#include "ui/webhooks/policies_dialog.h"
#include "ui/webhooks/removal_question.h"
#include "ui/webhooks/webhook_editor.h"
#include "ui/webhooks/webhooks_model.h"
#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wide_columns.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/design/designer.h"
#include "workbench/design/drafts.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/simulator.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace hookworks {

namespace {

/// A box without a text has no room for a focus frame.
class CheckDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};

constexpr std::chrono::milliseconds countdownStep(500);

const QString webhookDrafts = QStringLiteral("webhook/");

QString draftKey(WebhookId id)
{
    return webhookDrafts + (id ? id.toString() : QStringLiteral("new"));
}

QString testWords(const Attempt& attempt)
{
    switch (*attempt.outcome) {
    case Outcome::Success:
        return WebhooksPage::tr("The test was delivered: %1").arg(attempt.status);
    case Outcome::Refused:
        return WebhooksPage::tr("The test was refused: %1").arg(attempt.error);
    case Outcome::Rejected:
        return WebhooksPage::tr("The test was rejected: %1").arg(attempt.status);
    default:
        return WebhooksPage::tr("The test failed: %1").arg(attempt.error);
    }
}

LastResult resultOf(const DeliveryRecord& record)
{
    LastResult result{record.delivery.state, stateWords(record.delivery.state)};
    if (!record.attempts.isEmpty() && record.attempts.last().status > 0)
        result.words = QStringLiteral("%1 %2").arg(result.words).arg(record.attempts.last().status);
    return result;
}

} // namespace

WebhooksPage::WebhooksPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_model(new WebhooksModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_editor(new WebhookEditor(workbench.policies()))
    , m_undo(new UndoBar)
    , m_filter(new QLineEdit)
    , m_stack(new QStackedWidget)
    , m_right(new QStackedWidget)
{
    makeActions();
    makeTable();
    m_right->addWidget(
        new EmptyPage(QStringLiteral("insert-link"), tr("Choose a webhook to see and change it."), {}));
    m_right->addWidget(m_editor);
    auto* splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("halves"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(m_right);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({730, 440});
    auto* empty =
        new EmptyPage(QStringLiteral("insert-link"),
                      tr("A webhook sends a provider's events to an address. Add one: an address is enough."),
                      tr("New webhook"));
    connect(empty, &EmptyPage::stepWanted, this, &WebhooksPage::startNew);
    m_stack->addWidget(splitter);
    m_stack->addWidget(empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_undo);
    setFocusProxy(m_table);
    connect(m_editor, &WebhookEditor::edited, this, &WebhooksPage::keepDraft);
    connect(m_editor, &WebhookEditor::saveWanted, this, &WebhooksPage::save);
    connect(m_editor, &WebhookEditor::revertWanted, this, &WebhooksPage::revert);
    connect(m_editor, &WebhookEditor::testWanted, this, &WebhooksPage::sendTest);
    connect(m_editor, &WebhookEditor::reportWanted, this,
            [this](ReportId id) { emit wanted(QStringLiteral("reports"), {id.toString()}); });
    connect(m_editor, &WebhookEditor::policiesWanted, this, &WebhooksPage::showPolicies);
    connect(&workbench.designer(), &Designer::webhooksChanged, this, &WebhooksPage::reload);
    connect(&workbench.deliveries(), &Deliveries::changed, this, &WebhooksPage::takeDeliveries);
    m_countdown.setInterval(countdownStep);
    connect(&m_countdown, &QTimer::timeout, this, &WebhooksPage::showCircuits);
    connect(&workbench.deliveries(), &Deliveries::circuitChanged, this, &WebhooksPage::showCircuits);
    connect(&workbench.clock(), &ClockControl::changed, this, &WebhooksPage::showCircuits);
    loadDrafts();
}

QWidget* WebhooksPage::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(4);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the webhooks"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    row->addWidget(m_filter, 1);
    row->addStretch();
    for (QAction* action : {m_new, m_duplicate, m_remove}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(action == m_new ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        row->addWidget(button);
    }
    return tools;
}

QWidget* WebhooksPage::makeList()
{
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_table, 1);
    return list;
}

void WebhooksPage::makeTable()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterKeyColumn(-1);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_filtered);
    m_table->setObjectName(QStringLiteral("webhooks"));
    m_table->setAccessibleName(tr("Webhooks"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(WebhooksModel::Name, Qt::AscendingOrder);
    m_table->setItemDelegateForColumn(WebhooksModel::On, new CheckDelegate(m_table));
    m_table->setItemDelegateForColumn(WebhooksModel::Url, new MiddleElideDelegate(true, m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int letter = fontMetrics().averageCharWidth();
    header->setMinimumSectionSize(letter * 4);
    const std::pair<int, int> widths[] = {{WebhooksModel::On, 4},      {WebhooksModel::Provider, 14},
                                          {WebhooksModel::Events, 10}, {WebhooksModel::Auth, 8},
                                          {WebhooksModel::Last, 16},   {WebhooksModel::CircuitColumn, 18}};
    for (const auto& [section, letters] : widths)
        header->resizeSection(section, letter * letters);
    header->moveSection(header->visualIndex(WebhooksModel::Last), 2);
    new WideColumns(*m_table, {WebhooksModel::Name, WebhooksModel::Url}, 14);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &WebhooksPage::showCurrent);
    connect(m_table, &QTableView::activated, m_editor, &WebhookEditor::focusUrl);
    connect(m_model, &WebhooksModel::enabledWanted, this,
            [this](WebhookId id, bool on) { m_workbench.designer().setWebhookEnabled(id, on); });
}

void WebhooksPage::makeActions()
{
    m_new = addAction(tr("New webhook"), QStringLiteral("list-add"), {}, &WebhooksPage::startNew);
    m_test = addAction(tr("Send test"), QStringLiteral("document-send"), tr("Ctrl+Return"),
                       &WebhooksPage::sendTest);
    m_test->setProperty("menu", QStringLiteral("run"));
    m_duplicate = addAction(tr("Duplicate webhook"), QStringLiteral("edit-duplicate"), tr("Ctrl+D"),
                            &WebhooksPage::duplicateCurrent);
    m_remove =
        addAction(tr("Delete webhook"), QStringLiteral("edit-delete"), {}, &WebhooksPage::removeCurrent);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    removeAction(m_remove);
    m_table->addAction(m_remove);
}

QAction* WebhooksPage::addAction(const QString& text, const QString& icon, const QKeySequence& keys,
                                 void (WebhooksPage::*deed)())
{
    auto* action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, deed);
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void WebhooksPage::go(const PagePlace& place)
{
    const auto id = WebhookId::parse(place.id);
    if (!id)
        return;
    m_filter->clear();
    if (m_model->rowOf(*id) >= 0)
        select(*id);
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
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    Webhook fresh;
    const QList<ProviderInfo> providers = Designer::providers();
    fresh.provider =
        m_shown.provider.isEmpty() && !providers.isEmpty() ? providers.first().key : m_shown.provider;
    edit(fresh);
    m_editor->focusUrl();
}

void WebhooksPage::loadDrafts()
{
    m_workbench.drafts()
        .startingWith(webhookDrafts)
        .then(this, [this](const Result<QMap<QString, QByteArray>>& drafts) {
            m_found = drafts.value_or(QMap<QString, QByteArray>());
            reload();
        });
}

/// Drafts of an earlier run, as soon as it is known which webhooks there are. A new one is shown at once.
void WebhooksPage::takeDrafts()
{
    for (const auto& [key, text] : std::exchange(m_found, {}).asKeyValueRange()) {
        const WebhookId id = WebhookId::parse(key.sliced(webhookDrafts.size())).value_or(WebhookId());
        const auto draft = webhookDraftFromText(text);
        if (!draft || key != draftKey(id) || (id && m_model->rowOf(id) < 0))
            m_workbench.drafts().remove(key);
        else
            m_drafts.insert(id, *draft);
    }
    showDrafts();
    if (m_drafts.contains({}) && !m_wanted)
        startNew();
}

void WebhooksPage::keepDraft()
{
    if (m_shown.id && !m_editor->isChanged())
        return dropDraft(m_shown.id);
    m_drafts[m_shown.id] = m_editor->draft();
    m_workbench.drafts().put(draftKey(m_shown.id), textOf(m_drafts[m_shown.id]));
    showDrafts();
}

void WebhooksPage::dropDraft(WebhookId id)
{
    m_drafts.remove(id);
    m_workbench.drafts().remove(draftKey(id));
    showDrafts();
}

void WebhooksPage::showDrafts()
{
    const QList<WebhookId> ids = m_drafts.keys();
    m_model->setDrafts({ids.begin(), ids.end()});
    m_new->setText(m_drafts.contains({}) ? tr("Go on with the new webhook") : tr("New webhook"));
}

void WebhooksPage::reload()
{
    m_workbench.designer().reports().then(this, [this](const Result<QList<Report>>& reports) {
        for (const Report& report : reports.value_or(QList<Report>()))
            m_reportNames[report.id] = report.name;
    });
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        if (webhooks)
            takeWebhooks(*webhooks);
    });
}

void WebhooksPage::takeWebhooks(const QList<Webhook>& webhooks)
{
    const QList<Webhook> before = m_model->webhooks();
    m_model->setWebhooks(webhooks);
    if (!m_found.isEmpty())
        takeDrafts();
    loadLastResults(webhooks);
    showCircuits();
    m_stack->setCurrentIndex(webhooks.isEmpty() && !m_creating ? 1 : 0);
    if (m_wanted && m_model->rowOf(*m_wanted) >= 0) {
        select(*std::exchange(m_wanted, std::nullopt));
        return;
    }
    if (m_creating)
        return;
    if (m_model->rowOf(m_shown.id) >= 0) {
        if (current() && *current() == m_shown && !m_drafts.contains(m_shown.id))
            return;
        select(m_shown.id);
        return showCurrent();
    }
    if (!webhooks.isEmpty())
        m_table->selectRow(0);
    showCurrent();
}

void WebhooksPage::loadLastResults(const QList<Webhook>& webhooks)
{
    for (const Webhook& webhook : webhooks) {
        DeliveryFilter filter;
        filter.webhook = webhook.id;
        filter.limit = 1;
        m_workbench.deliveries().listLight(filter).then(
            this, [this, id = webhook.id](const Result<QList<DeliveryRecord>>& found) {
                if (found && !found->isEmpty())
                    m_model->setLastResult(id, resultOf(found->first()));
            });
    }
}

void WebhooksPage::takeDeliveries(const DeliveryChanges& changes)
{
    for (const DeliveryRecord& record : changes.records) {
        if (record.delivery.webhook)
            m_model->setLastResult(*record.delivery.webhook, resultOf(record));
        if (m_tests.contains(record.delivery.id))
            tellOfTest(record);
    }
}

void WebhooksPage::showCircuits()
{
    QHash<WebhookId, CircuitView> views;
    const QHash<WebhookId, Circuit> circuits = m_workbench.deliveries().circuits();
    for (auto each = circuits.begin(); each != circuits.end(); ++each) {
        const auto left = m_workbench.clock().realTimeUntil(each->triesAgainAt);
        views.insert(each.key(), {each->state, circuitWords(*each, left)});
    }
    m_model->setCircuits(views);
    const QList<Webhook>& webhooks = m_model->webhooks();
    m_table->setColumnHidden(
        WebhooksModel::CircuitColumn,
        std::ranges::none_of(webhooks, [](const Webhook& each) { return each.flow.circuitOpensAfter > 0; }));
    if (circuits.isEmpty())
        m_countdown.stop();
    else if (!m_countdown.isActive())
        m_countdown.start();
}

void WebhooksPage::select(WebhookId id)
{
    const QModelIndex index =
        m_filtered->mapFromSource(m_model->index(m_model->rowOf(id), WebhooksModel::Name));
    m_table->setCurrentIndex(index);
    m_table->selectRow(index.row());
}

void WebhooksPage::showCurrent()
{
    updateActions();
    const auto webhook = current();
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
    m_editor->show(stored, m_drafts.value(stored.id, draftOf(stored)),
                   stored.report ? m_reportNames.value(*stored.report, stored.report->toString())
                                 : QString());
    updateActions();
}

std::optional<Webhook> WebhooksPage::current() const
{
    const QModelIndex index = m_filtered->mapToSource(m_table->currentIndex());
    return index.isValid() ? std::optional(m_model->at(index.row())) : std::nullopt;
}

void WebhooksPage::save()
{
    if (!m_editor->insist())
        return;
    const WebhookId edited = m_shown.id;
    m_workbench.designer()
        .saveWebhook(m_editor->webhook())
        .then(this, [this, edited](const Result<Webhook>& saved) {
            if (!saved)
                return m_editor->tellProblem(saved.error().message);
            dropDraft(edited);
            m_creating = false;
            m_shown = *saved;
            m_wanted = saved->id;
            emit said(tr("%1 saved").arg(saved->name));
            reload();
        });
}

void WebhooksPage::revert()
{
    dropDraft(m_shown.id);
    if (m_shown.id)
        return edit(m_shown);
    m_creating = false;
    m_shown = {};
    takeWebhooks(m_model->webhooks());
    m_table->setFocus(Qt::OtherFocusReason);
}

void WebhooksPage::sendTest()
{
    if (m_right->currentIndex() != 1 || !m_editor->insist())
        return;
    m_workbench.simulator()
        .sendTest(m_editor->webhook())
        .then(this, [this](const Result<Delivery>& delivery) {
            if (!delivery)
                return m_editor->tellProblem(delivery.error().message);
            m_tests.insert(delivery->id);
            emit said(tr("The test %1 is on its way").arg(delivery->id.toString()));
            emit wanted(QStringLiteral("deliveries"), {delivery->id.toString()});
        });
}

/// Once its first attempt has ended.
void WebhooksPage::tellOfTest(const DeliveryRecord& record)
{
    if (record.attempts.isEmpty() || !record.attempts.first().outcome)
        return;
    m_tests.remove(record.delivery.id);
    emit said(testWords(record.attempts.first()));
}

void WebhooksPage::showPolicies(const QString& name)
{
    if (!m_policies)
        m_policies = new PoliciesDialog(m_workbench, this);
    m_policies->go(name);
    m_policies->show();
    m_policies->raise();
    m_policies->activateWindow();
}

void WebhooksPage::duplicateCurrent()
{
    const auto webhook = current();
    if (!webhook)
        return;
    m_workbench.designer().duplicateWebhook(webhook->id).then(this, [this](const Result<Webhook>& copy) {
        if (!copy)
            return m_editor->tellProblem(copy.error().message);
        m_wanted = copy->id;
        reload();
    });
}

void WebhooksPage::removeCurrent()
{
    const auto webhook = current();
    if (!webhook)
        return;
    if (secretsOf(*webhook).isEmpty())
        return remove(*webhook, {});
    auto* const question = new RemovalQuestion(*webhook, this);
    connect(question, &RemovalQuestion::confirmed, this, [this, webhook = *webhook](bool forget) {
        forget ? forgetAndRemove(webhook) : remove(webhook, {});
    });
    question->open();
}

/// Switched off first, so that nothing new is sent with its secrets meanwhile.
void WebhooksPage::forgetAndRemove(const Webhook& webhook)
{
    Designer& designer = m_workbench.designer();
    const auto tell = [this](const Error& error) { m_editor->tellProblem(error.message); };
    designer.setWebhookEnabled(webhook.id, false).then(this, [=, this, &designer](const Result<void>& off) {
        if (!off)
            return tell(off.error());
        designer.forgetSecrets(webhook).then(this, [=, this](const Result<ForgottenSecrets>& forgotten) {
            forgotten ? remove(webhook, wordsFor(*forgotten)) : tell(forgotten.error());
        });
    });
}

/// What was forgotten cannot be brought back, and neither can the webhook then.
void WebhooksPage::remove(const Webhook& webhook, const QString& forgotten)
{
    m_workbench.designer().removeWebhook(webhook.id).then(this, [=, this](const Result<Webhook>& removed) {
        if (!removed)
            return m_editor->tellProblem(removed.error().message);
        dropDraft(removed->id);
        if (forgotten.isEmpty())
            return offerUndo(*removed);
        Q_EMIT said(tr("%1 deleted. %2").arg(removed->name, forgotten));
    });
}

void WebhooksPage::offerUndo(const Webhook& removed)
{
    m_undo->offer(tr("%1 deleted").arg(removed.name), [this, removed] {
        m_workbench.designer().restoreWebhook(removed).then(this, [this](const Result<Webhook>& restored) {
            if (!restored)
                return m_editor->tellProblem(restored.error().message);
            m_wanted = restored->id;
            reload();
        });
    });
}

void WebhooksPage::updateActions()
{
    const bool any = current().has_value();
    m_duplicate->setEnabled(any);
    m_remove->setEnabled(any);
    m_test->setEnabled(m_right->currentIndex() == 1);
}

} // namespace hookworks
