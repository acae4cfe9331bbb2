// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index_question.h"

#include "json/decimal.h"
#include "query/fields.h"
#include "query/matcher.h"
#include "store/index_text.h"
#include "store/known_field.h"

#include <algorithm>

namespace hookworks {

namespace {

using Kind = IndexQuestion::Kind;

constexpr qsizetype mostPieces = 24; ///< of one text
constexpr qsizetype mostOfName = 3;  ///< pieces of a name, which stands in most captures or in few
constexpr qsizetype mostOfKnown = 4; ///< pieces of a known value

/// At most so many of the pieces of three characters that must all be there; none for a shorter text.
QStringList piecesOf(const QString& text, qsizetype most)
{
    const QList<uint> letters = indexable(text).toUcs4();
    const qsizetype count = letters.size() - 2;
    QStringList pieces;
    for (qsizetype i = 0; i < count; i += (count + most - 1) / most) {
        const char32_t piece[] = {letters[i], letters[i + 1], letters[i + 2]};
        pieces << QString::fromUcs4(piece, 3);
    }
    pieces.removeDuplicates();
    return pieces;
}

/// JSON is compared as text without white space between its values: what stands across them is not to be
/// relied on.
QStringList insideValues(const QString& value)
{
    QStringList parts(1);
    for (const QChar c : value) {
        if (c.unicode() < 0x20 || QStringView(u"{}[],:\"\\").contains(c))
            parts << QString();
        else
            parts.last() += c;
    }
    return parts;
}

QStringList withoutWildcards(const QString& value)
{
    return value.split(u'*');
}

/// Of a value in a head or body: a number is compared as such, however it is written.
QStringList equalText(const QString& value)
{
    const auto number = Decimal::parse(value.toUtf8());
    return {number ? indexedNumber(*number) : value};
}

bool isNumber(const QString& value)
{
    return Decimal::parse(value.toUtf8()).has_value();
}

QStringList wholeColumn(QueryName name, const QString& value)
{
    const QChar mark = indexMark(name);
    return withoutWildcards(mark + value + mark);
}

/// The path is the target's beginning, the query its end.
QStringList targetParts(QueryName name, const QString& value)
{
    const QChar mark = indexMark(QueryName::Target);
    if (name == QueryName::Target)
        return wholeColumn(name, value);
    return withoutWildcards(name == QueryName::Path ? mark + value : u'?' + value + mark);
}

QStringList numberColumn(QueryName name, const QString& value)
{
    const auto number = Decimal::parse(value.toUtf8());
    const auto whole = number ? number->toInteger() : std::nullopt;
    return whole ? wholeColumn(name, QString::number(*whole)) : QStringList();
}

QStringList idColumn(QueryName name, const QString& value)
{
    const QString letter = name == QueryName::Id         ? QStringLiteral("c")
                           : name == QueryName::Delivery ? QStringLiteral("d")
                                                         : QStringLiteral("l");
    const bool bare = !value.isEmpty() && value[0].isDigit();
    return wholeColumn(name, bare ? letter + value : value);
}

/// What must be in the text where a column equals `value`.
QStringList equalColumn(QueryName name, const QString& value, bool wildcard)
{
    switch (name) {
    case QueryName::Status:
    case QueryName::Size:
        return wildcard ? wholeColumn(name, value) : numberColumn(name, value);
    case QueryName::Id:
    case QueryName::Delivery:
    case QueryName::Listener:
        return wildcard ? wholeColumn(name, value) : idColumn(name, value);
    case QueryName::Valid:
        return value.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0
                   ? wholeColumn(QueryName::Being, QStringLiteral("malformed"))
                   : QStringList();
    case QueryName::Path:
    case QueryName::Target:
    case QueryName::Query:
        return !wildcard && isNumber(value) ? QStringList() : targetParts(name, value);
    default:
        break;
    }
    return !isIndexed(name) || (!wildcard && isNumber(value)) ? QStringList() : wholeColumn(name, value);
}

/// The names that must be there beside the value: a header's, or the keys of a path.
QStringList namesOf(const QueryField& field)
{
    if (field.name != QueryName::Json)
        return {field.header};
    QStringList keys;
    for (const JsonPath::Step& step : field.path.steps) {
        const auto* const key = std::get_if<QString>(&step);
        const bool good = key && std::ranges::all_of(*key, [](QChar c) {
                              return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'"' && c != u'\\';
                          });
        if (good)
            keys << u'"' + *key + u'"';
    }
    return keys;
}

QStringList jsonTexts(const QueryTerm& term, bool equals, bool wildcard)
{
    if (term.op == QueryOperator::Contains)
        return insideValues(term.value);
    if (equals && wildcard) {
        QStringList texts;
        for (const QString& piece : withoutWildcards(term.value))
            texts += insideValues(piece);
        return texts;
    }
    const bool container = term.value.startsWith(u'{') || term.value.startsWith(u'[');
    return !equals || container ? QStringList() : equalText(term.value);
}

/// What must be in the text of a capture for which the term holds, beside names.
QStringList textsOf(const QueryTerm& term)
{
    if (!term.field)
        return {term.value};
    const QueryName name = term.field->name;
    const bool equals = term.op == QueryOperator::Is || term.op == QueryOperator::Equal;
    const bool wildcard = hasWildcard(term.op, term.value);
    const bool contains = term.op == QueryOperator::Contains;
    if (name == QueryName::Json)
        return jsonTexts(term, equals, wildcard);
    if (name == QueryName::Head || name == QueryName::Body || name == QueryName::Header) {
        if (contains)
            return {term.value};
        return !equals ? QStringList() : wildcard ? withoutWildcards(term.value) : equalText(term.value);
    }
    if (equals)
        return equalColumn(name, term.value, wildcard);
    const bool target = name == QueryName::Path || name == QueryName::Query;
    return contains && (target || isIndexed(name)) ? QStringList{term.value} : QStringList();
}

IndexQuestion all(const QStringList& pieces)
{
    QStringList quoted;
    for (QString piece : pieces)
        quoted << u'"' + piece.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return quoted.isEmpty() ? IndexQuestion()
                            : IndexQuestion{Kind::Some, u'(' + quoted.join(QStringLiteral(" AND ")) + u')'};
}

/// What is `neutral` says nothing beside others, and what `decides` says all.
IndexQuestion joined(const QList<IndexQuestion>& parts, Kind neutral, Kind decides, const QString& between)
{
    QStringList texts;
    for (const IndexQuestion& part : parts) {
        if (part.kind == decides)
            return {decides};
        if (part.kind != neutral)
            texts << part.text;
    }
    return texts.isEmpty() ? IndexQuestion{neutral}
                           : IndexQuestion{Kind::Some, u'(' + texts.join(between) + u')'};
}

IndexQuestion both(const QList<IndexQuestion>& parts)
{
    return joined(parts, Kind::Any, Kind::None, QStringLiteral(" AND "));
}

IndexQuestion either(const QList<IndexQuestion>& parts)
{
    return joined(parts, Kind::None, Kind::Any, QStringLiteral(" OR "));
}

/// Captures in which a field is this.
IndexQuestion knownQuestion(QueryName field, const FieldValue& value)
{
    QStringList pieces;
    for (const QByteArray& one : value)
        pieces += piecesOf(indexedValue(field, one), mostOfKnown);
    if (value.isEmpty())
        pieces += piecesOf(indexedLack(field), mostOfKnown);
    return all(pieces);
}

/// Puts one query to one part of the index.
class Asking
{
public:
    Asking(const Query& query, const KnownValues& known, RealTime now)
        : m_known(known)
        , m_now(now)
    {
        qsizetype terms = 0;
        eachTerm(query, [&](const QueryTerm&) { ++terms; });
        m_pieces = std::clamp<qsizetype>(200 / std::max<qsizetype>(terms, 1), 3, mostPieces);
    }

    /// For which captures it can hold; or, not `wanted`, cannot hold.
    IndexQuestion ask(const Query& query, bool wanted = true) const
    {
        if (query.kind == Query::Kind::Everything)
            return {wanted ? Kind::Any : Kind::None};
        if (query.kind == Query::Kind::Term)
            return term(query.term, wanted);
        if (query.kind == Query::Kind::Not)
            return ask(query.parts.front(), !wanted);
        QList<IndexQuestion> parts;
        for (const Query& part : query.parts)
            parts << ask(part, wanted);
        return (query.kind == Query::Kind::And) == wanted ? both(parts) : either(parts);
    }

private:
    IndexQuestion term(const QueryTerm& term, bool wanted) const
    {
        const auto values = term.field ? m_known.of(term.field->name) : std::nullopt;
        if (values)
            return amongKnown(term, wanted, *values);
        return wanted ? byPieces(term) : IndexQuestion();
    }

    IndexQuestion amongKnown(const QueryTerm& term, bool wanted, const QList<FieldValue>& values) const
    {
        const QueryMatcher matcher(Query::of(term), m_now);
        QList<IndexQuestion> parts;
        for (const FieldValue& value : values) {
            if ((matcher.on(KnownField(value)) == QueryVerdict::Yes) == wanted)
                parts << knownQuestion(term.field->name, value);
        }
        return parts.size() == values.size() ? IndexQuestion() : either(parts);
    }

    IndexQuestion byPieces(const QueryTerm& term) const
    {
        QStringList pieces;
        for (const QString& text : textsOf(term))
            pieces += piecesOf(text, m_pieces);
        for (const QString& name : term.field ? namesOf(*term.field) : QStringList())
            pieces += piecesOf(name, std::min(m_pieces, mostOfName));
        pieces.removeDuplicates();
        return all(pieces);
    }

    const KnownValues& m_known;
    RealTime m_now;
    qsizetype m_pieces;
};

} // namespace

IndexQuestion indexQuestion(const Query& query, const KnownValues& known, RealTime now)
{
    return Asking(query, known, now).ask(withoutNotEqual(query));
}

} // namespace hookworks
