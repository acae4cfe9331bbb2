// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/live_list.h"
#include "ui/widgets/mark_look.h"
#include "ui/widgets/newest_first.h"

namespace hookworks {

/// What a row was marked with, for one of the roles of CellDelegate; rows that cannot be marked have none.
template <class Row>
QVariant markOfRow(const Row& row, int role)
{
    if constexpr (requires { row.mark; }) {
        if (role == CellNoteRole)
            return row.mark.note.isEmpty() ? QVariant() : row.mark.note;
        return row.mark.colour ? QVariant(static_cast<int>(*row.mark.colour)) : QVariant();
    } else {
        return {};
    }
}

/// The rows of a live list, newest first, filled page by page as one scrolls (pageWanted, addPage). Rows that
/// are shown change in place; new ones wait until they are released, so that nothing moves under the pointer.
/// `Row` has a member `id`, and may have a `mark`.
template <class Row>
class LiveListModel final : public LiveList
{
public:
    using IdType = decltype(Row::id);

    explicit LiveListModel(QList<ListColumn<Row>> columns, QObject* parent = nullptr)
        : LiveList(parent)
        , m_columns(std::move(columns))
    {
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows.size();
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override
    {
        return !parent.isValid() && !m_complete && !m_waiting;
    }
    void fetchMore(const QModelIndex& parent) override
    {
        if (!canFetchMore(parent))
            return;
        m_waiting = true;
        emit pageWanted();
    }

    const ColumnLook& columnLook(int column) const override { return m_columns[column].look; }
    qint64 numberAt(int row) const override { return m_rows.at(row).id.number; }
    int rowOfNumber(qint64 number) const override { return m_rows.find(IdType{number}); }
    int held() const override { return m_rows.held(); }
    bool isComplete() const override { return m_complete; }
    void setClock(const ListClock& clock) override;

    const Row& rowAt(int row) const { return m_rows.at(row); }
    /// Another one behind those that are there.
    void addColumn(const ListColumn<Row>& column)
    {
        beginInsertColumns({}, columnCount(), columnCount());
        m_columns << column;
        endInsertColumns();
    }

    /// Forgets everything; the first page is wanted next. `complete`: nothing is shown until then.
    void reset(bool complete = false)
    {
        beginResetModel();
        m_rows.clear();
        m_complete = complete;
        m_waiting = false;
        endResetModel();
        emit heldChanged(0);
    }
    /// The rows after the last one shown; `last` says that there are no older ones.
    void addPage(const QList<Row>& rows, bool last)
    {
        addPart(rows);
        m_waiting = false;
        m_complete = last;
    }
    /// The same of a page that is still being searched for.
    void addPart(const QList<Row>& rows);
    /// A page could not be read: it may be asked for again.
    void pageFailed() { m_waiting = false; }
    /// Known rows change in place, newer ones wait for release(); one that a filter left out until now takes
    /// its place, unless it is older than all that were read.
    void upsert(const QList<Row>& rows);
    void release();
    void remove(const QList<IdType>& ids);

private:
    QString accessibleText(const Row& row, int column) const;
    void insertMissing(const QList<Row>& rows);

    QList<ListColumn<Row>> m_columns;
    NewestFirst<Row> m_rows;
    ListClock m_clock;
    bool m_complete = false; ///< no older rows in the store
    bool m_waiting = false;  ///< a page has been asked for
};

template <class Row>
QVariant LiveListModel<Row>::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    const ListColumn<Row>& column = m_columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return column.words(row, m_clock);
    case Qt::ToolTipRole:
        return column.tip ? column.tip(row, m_clock) : QVariant();
    case CellStateRole:
        if (const auto state = column.state ? column.state(row) : std::nullopt)
            return static_cast<int>(*state);
        return {};
    case CellFailedRole:
        return column.failed && column.failed(row);
    case CellMarkRole:
    case CellNoteRole:
        return markOfRow(row, role);
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    default:
        return {};
    }
}

template <class Row>
QString LiveListModel<Row>::accessibleText(const Row& row, int column) const
{
    const QString text =
        m_columns[column].look.title + QStringLiteral(": ") + m_columns[column].words(row, m_clock);
    if constexpr (requires { row.mark; }) {
        if (column == 0 && !row.mark.isEmpty())
            return text + QStringLiteral(", ") + markWords(row.mark).replace(u'\n', QStringLiteral(", "));
    }
    return text;
}

template <class Row>
QVariant LiveListModel<Row>::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
        return {};
    const ColumnLook& look = m_columns[section].look;
    if (role == Qt::TextAlignmentRole)
        return QVariant((look.cell.figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(look.title) : QVariant();
}

template <class Row>
void LiveListModel<Row>::setClock(const ListClock& clock)
{
    if (clock == m_clock)
        return;
    m_clock = clock;
    if (m_rows.size() == 0)
        return;
    for (int column = 0; column < columnCount(); ++column) {
        if (m_columns[column].ticks)
            emit dataChanged(index(0, column), index(m_rows.size() - 1, column), {Qt::DisplayRole});
    }
}

template <class Row>
void LiveListModel<Row>::addPart(const QList<Row>& rows)
{
    const QList<Row> older = m_rows.unknownOlder(rows);
    if (older.isEmpty())
        return;
    const int first = m_rows.size();
    beginInsertRows({}, first, first + static_cast<int>(older.size()) - 1);
    m_rows.append(older);
    endInsertRows();
    m_rows.dropHeldThatAreShown();
}

template <class Row>
void LiveListModel<Row>::insertMissing(const QList<Row>& rows)
{
    for (const Row& row : rows) {
        const int at = m_rows.gapFor(row.id, m_complete);
        if (at < 0)
            continue;
        beginInsertRows({}, at, at);
        m_rows.insert(at, row);
        endInsertRows();
    }
}

template <class Row>
void LiveListModel<Row>::upsert(const QList<Row>& rows)
{
    insertMissing(rows);
    const int before = m_rows.held();
    int first = m_rows.size(), last = -1;
    for (const Row& changed : rows) {
        const int row = m_rows.find(changed.id);
        if (row >= 0) {
            m_rows.at(row) = changed;
            first = std::min(first, row);
            last = std::max(last, row);
        } else if (m_rows.isNewer(changed.id)) {
            m_rows.hold(changed);
        }
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    if (m_rows.held() != before)
        emit heldChanged(m_rows.held());
}

template <class Row>
void LiveListModel<Row>::release()
{
    const int held = m_rows.held();
    if (held == 0)
        return;
    beginInsertRows({}, 0, held - 1);
    m_rows.release();
    endInsertRows();
    emit heldChanged(0);
}

template <class Row>
void LiveListModel<Row>::remove(const QList<IdType>& ids)
{
    m_rows.dropHeld(ids);
    QList<int> rows;
    for (const IdType id : ids) {
        if (const int row = m_rows.find(id); row >= 0)
            rows << row;
    }
    std::ranges::sort(rows, std::greater());
    while (!rows.isEmpty()) { // rows that stand together go together
        const int last = rows.first();
        int first = last;
        qsizetype count = 1;
        while (count < rows.size() && rows[count] == first - 1)
            first = rows[count++];
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        rows.remove(0, count);
    }
    emit heldChanged(m_rows.held());
}

} // namespace hookworks
