// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "store/sqlite/rows.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_map>

namespace hookworks {

/// How our types lie in SQL: instants and durations as microseconds, ids as numbers, text and bytes never
/// NULL.
inline QVariant toSql(qint64 value)
{
    return value;
}
inline QVariant toSql(int value)
{
    return value;
}
inline QVariant toSql(bool value)
{
    return value ? 1 : 0;
}
inline QVariant toSql(double value)
{
    return value;
}
inline QVariant toSql(quint32 value)
{
    return static_cast<qint64>(value);
}
inline QVariant toSql(Micros value)
{
    return static_cast<qint64>(value.count());
}
inline QVariant toSql(RealTime value)
{
    return microsSinceEpoch(value);
}
inline QVariant toSql(WorkTime value)
{
    return microsSinceEpoch(value);
}
inline QVariant toSql(const QString& value)
{
    return value.isNull() ? QVariant(QLatin1String("")) : QVariant(value);
}
inline QVariant toSql(const QByteArray& value)
{
    return value.isNull() ? QVariant(QByteArray("")) : QVariant(value);
}
template <char Letter>
QVariant toSql(Id<Letter> id)
{
    return id.number;
}
template <class T>
QVariant toSql(const std::optional<T>& value)
{
    return value ? toSql(*value) : QVariant();
}

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

    /// Asks with a statement that is prepared once and kept, so `sql` is one of a few dozen texts.
    template <class... Values>
    Result<Rows> ask(QByteArrayView sql, const Values&... values)
    {
        auto query = bound(sql, {toSql(values)...});
        if (!query)
            return tl::unexpected(query.error());
        return Rows(rowsOf(**query), m_failures);
    }

    /// Changes with a statement that is prepared once and kept; gives the number of rows.
    template <class... Values>
    Result<int> run(QByteArrayView sql, const Values&... values)
    {
        return runWith(sql, {toSql(values)...});
    }
    Result<int> runWith(QByteArrayView sql, QVariantList values);

    /// Asks with SQL that was put together. It may fail only as its rows are taken.
    Result<Rows> askOnce(const QString& sql, const QVariantList& values = {});
    Result<Rows> askOnce(const QByteArray& sql, const QVariantList& values = {})
    {
        return askOnce(QString::fromUtf8(sql), values);
    }
    /// Changes with SQL that was put together, prepared once for all the values.
    Result<void> runForEach(const QString& sql, const QList<QVariantList>& values);
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
    SqlConnection(QString name, const QSqlDatabase& database);
    static Result<std::unique_ptr<SqlConnection>> open(const QString& database, const QString& options);

    sqlite3* linkedHandle();
    Result<QSqlQuery*> bound(QByteArrayView sql, QVariantList values);
    static void bind(QSqlQuery& query, QVariantList&& values);
    Result<QSqlQuery*> prepared(QByteArrayView sql);
    Result<QSqlQuery*> executed(QSqlQuery* query);
    tl::unexpected<Error> failed(const QSqlQuery& query);

    QString m_name;
    QSqlDatabase m_database;
    sqlite3* m_handle = nullptr; ///< of the driver, where its SQLite is the one that is linked here
    std::unordered_map<QByteArray, QSqlQuery> m_prepared; ///< by its text
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
