// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/failure.h"
#include "store/sqlite/statement.h"

#include <algorithm>
#include <sqlite3.h>
#include <utility>
#include <vector>

namespace hookworks {

namespace {

Error lastError(sqlite3* connection, int code)
{
    return toError(code, QString::fromUtf8(sqlite3_errmsg(connection)));
}

/// What is the same in the file, where text is UTF-8, and in one byte for each character.
bool isNarrow(QStringView text)
{
    return std::ranges::all_of(text, [](QChar character) { return character.unicode() < 0x80; });
}
bool isNarrow(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

class SqliteStatement final : public Statement
{
public:
    SqliteStatement(sqlite3* connection, sqlite3_stmt* statement)
        : m_connection(connection)
        , m_statement(statement)
    {
    }
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    void bindNull() override { bound(sqlite3_bind_null(m_statement, ++m_bound)); }
    void bind(qint64 number) override { bound(sqlite3_bind_int64(m_statement, ++m_bound, number)); }
    void bind(double number) override { bound(sqlite3_bind_double(m_statement, ++m_bound, number)); }
    /// What is no ASCII is left to SQLite.
    void bind(const QString& text) override
    {
        if (isNarrow(text)) {
            const QByteArray& narrow = kept(text.toLatin1());
            bound(sqlite3_bind_text64(m_statement, ++m_bound, narrow.constData(), sizeOf(narrow),
                                      SQLITE_STATIC, SQLITE_UTF8));
        } else {
            bound(sqlite3_bind_text64(m_statement, ++m_bound, reinterpret_cast<const char*>(text.utf16()),
                                      sizeOf(text) * sizeof(QChar), SQLITE_TRANSIENT, SQLITE_UTF16));
        }
    }
    void bind(const QByteArray& bytes) override
    {
        const QByteArray& stays = kept(bytes);
        bound(sqlite3_bind_blob64(m_statement, ++m_bound, stays.constData(), sizeOf(stays), SQLITE_STATIC));
    }

    Result<int> run() override
    {
        int code = start();
        if (code == SQLITE_OK)
            code = sqlite3_step(m_statement);
        const bool done = code == SQLITE_DONE || code == SQLITE_ROW;
        Result<int> rows =
            done ? Result<int>(sqlite3_changes(m_connection)) : tl::unexpected(lastError(m_connection, code));
        finish();
        return rows;
    }
    Result<std::unique_ptr<RowSource>> ask() override;

    void finish()
    {
        sqlite3_reset(m_statement);
        m_kept.clear();
    }

private:
    static sqlite3_uint64 sizeOf(const auto& value) { return static_cast<sqlite3_uint64>(value.size()); }
    /// Stays where it is while it is bound.
    const QByteArray& kept(const QByteArray& bytes)
    {
        static const QByteArray none("");
        return bytes.isEmpty() ? none : m_kept.emplace_back(bytes);
    }
    void bound(int code)
    {
        if (m_failed == SQLITE_OK)
            m_failed = code;
    }
    /// Whether all values could be bound; then it is about the next time.
    int start()
    {
        const int bound = std::exchange(m_bound, 0);
        const int failed = std::exchange(m_failed, SQLITE_OK);
        return failed == SQLITE_OK && bound != sqlite3_bind_parameter_count(m_statement) ? SQLITE_RANGE
                                                                                         : failed;
    }

    sqlite3* m_connection;
    sqlite3_stmt* m_statement;
    std::vector<QByteArray> m_kept;
    int m_bound = 0, m_failed = SQLITE_OK;
};

class SqliteRows final : public RowSource
{
public:
    SqliteRows(SqliteStatement& owner, sqlite3* connection, sqlite3_stmt* statement)
        : m_owner(owner)
        , m_connection(connection)
        , m_statement(statement)
    {
    }
    ~SqliteRows() override { m_owner.finish(); }

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
        return lastError(m_connection, m_result);
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
        const QByteArrayView narrow(sqlite3_value_text(found), sqlite3_value_bytes(found));
        if (isNarrow(narrow))
            return QString::fromLatin1(narrow);
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

    SqliteStatement& m_owner;
    sqlite3* m_connection;
    sqlite3_stmt* m_statement;
    int m_result = SQLITE_ROW; ///< of the last step; the first is to come
};

Result<std::unique_ptr<RowSource>> SqliteStatement::ask()
{
    if (const int code = start(); code != SQLITE_OK) {
        const Error error = lastError(m_connection, code);
        finish();
        return tl::unexpected(error);
    }
    return std::make_unique<SqliteRows>(*this, m_connection, m_statement);
}

} // namespace

Result<std::unique_ptr<Statement>> statementOfSqlite(sqlite3* connection, QByteArrayView sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(lastError(connection, code));
    return std::make_unique<SqliteStatement>(connection, statement);
}

} // namespace hookworks
