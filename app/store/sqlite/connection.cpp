// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"

#include "store/sqlite/failure.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlResult>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>
#include <unistd.h>

namespace hookworks {

namespace {

/// In a folder that cannot be written SQLite cannot make the side files of WAL; where none are there, nobody
/// writes, and the file can be read as it is.
bool isImmutable(const QString& path)
{
    const QFileInfo log(path + QStringLiteral("-wal"));
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    return ::access(folder.constData(), W_OK) != 0 && (!log.exists() || log.size() == 0);
}

QString uriOf(const QString& path, const QString& query)
{
    return QStringLiteral("file:") +
           QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/")) + query;
}

#if QT_VERSION < QT_VERSION_CHECK(6, 6, 0)
/// Binding by position makes a name of each value's number and looks it up, which takes longer than SQLite's
/// part.
struct ResultOfQt : QSqlResult
{
    using QSqlResult::boundValues;
};
#endif

} // namespace

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString& path, Access access)
{
    const bool readOnly = access == Access::ReadOnly;
    const QString mode = readOnly ? QStringLiteral("?mode=ro") : QStringLiteral("?mode=rw");
    return open(uriOf(path, readOnly && isImmutable(path) ? mode + QStringLiteral("&immutable=1") : mode),
                QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000") +
                    (readOnly ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString()));
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::inMemory()
{
    return open(QStringLiteral(":memory:"), QString());
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString& databaseName,
                                                           const QString& options)
{
    const QString name = QUuid::createUuid().toString();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setConnectOptions(options);
    database.setDatabaseName(databaseName);
    std::unique_ptr<SqlConnection> connection(new SqlConnection(name, database));
    if (!database.open())
        return tl::unexpected(toError(database.lastError()));
    database = QSqlDatabase();
    if (auto keys = connection->execute(QStringLiteral("PRAGMA foreign_keys = ON")); !keys)
        return tl::unexpected(keys.error());
    connection->m_handle = connection->linkedHandle();
    return connection;
}

SqlConnection::SqlConnection(QString name, const QSqlDatabase& database)
    : m_name(std::move(name))
    , m_database(database)
{
}

SqlConnection::~SqlConnection()
{
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlQuery*> SqlConnection::prepared(QByteArrayView sql)
{
    const auto known = m_prepared.find(QByteArray::fromRawData(sql.data(), sql.size()));
    if (known != m_prepared.end())
        return &known->second;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql)))
        return failed(query);
    return &m_prepared.emplace(sql.toByteArray(), std::move(query)).first->second;
}

Result<QSqlQuery*> SqlConnection::bound(QByteArrayView sql, QVariantList values)
{
    auto query = prepared(sql);
    if (!query)
        return query;
    bind(**query, std::move(values));
    return executed(*query);
}

Result<int> SqlConnection::runWith(QByteArrayView sql, QVariantList values)
{
    auto query = bound(sql, std::move(values));
    if (!query)
        return tl::unexpected(query.error());
    ++m_changes;
    const int rows = (*query)->numRowsAffected();
    (*query)->finish();
    return rows;
}

void SqlConnection::bind(QSqlQuery& query, QVariantList&& values)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 6, 0)
    const auto bound = &ResultOfQt::boundValues;
    (query.result()->*bound)() = std::move(values);
#else
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), std::move(values[i]));
#endif
}

Result<QSqlQuery*> SqlConnection::executed(QSqlQuery* query)
{
    if (query->exec())
        return query;
    const auto error = failed(*query);
    query->finish();
    return error;
}

tl::unexpected<Error> SqlConnection::failed(const QSqlQuery& query)
{
    ++m_failures;
    return tl::unexpected(toError(query.lastError()));
}

bool SqlConnection::isInTransaction()
{
    if (!execute(QStringLiteral("BEGIN")))
        return true; // there is none within another
    (void)execute(QStringLiteral("ROLLBACK"));
    return false;
}

Result<Rows> SqlConnection::askOnce(const QString& sql, const QVariantList& values)
{
    if (m_handle) {
        auto rows = rowsOf(m_handle, sql, values);
        if (rows)
            return Rows(std::move(*rows), m_failures);
        ++m_failures;
        return tl::unexpected(rows.error());
    }
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failed(*query);
    for (const QVariant& value : values)
        query->addBindValue(value);
    if (!query->exec())
        return failed(*query);
    return Rows(rowsOf(std::move(query)), m_failures);
}

Result<void> SqlConnection::runForEach(const QString& sql, const QList<QVariantList>& values)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!values.isEmpty() && !query.prepare(sql))
        return failed(query);
    for (const QVariantList& row : values) {
        bind(query, QVariantList(row));
        if (auto run = executed(&query); !run)
            return tl::unexpected(run.error());
    }
    return {};
}

Result<void> SqlConnection::execute(const QString& sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return failed(query);
    return {};
}

std::function<void()> SqlConnection::interrupter() const
{
    if (!m_handle)
        return {};
    return [handle = m_handle] { sqlite3_interrupt(handle); };
}

sqlite3* SqlConnection::linkedHandle()
{
    const auto source =
        first(askOnce(QStringLiteral("SELECT sqlite_source_id()")), [](Rows& row) { return row.text(); });
    const bool isLinked = source && *source && **source == QLatin1String(sqlite3_sourceid());
    const QVariant handle = m_database.driver()->handle();
    return isLinked && qstrcmp(handle.typeName(), "sqlite3*") == 0
               ? *static_cast<sqlite3* const*>(handle.constData())
               : nullptr;
}

} // namespace hookworks
