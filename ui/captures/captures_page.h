// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query_row.h"
#include "ui/widgets/page_widget.h"
#include "ui/widgets/query_language.h"
#include "workbench/listen/captures.h"

#include <QTimer>

#include <optional>

class QStackedWidget;
class QTableView;
class QTabWidget;

namespace hookworks {

class CaptureInspector;
class CapturesModel;
class EmptyPage;
class FilterField;
class ForwardBar;
class ListenerBar;
struct ListenerConfig;
class NewRowsButton;
class QuotaBar;
class RulesPane;
class SearchNotice;
class UndoBar;
class Workbench;

/// The listeners with their rules, and what arrived, live, byte for byte.
class CapturesPage : public PageWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit CapturesPage(Workbench& workbench, QWidget* parent = nullptr);

    void go(const PagePlace& place) override;
    QList<QAction*> pageActions() const override { return m_actions; }
    void focusFilter() override;
    /// Another listener.
    void startNew() override;
    void commit() override;
    bool isStored() const override;

private:
    void makeTable();
    void makeActions();
    QAction* addAction(const QString& text, const QKeySequence& keys, void (CapturesPage::*deed)());
    void arrange();
    void connectInspector();

    CaptureFilter filter() const;
    QStringList valuesOf(const QueryField& field) const;
    void reload();
    void loadPage(std::optional<CaptureId> before);
    void search(std::optional<CaptureId> before);
    void takePage(const CapturePage& page);
    QueryVerdict belongs(const Capture& capture) const;
    void takeChanges(const CaptureChanges& changes);
    void catchUp();
    void checkDoubtful();
    void settleDoubtful(const QList<CaptureId>& asked, const QList<Capture>& matching);
    void dropRows(const QList<CaptureId>& ids);
    void releaseHeld();
    void updateEmptyState();
    void select(CaptureId capture);
    void currentRowChanged();
    void showCapture(CaptureId capture);

    void updateActions();
    QList<CaptureId> selected() const;
    void replaySelected();
    void replayExact();
    void forwardSelected();
    void copyAsCurl() { copyCurl(false); }
    void copyAsCurlWithSecrets() { copyCurl(true); }
    void copyCurl(bool withSecrets);
    void exportSelected();
    void compareSelected();
    void removeSelected();
    void remove(const QList<CaptureId>& ids);
    void offerListener(const ListenerConfig& listener);

    Workbench& m_workbench;
    CapturesModel* m_model;
    QTableView* m_table;
    ListenerBar* m_listeners;
    RulesPane* m_rules;
    UndoBar* m_undo;
    ForwardBar* m_forwarding;
    QuotaBar* m_quota;
    CaptureInspector* m_inspector;
    QTabWidget* m_right;
    NewRowsButton* m_newRows = nullptr;
    QStackedWidget* m_stack;
    EmptyPage *m_empty, *m_noMatch;
    QueryLanguage m_language;
    FilterField* m_text;
    SearchNotice* m_search;
    Query m_query;                         ///< that the rows are of
    std::optional<CaptureId> m_searchedTo; ///< how far back it was looked; none: to the end, or not yet
    qsizetype m_found = 0;                 ///< of the page that is being searched for
    QList<QAction*> m_actions;
    QAction *m_replay = nullptr, *m_exact = nullptr, *m_curl = nullptr, *m_curlWithSecrets = nullptr,
            *m_export = nullptr, *m_compare = nullptr, *m_remove = nullptr, *m_forward = nullptr;
    QTimer m_ticker, m_filterDelay, m_catchUp;
    QList<CaptureId> m_doubtful; ///< changed under a filter: it is to be asked whether they match still
    qint64 m_missed = 0;         ///< new ones that a flood left out
    std::optional<CaptureId> m_wanted;
    int m_serial = 0;
};

} // namespace hookworks
