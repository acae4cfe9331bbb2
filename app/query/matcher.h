// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/decimal.h"
#include "json/path_tree.h"
#include "query/moments.h"
#include "query/query_row.h"
#include "query/text_match.h"

namespace hookworks {

/// One term, its value made ready to be compared with many rows.
class TermMatcher
{
public:
    TermMatcher(const QueryTerm& term, RealTime now);
    QueryVerdict on(const QueryRow& row) const;

private:
    QueryVerdict anywhere(const QueryRow& row) const;
    QueryVerdict byMoment(const QueryRow& row) const;
    QueryVerdict anyOf(const QueryValues& values) const;
    QueryVerdict inJson(const QueryRow& row) const;
    bool holdsForJson(QByteArrayView text) const;
    bool holds(QByteArrayView value) const;
    bool holdsForId(QByteArrayView value) const;
    bool isOrdered(std::strong_ordering order) const;

    QueryTerm m_term;
    QueryOperator m_op; ///< never NotEqual, which is `not … =`
    bool m_negated = false;
    bool m_isId = false; ///< the field is an id, or the word may be one
    QByteArray m_value;
    std::optional<Decimal> m_number;
    std::optional<Moment> m_moment; ///< where it is compared as one
    Needle m_needle;
    WildcardPattern m_pattern;
    Needle m_key;    ///< the JSON path's last name, in quotes; empty: there is none to look for
    PathTree m_path; ///< the JSON path
};

/// A query made ready for many rows. Pure; thread-safe.
class QueryMatcher
{
public:
    /// `now` is what `10m` counts back from.
    QueryMatcher(const Query& query, RealTime now);
    QueryVerdict on(const QueryRow& row) const;

private:
    Query::Kind m_kind;
    std::optional<TermMatcher> m_term;
    std::vector<QueryMatcher> m_parts;
};

} // namespace hookworks
