// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/sheet_model.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace hookworks {

/// An array as a small table, with what adds to it and pastes from a spreadsheet below it. Delete takes the
/// chosen rows or columns out, Ctrl+C and Ctrl+V copy and paste cells.
class GridField final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the models, one for each way to show the array: the first that can is the one that is shown,
    /// until another is asked for. `rowWord`: what a row is called, "point".
    GridField(const QList<SheetModel*>& ways, const QString& rowWord, QWidget* parent = nullptr);
    void refresh();
    /// Marked in their cells.
    void setProblems(const QList<CellProblem>& problems);
    /// The keys go to the cell that shows that place, else to the first.
    void goTo(const JsonPath& place);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QWidget* makeFoot(const QString& rowWord);
    void makeTable();
    void choose();
    QPoint placeInUse() const;
    void goBackTo(const QPoint& place);
    void showNote(const QString& words);
    void fit();
    void copy() const;
    void paste();
    void removeChosen();
    void offerRemoval(const QPoint& at);

    QList<SheetModel*> m_ways;
    SheetModel* m_model = nullptr; ///< the way that is shown
    bool m_plain = false;          ///< the last way is wanted
    QPoint m_place{-2, -2};        ///< of the current cell, while the table is laid out anew
    QTableView* m_table;
    QToolButton* m_addColumn;
    QToolButton* m_otherWay;
    QLabel* m_note;
};

} // namespace hookworks
