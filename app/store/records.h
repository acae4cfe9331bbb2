// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/column_values.h"

#include <QFlags>

#include <limits>
#include <tuple>
#include <type_traits>

namespace hookworks {

/// What a question may leave out of a row: neither selected nor read.
enum class RowPart
{
    Summary = 1, ///< what a list shows
    Heads = 2,
    Bodies = 4,
    Upkeep = 8 ///< of no value that is read; for those who ask by name
};
Q_DECLARE_FLAGS(RowParts, RowPart)
Q_DECLARE_OPERATORS_FOR_FLAGS(RowParts)

constexpr RowParts wholeRow = RowParts(RowPart::Summary) | RowPart::Heads | RowPart::Bodies;
constexpr RowParts everyPart = wholeRow | RowPart::Upkeep;

/// A column as its table's list names it.
struct StoredColumn
{
    // NOLINTNEXTLINE(google-explicit-constructor): a name is a column of the summary
    constexpr StoredColumn(const char* columnName, RowPart columnPart = RowPart::Summary)
        : name(columnName)
        , part(columnPart)
    {
    }
    /// What is outside of it is damage; for numbers.
    constexpr StoredColumn within(double from, double to) const
    {
        StoredColumn column = *this;
        column.least = from;
        column.most = to;
        return column;
    }
    /// Records::put() of nothing leaves what it holds.
    constexpr StoredColumn staying() const
    {
        StoredColumn column = *this;
        column.stays = true;
        return column;
    }

    const char* name;
    RowPart part;
    double least = 0; ///< a count or a place, where nothing else is said
    double most = std::numeric_limits<int>::max();
    bool stays = false;
};

/// What SQL knows of a table follows from its list of columns. `List` has
/// - `name`, of the table; `keys`: so many of its first columns find a row;
/// - `Row`: the values that its columns lie in, a tuple;
/// - `columns(column, values...)`: calls `column(StoredColumn, value)` for each, in one order.
/// See store/tables.h. Values given here are those of List::Row, in that order.
template <class List>
class Records
{
public:
    /// `id, name, …`
    static QByteArray names(RowParts parts = wholeRow) { return nameList(parts).join(", "); }

    /// `SELECT id, name, … FROM table`, with ` WHERE …` or the like as its end.
    static QByteArray select(const QByteArray& end = {}, RowParts parts = wholeRow)
    {
        return "SELECT " + names(parts) + " FROM " + List::name + ' ' + end;
    }

    /// Of a row whose next columns are names(parts).
    template <class... Values>
    static void read(Rows& row, RowParts parts, Values&... values)
    {
        const auto column = [&](const StoredColumn& which, auto& value) {
            using Value = std::remove_reference_t<decltype(value)>;
            if (!parts.testFlag(which.part))
                return;
            if constexpr (std::is_same_v<Value, int>)
                value = row.number(static_cast<int>(which.least), static_cast<int>(which.most));
            else if constexpr (std::is_same_v<Value, double>)
                value = row.real(which.least, which.most);
            else
                fromSql(row, value);
        };
        List::columns(column, values...);
    }

    template <class... Values>
    static Result<int> insert(SqlConnection& connection, const Values&... values)
    {
        static const QByteArray sql = insertSql("INSERT");
        return connection.runWith(sql, [&](Statement& to) { bind(to, everyPart, values...); });
    }

    /// In place of the row with its key, if there is one.
    template <class... Values>
    static Result<int> replace(SqlConnection& connection, const Values&... values)
    {
        static const QByteArray sql = insertSql("INSERT OR REPLACE");
        return connection.runWith(sql, [&](Statement& to) { bind(to, everyPart, values...); });
    }

    /// A new row, or all columns of the one with its key.
    template <class... Values>
    static Result<int> put(SqlConnection& connection, const Values&... values)
    {
        static const QByteArray sql = insertSql("INSERT") + onConflict();
        return connection.runWith(sql, [&](Statement& to) { bind(to, everyPart, values...); });
    }

    /// These parts of the row with its key; 0 where there is none.
    template <class... Values>
    static Result<int> update(SqlConnection& connection, RowParts parts, const Values&... values)
    {
        return connection.runWith(updateSql(parts), [&](Statement& to) {
            bindSome(
                to, parts, [](int place) { return place >= List::keys; }, values...);
            bindSome(
                to, parts, [](int place) { return place < List::keys; }, values...);
        });
    }

    template <class... Values>
    static void bind(Statement& to, RowParts parts, const Values&... values)
    {
        bindSome(
            to, parts, [](int) { return true; }, values...);
    }

private:
    /// `chosen`: by their places among these parts.
    template <class Chosen, class... Values>
    static void bindSome(Statement& to, RowParts parts, Chosen chosen, const Values&... values)
    {
        int place = 0;
        const auto column = [&](const StoredColumn& which, const auto& value) {
            if (parts.testFlag(which.part) && chosen(place++))
                bindTo(to, value);
        };
        List::columns(column, values...);
    }

    static QList<StoredColumn> columns(RowParts parts)
    {
        QList<StoredColumn> list;
        const auto column = [&](const StoredColumn& which, const auto&) {
            if (parts.testFlag(which.part))
                list.append(which);
        };
        std::apply([&](const auto&... values) { List::columns(column, values...); }, typename List::Row());
        return list;
    }

    static QByteArrayList nameList(RowParts parts)
    {
        QByteArrayList list;
        for (const StoredColumn& column : columns(parts))
            list << column.name;
        return list;
    }

    static QByteArray insertSql(const QByteArray& verb)
    {
        const QByteArrayList list = nameList(everyPart);
        return verb + " INTO " + List::name + " (" + list.join(", ") + ") VALUES (" +
               QByteArrayList(list.size(), "?").join(", ") + ')';
    }

    static QByteArray onConflict()
    {
        const QByteArrayList keys = nameList(everyPart).first(List::keys);
        QByteArrayList changes;
        for (const StoredColumn& column : columns(everyPart).sliced(List::keys)) {
            const QByteArray name(column.name);
            changes << name + (column.stays ? " = coalesce(excluded." + name + ", " + name + ')'
                                            : " = excluded." + name);
        }
        return " ON CONFLICT (" + keys.join(", ") + ") DO UPDATE SET " + changes.join(", ");
    }

    static QByteArray updateSql(RowParts parts)
    {
        const QByteArrayList list = nameList(parts);
        return "UPDATE " + QByteArray(List::name) + " SET " + list.sliced(List::keys).join(" = ?, ") +
               " = ? WHERE " + list.first(List::keys).join(" = ? AND ") + " = ?";
    }
};

} // namespace hookworks
