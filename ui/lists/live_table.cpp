// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/live_table.h"

#include "ui/lists/live_list.h"
#include "ui/widgets/new_rows_button.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/wide_columns.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

namespace hookworks {

LiveTable::LiveTable(LiveList& list, QWidget* parent)
    : QTableView(parent)
    , m_list(list)
{
    setProperty("remembersItself", true); // its columns, see ColumnMemory
    setModel(&list);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    QHeaderView& header = *horizontalHeader();
    header.setHighlightSections(false);
    header.setSectionsMovable(true);
    header.setMinimumSectionSize(scaled(32));
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QHeaderView::customContextMenuRequested, this, &LiveTable::openHeaderMenu);
    showColumns();
    const auto placed = [this] {
        if (!m_placing)
            emit columnsPlaced();
    };
    connect(&header, &QHeaderView::sectionMoved, this, placed);
    connect(&header, &QHeaderView::sectionResized, this, placed);
    connect(&list, &QAbstractItemModel::columnsInserted, this, &LiveTable::columnsInserted);
    auto* fresh = new NewRowsButton(*this);
    connect(&list, &LiveList::heldChanged, fresh, &NewRowsButton::setHeld);
    connect(fresh, &NewRowsButton::releaseWanted, this, &LiveTable::releaseWanted);
}

/// What is shown beside the list stays chosen.
void LiveTable::mousePressEvent(QMouseEvent* event)
{
    if (indexAt(event->pos()).isValid())
        QTableView::mousePressEvent(event);
}

/// Home and End go through the rows: there is nothing to do in a cell.
QModelIndex LiveTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int column = std::max(0, currentIndex().column());
    if (action == MoveHome)
        return m_list.index(0, column);
    if (action == MoveEnd)
        return m_list.index(m_list.rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers);
}

/// With Ctrl a key would move the frame alone, away from the row that one acts on. And what the program
/// selects by itself has nothing to do with the keys that happen to be held meanwhile.
QItemSelectionModel::SelectionFlags LiveTable::selectionCommand(const QModelIndex& index,
                                                                const QEvent* event) const
{
    const bool isKey = event && event->type() == QEvent::KeyPress;
    const auto* key = isKey ? static_cast<const QKeyEvent*>(event) : nullptr;
    if (!event || (key && key->modifiers() == Qt::ControlModifier && key->key() != Qt::Key_Space))
        return QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    return QTableView::selectionCommand(index, event);
}

void LiveTable::showColumns()
{
    m_placing = true;
    QList<int> wide;
    int letters = 0;
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_list.columnCount(); ++column) {
        const ColumnLook& look = m_list.columnLook(column);
        setItemDelegateForColumn(column, new CellDelegate(look.cell, this));
        horizontalHeader()->resizeSection(column, look.letters * letter);
        setColumnHidden(column, !look.shown);
        if (look.wide) {
            wide << column;
            letters = std::max(letters, look.letters);
        }
    }
    new WideColumns(*this, wide, letters);
    m_placing = false;
}

/// One that was added stands at the right until somebody moves it.
void LiveTable::columnsInserted()
{
    const int column = m_list.columnCount() - 1;
    const ColumnLook& look = m_list.columnLook(column);
    setItemDelegateForColumn(column, new CellDelegate(look.cell, this));
    m_placing = true;
    horizontalHeader()->resizeSection(column, look.letters * fontMetrics().averageCharWidth());
    m_placing = false;
    emit columnsPlaced();
}

QList<qint64> LiveTable::selectedNumbers() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::ranges::sort(rows);
    QList<qint64> numbers;
    numbers.reserve(rows.size());
    for (const int row : std::as_const(rows))
        numbers << m_list.numberAt(row);
    return numbers;
}

int LiveTable::selectedCount() const
{
    int rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        rows += range.height();
    return rows;
}

std::optional<qint64> LiveTable::currentNumber() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(m_list.numberAt(current.row())) : std::nullopt;
}

bool LiveTable::select(qint64 number)
{
    const int row = m_list.rowOfNumber(number);
    if (row < 0)
        return false;
    const QModelIndex index = m_list.index(row, horizontalHeader()->logicalIndex(0));
    if (currentIndex().row() != row || !selectionModel()->isRowSelected(row)) {
        selectRow(row);
        scrollTo(index);
    }
    return true;
}

void LiveTable::selectCurrent()
{
    if (currentIndex().isValid() && !selectionModel()->hasSelection())
        selectRow(currentIndex().row());
}

int LiveTable::columnOf(const QString& key) const
{
    for (int column = 0; column < m_list.columnCount(); ++column) {
        if (m_list.columnLook(column).key == key)
            return column;
    }
    return -1;
}

void LiveTable::showOrder(const QString& key)
{
    QHeaderView& header = *horizontalHeader();
    header.setSectionsClickable(false);
    header.setSortIndicator(columnOf(key), Qt::DescendingOrder);
    header.setSortIndicatorShown(true);
}

QList<PlacedColumn> LiveTable::placedColumns() const
{
    QList<PlacedColumn> placed;
    const QHeaderView& header = *horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        const ColumnLook& look = m_list.columnLook(column);
        const int width = isColumnHidden(column) || look.wide ? 0 : header.sectionSize(column);
        placed.append({look.key, width, !isColumnHidden(column)});
    }
    return placed;
}

void LiveTable::placeColumns(const QList<PlacedColumn>& columns)
{
    m_placing = true;
    QHeaderView& header = *horizontalHeader();
    int place = 0;
    for (const PlacedColumn& one : columns) {
        const int column = columnOf(one.key);
        if (column < 0)
            continue;
        header.moveSection(header.visualIndex(column), place++);
        setColumnHidden(column, !one.shown);
        if (one.width > 0)
            header.resizeSection(column, one.width);
    }
    m_placing = false;
}

void LiveTable::setShown(int column, bool shown)
{
    setColumnHidden(column, !shown);
    const int least = m_list.columnLook(column).letters * fontMetrics().averageCharWidth();
    if (shown && columnWidth(column) < horizontalHeader()->minimumSectionSize())
        setColumnWidth(column, least);
    emit columnsPlaced();
}

void LiveTable::moveColumn(int column, int by)
{
    QHeaderView& header = *horizontalHeader();
    int to = header.visualIndex(column) + by;
    while (to > 0 && to < header.count() - 1 && header.isSectionHidden(header.logicalIndex(to)))
        to += by;
    if (to >= 0 && to < header.count())
        header.moveSection(header.visualIndex(column), to);
}

/// At least one column stays.
void LiveTable::fillColumnsMenu(QMenu& menu, int clicked)
{
    const QHeaderView& header = *horizontalHeader();
    const int shown = header.count() - header.hiddenSectionCount();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        QAction* one = menu.addAction(m_list.columnLook(column).title);
        one->setCheckable(true);
        one->setChecked(!header.isSectionHidden(column));
        one->setEnabled(!one->isChecked() || shown > 1);
        connect(one, &QAction::triggered, this, [this, column](bool on) { setShown(column, on); });
    }
    if (clicked < 0)
        return;
    menu.addSeparator();
    menu.addAction(tr("Move left"), this, [this, clicked] { moveColumn(clicked, -1); });
    menu.addAction(tr("Move right"), this, [this, clicked] { moveColumn(clicked, 1); });
}

void LiveTable::openHeaderMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnsMenu(*menu, horizontalHeader()->logicalIndexAt(position));
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

} // namespace hookworks
