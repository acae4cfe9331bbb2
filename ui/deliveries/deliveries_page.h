// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query_row.h"
#include "ui/timeline/timeline_lane.h"
#include "ui/widgets/page_widget.h"
#include "ui/widgets/query_language.h"
#include "workbench/deliver/deliveries.h"

#include <QHash>
#include <QTimer>

#include <optional>

class QComboBox;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace hookworks {

class AttemptView;
class BulkBar;
class CircuitStrip;
class DeliveriesModel;
class EmptyPage;
class FilterField;
class NewRowsButton;
class SearchNotice;
class TimelineModel;
class TimelinePane;
class TimelineView;
class Workbench;
struct DeliveryRow;

/// What was sent and what will be: the list, its timeline, and both ends of the chosen attempt.
class DeliveriesPage : public PageWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit DeliveriesPage(Workbench& workbench, QWidget* parent = nullptr);

    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override { return m_actions; }
    void focusFilter() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeFilterRow();
    void makeTable();
    void makeActions();
    QAction* addAction(const QString& text, const QKeySequence& keys, void (DeliveriesPage::*deed)());
    void arrange();
    void connectTimeline();
    void takeTimelinePlace();
    void loadWebhooks();

    DeliveryFilter filter() const;
    QueryVerdict belongs(const DeliveryRecord& record) const;
    void reload();
    void loadPage(std::optional<DeliveryId> before);
    void search(std::optional<DeliveryId> before);
    void takePage(const DeliveryRecordPage& page);
    void catchUp();
    void takeChanges(const DeliveryChanges& changes);
    void takeRecords(const QList<DeliveryRecord>& records);
    void showLanesInPlace();
    void dropRows(const QList<DeliveryId>& ids);
    void clearFilter();
    void takeMatching(const QList<DeliveryRecord>& records);
    void reread(const QList<DeliveryId>& ids);
    void showLanes(QList<TimelineLane> lanes);
    void releaseHeld();
    void showHeldLanes();
    void showNothingOfNothing();
    void updateEmptyState();

    void select(DeliveryId delivery);
    void currentRowChanged();
    void showAttempt(DeliveryId delivery, std::optional<int> number);
    void present(const DeliveryRecord& record, std::optional<int> number);
    void followShown();
    void openSource(const QString& source);
    void openSourceOfSelected();
    void updateActions();
    QList<DeliveryId> selected() const;
    void copyAsCurl() { copyCurl(false); }
    void copyAsCurlWithSecrets() { copyCurl(true); }
    void copyCurl(bool withSecrets);
    void retrySelected();
    void cancelSelected();
    void holdSelected();
    void replaySelected();
    void act(BulkAction action, const QList<DeliveryId>& ids);
    void actOnAll(BulkAction action);
    void tick();
    void showCircuits();

    Workbench& m_workbench;
    DeliveriesModel* m_model;
    TimelineModel* m_lanes;
    QTableView* m_table;
    TimelinePane* m_timeline;
    AttemptView* m_attempt;
    BulkBar* m_bulk;
    CircuitStrip* m_circuits;
    NewRowsButton* m_newRows = nullptr;
    QStackedWidget* m_stack;
    EmptyPage *m_empty, *m_noMatch;
    QueryLanguage m_language;
    FilterField* m_text;
    SearchNotice* m_search;
    Query m_query;                          ///< that the rows are of
    std::optional<DeliveryId> m_searchedTo; ///< how far back it was looked; none: to the end, or not yet
    qsizetype m_found = 0;                  ///< of the page that is being searched for
    QComboBox *m_state, *m_webhook;
    QWidget* m_filterRow;
    QSplitter* m_splitter;
    QList<QAction*> m_actions;
    QAction *m_retry = nullptr, *m_cancel = nullptr, *m_hold = nullptr, *m_replay = nullptr,
            *m_curl = nullptr, *m_curlWithSecrets = nullptr, *m_source = nullptr;
    QHash<DeliveryId, TimelineLane> m_heldLanes;
    QTimer m_ticker, m_filterDelay, m_catchUp;
    /// In the inspector; to be selected as soon as it is listed; selected again after the filter changed.
    std::optional<DeliveryId> m_shown, m_wanted, m_again;
    std::optional<int> m_shownNumber; ///< none: the newest, followed as new ones are made
    int m_serial = 0;                 ///< of the newest question; answers to older ones are dropped
    int m_ticks = 0;
};

} // namespace hookworks
