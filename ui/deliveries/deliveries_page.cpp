// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/deliveries_page.h"

#include "query/matcher.h"
#include "query/queried_delivery.h"
#include "ui/deliveries/attempt_follower.h"
#include "ui/deliveries/circuit_strip.h"
#include "ui/deliveries/delivery_actions.h"
#include "ui/deliveries/lane_feed.h"
#include "ui/deliveries/state_filter.h"
#include "ui/inspect/attempt_view.h"
#include "ui/inspect/comparing.h"
#include "ui/lists/bulk_bar.h"
#include "ui/lists/column_memory.h"
#include "ui/lists/list_menus.h"
#include "ui/lists/mark_actions.h"
#include "ui/lists/row_remover.h"
#include "ui/lists/saved_filters.h"
#include "ui/timeline/timeline_pane.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/circuit_mark.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/undo_bar.h"
#include "workbench/deliver/dispatch_status.h"
#include "workbench/design/designer.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hookworks {

namespace {

using DeliveryRows = LiveListModel<DeliveryRow>;
using DeliverySearch = LiveSearch<DeliveryRecord, DeliverySummaryRecord, DeliveryRow>;

constexpr auto tickEvery = std::chrono::milliseconds(100);

ListWords deliveryListWords()
{
    return {QStringLiteral("deliveries"),
            DeliveriesPage::tr("Deliveries"),
            DeliveriesPage::tr("Filter: words, or comparisons such as outcome=timeout $.task_id:7*"),
            DeliveriesPage::tr("No delivery matches the filter."),
            QStringLiteral("document-send"),
            DeliveriesPage::tr("No deliveries yet"),
            DeliveriesPage::tr("Each event that is sent to a webhook is listed here, with all its attempts."),
            DeliveriesPage::tr("Simulate an event")};
}

QString valueOf(const DeliveryRow& row, QueryName name)
{
    switch (name) {
    case QueryName::Event:
        return row.event;
    case QueryName::Webhook:
        return row.webhook;
    case QueryName::Provider:
        return row.provider;
    case QueryName::Report:
        return row.report;
    default:
        return {};
    }
}

/// What the rows that were read have in a column.
ValuesOfField valuesIn(const DeliveryRows& rows)
{
    return [&rows](const QueryField& field, const QString&) {
        constexpr int mostRows = 500;
        QSet<QString> values;
        for (int row = 0; row < std::min(rows.rowCount(), mostRows); ++row)
            values << valueOf(rows.rowAt(row), field.name);
        values.remove(QString());
        QStringList sorted = values.values();
        sorted.sort();
        return sorted;
    };
}

QList<QList<QAction*>> groupsOf(const DeliveryActions& actions, const MarkActions& marks)
{
    return actions.groups() << marks.all();
}

} // namespace

DeliveriesPage::DeliveriesPage(Workbench& workbench, QWidget* parent)
    : DeliveriesPage(workbench, new DeliveryRows(deliveryColumns()), parent)
{
}

DeliveriesPage::DeliveriesPage(Workbench& workbench, DeliveryRows* rows, QWidget* parent)
    : LiveListPage(workbench, *rows, deliveryListWords(), valuesIn(*rows), parent)
    , m_workbench(workbench)
    , m_rows(rows)
    , m_search(new DeliverySearch(
          *rows, notice(),
          {[this](const Query& query, std::optional<DeliveryId> before, int limit, const Asker& asker) {
               DeliveryFilter filter;
               filter.states = m_states->states();
               filter.where = query;
               filter.before = before;
               filter.limit = limit;
               filter.asker = asker;
               return m_workbench.deliveries().findSummaries(filter);
           },
           [this](const Query& query, const DeliveryRecord& record) { return judge(query, record); },
           [](const DeliveryRecord& record) {
               return DeliverySummaryRecord{summaryOf(record.delivery), record.attempts};
           },
           [](const DeliverySummaryRecord& record) { return rowOf(record); }},
          this))
    , m_lanes(new TimelineModel(this))
    , m_timeline(new TimelinePane(workbench, *m_lanes))
    , m_attempt(new AttemptView(&workbench))
    , m_follower(new AttemptFollower(workbench, *m_attempt, this))
    , m_bulk(new BulkBar)
    , m_undo(new UndoBar)
    , m_remover(new RowRemover(workbench, *m_undo, *m_bulk, this))
    , m_marks(new MarkActions(
          workbench, *m_undo, [this] { return chosenRows(table(), *m_rows); }, table()))
    , m_circuits(new CircuitStrip)
    , m_states(new StateFilter(workbench.deliveries()))
    , m_actions(new DeliveryActions(
          workbench, *rows, table(), {*m_bulk, *m_remover}, [this] { return shownFilter(); }, this))
{
    rows->setParent(this);
    new LaneFeed(*rows, *m_lanes, this);
    new ColumnMemory(workbench, table(), QStringLiteral("deliveries"));
    table().showOrder(QStringLiteral("made"));
    arrange();
    connectParts();
    connectTimeline();
    follow(*m_search, tickEvery);
}

void DeliveriesPage::arrange()
{
    constexpr int leastRows = 3;
    table().setMinimumHeight(sized(Size::ListHeader) + leastRows * sized(Size::Row));
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("deliveriesSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(&table());
    splitter->addWidget(m_timeline);
    splitter->addWidget(m_attempt);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&notice());
    column->addWidget(m_bulk);
    column->addWidget(m_circuits);
    column->addWidget(stackAround(splitter), 1);
    column->addWidget(m_undo);
    m_undo->listenIn(*this);
    setFocusProxy(&table());
}

PageBarContent DeliveriesPage::barContent()
{
    PageBarContent content;
    content.views = {m_states};
    content.filter = &filterField();
    content.secondary = m_actions->buttons();
    content.rare =
        inGroups(groupsOf(*m_actions, *m_marks)
                     << QList<QAction*>{menus().times(), menus().savedFilters(), menus().columns()},
                 this);
    return content;
}

void DeliveriesPage::connectParts()
{
    for (QAction* action :
         inGroups(QList<QList<QAction*>>{m_actions->buttons()} + groupsOf(*m_actions, *m_marks), this))
        addPageAction(action);
    connect(m_actions, &DeliveryActions::said, this, &PageWidget::said);
    connect(m_marks, &MarkActions::said, this, &PageWidget::said);
    connect(m_remover, &RowRemover::said, this, &PageWidget::said);
    connect(m_remover, &RowRemover::broughtBack, this, &DeliveriesPage::reload);
    connect(m_attempt, &AttemptView::said, this, &PageWidget::said);
    connect(m_attempt, &AttemptView::noteWanted, m_marks, &MarkActions::askNote);
    connect(m_actions, &DeliveryActions::sourceWanted, this, &DeliveriesPage::openSource);
    connect(m_actions, &DeliveryActions::replayed, this, [this](DeliveryId first) { want(first.number); });
    connect(m_states, &StateFilter::chosen, this, &DeliveriesPage::reload);
    connect(m_attempt, &AttemptView::sourceRequested, this, &DeliveriesPage::openSource);
    connect(m_attempt, &AttemptView::captureRequested, this, [this](CaptureId id) {
        emit PageWidget::wanted(QStringLiteral("captures"), PagePlace{id.toString()});
    });
    connect(&table(), &QAbstractItemView::activated, this, [this] {
        if (!m_attempt->inspect())
            m_timeline->view().setFocus(Qt::OtherFocusReason);
    });
    connect(m_follower, &AttemptFollower::wasRead, this, [this](const DeliveryRecord& record) {
        if (wanted() == record.delivery.id.number && m_search->judge(record) == QueryVerdict::No)
            clearFilter(); // one came here to see it in the list
    });
    connect(&m_workbench.deliveries(), &Deliveries::changed, this, &DeliveriesPage::takeChanges);
    connect(&m_workbench.designer(), &Designer::webhooksChanged, this, &DeliveriesPage::loadWebhooks);
}

void DeliveriesPage::connectTimeline()
{
    TimelineView& view = m_timeline->view();
    const auto act = [this, &view](BulkAction action) {
        return [this, &view, action](DeliveryId id) {
            m_actions->act(action, {id});
            view.setFocus();
        };
    };
    connect(&view.deliveryActions(), &TimelineActions::retryRequested, this, act(BulkAction::Retry));
    connect(&view.deliveryActions(), &TimelineActions::cancelRequested, this, act(BulkAction::Cancel));
    connect(&view.deliveryActions(), &TimelineActions::holdRequested, this, [this, act](DeliveryId id) {
        const TimelineLane* const lane = m_lanes->lane(m_lanes->rowOf(id));
        act(lane && lane->state == DeliveryState::Held ? BulkAction::Release : BulkAction::Hold)(id);
    });
    connect(&view.deliveryActions(), &TimelineActions::replayRequested, this,
            [this](DeliveryId id, bool asks) {
                table().select(id.number);
                asks ? m_actions->replay() : m_actions->replayAtOnce();
            });
    connect(&view.deliveryActions(), &TimelineActions::removalRequested, this, [this](DeliveryId id) {
        table().select(id.number);
        m_actions->remove();
    });
    connect(&view.deliveryActions(), &TimelineActions::comparisonRequested, this,
            [this](DeliveryId delivery, int number) {
                table().select(delivery.number);
                if (number == 0)
                    return m_actions->compare();
                compareWithBefore(m_workbench, QStringLiteral("%1/%2").arg(delivery.toString()).arg(number),
                                  this, [this](const QString& words) { emit said(words); });
            });
    connect(&view.deliveryActions(), &TimelineActions::jumpRequested, &m_workbench.clock(),
            &ClockControl::jumpTo);
    connect(&view.deliveryActions(), &TimelineActions::captureRequested, this, [this](CaptureId id) {
        emit PageWidget::wanted(QStringLiteral("captures"), PagePlace{id.toString()});
    });
    connect(&view.deliveryActions(), &TimelineActions::attemptRequested, this, &DeliveriesPage::showDelivery);
    connect(&view.timelineCursor(), &TimelineCursor::chosen, this, &DeliveriesPage::takeTimelinePlace);
    connect(&view, &TimelineView::placeChosen, this, &DeliveriesPage::takeTimelinePlace);
    connect(m_timeline, &TimelinePane::said, this, &PageWidget::said);
}

void DeliveriesPage::showDelivery(DeliveryId delivery, std::optional<int> number)
{
    table().select(delivery.number);
    if (m_follower->shown() != delivery || m_follower->number() != number)
        m_follower->show(delivery, number);
}

/// An attempt that was chosen stays; the lane as a whole stands for its newest.
void DeliveriesPage::takeTimelinePlace()
{
    const TimelineLane* const lane = m_timeline->view().timelineCursor().lane();
    if (!lane)
        return;
    const TimelineMark* const mark = m_timeline->view().timelineCursor().mark();
    showDelivery(lane->delivery, mark ? std::optional(mark->number) : std::nullopt);
}

void DeliveriesPage::showNumber(qint64 number)
{
    const DeliveryId id{number};
    const TimelineLane* const lane = m_timeline->view().timelineCursor().lane();
    if (!lane || lane->delivery != id)
        m_timeline->view().timelineCursor().goTo(id);
    if (m_follower->shown() != id ||
        wanted() == number) // where one came to see it, the filter may have to give way
        m_follower->show(id, std::nullopt);
}

/// An empty list has nothing to look at.
void DeliveriesPage::showNothing()
{
    m_follower->clear();
}

void DeliveriesPage::selectionChanged()
{
    m_actions->update();
    m_marks->update(table().selectedCount());
}

void DeliveriesPage::go(const PagePlace& place)
{
    if (const auto filter = filterOf(place))
        emit menus().chosen(*filter);
    else if (const auto id = DeliveryId::parse(place.id))
        goTo(id->number);
}

/// A delivery is on this page, a capture on the other.
void DeliveriesPage::openSource(const QString& source)
{
    if (DeliveryId::parse(source))
        go({source});
    else
        emit PageWidget::wanted(QStringLiteral("captures"), PagePlace{source});
}

bool DeliveriesPage::isNarrowed() const
{
    return m_states->isNarrow();
}

void DeliveriesPage::clearFilter()
{
    m_states->chooseAll();
    LiveListPage::clearFilter();
}

Result<DeliveryFilter> DeliveriesPage::shownFilter() const
{
    return m_search->queryFor(filterField().text()).map([this](const Query& query) {
        DeliveryFilter filter;
        filter.states = m_states->states();
        filter.where = query;
        return filter;
    });
}

void DeliveriesPage::countAll(const std::function<void(qint64 all)>& tell)
{
    m_workbench.deliveries().counts().then(this, [tell](const Result<DeliveryCounts>& counts) {
        qint64 all = 0;
        for (const qint64 count : counts.value_or(DeliveryCounts()))
            all += count;
        tell(all);
    });
}

/// What the store's filter says of a delivery that is new or changed.
QueryVerdict DeliveriesPage::judge(const Query& query, const DeliveryRecord& record) const
{
    static const BodyReading none;
    const QList<DeliveryState> states = m_states->states();
    if (!states.isEmpty() && !states.contains(record.delivery.state))
        return QueryVerdict::No;
    const DeliveryParts parts{false, record.attempts.isEmpty() ? nullptr : &record.attempts.last(), {}};
    return QueryMatcher(query, m_workbench.clock().realNow())
        .on(QueriedDelivery(record.delivery, parts, none));
}

void DeliveriesPage::takeChanges(const DeliveryChanges& changes)
{
    if (changes.allMoved)
        return reload();
    takeRecords(changes.records);
    m_search->drop(changes.removed);
    readAgain(changes.others);
}

void DeliveriesPage::takeRecords(const QList<DeliveryRecord>& records)
{
    m_search->take(records);
    const bool mine = std::ranges::any_of(
        records, [this](const DeliveryRecord& record) { return m_follower->shown() == record.delivery.id; });
    const bool follows = mine && !m_follower->number() && !m_attempt->inspected(*m_follower->shown());
    if (follows) // the newest attempt, by the timeline's ring too
        m_timeline->view().timelineCursor().goTo(*m_follower->shown());
    if (mine)
        m_follower->showAgain();
    m_actions->update();
}

/// A batch too large to come with its values: those that are shown are read, and the newer ones.
void DeliveriesPage::readAgain(const QList<DeliveryId>& ids)
{
    if (ids.isEmpty())
        return;
    QList<DeliveryId> wanted;
    for (const DeliveryId id : ids) {
        const bool newer = m_rows->rowCount() == 0 || id > m_rows->rowAt(0).id;
        if ((newer || m_rows->rowOfNumber(id.number) >= 0) && wanted.size() < LaneFeed::mostLanes)
            wanted << id;
    }
    m_workbench.deliveries().light(wanted).then(this, [this](const Result<QList<DeliveryRecord>>& records) {
        if (records)
            takeRecords(*records);
    });
}

void DeliveriesPage::showEvent(QShowEvent* event)
{
    LiveListPage::showEvent(event);
    loadWebhooks();
}

void DeliveriesPage::tick()
{
    constexpr int listTicks = 5;
    const ClockControl& clock = m_workbench.clock();
    m_timeline->view().setNow(clock.now());
    if (m_ticks++ % listTicks == 0)
        m_rows->setClock({clock.now(), clock.realNow()});
    showCircuits();
}

void DeliveriesPage::loadWebhooks()
{
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        for (const Webhook& webhook : webhooks.value_or(QList<Webhook>()))
            m_webhooks.insert(webhook.id, webhook.name);
    });
}

void DeliveriesPage::showCircuits()
{
    QList<CircuitStrip::Line> lines;
    const QHash<WebhookId, Circuit> circuits = m_workbench.dispatch().circuits();
    for (auto each = circuits.begin(); each != circuits.end(); ++each)
        lines.append({m_webhooks.value(each.key(), each.key().toString()), each->state,
                      circuitWords(*each, m_workbench.clock().realTimeUntil(each->triesAgainAt))});
    std::ranges::sort(lines, {}, &CircuitStrip::Line::webhook);
    m_circuits->setLines(lines);
}

} // namespace hookworks
