// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parser.h"

#include "domain/words.h"
#include "query/fields.h"
#include "query/lexer.h"

namespace hookworks {

namespace {

using Kind = QueryToken::Kind;

bool isWord(const QueryToken& token, const char* word)
{
    return token.kind == Kind::Word && token.text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

bool isReserved(const QueryToken& token)
{
    return isWord(token, "and") || isWord(token, "or") || isWord(token, "not");
}

struct Stop
{
    qsizetype offset = 0;
    QString words;
};
using Parsed = tl::expected<Query, Stop>;

/// Recursive descent: or over and over not over terms.
class QueryParser
{
public:
    explicit QueryParser(QStringView text)
        : m_lexer(text)
    {
        advance();
    }

    Parsed parse()
    {
        if (m_token.kind == Kind::End)
            return Query();
        Parsed query = parseOr();
        if (query && m_token.kind == Kind::Close)
            return stop(m_token.begin, tr("This parenthesis closes nothing."));
        return query;
    }

private:
    static tl::unexpected<Stop> stop(qsizetype offset, const QString& words)
    {
        return tl::unexpected(Stop{offset, words});
    }
    void advance()
    {
        m_last = m_token;
        m_token = m_lexer.next();
    }

    Parsed parseOr();
    Parsed parseAnd();
    Parsed parseNot();
    Parsed parseTerm();
    Parsed parseEnclosed();
    Parsed parseComparison(const QueryField& field);
    Parsed expected();

    QueryLexer m_lexer;
    QueryToken m_token, m_last;
    int m_terms = 0, m_depth = 0;
};

Parsed QueryParser::parseOr()
{
    std::vector<Query> parts;
    for (;;) {
        Parsed part = parseAnd();
        if (!part)
            return part;
        parts.push_back(std::move(*part));
        if (!isWord(m_token, "or"))
            return Query::any(std::move(parts));
        advance();
    }
}

Parsed QueryParser::parseAnd()
{
    std::vector<Query> parts;
    for (;;) {
        Parsed part = parseNot();
        if (!part)
            return part;
        parts.push_back(std::move(*part));
        if (isWord(m_token, "and"))
            advance();
        else if (m_token.kind == Kind::End || m_token.kind == Kind::Close || isWord(m_token, "or"))
            return Query::all(std::move(parts));
    }
}

Parsed QueryParser::parseNot()
{
    if (!isWord(m_token, "not"))
        return parseTerm();
    if (++m_depth > deepestQuery)
        return stop(m_token.begin, tr("This is nested too deep."));
    advance();
    Parsed part = parseNot();
    --m_depth;
    return part ? Parsed(Query::negated(std::move(*part))) : part;
}

/// Nothing follows what asked for more: that is what is unfinished.
Parsed QueryParser::expected()
{
    if (m_token.kind == Kind::Broken)
        return stop(m_token.begin, m_token.text);
    if (m_token.kind == Kind::Operator)
        return stop(m_token.begin, tr("A field's name is missing before this operator."));
    if (m_last.kind == Kind::Open && m_token.kind == Kind::End)
        return stop(m_last.begin, tr("The closing parenthesis is missing."));
    const bool atEnd = m_token.kind == Kind::End;
    return stop(atEnd ? m_last.begin : m_token.begin,
                atEnd ? tr("A term is missing after \"%1\".").arg(m_last.text)
                      : tr("A term is missing before \"%1\".").arg(m_token.text));
}

Parsed QueryParser::parseTerm()
{
    const QueryToken token = m_token;
    const bool joins = isWord(token, "and") || isWord(token, "or");
    const bool begins = token.kind == Kind::Word || token.kind == Kind::Phrase || token.kind == Kind::Path;
    if (token.kind == Kind::Open)
        return parseEnclosed();
    if (!begins || joins)
        return expected();
    if (++m_terms > mostQueryTerms)
        return stop(token.begin, tr("These are too many terms."));
    advance();
    if (token.kind == Kind::Path) {
        if (m_token.kind != Kind::Operator)
            return stop(token.begin, tr("This path is compared with nothing. Add an operator and a value."));
        return parseComparison({QueryName::Json, {}, token.path});
    }
    if (token.kind == Kind::Phrase || m_token.kind != Kind::Operator)
        return Query::of({std::nullopt, QueryOperator::Contains, token.text});
    const auto field = queryFieldNamed(token.text);
    if (!field)
        return stop(token.begin,
                    tr("There is no field \"%1\". Put quotes around the whole to look for it as text.")
                        .arg(token.text));
    return parseComparison(*field);
}

Parsed QueryParser::parseEnclosed()
{
    const QueryToken open = m_token;
    if (++m_depth > deepestQuery)
        return stop(open.begin, tr("This is nested too deep."));
    advance();
    Parsed inner = parseOr();
    if (!inner)
        return inner;
    if (m_token.kind != Kind::Close)
        return stop(open.begin, tr("The closing parenthesis is missing."));
    --m_depth;
    advance();
    return inner;
}

Parsed QueryParser::parseComparison(const QueryField& field)
{
    const QueryToken op = m_token;
    const QueryToken value = m_lexer.value();
    if (value.kind == Kind::Broken)
        return stop(value.begin, value.text);
    if (value.kind == Kind::End || isReserved(value))
        return stop(op.begin,
                    tr("A value is missing after \"%1\". Write \"\" for an empty one.").arg(op.text));
    if (const QString problem = comparisonProblem(field, op.op, value.text); !problem.isEmpty())
        return stop(value.begin, problem);
    m_token = value;
    advance();
    return Query::of({field, op.op, value.text});
}

int characterAt(QStringView text, qsizetype offset)
{
    return static_cast<int>(text.first(offset).toUcs4().size()) + 1;
}

} // namespace

QString QueryProblem::message() const
{
    return tr("At character %1: %2").arg(character).arg(words);
}

tl::expected<Query, QueryProblem> readQuery(QStringView text)
{
    if (text.size() > longestQuery)
        return tl::unexpected(QueryProblem{longestQuery, characterAt(text, longestQuery),
                                           tr("The filter is too long. Shorten it.")});
    return QueryParser(text).parse().map_error([&](const Stop& stop) {
        return QueryProblem{stop.offset, characterAt(text, stop.offset), stop.words};
    });
}

Result<Query> parseQuery(QStringView text)
{
    return readQuery(text).map_error([](const QueryProblem& problem) {
        return Error{ErrorCode::BadInput, problem.message(), {}};
    });
}

} // namespace hookworks
