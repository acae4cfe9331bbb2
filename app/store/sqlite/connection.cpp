// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QSqlResult>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <sqlite3.h>
#include <unistd.h>

namespace hookworks {

namespace {

/// https://www.sqlite.org/rescode.html
enum Native
{
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpenFile = 14,
    LockProtocol = 15,
    Constraint = 19,
    OtherFormat = 24,
    NotADatabase = 26
};

constexpr qint64 latestInstant = 253'402'300'799'999'999; ///< the end of the year 9999, in microseconds
constexpr qint64 longestDuration = 100'000'000'000'000'000;

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

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    m_column = 0;
    const bool isThere = m_query->next();
    if (!isThere && m_query->lastError().isValid())
        ++*m_failures;
    return isThere;
}

std::optional<Error> Rows::failure() const
{
    if (!m_damage.isEmpty())
        return Error{ErrorCode::Damaged,
                     QCoreApplication::translate(
                         "hookworks", "The workspace is damaged: it holds a value that no Hookworks "
                                      "wrote. Nothing was changed; restore it from a copy."),
                     m_damage};
    const QSqlError error = m_query->lastError();
    return error.isValid() ? std::optional(toError(error)) : std::nullopt;
}

void Rows::damaged()
{
    if (m_damage.isEmpty())
        m_damage = QCoreApplication::translate("hookworks", "in \"%1\"")
                       .arg(m_query->record().fieldName(m_column - 1));
}

qint64 Rows::integer()
{
    const QVariant value = take();
    if (value.typeId() != QMetaType::LongLong || value.isNull())
        damaged();
    return value.toLongLong();
}

int Rows::number(int least, int most)
{
    const qint64 value = integer();
    if (value < least || value > most)
        damaged();
    return static_cast<int>(std::clamp<qint64>(value, least, most));
}

double Rows::real(double least, double most)
{
    const QVariant value = take();
    const double number = value.toDouble();
    const bool isNumber = value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong;
    if (isNumber && least <= number && number <= most)
        return number;
    damaged();
    return least;
}

QString Rows::text()
{
    const QVariant value = take();
    if (value.typeId() != QMetaType::QString || value.isNull())
        damaged();
    return value.toString();
}

QByteArray Rows::bytes()
{
    const QVariant value = take();
    if (value.typeId() != QMetaType::QByteArray)
        damaged();
    return value.toByteArray();
}

qint64 Rows::instant()
{
    const qint64 micros = integer();
    if (-latestInstant <= micros && micros <= latestInstant)
        return micros;
    damaged();
    return 0;
}

Micros Rows::duration()
{
    const qint64 micros = integer();
    if (-longestDuration <= micros && micros <= longestDuration)
        return Micros(micros);
    damaged();
    return Micros(0);
}

bool Rows::skipsNull()
{
    const bool isNull = m_query->isNull(m_column);
    m_column += isNull ? 1 : 0;
    return isNull;
}

std::optional<qint64> Rows::maybeInteger()
{
    return skipsNull() ? std::nullopt : std::optional(integer());
}

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
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failed(*query);
    for (const QVariant& value : values)
        query->addBindValue(value);
    if (!query->exec())
        return failed(*query);
    return Rows(std::move(query), m_failures);
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

std::function<void()> SqlConnection::interrupter()
{
    const auto source =
        first(askOnce(QStringLiteral("SELECT sqlite_source_id()")), [](Rows& row) { return row.text(); });
    const bool isLinked = source && *source && **source == QLatin1String(sqlite3_sourceid());
    const QVariant handle = m_database.driver()->handle();
    if (!isLinked || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return {};
    return
        [connection = *static_cast<sqlite3* const*>(handle.constData())] { sqlite3_interrupt(connection); };
}

Error toError(const QSqlError& error)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("hookworks", text); };
    const auto made = [&](ErrorCode code, const QString& message) {
        return Error{code, message, error.databaseText()};
    };
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Interrupt:
        return made(ErrorCode::Interrupted,
                    words(QT_TRANSLATE_NOOP("hookworks", "The search was given up for a newer one.")));
    case Full:
        return made(
            ErrorCode::DiskFull,
            words(QT_TRANSLATE_NOOP("hookworks", "The disk is full. Make room on it and try again.")));
    case Corrupt: // also what SQLite makes of a disk that fails to give a page
        return made(ErrorCode::Damaged,
                    words(QT_TRANSLATE_NOOP(
                        "hookworks", "The workspace cannot be read: it is damaged, or the disk failed to "
                                     "give a part of it. Nothing was changed; try again, and restore it "
                                     "from a copy if it stays so.")));
    case OtherFormat:
    case NotADatabase:
        return made(ErrorCode::Damaged,
                    words(QT_TRANSLATE_NOOP("hookworks", "The workspace is damaged, or is no workspace. "
                                                         "Nothing was changed; restore it from a copy.")));
    case ReadOnly:
        return made(
            ErrorCode::CannotWrite,
            words(QT_TRANSLATE_NOOP(
                "hookworks",
                "The workspace or its folder is read-only. Change the permissions or choose another file.")));
    case IoError:
        return made(
            ErrorCode::CannotWrite,
            words(QT_TRANSLATE_NOOP("hookworks", "The disk reports an error, or files may not grow any "
                                                 "further here (ulimit -f). Check it and try again.")));
    case CannotOpenFile:
        return made(ErrorCode::CannotOpen,
                    words(QT_TRANSLATE_NOOP("hookworks", "The workspace cannot be opened. Check that the "
                                                         "file and its folder can be read and written.")));
    case Busy:
    case Locked:
    case LockProtocol:
        return made(
            ErrorCode::CannotWrite,
            words(QT_TRANSLATE_NOOP("hookworks",
                                    "Another program is writing to the workspace. Close it and try again.")));
    case Constraint:
        return made(ErrorCode::Conflict,
                    words(QT_TRANSLATE_NOOP("hookworks",
                                            "That name or id is taken, or something else still uses it.")));
    default:
        return made(ErrorCode::Internal,
                    words(QT_TRANSLATE_NOOP("hookworks", "The workspace did not understand a request.")));
    }
}

} // namespace hookworks
