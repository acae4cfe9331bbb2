// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deliveries/delivery_row.h"
#include "ui/lists/live_list_page.h"
#include "ui/lists/live_search.h"

namespace hookworks {

class AttemptFollower;
class AttemptView;
class BulkBar;
class CircuitStrip;
class DeliveryActions;
class MarkActions;
class RowRemover;
class StateFilter;
class TimelineModel;
class TimelinePane;
class UndoBar;

/// What was sent and what will be: the list, its timeline, and both ends of the chosen attempt.
class DeliveriesPage : public LiveListPage
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit DeliveriesPage(Workbench& workbench, QWidget* parent = nullptr);

    void go(const PagePlace& place) override;
    PageBarContent barContent() override;

protected:
    bool isNarrowed() const override;
    void clearFilter() override;
    void tick() override;
    void selectionChanged() override;
    void showNumber(qint64 number) override;
    void showNothing() override;
    void countAll(const std::function<void(qint64 all)>& tell) override;
    void showEvent(QShowEvent* event) override;

private:
    DeliveriesPage(Workbench& workbench, LiveListModel<DeliveryRow>* rows, QWidget* parent);
    void arrange();
    void connectParts();
    void connectTimeline();
    void takeTimelinePlace();
    Result<DeliveryFilter> shownFilter() const;
    QueryVerdict judge(const Query& query, const DeliveryRecord& record) const;
    void takeChanges(const DeliveryChanges& changes);
    void takeRecords(const QList<DeliveryRecord>& records);
    void readAgain(const QList<DeliveryId>& ids);
    void showDelivery(DeliveryId delivery, std::optional<int> number);
    void openSource(const QString& source);
    void showCircuits();
    void loadWebhooks();

    Workbench& m_workbench;
    LiveListModel<DeliveryRow>* m_rows;
    LiveSearch<DeliveryRecord, DeliverySummaryRecord, DeliveryRow>* m_search;
    TimelineModel* m_lanes;
    TimelinePane* m_timeline;
    AttemptView* m_attempt;
    AttemptFollower* m_follower;
    BulkBar* m_bulk;
    UndoBar* m_undo;
    RowRemover* m_remover;
    MarkActions* m_marks;
    CircuitStrip* m_circuits;
    StateFilter* m_states;
    DeliveryActions* m_actions;
    QHash<WebhookId, QString> m_webhooks; ///< names
    int m_ticks = 0;
};

} // namespace hookworks
