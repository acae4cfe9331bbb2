// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <algorithm>

namespace hookworks {

/// Rows of a live list, newest first: their ids fall strictly from top to bottom, so that a row is found
/// without an index that every arrival would shift. `Row` has a member `id`.
///
/// New rows wait in `held` while somebody reads, and come on top when the owner releases them.
template <class Row>
class NewestFirst
{
public:
    using IdType = decltype(Row::id);

    const QList<Row>& rows() const { return m_rows; }
    int size() const { return static_cast<int>(m_rows.size()); }
    const Row& at(int row) const { return m_rows[row]; }
    Row& at(int row) { return m_rows[row]; }

    /// -1 where it is not there.
    int find(IdType id) const
    {
        const auto it = std::ranges::lower_bound(m_rows, id, std::ranges::greater(), &Row::id);
        return it != m_rows.end() && it->id == id ? static_cast<int>(it - m_rows.begin()) : -1;
    }
    bool isNewer(IdType id) const { return m_rows.isEmpty() || id > m_rows.first().id; }

    void clear()
    {
        m_rows.clear();
        m_held.clear();
    }
    /// Older rows at the end, newest of them first. Those that are there already are left out.
    QList<Row> unknownOlder(QList<Row> older) const
    {
        older.removeIf([this](const Row& row) { return !m_rows.isEmpty() && row.id >= m_rows.last().id; });
        return older;
    }
    void append(const QList<Row>& older) { m_rows += older; }
    /// Where a row that is not shown, and is not newer than all, has its place; -1 where it is, or where it
    /// is among the older ones that were not read (`complete`: there are none).
    int gapFor(IdType id, bool complete) const
    {
        if (isNewer(id) || find(id) >= 0 || (!complete && id < m_rows.last().id))
            return -1;
        const auto it = std::ranges::lower_bound(m_rows, id, std::ranges::greater(), &Row::id);
        return static_cast<int>(it - m_rows.begin());
    }
    void insert(int row, const Row& value) { m_rows.insert(row, value); }

    /// A new row, or a newer state of one that waits.
    void hold(const Row& row)
    {
        const auto it = std::ranges::lower_bound(m_held, row.id, std::ranges::greater(), &Row::id);
        if (it != m_held.end() && it->id == row.id)
            *it = row;
        else
            m_held.insert(it - m_held.begin(), row);
    }
    int held() const { return static_cast<int>(m_held.size()); }
    /// Puts the waiting rows on top.
    void release()
    {
        m_rows = m_held + m_rows;
        m_held.clear();
    }
    void remove(int first, int count) { m_rows.remove(first, count); }
    void dropHeld(const QList<IdType>& ids)
    {
        const QSet<IdType> gone(ids.begin(), ids.end());
        m_held.removeIf([&gone](const Row& row) { return gone.contains(row.id); });
    }
    /// Of the waiting rows, those that are shown by now.
    void dropHeldThatAreShown()
    {
        m_held.removeIf([this](const Row& row) { return !isNewer(row.id); });
    }

private:
    QList<Row> m_rows, m_held;
};

} // namespace hookworks
