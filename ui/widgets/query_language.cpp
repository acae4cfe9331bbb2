// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/query_language.h"

#include "query/lexer.h"
#include "query/parser.h"

namespace hookworks {

namespace {

bool isWord(const QueryToken& token, QStringView word)
{
    return token.kind == QueryToken::Kind::Word && token.text.compare(word, Qt::CaseInsensitive) == 0;
}

/// One past the operator and value that follow, or where the lexer is: a term's end.
qsizetype termEnd(QueryLexer& lexer)
{
    const qsizetype end = lexer.position();
    if (lexer.next().kind == QueryToken::Kind::Operator)
        lexer.value();
    else
        lexer.goTo(end);
    return lexer.position();
}

} // namespace

QueryLanguage::QueryLanguage(ValuesOfField values)
    : m_values(std::move(values))
{
}

/// Terms that stand side by side may part; what `or` and parentheses tie may not.
QList<int> QueryLanguage::finishedTerms(const QString& text) const
{
    QList<int> ends;
    QueryLexer lexer(text);
    qsizetype start = 0;
    for (QueryToken token = lexer.next(); token.kind != QueryToken::Kind::End; token = lexer.next()) {
        if (token.kind == QueryToken::Kind::Open || token.kind == QueryToken::Kind::Close ||
            isWord(token, u"or"))
            return {};
        if (isWord(token, u"and") || isWord(token, u"not"))
            continue;
        const qsizetype end = termEnd(lexer);
        const bool followed = end < text.size() && text[end].isSpace();
        if (token.kind == QueryToken::Kind::Broken || !followed ||
            !readQuery(QStringView(text).sliced(start, end - start)))
            break;
        ends << static_cast<int>(end);
        start = end;
    }
    return ends;
}

QList<FilterCompletion> QueryLanguage::completions(const QString& text, int cursor) const
{
    const QueryCompletions offered = completeQuery(text, cursor, m_values);
    QList<FilterCompletion> completions;
    for (const QueryCompletion& choice : offered.choices)
        completions.append({choice.text, choice.help, static_cast<int>(offered.begin),
                            static_cast<int>(cursor - offered.begin)});
    return completions;
}

std::optional<FilterProblem> QueryLanguage::problem(const QString& text) const
{
    const auto query = readQuery(text);
    if (query)
        return std::nullopt;
    return FilterProblem{static_cast<int>(query.error().offset), query.error().words};
}

} // namespace hookworks
