// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "store/sqlite/statement.h"

#include <limits>

namespace hookworks {

/// The rows of one question. Each getter takes the next column of the current row. What lies there was not
/// necessarily written by this program: a value of another type, or out of the range that is said, counts as
/// damage, and a default is given for it.
class Rows
{
public:
    /// `failures` counts those of SQLite; `own`: the statement, where nobody else keeps it.
    Rows(std::unique_ptr<RowSource> source, qint64& failures, std::unique_ptr<Statement> own = {})
        : m_own(std::move(own))
        , m_source(std::move(source))
        , m_failures(&failures)
    {
    }

    /// False at the end, and on a failure: see failure().
    bool next();
    /// Of the last next(), or the first damage that a getter met.
    std::optional<Error> failure() const;

    qint64 integer();
    /// From `least` to `most`.
    int number(int least = std::numeric_limits<int>::min(), int most = std::numeric_limits<int>::max());
    bool flag() { return integer() != 0; }
    /// From `least` to `most`.
    double real(double least, double most);
    QString text();
    QByteArray bytes() { return bytesInPlace().toByteArray(); }
    /// Where they lie, until next() is called again.
    QByteArrayView bytesInPlace();
    /// Before the year 10000.
    RealTime realTime() { return realTimeFromMicros(instant()); }
    WorkTime workTime() { return workTimeFromMicros(instant()); }
    /// Shorter than three thousand years.
    Micros duration();
    /// Whether the next column is NULL, and then it is passed over.
    bool skipsNull();
    std::optional<qint64> maybeInteger();
    template <class IdType>
    std::optional<IdType> maybeId()
    {
        const auto number = maybeInteger();
        return number ? std::optional(IdType{*number}) : std::nullopt;
    }
    /// What `read` makes of the next column; it gives an optional, and none for what nobody writes.
    template <class Read>
    auto word(Read read)
    {
        return orDamage(read(text()));
    }
    template <class Read>
    auto packed(Read read)
    {
        return orDamage(read(bytes()));
    }

private:
    qint64 instant();
    /// The column that was taken last holds what does not belong there.
    void damaged();
    /// What lies in the column that was taken, or that it is damaged.
    template <class T>
    T orDamage(std::optional<T> value)
    {
        if (!value)
            damaged();
        return std::move(value).value_or(T());
    }

    std::unique_ptr<Statement> m_own;
    std::unique_ptr<RowSource> m_source;
    qint64* m_failures;
    QString m_damage; ///< where; empty: none
    int m_column = 0;
};

} // namespace hookworks
