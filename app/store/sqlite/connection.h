// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/rows.h"
#include "store/sqlite/sql_value.h"

#include <QSqlDatabase>

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_map>

namespace hookworks {

/// One connection to a SQLite file; made, used and destroyed on one thread.
class SqlConnection
{
public:
    enum class Access
    {
        ReadWrite,
        ReadOnly
    };

    /// Never creates the file. Error as SQLite reports it.
    static Result<std::unique_ptr<SqlConnection>> open(const QString& path, Access access);
    /// A database of its own that lies nowhere.
    static Result<std::unique_ptr<SqlConnection>> inMemory();
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Asks with a statement that is prepared once and kept, so `sql` is one of a few dozen texts. It may
    /// fail only as its rows are taken, and one text is asked again once the rows of the time before are
    /// gone.
    template <class... Values>
    Result<Rows> ask(QByteArrayView sql, const Values&... values)
    {
        const auto statement = prepared(sql);
        if (!statement)
            return tl::unexpected(statement.error());
        (bindTo(**statement, values), ...);
        return rowsOf(**statement);
    }

    /// Changes with a statement that is prepared once and kept; gives the number of rows.
    template <class... Values>
    Result<int> run(QByteArrayView sql, const Values&... values)
    {
        return runWith(sql, [&](Statement& statement) { (bindTo(statement, values), ...); });
    }
    /// The same; `bind` binds all its values.
    template <class Bind>
    Result<int> runWith(QByteArrayView sql, Bind bind)
    {
        const auto statement = prepared(sql);
        if (!statement)
            return tl::unexpected(statement.error());
        bind(**statement);
        return changed(**statement);
    }

    /// Asks with SQL that was put together. It may fail only as its rows are taken.
    Result<Rows> askOnce(const QByteArray& sql, const SqlValues& values = {});
    Result<Rows> askOnce(const QString& sql, const SqlValues& values = {})
    {
        return askOnce(sql.toUtf8(), values);
    }
    /// Changes with SQL that was put together, prepared once for all the values.
    Result<void> runForEach(const QString& sql, const QList<SqlValues>& values);
    /// Runs one statement that is not worth keeping.
    Result<void> execute(const QString& sql);

    /// How many changes were made; a means to see that something failed halfway.
    qint64 changes() const { return m_changes; }
    /// How many statements failed. After one, the transaction may be over: see isInTransaction().
    qint64 failures() const { return m_failures; }
    /// SQLite may roll a transaction back by itself when a statement fails, and whatever comes then is
    /// committed at once (https://www.sqlite.org/lang_transaction.html, 3.1). Asks by a statement.
    bool isInTransaction();
    /// Ends the statement that runs, with Interrupted, and may be called from any thread while the connection
    /// is there. Empty where that cannot be: the driver brings a SQLite of its own, whose connections are
    /// nothing to the one that is linked here.
    std::function<void()> interrupter() const;

private:
    /// Of a long statement not all is looked at: few have the same length and the same end.
    struct OfText
    {
        using is_transparent = void;
        size_t operator()(QByteArrayView sql) const
        {
            return qHash(sql.last(std::min<qsizetype>(sql.size(), 24)), static_cast<size_t>(sql.size()));
        }
    };

    SqlConnection(QString name, const QSqlDatabase& database);
    static Result<std::unique_ptr<SqlConnection>> open(const QString& database, const QString& options);

    sqlite3* linkedHandle();
    Result<std::unique_ptr<Statement>> prepare(QByteArrayView sql);
    Result<Statement*> prepared(QByteArrayView sql);
    Result<int> changed(Statement& statement);
    Result<Rows> rowsOf(Statement& statement, std::unique_ptr<Statement> own = {});
    template <class T>
    Result<T> counted(Result<T> result)
    {
        m_failures += result ? 0 : 1;
        return result;
    }

    QString m_name;
    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr; ///< of the driver, where its SQLite is the one that is linked here
    std::unordered_map<QByteArray, std::unique_ptr<Statement>, OfText, std::equal_to<>>
        m_prepared; ///< by text
    qint64 m_changes = 0;
    qint64 m_failures = 0;
};

inline Result<void> done(const Result<int>& result)
{
    if (!result)
        return tl::unexpected(result.error());
    return {};
}

/// Every row, made to a value; the first failure wins. `make` gives a value or a Result.
template <class Make>
auto all(Result<Rows> rows, Make make)
{
    using Made = std::invoke_result_t<Make, Rows&>;
    Result<QList<Made>> list;
    if (!rows)
        return Result<QList<Made>>(tl::unexpected(rows.error()));
    while (rows->next())
        list->append(make(*rows));
    if (const auto failure = rows->failure())
        return Result<QList<Made>>(tl::unexpected(*failure));
    return list;
}

/// A list of values, or the first failure in it.
template <class T>
Result<QList<T>> flattened(Result<QList<Result<T>>> list)
{
    if (!list)
        return tl::unexpected(list.error());
    QList<T> values;
    values.reserve(list->size());
    for (auto& item : *list) {
        if (!item)
            return tl::unexpected(item.error());
        values.append(std::move(*item));
    }
    return values;
}

/// The first row's value; nullopt where there is none.
template <class Make>
auto first(Result<Rows> rows, Make make) -> Result<std::optional<std::invoke_result_t<Make, Rows&>>>
{
    using Made = std::optional<std::invoke_result_t<Make, Rows&>>;
    if (!rows)
        return tl::unexpected(rows.error());
    Made made;
    if (rows->next())
        made.emplace(make(*rows));
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    return made;
}

} // namespace hookworks
