// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/row_source.h"

#include "store/sqlite/failure.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <sqlite3.h>

namespace hookworks {

namespace {

class QtRows final : public RowSource
{
public:
    QtRows(QSqlQuery& query, std::unique_ptr<QSqlQuery> own)
        : m_own(std::move(own))
        , m_query(query)
    {
    }
    ~QtRows() override { m_query.finish(); }

    bool next() override { return m_query.next(); }
    std::optional<Error> failure() const override
    {
        const QSqlError error = m_query.lastError();
        return error.isValid() ? std::optional(toError(error)) : std::nullopt;
    }
    QString name(int column) const override { return m_query.record().fieldName(column); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    std::optional<qint64> integer(int column) const override
    {
        return valueAs<qint64>(column, QMetaType::LongLong);
    }
    std::optional<double> real(int column) const override
    {
        const auto whole = integer(column);
        return whole ? std::optional(static_cast<double>(*whole))
                     : valueAs<double>(column, QMetaType::Double);
    }
    std::optional<QString> text(int column) const override
    {
        return valueAs<QString>(column, QMetaType::QString);
    }
    /// The query keeps what it refers to.
    std::optional<QByteArrayView> bytes(int column) const override
    {
        return valueAs<QByteArray>(column, QMetaType::QByteArray);
    }

private:
    template <class Value>
    std::optional<Value> valueAs(int column, QMetaType::Type type) const
    {
        const QVariant value = m_query.value(column);
        const bool isThere = value.typeId() == type && !m_query.isNull(column);
        return isThere ? std::optional(value.value<Value>()) : std::nullopt;
    }

    std::unique_ptr<QSqlQuery> m_own;
    QSqlQuery& m_query;
};

class SqliteRows final : public RowSource
{
public:
    SqliteRows(sqlite3* connection, sqlite3_stmt* statement, QVariantList values)
        : m_connection(connection)
        , m_statement(statement)
        , m_values(std::move(values))
    {
        for (int i = 0; i < static_cast<int>(m_values.size()); ++i)
            bind(i + 1, m_values.at(i));
    }
    ~SqliteRows() override { sqlite3_finalize(m_statement); }

    bool next() override
    {
        if (m_result == SQLITE_ROW)
            m_result = sqlite3_step(m_statement);
        return m_result == SQLITE_ROW;
    }
    std::optional<Error> failure() const override
    {
        if (m_result == SQLITE_ROW || m_result == SQLITE_DONE)
            return std::nullopt;
        return toError(m_result, QString::fromUtf8(sqlite3_errmsg(m_connection)));
    }
    QString name(int column) const override
    {
        return QString::fromUtf8(sqlite3_column_name(m_statement, column));
    }
    bool isNull(int column) const override { return sqlite3_value_type(value(column)) == SQLITE_NULL; }
    std::optional<qint64> integer(int column) const override
    {
        sqlite3_value* const found = value(column);
        return sqlite3_value_type(found) == SQLITE_INTEGER ? std::optional(sqlite3_value_int64(found))
                                                           : std::nullopt;
    }
    std::optional<double> real(int column) const override
    {
        sqlite3_value* const found = value(column);
        const int type = sqlite3_value_type(found);
        return type == SQLITE_FLOAT || type == SQLITE_INTEGER ? std::optional(sqlite3_value_double(found))
                                                              : std::nullopt;
    }
    std::optional<QString> text(int column) const override
    {
        sqlite3_value* const found = value(column);
        if (sqlite3_value_type(found) != SQLITE_TEXT)
            return std::nullopt;
        const auto* const characters = static_cast<const QChar*>(sqlite3_value_text16(found));
        return QString(characters, sqlite3_value_bytes16(found) / qsizetype(sizeof(QChar)));
    }
    std::optional<QByteArrayView> bytes(int column) const override
    {
        sqlite3_value* const found = value(column);
        if (sqlite3_value_type(found) != SQLITE_BLOB)
            return std::nullopt;
        const auto* const data = static_cast<const char*>(sqlite3_value_blob(found));
        return QByteArrayView(data, sqlite3_value_bytes(found));
    }

private:
    /// Nobody else uses the connection meanwhile, so it may be looked at; each sqlite3_column_…() would find
    /// it anew.
    sqlite3_value* value(int column) const { return sqlite3_column_value(m_statement, column); }
    /// Refers to the value, which stays.
    void bind(int place, const QVariant& value)
    {
        if (const auto* const bytes = get_if<QByteArray>(&value))
            sqlite3_bind_blob64(m_statement, place, bytes->constData(),
                                static_cast<sqlite3_uint64>(bytes->size()), SQLITE_STATIC);
        else if (const auto* const text = get_if<QString>(&value))
            sqlite3_bind_text64(m_statement, place, reinterpret_cast<const char*>(text->utf16()),
                                static_cast<sqlite3_uint64>(text->size()) * sizeof(QChar), SQLITE_STATIC,
                                SQLITE_UTF16);
        else if (value.typeId() == QMetaType::Double)
            sqlite3_bind_double(m_statement, place, value.toDouble());
        else if (value.isValid())
            sqlite3_bind_int64(m_statement, place, value.toLongLong());
        else
            sqlite3_bind_null(m_statement, place);
    }
    template <class Value>
    static const Value* get_if(const QVariant* value)
    {
        return value->typeId() == qMetaTypeId<Value>() ? static_cast<const Value*>(value->constData())
                                                       : nullptr;
    }

    sqlite3* m_connection;
    sqlite3_stmt* m_statement;
    QVariantList m_values;
    int m_result = SQLITE_ROW; ///< of the last step; the first is to come
};

} // namespace

std::unique_ptr<RowSource> rowsOf(QSqlQuery& query)
{
    return std::make_unique<QtRows>(query, nullptr);
}

std::unique_ptr<RowSource> rowsOf(std::unique_ptr<QSqlQuery> query)
{
    QSqlQuery& rows = *query;
    return std::make_unique<QtRows>(rows, std::move(query));
}

Result<std::unique_ptr<RowSource>> rowsOf(sqlite3* connection, const QString& sql, const QVariantList& values)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(connection, text.constData(), static_cast<int>(text.size() + 1),
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(toError(code, QString::fromUtf8(sqlite3_errmsg(connection))));
    return std::make_unique<SqliteRows>(connection, statement, values);
}

} // namespace hookworks
