// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include "query/fields.h"

#include <algorithm>

namespace hookworks {

namespace {

Query joined(Query::Kind kind, std::vector<Query> parts)
{
    Query query{kind, {}, {}};
    for (Query& part : parts) {
        if (part.kind == kind)
            std::ranges::move(part.parts, std::back_inserter(query.parts));
        else
            query.parts.push_back(std::move(part));
    }
    if (query.parts.empty())
        return {};
    return query.parts.size() == 1 ? Query(query.parts.front()) : query;
}

bool isReserved(const QString& word)
{
    return QStringList{QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not")}.contains(
        word, Qt::CaseInsensitive);
}

bool needsQuotes(const QString& value)
{
    const auto plain = [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"_-./*+@$%,;#&?").contains(c);
    };
    return value.isEmpty() || isReserved(value) || !std::ranges::all_of(value, plain);
}

QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    return u'"' + text + u'"';
}

QString termText(const QueryTerm& term)
{
    if (term.field)
        return toString(*term.field) + toString(term.op) + quotedQueryValue(term.value);
    const bool bare = !needsQuotes(term.value) && !term.value.contains(u'$');
    return bare ? term.value : quoted(term.value);
}

QString partsText(const Query& query, const QString& between, bool insideAnd)
{
    QStringList texts;
    for (const Query& part : query.parts) {
        const bool enclosed = insideAnd && part.kind == Query::Kind::Or;
        texts << (enclosed ? u'(' + toString(part) + u')' : toString(part));
    }
    return texts.join(between);
}

} // namespace

Query Query::of(QueryTerm term)
{
    return {Kind::Term, std::move(term), {}};
}

Query Query::all(std::vector<Query> parts)
{
    std::erase_if(parts, [](const Query& part) { return part.isEverything(); });
    return joined(Kind::And, std::move(parts));
}

Query Query::any(std::vector<Query> parts)
{
    return joined(Kind::Or, std::move(parts));
}

Query Query::negated(Query part)
{
    Query query{Kind::Not, {}, {}};
    query.parts.push_back(std::move(part));
    return query;
}

Query withoutNotEqual(Query query)
{
    for (Query& part : query.parts)
        part = withoutNotEqual(part);
    if (query.kind != Query::Kind::Term || query.term.op != QueryOperator::NotEqual)
        return query;
    query.term.op = QueryOperator::Equal;
    return Query::negated(query);
}

QString toString(const Query& query)
{
    switch (query.kind) {
    case Query::Kind::Everything:
        return {};
    case Query::Kind::Term:
        return termText(query.term);
    case Query::Kind::And:
        return partsText(query, QStringLiteral(" and "), true);
    case Query::Kind::Or:
        return partsText(query, QStringLiteral(" or "), false);
    case Query::Kind::Not:
        break;
    }
    const Query& part = query.parts.front();
    const bool bare = part.kind == Query::Kind::Term || part.kind == Query::Kind::Not;
    return QStringLiteral("not ") + (bare ? toString(part) : u'(' + toString(part) + u')');
}

QString toString(const QueryField& field)
{
    if (field.name == QueryName::Header)
        return QStringLiteral("header.") + field.header;
    return field.name == QueryName::Json ? field.path.toString() : infoOf(field.name).word;
}

QString toString(QueryOperator op)
{
    static const QStringList texts{QStringLiteral(":"), QStringLiteral("="), QStringLiteral("!="),
                                   QStringLiteral("~"), QStringLiteral("<"), QStringLiteral("<="),
                                   QStringLiteral(">"), QStringLiteral(">=")};
    return texts[static_cast<qsizetype>(op)];
}

QString quotedQueryValue(const QString& value)
{
    return needsQuotes(value) ? quoted(value) : value;
}

} // namespace hookworks
