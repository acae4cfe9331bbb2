// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "query/query.h"

namespace hookworks {

/// Whether a row belongs: yes, no, or it cannot be said from what is known of it.
enum class QueryVerdict
{
    No,
    Yes,
    Unknown
};

/// A field's values on a row; none: the row lacks the field.
struct QueryValues
{
    QList<QByteArray> values = {};
    bool complete = true; ///< false: there may be others, which are not known
};

/// What a query is asked about: a row that gives its fields as text, as it is printed.
class QueryRow
{
public:
    QueryRow() = default;
    QueryRow(const QueryRow&) = delete;
    QueryRow& operator=(const QueryRow&) = delete;
    virtual ~QueryRow() = default;

    /// Of any field but Header and Json; a moment as ISO 8601, an id as `c5`.
    virtual QueryValues values(QueryName name) const = 0;
    /// Of a moment.
    virtual std::optional<RealTime> moment(QueryName name) const = 0;
    /// Of the headers of that name, in any case.
    virtual QueryValues headerValues(QByteArrayView name) const = 0;
    /// What a word is looked for in beside head and body.
    virtual QList<QByteArray> names() const = 0;
};

} // namespace hookworks
