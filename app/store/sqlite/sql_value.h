// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"
#include "store/sqlite/statement.h"

#include <QList>

#include <variant>

namespace hookworks {

// How our types lie in SQL: instants and durations as microseconds, ids as numbers, text and bytes never
// NULL.

inline void bindTo(Statement& statement, qint64 value)
{
    statement.bind(value);
}
inline void bindTo(Statement& statement, int value)
{
    statement.bind(qint64(value));
}
inline void bindTo(Statement& statement, bool value)
{
    statement.bind(qint64(value ? 1 : 0));
}
inline void bindTo(Statement& statement, double value)
{
    statement.bind(value);
}
inline void bindTo(Statement& statement, quint32 value)
{
    statement.bind(qint64(value));
}
inline void bindTo(Statement& statement, Micros value)
{
    statement.bind(qint64(value.count()));
}
inline void bindTo(Statement& statement, RealTime value)
{
    statement.bind(microsSinceEpoch(value));
}
inline void bindTo(Statement& statement, WorkTime value)
{
    statement.bind(microsSinceEpoch(value));
}
inline void bindTo(Statement& statement, const QString& value)
{
    statement.bind(value);
}
inline void bindTo(Statement& statement, const QByteArray& value)
{
    statement.bind(value);
}
template <char Letter>
void bindTo(Statement& statement, Id<Letter> value)
{
    statement.bind(value.number);
}
template <class T>
void bindTo(Statement& statement, const std::optional<T>& value)
{
    if (value)
        bindTo(statement, *value);
    else
        statement.bindNull();
}

/// A value for SQL that is put together: nothing (NULL), a number, text or bytes.
using SqlValue = std::variant<std::monostate, qint64, double, QString, QByteArray>;
using SqlValues = QList<SqlValue>;

inline void bindTo(Statement& statement, std::monostate /*nothing*/)
{
    statement.bindNull();
}
inline void bindTo(Statement& statement, const SqlValue& value)
{
    std::visit([&](const auto& one) { bindTo(statement, one); }, value);
}
inline void bindTo(Statement& statement, const SqlValues& values)
{
    for (const SqlValue& value : values)
        bindTo(statement, value);
}

} // namespace hookworks
