// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

#include <QList>

#include <optional>
#include <vector>

namespace hookworks {

/// `:` "is or matches", `=`, `!=`, `~` "contains", `<`, `<=`, `>`, `>=`.
enum class QueryOperator
{
    Is,
    Equal,
    NotEqual,
    Contains,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
};

/// What can be compared; fields.h has their words.
enum class QueryName
{
    Id,
    Method,
    Path,
    Target,
    Query,
    Url,
    Status,
    Valid,
    Problem,
    Remote,
    Rule,
    Fault,
    Delivery,
    Listener,
    Size,
    Head,
    Body,
    Received,
    After,
    Before,
    Created,
    Event,
    Provider,
    Webhook,
    Report,
    State,
    Attempts,
    Verdict,
    Outcome,
    Message,
    Origin,
    Note,
    Being, ///< `is:malformed`
    Header,
    Json
};

/// A field, with the header's name or the path into the body's JSON where it is one of these.
struct QueryField
{
    QueryName name = QueryName::Id;
    QString header = {}; ///< as typed
    JsonPath path = {};
    bool operator==(const QueryField&) const = default;
};

/// One condition on a row.
struct QueryTerm
{
    std::optional<QueryField> field = {};       ///< none: a word or phrase anywhere in head and body
    QueryOperator op = QueryOperator::Contains; ///< of a field
    QString value = {};                         ///< without quotes and escapes
    bool operator==(const QueryTerm&) const = default;
};

/// What is asked for, as a tree; a value of its own, without a moment or a workspace.
struct Query
{
    enum class Kind
    {
        Everything,
        Term,
        And,
        Or,
        Not
    };
    Kind kind = Kind::Everything;
    QueryTerm term = {};
    std::vector<Query> parts = {}; ///< two or more of And and Or, one of Not
    bool operator==(const Query&) const = default;

    static Query of(QueryTerm term);
    /// Neither adds a level around a part of its own kind; `Everything` is left out of And.
    static Query all(std::vector<Query> parts);
    static Query any(std::vector<Query> parts);
    static Query negated(Query part);
    bool isEverything() const { return kind == Kind::Everything; }
};

/// The same with `not … =` in the place of each `!=`.
Query withoutNotEqual(Query query);

/// The text that parses to the same tree; empty: everything.
QString toString(const Query& query);
/// `status`, `header.X-Tenant`, `$.a[0]`.
QString toString(const QueryField& field);
QString toString(QueryOperator op);
/// The value with quotes and escapes where it needs them.
QString quotedQueryValue(const QString& value);

/// Calls `visit` with each term of the tree.
template <class Visit>
void eachTerm(const Query& query, const Visit& visit)
{
    if (query.kind == Query::Kind::Term)
        visit(query.term);
    for (const Query& part : query.parts)
        eachTerm(part, visit);
}

} // namespace hookworks
