// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QTableView>

#include <optional>

class QMenu;

namespace hookworks {

class LiveList;

/// A column of a table as somebody left it.
struct PlacedColumn
{
    QString key;
    int width = 0; ///< in device-independent pixels; 0: as at first
    bool shown = true;
    bool operator==(const PlacedColumn&) const = default;
};

/// The table of a live list: one line a row, each column drawn as it says of itself, chosen and ordered in
/// the header's menu. "12 new" floats over it while rows wait.
class LiveTable final : public QTableView
{
    Q_OBJECT

public:
    /// `list` must outlive it.
    explicit LiveTable(LiveList& list, QWidget* parent = nullptr);

    /// The chosen rows' numbers, in the order of the rows.
    QList<qint64> selectedNumbers() const;
    /// Ranges: with everything selected a list of its rows would be made at each change.
    int selectedCount() const;
    std::optional<qint64> currentNumber() const;
    /// False where it is not listed.
    bool select(qint64 number);
    /// Where the current row went, its neighbour is selected.
    void selectCurrent();
    void selectNothing() { setCurrentIndex({}); }
    /// The header shows that the list is in the order of this column, the newest first; it is no choice.
    void showOrder(const QString& key);

    /// From left to right.
    QList<PlacedColumn> placedColumns() const;
    /// Columns that it does not name stay where they are.
    void placeColumns(const QList<PlacedColumn>& columns);
    /// Which columns are shown, in their order; "Move left" and "Move right" for the one that was clicked.
    void fillColumnsMenu(QMenu& menu, int clicked = -1);

signals:
    /// By the user.
    void columnsPlaced();
    /// The waiting rows shall be shown.
    void releaseWanted();

private:
    void mousePressEvent(QMouseEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                         const QEvent* event) const override;
    void showColumns();
    void columnsInserted();
    void openHeaderMenu(const QPoint& position);
    void setShown(int column, bool shown);
    void moveColumn(int column, int by);
    int columnOf(const QString& key) const;

    LiveList& m_list;
    bool m_placing = false;
};

} // namespace hookworks
