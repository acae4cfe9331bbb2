// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deliveries/delivery_row.h"
#include "ui/lists/live_list_model.h"

#include <functional>

class QAction;

namespace hookworks {

class BulkBar;
class LiveTable;
class RowRemover;
class Workbench;

/// What shows how far an action on many deliveries is, and what removes them.
struct DeliveryBars
{
    BulkBar& bulk;
    RowRemover& remover;
};

/// What one does with deliveries: retry, cancel, hold, replay, copy, keep a sample, export, remove.
class DeliveryActions final : public QObject
{
    Q_OBJECT

public:
    /// `filter` tells what the list shows. All must outlive it. Its menus and dialogs are the table's.
    DeliveryActions(Workbench& workbench, const LiveListModel<DeliveryRow>& rows, LiveTable& table,
                    const DeliveryBars& bars, std::function<Result<DeliveryFilter>()> filter,
                    QObject* parent);

    /// The page's buttons, and what stands in its menu: sending, looking and handing on, removing.
    QList<QAction*> buttons() const { return {m_retry, m_cancel, m_replay}; }
    QList<QList<QAction*>> groups() const
    {
        return {{m_hold, m_replayNow, m_edit, m_source},
                {m_compare, m_sample, m_curl, m_curlWithSecrets, m_export},
                {m_remove, m_all}};
    }
    /// Other rows are chosen, or they changed.
    void update();
    void act(BulkAction action, const QList<DeliveryId>& ids);
    // Of what is chosen.
    void replayAtOnce();
    void replay();
    void compare();
    void remove();

signals:
    void said(const QString& sentence);
    /// A replay was made of the chosen one.
    void replayed(hookworks::DeliveryId first);
    /// `d3`, `c5`: what the chosen one replays.
    void sourceWanted(const QString& source);

private:
    QAction* add(const QString& text, const QKeySequence& keys, const std::function<void()>& act);
    QAction* makeAll();
    QList<DeliveryId> ids() const;
    /// None where not exactly one is chosen.
    const DeliveryRow* onlyRow() const;
    void copyCurl(bool withSecrets);
    void exportChosen();
    void keepSample();
    void replayAll();
    void openReplay(const QStringList& sources, bool edited);
    void actOnAll(BulkAction action);
    void removeAll();
    void withFilter(const std::function<void(const DeliveryFilter&)>& act);

    Workbench& m_workbench;
    const LiveListModel<DeliveryRow>& m_rows;
    LiveTable& m_table;
    DeliveryBars m_bars;
    std::function<Result<DeliveryFilter>()> m_filter;
    QAction *m_retry, *m_cancel, *m_hold, *m_replayNow, *m_replay, *m_edit, *m_curl, *m_curlWithSecrets,
        *m_export, *m_sample, *m_compare, *m_source, *m_remove, *m_all;
};

} // namespace hookworks
