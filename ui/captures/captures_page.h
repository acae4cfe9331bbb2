// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/capture_row.h"
#include "ui/lists/live_list_page.h"
#include "ui/lists/live_search.h"
#include "workbench/listen/captures.h"

class QStackedWidget;

namespace hookworks {

class BodyCells;
class BulkBar;
class CaptureActions;
class CaptureInspector;
class ForwardBar;
class ListenerBar;
struct ListenerConfig;
class MarkActions;
struct PlacedColumn;
class QuotaNotice;
class RowRemover;
class RulesPane;
class UndoBar;

/// On the page of captures: the chosen listener's reply rules.
inline PagePlace placeOfRules()
{
    return {QStringLiteral("rules")};
}
/// The same, with a new rule to be filled in.
inline PagePlace placeOfNewRule()
{
    return {QStringLiteral("rules/new")};
}

/// What arrived, live, byte for byte, with the listeners that received it and their rules.
class CapturesPage : public LiveListPage
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit CapturesPage(Workbench& workbench, QWidget* parent = nullptr);

    void go(const PagePlace& place) override;
    PageBarContent barContent() override;
    /// Another listener.
    void startNew() override;
    void commit() override;
    bool isStored() const override;

protected:
    void tick() override;
    void selectionChanged() override;
    void showNumber(qint64 number) override;
    void showNothing() override;
    void countAll(const std::function<void(qint64 all)>& tell) override;

private:
    struct Parts
    {
        BodyCells* cells;
        LiveListModel<CaptureRow>* rows;
    };
    static Parts makeParts(Workbench& workbench);
    CapturesPage(Workbench& workbench, const Parts& parts, QWidget* parent);
    QWidget* makeLeft();
    void arrange();
    void connectParts();
    void connectInspector();
    Result<Query> shownQuery() const;
    QueryVerdict judge(const Query& query, const Capture& capture) const;
    void takeChanges(const CaptureChanges& changes);
    void showRules(bool shown);
    void addColumns(const QList<PlacedColumn>& columns);
    void addColumn(const QueryField& field);
    void showCells(CaptureId id);
    void offerListener(const ListenerConfig& listener);

    Workbench& m_workbench;
    BodyCells* m_cells;
    LiveListModel<CaptureRow>* m_rows;
    LiveSearch<Capture, CaptureSummary, CaptureRow>* m_search;
    ListenerBar* m_listeners;
    RulesPane* m_rules;
    UndoBar* m_undo;
    BulkBar* m_bulk;
    RowRemover* m_remover;
    MarkActions* m_marks;
    ForwardBar* m_forwarding;
    QuotaNotice* m_quota;
    CaptureInspector* m_inspector;
    QStackedWidget* m_right;
    CaptureActions* m_actions;
};

} // namespace hookworks
