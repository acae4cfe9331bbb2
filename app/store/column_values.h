// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/packed.h"
#include "store/sqlite/connection.h"
#include "store/value_text.h"

namespace hookworks {

// How the domain's own types lie in a column, and how each type is read from one; how numbers, times and text
// are written is in sqlite/sql_value.h. What a column holds and nobody wrote is damage: see Rows.

inline void bindTo(Statement& statement, DeliveryState value)
{
    statement.bind(toString(value));
}
inline void bindTo(Statement& statement, Outcome value)
{
    statement.bind(toString(value));
}
inline void bindTo(Statement& statement, Origin value)
{
    statement.bind(toString(value));
}
inline void bindTo(Statement& statement, const HeaderList& value)
{
    statement.bind(packed(value));
}
inline void bindTo(Statement& statement, const QList<PlannedAttempt>& value)
{
    statement.bind(packed(value));
}
inline void bindTo(Statement& statement, const std::optional<TlsInfo>& value)
{
    statement.bind(packed(value));
}
inline void bindTo(Statement& statement, const ForwardTimings& value)
{
    statement.bind(packed(value));
}
inline void bindTo(Statement& statement, const RetryPolicy& value)
{
    statement.bind(policyText(value));
}
inline void bindTo(Statement& statement, const Mark& value)
{
    statement.bind(markText(value));
}
/// Event names, one a line; they hold no line ends.
inline void bindTo(Statement& statement, const QStringList& value)
{
    statement.bind(value.join(u'\n'));
}

inline void fromSql(Rows& row, qint64& value)
{
    value = row.integer();
}
inline void fromSql(Rows& row, bool& value)
{
    value = row.flag();
}
inline void fromSql(Rows& row, quint32& value)
{
    value = static_cast<quint32>(row.integer());
}
inline void fromSql(Rows& row, Micros& value)
{
    value = row.duration();
}
inline void fromSql(Rows& row, RealTime& value)
{
    value = row.realTime();
}
inline void fromSql(Rows& row, WorkTime& value)
{
    value = row.workTime();
}
inline void fromSql(Rows& row, QString& value)
{
    value = row.text();
}
inline void fromSql(Rows& row, QByteArray& value)
{
    value = row.bytes();
}
template <char Letter>
void fromSql(Rows& row, Id<Letter>& value)
{
    value.number = row.integer();
}
inline void fromSql(Rows& row, DeliveryState& value)
{
    value = row.word(&deliveryStateFromString);
}
inline void fromSql(Rows& row, Outcome& value)
{
    value = row.word(&outcomeFromString);
}
inline void fromSql(Rows& row, Origin& value)
{
    value = row.word(&originFromString);
}
inline void fromSql(Rows& row, HeaderList& value)
{
    value = row.packed(&unpackedHeaders);
}
inline void fromSql(Rows& row, QList<PlannedAttempt>& value)
{
    value = row.word(&unpackedPlan);
}
inline void fromSql(Rows& row, std::optional<TlsInfo>& value)
{
    value = unpackedTls(row.text());
}
inline void fromSql(Rows& row, ForwardTimings& value)
{
    value = row.word(&unpackedForwarding);
}
inline void fromSql(Rows& row, RetryPolicy& value)
{
    value = row.word([](const QString& text) {
        auto policy = policyFromText(text);
        return policy ? std::optional(std::move(*policy)) : std::nullopt;
    });
}
inline void fromSql(Rows& row, Mark& value)
{
    value = row.word(&markFromText);
}
inline void fromSql(Rows& row, QStringList& value)
{
    value = row.text().split(u'\n', Qt::SkipEmptyParts);
}
template <class T>
void fromSql(Rows& row, std::optional<T>& value)
{
    value.reset();
    if (!row.skipsNull())
        fromSql(row, value.emplace());
}

} // namespace hookworks
