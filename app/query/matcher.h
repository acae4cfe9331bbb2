// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/decimal.h"
#include "json/path_tree.h"
#include "query/moments.h"
#include "query/query_row.h"
#include "query/text_match.h"

namespace hookworks {

/// The JSON in the body of one row, read once for all the paths of a query, and only if one is asked for.
class JsonOfRow
{
public:
    /// Both outlive it.
    JsonOfRow(const QueryRow& row, const PathTree& paths)
        : m_row(row)
        , m_paths(paths)
    {
    }
    /// Of the row's values, whether there may be a body that is not known.
    bool isComplete();
    /// In UTF-8; empty where there is none.
    QByteArrayView text();
    bool hasEscapes();
    /// What a path leads to, by its place among the paths; nullopt: to nothing.
    std::optional<QByteArrayView> at(qsizetype path);

private:
    void load();

    const QueryRow& m_row;
    const PathTree& m_paths;
    bool m_isLoaded = false, m_isComplete = true, m_isRead = false;
    QByteArray m_text;
    QList<std::optional<JsonSpan>> m_spans; ///< none: it is no JSON, or was not read
};

/// One term, its value made ready to be compared with many rows.
class TermMatcher
{
public:
    /// Adds its JSON path, if it has one, to the paths of its query.
    TermMatcher(const QueryTerm& term, RealTime now, QList<JsonPath>& paths);
    QueryVerdict on(const QueryRow& row, JsonOfRow& json) const;

private:
    QueryVerdict anywhere(const QueryRow& row) const;
    QueryVerdict byMoment(const QueryRow& row) const;
    QueryVerdict anyOf(const QueryValues& values) const;
    bool holdsIn(JsonOfRow& json) const;
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
    Needle m_key;         ///< the JSON path's last name, in quotes; empty: there is none to look for
    qsizetype m_path = 0; ///< its place among the paths
};

/// A query or a part of one.
class PartMatcher
{
public:
    PartMatcher(const Query& query, RealTime now, QList<JsonPath>& paths);
    QueryVerdict on(const QueryRow& row, JsonOfRow& json) const;

private:
    Query::Kind m_kind;
    std::optional<TermMatcher> m_term;
    std::vector<PartMatcher> m_parts;
};

/// A query made ready for many rows. Pure; thread-safe.
class QueryMatcher
{
public:
    /// `now` is what `10m` counts back from.
    QueryMatcher(const Query& query, RealTime now);
    QueryVerdict on(const QueryRow& row) const;

private:
    QueryMatcher(const Query& query, RealTime now, QList<JsonPath> paths);

    PartMatcher m_whole;
    PathTree m_paths;
};

} // namespace hookworks
