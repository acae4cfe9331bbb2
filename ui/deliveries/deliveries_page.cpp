// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveries_page.h"

#include "ui/deliveries/bulk_bar.h"
#include "ui/deliveries/circuit_strip.h"
#include "ui/deliveries/deliveries_model.h"
#include "ui/inspect/attempt_view.h"
#include "ui/timeline/timeline_pane.h"
#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/new_rows_button.h"
#include "ui/widgets/search_notice.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"
#include "workbench/design/designer.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

constexpr auto tickEvery = std::chrono::milliseconds(100);
constexpr auto filterWaits = std::chrono::milliseconds(200);
constexpr DeliveryState allStates[] = {
    DeliveryState::Waiting,   DeliveryState::Sending,   DeliveryState::Retrying, DeliveryState::Held,
    DeliveryState::Delivered, DeliveryState::Exhausted, DeliveryState::Unknown,  DeliveryState::Cancelled};

} // namespace

DeliveriesPage::DeliveriesPage(Workbench& workbench, QWidget* parent)
    : PageWidget(parent)
    , m_workbench(workbench)
    , m_model(new DeliveriesModel(this))
    , m_lanes(new TimelineModel(this))
    , m_table(new QTableView)
    , m_timeline(new TimelinePane(workbench, *m_lanes))
    , m_attempt(new AttemptView(&workbench))
    , m_bulk(new BulkBar)
    , m_circuits(new CircuitStrip)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyPage(QStringLiteral("mail-send"),
                            tr("Each event that is sent to a webhook is listed here, with all its attempts."),
                            tr("Simulate an event")))
    , m_noMatch(new EmptyPage(QStringLiteral("edit-find"), tr("No delivery matches the filter."),
                              tr("Clear the filter")))
    , m_text(new FilterField(m_language))
    , m_search(new SearchNotice)
    , m_state(new QComboBox)
    , m_webhook(new QComboBox)
    , m_filterRow(new QWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
{
    makeTable();
    makeActions();
    makeFilterRow();
    arrange();
    connectTimeline();
    connect(m_model, &DeliveriesModel::pageWanted, this, &DeliveriesPage::loadPage);
    connect(&m_workbench.deliveries(), &Deliveries::changed, this, &DeliveriesPage::takeChanges);
    connect(m_empty, &EmptyPage::stepWanted, this, [this] { emit wanted(QStringLiteral("simulate"), {}); });
    connect(m_noMatch, &EmptyPage::stepWanted, this, [this] { clearFilter(); });
    connect(m_search, &SearchNotice::goOnWanted, this, [this] { search(m_searchedTo); });
    m_catchUp.setSingleShot(true);
    m_catchUp.setInterval(std::chrono::seconds(1));
    connect(&m_catchUp, &QTimer::timeout, this, &DeliveriesPage::catchUp);
    connect(&m_ticker, &QTimer::timeout, this, &DeliveriesPage::tick);
    m_ticker.setInterval(tickEvery);
    tick();
    updateActions();
    updateEmptyState();
    reload();
}

void DeliveriesPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("deliveriesTable"));
    m_table->setAccessibleName(tr("Deliveries"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->setItemDelegateForColumn(DeliveriesModel::WebhookName, new MiddleElideDelegate(false, m_table));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setObjectName(QStringLiteral("deliveriesColumns"));
    header.setHighlightSections(false);
    const int letters[] = {30, 24, 18, 12, 13, 28};
    const int letter = m_table->fontMetrics().averageCharWidth();
    for (int column = 0; column < DeliveriesModel::Made; ++column)
        header.resizeSection(column, letters[column] * letter);
    header.setStretchLastSection(true);
    m_newRows = new NewRowsButton(*m_table);
    connect(m_model, &DeliveriesModel::heldChanged, m_newRows, &NewRowsButton::setHeld);
    connect(m_newRows, &NewRowsButton::releaseWanted, this, &DeliveriesPage::releaseHeld);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DeliveriesPage::currentRowChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DeliveriesPage::updateActions);
}

QAction* DeliveriesPage::addAction(const QString& text, const QKeySequence& keys,
                                   void (DeliveriesPage::*deed)())
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, deed);
    m_table->addAction(action);
    m_actions << action;
    return action;
}

void DeliveriesPage::makeActions()
{
    m_retry = addAction(tr("Retry"), QKeySequence(Qt::Key_R), &DeliveriesPage::retrySelected);
    m_cancel = addAction(tr("Cancel"), QKeySequence(Qt::Key_Delete), &DeliveriesPage::cancelSelected);
    m_hold = addAction(tr("Hold"), QKeySequence(Qt::Key_H), &DeliveriesPage::holdSelected);
    m_replay = addAction(tr("Replay…"), QKeySequence(Qt::SHIFT | Qt::Key_R), &DeliveriesPage::replaySelected);
    m_curl = addAction(tr("Copy as cURL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                       &DeliveriesPage::copyAsCurl);
    m_curl->setIcon(themedIcon(QStringLiteral("edit-copy")));
    m_curlWithSecrets =
        addAction(tr("Copy as cURL with secrets"), {}, &DeliveriesPage::copyAsCurlWithSecrets);
    m_source =
        addAction(tr("Show what it replays"), QKeySequence(Qt::Key_O), &DeliveriesPage::openSourceOfSelected);
}

void DeliveriesPage::makeFilterRow()
{
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("All states"));
    for (const DeliveryState state : allStates)
        m_state->addItem(stateIcon(stateKind(state)), stateWords(state), static_cast<int>(state));
    m_webhook->setAccessibleName(tr("Webhook"));
    m_webhook->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_webhook->setMaximumWidth(240);
    m_webhook->addItem(tr("All webhooks"));
    for (QComboBox* box : {m_state, m_webhook})
        box->setMinimumWidth(fontMetrics().averageCharWidth() * 14); // in a large font the row is full
    m_text->setPlaceholder(tr("Filter: words, or comparisons such as outcome=timeout $.task_id:7*"));
    auto* row = new QHBoxLayout(m_filterRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_state);
    row->addWidget(m_webhook);
    row->addWidget(m_text, 1);
    for (QAction* action : std::as_const(m_actions)) {
        if (action == m_curlWithSecrets || action == m_source)
            continue; // the first has its place beside the other, the second in the inspector
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
        if (action == m_curl) {
            button->setToolButtonStyle(
                Qt::ToolButtonIconOnly); // there is no room for its words in a large font
            button->setAccessibleName(action->text());
            button->setPopupMode(QToolButton::MenuButtonPopup);
            button->addAction(m_curlWithSecrets);
        }
        row->addWidget(button);
    }
    auto* all = new QToolButton;
    all->setText(tr("All that match"));
    all->setPopupMode(QToolButton::InstantPopup);
    all->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(all);
    menu->addAction(tr("Retry all that match"), this, [this] { actOnAll(BulkAction::Retry); });
    menu->addAction(tr("Cancel all that match"), this, [this] { actOnAll(BulkAction::Cancel); });
    menu->addAction(tr("Hold all that match"), this, [this] { actOnAll(BulkAction::Hold); });
    menu->addAction(tr("Release all that match"), this, [this] { actOnAll(BulkAction::Release); });
    all->setMenu(menu);
    row->addWidget(all);
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(filterWaits);
    connect(m_text, &FilterField::changed, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, &DeliveriesPage::reload);
    connect(m_state, &QComboBox::currentIndexChanged, this, &DeliveriesPage::reload);
    connect(m_webhook, &QComboBox::currentIndexChanged, this, &DeliveriesPage::reload);
}

void DeliveriesPage::arrange()
{
    m_splitter->setObjectName(QStringLiteral("deliveriesSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_timeline);
    m_splitter->addWidget(m_attempt);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 4);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_noMatch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_filterRow);
    column->addWidget(m_search);
    column->addWidget(m_bulk);
    column->addWidget(m_circuits);
    column->addWidget(m_stack, 1);
}

void DeliveriesPage::connectTimeline()
{
    TimelineView& view = m_timeline->view();
    connect(&view, &TimelineView::retryRequested, this,
            [this](DeliveryId id) { act(BulkAction::Retry, {id}); });
    connect(&view, &TimelineView::cancelRequested, this,
            [this](DeliveryId id) { act(BulkAction::Cancel, {id}); });
    connect(&view, &TimelineView::holdRequested, this, [this, &view](DeliveryId id) {
        const TimelineLane* const lane = m_lanes->lane(m_lanes->rowOf(id));
        act(lane && lane->state == DeliveryState::Held ? BulkAction::Release : BulkAction::Hold, {id});
        view.setFocus();
    });
    connect(&view, &TimelineView::jumpRequested, &m_workbench.clock(), &ClockControl::jumpTo);
    connect(&view, &TimelineView::captureRequested, this,
            [this](CaptureId id) { emit wanted(QStringLiteral("captures"), PagePlace{id.toString()}); });
    connect(&view, &TimelineView::attemptRequested, this, [this](DeliveryId id, int number) {
        select(id);
        showAttempt(id, number);
    });
    connect(&view, &TimelineView::currentChanged, this, &DeliveriesPage::takeTimelinePlace);
    connect(&view, &TimelineView::placeChosen, this, &DeliveriesPage::takeTimelinePlace);
    connect(m_timeline, &TimelinePane::said, this, &PageWidget::said);
    connect(m_attempt, &AttemptView::sourceRequested, this, &DeliveriesPage::openSource);
    connect(m_attempt, &AttemptView::captureRequested, this,
            [this](CaptureId id) { emit wanted(QStringLiteral("captures"), PagePlace{id.toString()}); });
}

/// An attempt that was chosen stays; the lane as a whole stands for its newest.
void DeliveriesPage::takeTimelinePlace()
{
    const TimelineLane* const lane = m_timeline->view().currentLane();
    if (!lane)
        return;
    const DeliveryId delivery = lane->delivery;
    const TimelineMark* const mark = m_timeline->view().currentMark();
    const std::optional<int> number = mark ? std::optional(mark->number) : std::nullopt;
    select(delivery);
    if (m_shown != delivery || m_shownNumber != number)
        showAttempt(delivery, number);
}

void DeliveriesPage::showEvent(QShowEvent* event)
{
    PageWidget::showEvent(event);
    loadWebhooks();
    tick();
    m_ticker.start();
}

void DeliveriesPage::hideEvent(QHideEvent* event)
{
    m_ticker.stop();
    PageWidget::hideEvent(event);
}

void DeliveriesPage::tick()
{
    constexpr int listTicks = 5;
    const ClockControl& clock = m_workbench.clock();
    m_timeline->view().setNow(clock.now());
    if (m_ticks++ % listTicks == 0)
        m_model->setNow(clock.now(), clock.realNow());
    showCircuits();
}

void DeliveriesPage::showCircuits()
{
    QList<CircuitStrip::Line> lines;
    const QHash<WebhookId, Circuit> circuits = m_workbench.deliveries().circuits();
    for (auto each = circuits.begin(); each != circuits.end(); ++each) {
        const int row = m_webhook->findData(QVariant::fromValue(each.key().number));
        lines.append({row < 0 ? each.key().toString() : m_webhook->itemText(row), each->state,
                      circuitWords(*each, m_workbench.clock().realTimeUntil(each->triesAgainAt))});
    }
    std::ranges::sort(lines, {}, &CircuitStrip::Line::webhook);
    m_circuits->setLines(lines);
}

void DeliveriesPage::clearFilter()
{
    m_text->setText({});
    m_state->setCurrentIndex(0);
    m_webhook->setCurrentIndex(0);
    reload();
}

void DeliveriesPage::focusFilter()
{
    m_text->setFocus();
}

void DeliveriesPage::go(const PagePlace& place)
{
    const std::optional<DeliveryId> id = DeliveryId::parse(place.id);
    if (!id)
        return;
    releaseHeld();
    m_wanted = id;
    if (m_model->rowOf(*id) >= 0) {
        select(*id);
    } else {
        m_table->setCurrentIndex({}); // what is selected is what is shown
        showAttempt(*id, std::nullopt);
    }
    m_table->setFocus();
}

} // namespace hookworks
