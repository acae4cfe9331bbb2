// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace hookworks {

/// A piece of a query's text, from `begin` up to, not with, `end` (UTF-16 units).
struct QueryToken
{
    enum class Kind
    {
        End,
        Open,
        Close,
        Word,
        Phrase, ///< in quotes
        Path,   ///< into the body's JSON
        Operator,
        Broken
    };
    Kind kind = Kind::End;
    qsizetype begin = 0, end = 0;
    QString text = {}; ///< a word, a phrase without quotes and escapes, or what is wrong, as a sentence
    JsonPath path = {};
    QueryOperator op = QueryOperator::Is;
};

/// Takes a query's text apart, token by token. `text` outlives it.
class QueryLexer
{
public:
    explicit QueryLexer(QStringView text)
        : m_text(text)
    {
    }

    /// What a term begins with, an operator, a parenthesis or the end.
    QueryToken next();
    /// What stands after an operator: a Word, a Phrase, Broken, or End where there is none.
    QueryToken value();

    qsizetype position() const { return m_position; }
    void goTo(qsizetype position) { m_position = position; }

private:
    void skipSpaces();
    bool isAt(qsizetype position, QChar c) const;
    bool endsWord(qsizetype position) const;
    std::optional<QueryOperator> operatorAt(qsizetype position) const;
    bool startsPath(qsizetype position) const;
    QueryToken plain(QueryToken::Kind kind, qsizetype length);
    QueryToken broken(qsizetype begin, const QString& words);
    QueryToken quoted();
    QueryToken word(bool isValue);
    QueryToken path(qsizetype begin);
    std::optional<QueryToken> bodyPath();
    std::optional<QString> takeQuoted();
    /// nullopt: m_position is where it is wrong.
    std::optional<JsonPath::Step> takeStep();
    std::optional<JsonPath::Step> takeIndex();
    std::optional<JsonPath::Step> takeBracketed();

    QStringView m_text;
    qsizetype m_position = 0;
};

} // namespace hookworks
