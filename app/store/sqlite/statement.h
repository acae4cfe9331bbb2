// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/sqlite/row_source.h"

#include <memory>

class QSqlDatabase;
struct sqlite3;

namespace hookworks {

/// One statement, prepared once and used with new values each time. Its connection outlives it.
class Statement
{
public:
    Statement() = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    virtual ~Statement() = default;

    // What stands for its question marks the next time, in their order. Null text and bytes are empty ones.
    virtual void bindNull() = 0;
    virtual void bind(qint64 number) = 0;
    virtual void bind(double number) = 0;
    virtual void bind(const QString& text) = 0;
    virtual void bind(const QByteArray& bytes) = 0;

    /// A change; gives the number of rows.
    virtual Result<int> run() = 0;
    /// A question. The statement outlives its rows and is used for nothing else meanwhile. It may fail only
    /// as its rows are taken.
    virtual Result<std::unique_ptr<RowSource>> ask() = 0;
};

/// Of SQLite itself, which takes a third of the time of Qt's driver: that copies every value on its way in,
/// and every column of every row.
Result<std::unique_ptr<Statement>> statementOfSqlite(sqlite3* connection, QByteArrayView sql);
/// Of Qt's driver, where that brings a SQLite of its own.
Result<std::unique_ptr<Statement>> statementOfQt(const QSqlDatabase& connection, QByteArrayView sql);

} // namespace hookworks
