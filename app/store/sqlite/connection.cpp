// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"

#include "store/sqlite/failure.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
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

/// Nobody asks SQLite how much memory it uses, and counting it takes a lock with each piece. Refused, and
/// harmless, where the library is in use already.
void leaveMemoryUncounted()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

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
    leaveMemoryUncounted();
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

Result<std::unique_ptr<Statement>> SqlConnection::prepare(QByteArrayView sql)
{
    return counted(m_handle ? statementOfSqlite(m_handle, sql) : statementOfQt(m_database, sql));
}

Result<Statement*> SqlConnection::prepared(QByteArrayView sql)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end())
        return known->second.get();
    return prepare(sql).map([&](std::unique_ptr<Statement>&& statement) {
        return m_prepared.emplace(sql.toByteArray(), std::move(statement)).first->second.get();
    });
}

Result<Rows> SqlConnection::rowsOf(Statement& statement, std::unique_ptr<Statement> own)
{
    return counted(statement.ask()).map([&](std::unique_ptr<RowSource>&& rows) {
        return Rows(std::move(rows), m_failures, std::move(own));
    });
}

Result<int> SqlConnection::changed(Statement& statement)
{
    auto rows = counted(statement.run());
    m_changes += rows ? 1 : 0;
    return rows;
}

bool SqlConnection::isInTransaction()
{
    if (!execute(QStringLiteral("BEGIN")))
        return true; // there is none within another
    (void)execute(QStringLiteral("ROLLBACK"));
    return false;
}

Result<Rows> SqlConnection::askOnce(const QByteArray& sql, const SqlValues& values)
{
    auto statement = prepare(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    bindTo(**statement, values);
    Statement& once = **statement;
    return rowsOf(once, std::move(*statement));
}

Result<void> SqlConnection::runForEach(const QString& sql, const QList<SqlValues>& values)
{
    if (values.isEmpty())
        return {};
    const auto statement = prepare(sql.toUtf8());
    if (!statement)
        return tl::unexpected(statement.error());
    for (const SqlValues& row : values) {
        bindTo(**statement, row);
        if (auto run = counted((*statement)->run()); !run)
            return tl::unexpected(run.error());
    }
    return {};
}

Result<void> SqlConnection::execute(const QString& sql)
{
    QSqlQuery query(m_database);
    return counted(query.exec(sql) ? Result<void>() : tl::unexpected(toError(query.lastError())));
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
