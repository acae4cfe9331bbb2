// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the page's values come and go: pages of rows, batches of changes, the chosen attempt, deeds. What
// stands where is in deliveries_page.cpp.
#include "query/matcher.h"
#include "query/parser.h"
#include "query/queried_delivery.h"
#include "ui/deliveries/bulk_bar.h"
#include "ui/deliveries/deliveries_model.h"
#include "ui/deliveries/deliveries_page.h"
#include "ui/inspect/attempt_view.h"
#include "ui/inspect/curl_copy.h"
#include "ui/inspect/replay_dialog.h"
#include "ui/timeline/timeline_pane.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/search_notice.h"
#include "workbench/design/designer.h"
#include "workbench/listen/captures.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace hookworks {

namespace {

constexpr int pageSize = 200;
constexpr int mostLanes = 5'000;

QList<TimelineLane> lanesOf(const QList<DeliveryRecord>& records)
{
    QList<TimelineLane> lanes;
    lanes.reserve(records.size());
    for (const DeliveryRecord& record : records)
        lanes << laneOf(record.delivery, record.attempts,
                        record.delivery.report ? record.delivery.report->toString() : QString());
    return lanes;
}

DeliveryRow rowOf(const DeliveryRecord& record)
{
    return rowOf(record.delivery, record.attempts.isEmpty() ? nullptr : &record.attempts.last());
}

} // namespace

DeliveryFilter DeliveriesPage::filter() const
{
    DeliveryFilter filter;
    if (m_state->currentData().isValid())
        filter.states = {static_cast<DeliveryState>(m_state->currentData().toInt())};
    if (m_webhook->currentData().isValid())
        filter.webhook = WebhookId{m_webhook->currentData().toLongLong()};
    filter.where = m_query;
    filter.limit = pageSize;
    return filter;
}

/// What the store's filter says of a delivery that is new or changed.
QueryVerdict DeliveriesPage::belongs(const DeliveryRecord& record) const
{
    static const BodyReading none;
    const DeliveryFilter wanted = filter();
    const Delivery& delivery = record.delivery;
    if (!wanted.states.isEmpty() && !wanted.states.contains(delivery.state))
        return QueryVerdict::No;
    if (wanted.webhook && wanted.webhook != delivery.webhook)
        return QueryVerdict::No;
    const DeliveryParts parts{false, record.attempts.isEmpty() ? nullptr : &record.attempts.last(), {}};
    return QueryMatcher(m_query, m_workbench.clock().realNow()).on(QueriedDelivery(delivery, parts, none));
}

void DeliveriesPage::loadWebhooks()
{
    m_workbench.designer().webhooks().then(this, [this](const Result<QList<Webhook>>& webhooks) {
        if (!webhooks)
            return;
        const QVariant chosen = m_webhook->currentData();
        const QSignalBlocker quiet(m_webhook);
        while (m_webhook->count() > 1)
            m_webhook->removeItem(1);
        for (const Webhook& webhook : *webhooks)
            m_webhook->addItem(webhook.name, webhook.id.number);
        m_webhook->setCurrentIndex(std::max(0, chosen.isValid() ? m_webhook->findData(chosen) : 0));
    });
}

/// A filter that cannot be read finds nothing: no row of another one stays.
void DeliveriesPage::reload()
{
    ++m_serial;
    m_again = m_shown;
    m_heldLanes.clear();
    m_lanes->setLanes({});
    m_searchedTo.reset();
    m_search->begin();
    const auto query = readQuery(m_text->text());
    m_noMatch->setSentence(query ? tr("No delivery matches the filter.") : query.error().message());
    if (!query) {
        m_model->showNothing();
        updateEmptyState();
        return;
    }
    m_query = *query;
    m_model->reset();
    m_model->fetchMore({});
}

/// A page begins behind the last row, or farther back where the search found none in between.
void DeliveriesPage::loadPage(std::optional<DeliveryId> before)
{
    m_found = 0;
    m_search->goOn();
    search(before && m_searchedTo ? std::min(*before, *m_searchedTo) : before);
}

void DeliveriesPage::search(std::optional<DeliveryId> before)
{
    DeliveryFilter wanted = filter();
    wanted.before = before;
    m_workbench.deliveries().find(wanted).then(
        this, [this, serial = m_serial](const Result<DeliveryRecordPage>& page) {
            if (serial != m_serial)
                return;
            if (page)
                return takePage(*page);
            m_model->pageFailed();
            emit said(page.error().message);
        });
}

/// What takes longer than one answer goes on with the next, while its rows are shown.
void DeliveriesPage::takePage(const DeliveryRecordPage& page)
{
    QList<DeliveryRow> rows;
    for (const DeliveryRecord& record : page.rows)
        rows << rowOf(record);
    m_found += page.rows.size();
    m_searchedTo = page.next;
    const bool goesOn = page.next && m_found < pageSize;
    if (goesOn)
        m_model->addPart(rows);
    else
        m_model->addPage(rows, !page.next);
    if (m_lanes->rowCount() < mostLanes)
        m_lanes->upsert(lanesOf(page.rows));
    if (page.next && (goesOn || page.unreadable > 0))
        m_search->lookedBackTo(page.next->toString(), page.unreadable);
    else if (!page.next)
        m_search->end(page.unreadable);
    if (goesOn && !m_search->isStopped())
        search(page.next);
    updateEmptyState();
    showNothingOfNothing();
    if (m_wanted && m_model->rowOf(*m_wanted) >= 0)
        select(*m_wanted);
    else if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0 && !m_wanted)
        select(m_again && m_model->rowOf(*m_again) >= 0 ? *m_again : m_model->idAt(0));
}

/// New deliveries whose bodies decide whether they belong.
void DeliveriesPage::catchUp()
{
    DeliveryFilter wanted = filter();
    m_workbench.deliveries().find(wanted).then(
        this, [this, serial = m_serial](const Result<DeliveryRecordPage>& page) {
            if (!page || serial != m_serial)
                return;
            takeMatching(page->rows);
            updateEmptyState();
        });
}

void DeliveriesPage::takeChanges(const DeliveryChanges& changes)
{
    if (changes.allMoved) {
        reload();
        return;
    }
    takeRecords(changes.records);
    dropRows(changes.removed);
    reread(changes.others);
    updateEmptyState();
}

/// What matches comes in and stays; what the filter leaves out goes.
void DeliveriesPage::takeRecords(const QList<DeliveryRecord>& records)
{
    QList<DeliveryRecord> matching;
    QList<DeliveryId> left;
    for (const DeliveryRecord& record : records) {
        const QueryVerdict verdict = belongs(record);
        if (verdict == QueryVerdict::No)
            left << record.delivery.id;
        else if (verdict == QueryVerdict::Yes || m_model->rowOf(record.delivery.id) >= 0)
            matching << record;
        if (verdict == QueryVerdict::Unknown && !m_catchUp.isActive())
            m_catchUp.start();
    }
    takeMatching(matching);
    dropRows(left);
    if (m_wanted) {
        releaseHeld();
        select(*m_wanted);
    }
    if (std::ranges::any_of(records,
                            [this](const DeliveryRecord& record) { return m_shown == record.delivery.id; }))
        followShown();
    updateActions();
}

void DeliveriesPage::takeMatching(const QList<DeliveryRecord>& records)
{
    QList<DeliveryRow> rows;
    QList<TimelineLane> lanes;
    for (const DeliveryRecord& record : records) {
        const DeliveryId id = record.delivery.id;
        rows << rowOf(record);
        const TimelineLane lane = lanesOf({record}).first();
        if (m_lanes->rowOf(id) >= 0)
            lanes << lane;
        else if (m_model->rowOf(id) < 0)
            m_heldLanes.insert(id, lane);
    }
    m_lanes->upsert(lanes);
    m_model->upsert(rows);
    showLanesInPlace();
}

/// Those of rows that took their place among the others.
void DeliveriesPage::showLanesInPlace()
{
    QList<TimelineLane> lanes;
    for (const TimelineLane& lane : std::as_const(m_heldLanes)) {
        if (m_model->rowOf(lane.delivery) >= 0)
            lanes << lane;
    }
    if (lanes.isEmpty())
        return;
    for (const TimelineLane& lane : std::as_const(lanes))
        m_heldLanes.remove(lane.delivery);
    lanes += m_lanes->lanes();
    std::ranges::sort(lanes, std::ranges::greater(), &TimelineLane::delivery);
    showLanes(lanes);
}

/// Where the current one goes, its neighbour is selected, and shown everywhere.
void DeliveriesPage::dropRows(const QList<DeliveryId>& ids)
{
    if (ids.isEmpty())
        return;
    for (const DeliveryId id : ids)
        m_heldLanes.remove(id);
    m_model->remove(ids);
    m_lanes->remove(QSet<DeliveryId>(ids.cbegin(), ids.cend()));
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && !m_table->selectionModel()->hasSelection())
        m_table->selectRow(current.row());
    showNothingOfNothing();
}

/// An empty list has nothing to look at.
void DeliveriesPage::showNothingOfNothing()
{
    if (m_model->rowCount() > 0 || m_wanted)
        return;
    m_shown.reset();
    m_attempt->clear(tr("Choose an attempt to see both ends of it."));
}

/// A batch too large to come with its values: those that are shown are read, the newer ones by their first
/// page.
void DeliveriesPage::reread(const QList<DeliveryId>& ids)
{
    if (ids.isEmpty())
        return;
    QList<DeliveryId> wanted;
    for (const DeliveryId id : ids) {
        const bool newer = m_model->rowCount() == 0 || id > m_model->idAt(0);
        if ((newer || m_model->rowOf(id) >= 0) && wanted.size() < mostLanes)
            wanted << id;
    }
    m_workbench.deliveries().light(wanted).then(
        this, [this, serial = m_serial](const Result<QList<DeliveryRecord>>& records) {
            if (records && serial == m_serial)
                takeRecords(*records);
            updateEmptyState();
        });
}

void DeliveriesPage::releaseHeld()
{
    m_model->release();
    if (!m_heldLanes.isEmpty())
        showHeldLanes();
    if (!m_shown && !m_wanted && m_model->rowCount() > 0)
        select(m_model->idAt(0)); // the first of an empty list
}

void DeliveriesPage::showHeldLanes()
{
    QList<TimelineLane> lanes = m_heldLanes.values();
    m_heldLanes.clear();
    std::ranges::sort(lanes, std::ranges::greater(), &TimelineLane::delivery);
    showLanes(lanes + m_lanes->lanes());
    updateEmptyState();
}

void DeliveriesPage::showLanes(QList<TimelineLane> lanes)
{
    const TimelinePlace before = m_timeline->view().current();
    const TimelineLane* const lane = m_timeline->view().currentLane();
    const std::optional<DeliveryId> id = lane ? std::optional(lane->delivery) : std::nullopt;
    if (lanes.size() > mostLanes)
        lanes.resize(mostLanes);
    const QSignalBlocker quiet(m_timeline->view());
    m_lanes->setLanes(std::move(lanes));
    m_timeline->view().setCurrent(id ? TimelinePlace{m_lanes->rowOf(*id), before.mark} : TimelinePlace{});
}

void DeliveriesPage::updateEmptyState()
{
    const bool filtered =
        m_state->currentIndex() > 0 || m_webhook->currentIndex() > 0 || !m_text->text().isEmpty();
    const bool nothing = m_model->rowCount() == 0 && m_model->held() == 0 && m_model->isComplete();
    if (!nothing)
        m_stack->setCurrentIndex(0);
    else
        m_stack->setCurrentWidget(filtered ? m_noMatch : m_empty);
    m_filterRow->setEnabled(!nothing || filtered);
}

void DeliveriesPage::select(DeliveryId delivery)
{
    const int row = m_model->rowOf(delivery);
    if (row < 0)
        return;
    m_wanted.reset();
    const QModelIndex index = m_model->index(row, 0);
    if (m_table->currentIndex().row() != row || !m_table->selectionModel()->isSelected(index)) {
        m_table->selectRow(row);
        m_table->scrollTo(index);
    }
    if (m_shown != delivery)
        currentRowChanged();
}

void DeliveriesPage::currentRowChanged()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const DeliveryId id = m_model->idAt(current.row());
    const TimelineLane* const lane = m_timeline->view().currentLane();
    if (!lane || lane->delivery != id) {
        const QSignalBlocker quiet(m_timeline->view());
        m_timeline->view().showDelivery(id);
    }
    if (m_shown != id)
        showAttempt(id, std::nullopt);
}

/// The newest attempt is followed, by the timeline's ring as by the inspector; another that was chosen stays.
void DeliveriesPage::followShown()
{
    if (!m_shownNumber) {
        const QSignalBlocker quiet(m_timeline->view());
        m_timeline->view().showDelivery(*m_shown);
    }
    showAttempt(*m_shown, m_shownNumber);
}

/// No number: the newest attempt, which is followed as new ones are made.
void DeliveriesPage::showAttempt(DeliveryId delivery, std::optional<int> number)
{
    m_shown = delivery;
    m_shownNumber = number;
    m_workbench.deliveries().get(delivery).then(
        this, [this, delivery, number](const Result<DeliveryRecord>& record) {
            if (m_shown != delivery || m_shownNumber != number)
                return;
            if (m_wanted == delivery && record && belongs(*record) == QueryVerdict::No)
                clearFilter(); // one came here to see it in the list
            if (record)
                present(*record, number);
            else
                m_attempt->clear(record.error().message);
        });
}

void DeliveriesPage::present(const DeliveryRecord& record, std::optional<int> number)
{
    const QList<Attempt>& attempts = record.attempts;
    auto attempt =
        std::ranges::find_if(attempts, [number](const Attempt& one) { return one.number == number; });
    if (attempt == attempts.end() && !number && !attempts.isEmpty())
        attempt = attempts.end() - 1;
    if (attempt == attempts.end()) {
        m_attempt->showPlanned(record.delivery, number.value_or(1));
        return;
    }
    if (!attempt->capture) {
        m_attempt->showAttempt(record.delivery, *attempt, std::nullopt);
        return;
    }
    m_workbench.captures()
        .get(*attempt->capture)
        .then(this, [this, record, shown = *attempt, number](const Result<Capture>& capture) {
            if (m_shown == record.delivery.id && m_shownNumber == number)
                m_attempt->showAttempt(record.delivery, shown,
                                       capture ? std::optional(*capture) : std::nullopt);
        });
}

QList<DeliveryId> DeliveriesPage::selected() const
{
    QList<DeliveryId> ids;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids << m_model->idAt(row);
    }
    return ids;
}

/// By ranges: with everything selected a list of its rows would be made at each change.
void DeliveriesPage::updateActions()
{
    int rows = 0;
    bool open = false, held = false;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        rows += range.height();
        for (int row = range.top(); row <= range.bottom() && !held; ++row) {
            const DeliveryState state = m_model->rowAt(row).state;
            open = open || !isFinal(state);
            held = state == DeliveryState::Held;
        }
    }
    m_retry->setEnabled(rows > 0);
    m_cancel->setEnabled(open);
    m_hold->setEnabled(open);
    m_hold->setText(held ? tr("Release") : tr("Hold"));
    m_replay->setEnabled(rows == 1);
    for (QAction* action : {m_curl, m_curlWithSecrets})
        action->setEnabled(rows > 0);
    const QModelIndex current = m_table->currentIndex();
    m_source->setEnabled(rows == 1 && current.isValid() && !m_model->rowAt(current.row()).replayOf.isEmpty());
}

/// A delivery is on this page, a capture on the other.
void DeliveriesPage::openSource(const QString& source)
{
    if (DeliveryId::parse(source))
        go({source});
    else
        emit wanted(QStringLiteral("captures"), PagePlace{source});
}

void DeliveriesPage::openSourceOfSelected()
{
    if (m_table->currentIndex().isValid())
        openSource(m_model->rowAt(m_table->currentIndex().row()).replayOf);
}

void DeliveriesPage::copyCurl(bool withSecrets)
{
    QStringList ids;
    for (const DeliveryId id : selected())
        ids << id.toString();
    copyCurlOf(m_workbench, ids, withSecrets, this, [this](const QString& words) { emit said(words); });
}

void DeliveriesPage::retrySelected()
{
    act(BulkAction::Retry, selected());
}

void DeliveriesPage::cancelSelected()
{
    act(BulkAction::Cancel, selected());
}

void DeliveriesPage::holdSelected()
{
    act(m_hold->text() == tr("Release") ? BulkAction::Release : BulkAction::Hold, selected());
}

void DeliveriesPage::replaySelected()
{
    const QList<DeliveryId> ids = selected();
    if (ids.size() != 1)
        return;
    auto* dialog = new ReplayDialog(m_workbench, ids.first().toString(), this);
    connect(dialog, &ReplayDialog::replayed, this, [this](const QList<Delivery>& deliveries) {
        m_wanted = deliveries.first().id;
        emit said(tr("Deliveries made: %1.").arg(deliveries.size()));
    });
    dialog->open();
}

void DeliveriesPage::act(BulkAction action, const QList<DeliveryId>& ids)
{
    if (ids.isEmpty())
        return;
    if (ids.size() > 1) {
        m_bulk->follow(m_workbench.deliveries().bulk(action, ids), action);
        return;
    }
    Deliveries& deliveries = m_workbench.deliveries();
    Answer<void> answer = action == BulkAction::Retry    ? deliveries.retryNow(ids.first())
                          : action == BulkAction::Cancel ? deliveries.cancel(ids.first())
                          : action == BulkAction::Hold   ? deliveries.hold(ids.first())
                                                         : deliveries.release(ids.first());
    answer.then(this, [this](const Result<void>& result) {
        if (!result)
            emit said(result.error().message);
    });
}

/// Nothing of another filter than the one that is read.
void DeliveriesPage::actOnAll(BulkAction action)
{
    if (const auto query = readQuery(m_text->text()); !query || *query != m_query) {
        emit said(query ? tr("The filter has just changed. Look at what it finds, and try again.")
                        : query.error().message());
        return;
    }
    m_bulk->follow(m_workbench.deliveries().bulk(action, filter()), action);
}

} // namespace hookworks
