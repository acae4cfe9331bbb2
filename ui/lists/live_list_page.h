// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"
#include "ui/lists/live_list.h"
#include "ui/widgets/page_widget.h"
#include "ui/widgets/query_language.h"

#include <QTimer>

#include <functional>
#include <optional>

class QStackedWidget;

namespace hookworks {

class EmptyPage;
class FilterField;
class ListMenus;
class ListSearch;
class LiveTable;
class SearchNotice;
class Workbench;

/// What a page with a live list says of itself.
struct ListWords
{
    QString name;  ///< `captures`: in object names and in what is remembered
    QString title; ///< the table's accessible name
    QString filterHint, noMatch;
    QString emptyIcon, emptyHeading, empty, emptyStep; ///< where nothing is yet; the step leads to Simulate
};

/// A page around a live list: its filter, what is searched, the empty states, the selection that outlives a
/// reload, the menus beside the filter, and the ticker that stops while the page is hidden.
class LiveListPage : public PageWidget
{
    Q_OBJECT

public:
    QList<QAction*> pageActions() const override { return m_actions; }
    void focusFilter() override;

protected:
    /// Both must outlive it; `list` may belong to it. `values`: what the filter's completion offers of a
    /// field.
    LiveListPage(Workbench& workbench, LiveList& list, const ListWords& words, ValuesOfField values,
                 QWidget* parent);

    LiveTable& table() const { return *m_table; }
    FilterField& filterField() const { return *m_filter; }
    SearchNotice& notice() const { return *m_notice; }
    ListMenus& menus() const { return *m_menus; }
    /// `around`: what holds the table, and gives way to the empty states. Returns the stack of all three.
    QStackedWidget* stackAround(QWidget* around);
    /// Begins. The ticker ticks so often while the page is shown.
    void follow(ListSearch& search, std::chrono::milliseconds tickEvery);
    /// An action of the page, whose key works in it. Stays the caller's.
    void addPageAction(QAction* action);

    /// What the filter finds is read anew; the row that was shown is selected again.
    void reload();
    /// Selects that row, or shows it by itself until it is listed.
    void goTo(qint64 number);
    /// It is selected as soon as it is listed.
    void want(qint64 number) { m_wanted = number; }
    std::optional<qint64> wanted() const { return m_wanted; }

    /// Another filter than the field's narrows the list.
    virtual bool isNarrowed() const { return false; }
    virtual void clearFilter();
    virtual void tick() {}
    virtual void selectionChanged() = 0;
    virtual void showNumber(qint64 number) = 0;
    virtual void showNothing() = 0;
    /// How many there are in all, for "3 of 128".
    virtual void countAll(const std::function<void(qint64 all)>& tell) = 0;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void searchChanged();
    void showMatches();

    LiveList& m_list;
    ListWords m_words;
    QueryLanguage m_language;
    LiveTable* m_table;
    FilterField* m_filter;
    SearchNotice* m_notice;
    EmptyPage *m_empty, *m_noMatch;
    QStackedWidget* m_stack;
    ListMenus* m_menus;
    ListSearch* m_search = nullptr;
    QList<QAction*> m_actions;
    QTimer m_ticker, m_filterDelay;
    std::optional<qint64> m_wanted, m_again;
    qint64 m_all = 0;
};

} // namespace hookworks
