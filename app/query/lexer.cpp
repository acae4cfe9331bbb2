// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.h"

#include "domain/words.h"

namespace hookworks {

namespace {

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'';
}

bool isParenthesis(QChar c)
{
    return c == u'(' || c == u')';
}

} // namespace

void QueryLexer::skipSpaces()
{
    while (m_position < m_text.size() && m_text[m_position].isSpace())
        ++m_position;
}

bool QueryLexer::isAt(qsizetype position, QChar c) const
{
    return position < m_text.size() && m_text[position] == c;
}

std::optional<QueryOperator> QueryLexer::operatorAt(qsizetype position) const
{
    const bool equals = isAt(position + 1, u'=');
    const char16_t c = position < m_text.size() ? m_text[position].unicode() : u'\0';
    switch (c) {
    case u':':
        return QueryOperator::Is;
    case u'=':
        return QueryOperator::Equal;
    case u'~':
        return QueryOperator::Contains;
    case u'<':
        return equals ? QueryOperator::LessOrEqual : QueryOperator::Less;
    case u'>':
        return equals ? QueryOperator::GreaterOrEqual : QueryOperator::Greater;
    case u'!':
        return equals ? std::optional(QueryOperator::NotEqual) : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool QueryLexer::endsWord(qsizetype position) const
{
    return position >= m_text.size() || m_text[position].isSpace() || isParenthesis(m_text[position]);
}

/// A dollar sign that begins a price is a word.
bool QueryLexer::startsPath(qsizetype position) const
{
    return isAt(position, u'$') && (endsWord(position + 1) || isAt(position + 1, u'.') ||
                                    isAt(position + 1, u'[') || operatorAt(position + 1));
}

QueryToken QueryLexer::plain(QueryToken::Kind kind, qsizetype length)
{
    m_position += length;
    return {kind, m_position - length, m_position, m_text.sliced(m_position - length, length).toString()};
}

QueryToken QueryLexer::broken(qsizetype begin, const QString& words)
{
    return {QueryToken::Kind::Broken, begin, m_position, words};
}

QueryToken QueryLexer::next()
{
    skipSpaces();
    if (m_position >= m_text.size())
        return plain(QueryToken::Kind::End, 0);
    const QChar c = m_text[m_position];
    if (isParenthesis(c))
        return plain(c == u'(' ? QueryToken::Kind::Open : QueryToken::Kind::Close, 1);
    if (isQuote(c))
        return quoted();
    if (const auto op = operatorAt(m_position)) {
        QueryToken token = plain(QueryToken::Kind::Operator, toString(*op).size());
        token.op = *op;
        return token;
    }
    if (startsPath(m_position))
        return path(m_position++);
    if (auto found = bodyPath())
        return *found;
    return word(false);
}

QueryToken QueryLexer::value()
{
    skipSpaces();
    if (endsWord(m_position))
        return plain(QueryToken::Kind::End, 0);
    if (isQuote(m_text[m_position]))
        return quoted();
    if (operatorAt(m_position) && !isAt(m_position, u':'))
        return broken(m_position, tr("A value that begins with an operator needs quotes."));
    return word(true);
}

/// An operator ends a word, but not a value: times and ports have colons.
QueryToken QueryLexer::word(bool isValue)
{
    const qsizetype begin = m_position;
    while (!endsWord(m_position) && (isValue || !operatorAt(m_position))) {
        if (isAt(m_position, u'"'))
            return broken(m_position, tr("A quotation mark inside a word: put the whole of it in quotes."));
        ++m_position;
    }
    return {QueryToken::Kind::Word, begin, m_position, m_text.sliced(begin, m_position - begin).toString()};
}

QueryToken QueryLexer::quoted()
{
    const qsizetype begin = m_position;
    const auto text = takeQuoted();
    if (!text)
        return broken(begin, tr("The closing quotation mark is missing."));
    if (!endsWord(m_position))
        return broken(m_position, tr("A space is missing after the closing quotation mark."));
    return {QueryToken::Kind::Phrase, begin, m_position, *text};
}

std::optional<QString> QueryLexer::takeQuoted()
{
    const QChar quote = m_text[m_position++];
    QString text;
    for (; m_position < m_text.size(); ++m_position) {
        const QChar c = m_text[m_position];
        if (c == quote) {
            ++m_position;
            return text;
        }
        const bool more = c == u'\\' && m_position + 1 < m_text.size();
        const bool escape = more && (isQuote(m_text[m_position + 1]) || m_text[m_position + 1] == u'\\');
        text += escape ? m_text[++m_position] : c;
    }
    return std::nullopt;
}

QueryToken QueryLexer::path(qsizetype begin)
{
    JsonPath steps;
    while (isAt(m_position, u'.') || isAt(m_position, u'[')) {
        const auto step = takeStep();
        if (!step)
            return broken(m_position < m_text.size() ? m_position : begin,
                          tr("This is no JSON path. Write one as $.a[0].b or $['a b']."));
        steps.steps << *step;
    }
    if (!endsWord(m_position) && !operatorAt(m_position))
        return broken(m_position, tr("This is no JSON path. Write one as $.a[0].b or $['a b']."));
    return {QueryToken::Kind::Path, begin, m_position, {}, steps};
}

/// `body.a` is `$.a` where it is compared; else it is a word.
std::optional<QueryToken> QueryLexer::bodyPath()
{
    const qsizetype begin = m_position;
    const QStringView rest = m_text.sliced(begin);
    if (!rest.startsWith(u"body", Qt::CaseInsensitive) || (!isAt(begin + 4, u'.') && !isAt(begin + 4, u'[')))
        return std::nullopt;
    m_position += 4;
    QueryToken token = path(begin);
    const qsizetype end = m_position;
    skipSpaces();
    if (token.kind == QueryToken::Kind::Path && operatorAt(m_position)) {
        m_position = end;
        return token;
    }
    m_position = begin;
    return std::nullopt;
}

std::optional<JsonPath::Step> QueryLexer::takeStep()
{
    if (isAt(m_position++, u'['))
        return takeBracketed();
    if (m_position < m_text.size() && isQuote(m_text[m_position])) {
        const auto name = takeQuoted();
        return name ? std::optional<JsonPath::Step>(*name) : std::nullopt;
    }
    const qsizetype begin = m_position;
    while (!endsWord(m_position) && !operatorAt(m_position) && !isAt(m_position, u'.') &&
           !isAt(m_position, u'['))
        ++m_position;
    if (m_position == begin)
        return std::nullopt;
    return m_text.sliced(begin, m_position - begin).toString();
}

std::optional<JsonPath::Step> QueryLexer::takeBracketed()
{
    if (m_position >= m_text.size())
        return std::nullopt;
    std::optional<JsonPath::Step> step;
    if (isQuote(m_text[m_position])) {
        if (const auto name = takeQuoted())
            step = *name;
    } else {
        step = takeIndex();
    }
    if (!step || !isAt(m_position, u']'))
        return std::nullopt;
    ++m_position;
    return step;
}

std::optional<JsonPath::Step> QueryLexer::takeIndex()
{
    const qsizetype begin = m_position;
    while (m_position < m_text.size() && m_text[m_position] >= u'0' && m_text[m_position] <= u'9')
        ++m_position;
    bool fits = false;
    const qlonglong index = m_text.sliced(begin, m_position - begin).toLongLong(&fits);
    return fits ? std::optional<JsonPath::Step>(static_cast<qsizetype>(index)) : std::nullopt;
}

} // namespace hookworks
