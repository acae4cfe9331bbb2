// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/failure.h"
#include "store/sqlite/statement.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

namespace hookworks {

namespace {

class QtRows final : public RowSource
{
public:
    explicit QtRows(QSqlQuery& query)
        : m_query(query)
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

    QSqlQuery& m_query;
};

class QtStatement final : public Statement
{
public:
    explicit QtStatement(const QSqlDatabase& connection)
        : m_query(connection)
    {
        m_query.setForwardOnly(true);
    }
    Result<void> prepare(QByteArrayView sql)
    {
        return m_query.prepare(QString::fromUtf8(sql)) ? Result<void>() : failed();
    }

    void bindNull() override { m_query.bindValue(m_bound++, QVariant()); }
    void bind(qint64 number) override { m_query.bindValue(m_bound++, number); }
    void bind(double number) override { m_query.bindValue(m_bound++, number); }
    // The driver takes null ones for NULL.
    void bind(const QString& text) override
    {
        m_query.bindValue(m_bound++, text.isNull() ? QVariant(QLatin1String("")) : QVariant(text));
    }
    void bind(const QByteArray& bytes) override
    {
        m_query.bindValue(m_bound++, bytes.isNull() ? QByteArray("") : bytes);
    }

    Result<int> run() override
    {
        return execute().map([this] {
            const int rows = m_query.numRowsAffected();
            m_query.finish();
            return rows;
        });
    }
    Result<std::unique_ptr<RowSource>> ask() override
    {
        return execute().map(
            [this]() -> std::unique_ptr<RowSource> { return std::make_unique<QtRows>(m_query); });
    }

private:
    Result<void> execute()
    {
        m_bound = 0;
        if (m_query.exec())
            return {};
        const auto error = failed();
        m_query.finish();
        return error;
    }
    Result<void> failed() const { return tl::unexpected(toError(m_query.lastError())); }

    int m_bound = 0;
    QSqlQuery m_query;
};

} // namespace

Result<std::unique_ptr<Statement>> statementOfQt(const QSqlDatabase& connection, QByteArrayView sql)
{
    auto statement = std::make_unique<QtStatement>(connection);
    return statement->prepare(sql).map([&]() -> std::unique_ptr<Statement> { return std::move(statement); });
}

} // namespace hookworks
