// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/live_list_model.h"
#include "ui/lists/live_table.h"
#include "workbench/inspect/marks.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace hookworks {

class UndoBar;
class Workbench;

/// Colours and notes for the chosen rows of a list, with undo: "Mark", a menu of the colours by name with the
/// keys 1 to 6 and 0, and "Note…" with N.
class MarkActions final : public QObject
{
    Q_OBJECT

public:
    /// `chosen`: the rows with their marks, as the list shows them. The dialogs are `owner`'s. All must
    /// outlive it.
    MarkActions(Workbench& workbench, UndoBar& undo, std::function<QList<MarkedRow>()> chosen,
                QWidget& owner);

    QList<QAction*> all() const { return {m_mark, m_note}; }
    /// So many rows are chosen.
    void update(int count);
    /// Of one row, wherever it is shown.
    void askNote(const QList<MarkedRow>& rows);

signals:
    void said(const QString& sentence);

private:
    void addColour(QMenu& menu, std::optional<MarkColour> colour, int key);
    void change(const QList<MarkedRow>& rows, const MarkChange& change, const QString& done);
    void offerUndo(const QList<MarkedRow>& before, const QString& done);

    Workbench& m_workbench;
    UndoBar& m_undo;
    std::function<QList<MarkedRow>()> m_chosen;
    QWidget& m_owner;
    QAction *m_mark, *m_note;
};

/// The rows that are chosen in the table of `list`, with their marks.
template <class Row>
QList<MarkedRow> chosenRows(const LiveTable& table, const LiveListModel<Row>& list)
{
    QList<MarkedRow> chosen;
    for (const qint64 number : table.selectedNumbers()) {
        const Row& row = list.rowAt(list.rowOfNumber(number));
        chosen.append({row.id, row.mark});
    }
    return chosen;
}

} // namespace hookworks
