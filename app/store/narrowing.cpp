// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/narrowing.h"

#include "domain/id.h"
#include "json/decimal.h"
#include "query/fields.h"
#include "query/moments.h"

#include <functional>

namespace hookworks {

namespace {

using TermNarrowing = std::function<Narrowing(const QueryTerm&)>;

constexpr qsizetype longestPattern = 200; ///< characters: enough to leave out most rows

Narrowing all(const QList<Narrowing>& parts, const QString& between)
{
    Narrowing joined;
    QStringList sql;
    joined.exact = true;
    for (const Narrowing& part : parts) {
        joined.exact = joined.exact && part.exact;
        if (part.sql.isEmpty())
            continue;
        sql << part.sql;
        joined.values << part.values;
    }
    joined.sql = sql.isEmpty() ? QString() : u'(' + sql.join(between) + u')';
    return joined;
}

Narrowing any(const QList<Narrowing>& parts)
{
    const bool open = std::ranges::any_of(parts, [](const Narrowing& part) { return part.sql.isEmpty(); });
    return open ? Narrowing() : all(parts, QStringLiteral(" OR "));
}

Narrowing negated(const Narrowing& part)
{
    return part.exact && !part.sql.isEmpty() ? Narrowing{QStringLiteral("NOT ") + part.sql, part.values, true}
                                             : Narrowing();
}

Narrowing narrowed(const Query& query, const TermNarrowing& ofTerm)
{
    if (query.kind == Query::Kind::Everything)
        return {{}, {}, true};
    if (query.kind == Query::Kind::Term)
        return ofTerm(query.term);
    QList<Narrowing> parts;
    for (const Query& part : query.parts)
        parts << narrowed(part, ofTerm);
    if (query.kind == Query::Kind::Not)
        return negated(parts.first());
    return query.kind == Query::Kind::And ? all(parts, QStringLiteral(" AND ")) : any(parts);
}

QString comparison(QueryOperator op)
{
    return op == QueryOperator::Is ? QStringLiteral("=") : toString(op);
}

Narrowing never()
{
    return {QStringLiteral("(0)"), {}, true};
}

/// A number that is never NULL.
Narrowing number(const QString& column, const QueryTerm& term)
{
    const auto value = Decimal::parse(term.value.toUtf8());
    const auto whole = value ? value->toInteger() : std::nullopt;
    if (!whole || term.op == QueryOperator::Contains)
        return {};
    return {QStringLiteral("(%1 %2 ?)").arg(column, comparison(term.op)), {*whole}, true};
}

/// The number behind an id; `d5` and `5` are 5, what is another kind's id is never equal.
Narrowing id(const QString& column, QChar letter, bool nullable, const QueryTerm& term)
{
    if (term.op == QueryOperator::Contains || hasWildcard(term.op, term.value) || term.value.isEmpty())
        return {};
    const bool bare = term.value[0].isDigit();
    if (!bare && term.value[0].toLower() != letter)
        return never();
    bool good = false;
    const qint64 value = term.value.mid(bare ? 0 : 1).toLongLong(&good);
    if (!good)
        return {};
    const QString sql = QStringLiteral("%1 %2 ?").arg(column, comparison(term.op));
    return {nullable ? QStringLiteral("(%1 IS NOT NULL AND %2)").arg(column, sql) : u'(' + sql + u')',
            {value},
            true};
}

Narrowing moment(const QString& column, const QueryTerm& term, RealTime now)
{
    const bool text = term.op == QueryOperator::Contains || hasWildcard(term.op, term.value);
    const auto value = text ? std::nullopt : momentOf(term.value, now);
    if (!value)
        return {};
    const qint64 from = microsSinceEpoch(value->from);
    if (term.field->name == QueryName::After)
        return {QStringLiteral("(%1 >= ?)").arg(column), {from}, true};
    if (term.field->name == QueryName::Before)
        return {QStringLiteral("(%1 < ?)").arg(column), {from}, true};
    if (term.op == QueryOperator::Is || term.op == QueryOperator::Equal)
        return {
            QStringLiteral("(%1 >= ? AND %1 < ?)").arg(column), {from, microsSinceEpoch(value->to)}, true};
    return {QStringLiteral("(%1 %2 ?)").arg(column, toString(term.op)), {from}, true};
}

/// The longest piece of the value that must be in the text as it is, but for the case of ASCII letters.
QString longestPiece(const QueryTerm& term)
{
    if (!hasWildcard(term.op, term.value))
        return term.value;
    const QStringList pieces = term.value.split(u'*');
    return *std::ranges::max_element(pieces, {}, &QString::size);
}

/// The longest run without ASCII letters, whose case does not matter.
QByteArray caselessRun(const QByteArray& text)
{
    QByteArray longest, run;
    for (const char c : text) {
        const char lower = static_cast<char>(c | 0x20);
        run = lower >= 'a' && lower <= 'z' ? QByteArray() : run + c;
        if (run.size() > longest.size())
            longest = run;
    }
    return longest;
}

QString likePattern(const QString& text)
{
    QString pattern = text.left(longestPattern);
    for (const char16_t special : {u'\\', u'%', u'_'})
        pattern.replace(QChar(special), QStringLiteral("\\") + QChar(special));
    return u'%' + pattern + u'%';
}

bool isAscii(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() >= 1 && c.unicode() < 0x80; });
}

/// That `text` stands somewhere in a column, be it text or bytes. LIKE ends at a NUL, and reads broken UTF-8
/// its own way.
Narrowing contains(const QString& column, const QString& text, bool letterCaseCounts)
{
    const QString bytes = QStringLiteral("instr(CAST(%1 AS BLOB), ?)").arg(column);
    if (text.isEmpty())
        return {};
    if (letterCaseCounts)
        return {u'(' + bytes + u')', {text.toUtf8()}};
    if (isAscii(text))
        return {QStringLiteral("(CAST(%1 AS TEXT) LIKE ? ESCAPE '\\' OR instr(CAST(%1 AS BLOB), x'00'))")
                    .arg(column),
                {likePattern(text)}};
    const QByteArray run = caselessRun(text.toUtf8());
    return run.isEmpty() ? Narrowing() : Narrowing{u'(' + bytes + u')', {run}};
}

/// That a comparison with the column can hold; nothing where numbers or an order decide.
Narrowing text(const QString& column, const QueryTerm& term)
{
    const bool equals = term.op == QueryOperator::Is || term.op == QueryOperator::Equal;
    const bool number = !hasWildcard(term.op, term.value) && Decimal::parse(term.value.toUtf8());
    if (term.op != QueryOperator::Contains && (!equals || number))
        return {};
    return contains(column, longestPiece(term), term.op == QueryOperator::Equal);
}

/// Rows of a table whose mark meets the condition; few have one, and they are found by its index.
Narrowing amongMarked(const QString& table, const Narrowing& mark)
{
    const QString sql = QStringLiteral("(id IN (SELECT id FROM %1 WHERE mark <> ''%2))")
                            .arg(table, mark.sql.isEmpty() ? QString() : QStringLiteral(" AND ") + mark.sql);
    return {sql, mark.values, mark.exact};
}

Narrowing marked(const QString& table)
{
    return amongMarked(table, {{}, {}, true});
}

/// A row without a note lacks the field.
Narrowing note(const QString& table, const QueryTerm& term)
{
    return amongMarked(table, text(QStringLiteral("mark"), term));
}

Narrowing being(const QString& word)
{
    if (word.compare(QLatin1String("malformed"), Qt::CaseInsensitive) == 0)
        return {QStringLiteral("(valid = 0)"), {}, true};
    return word.compare(QLatin1String("marked"), Qt::CaseInsensitive) == 0
               ? marked(QStringLiteral("captures"))
               : Narrowing{QStringLiteral("(delivery IS NOT NULL)")};
}

/// `!=` is `not … =`.
Narrowing unequal(const QueryTerm& term, RealTime now, Narrowing (*ofTerm)(const QueryTerm&, RealTime))
{
    QueryTerm equal = term;
    equal.op = QueryOperator::Equal;
    return negated(ofTerm(equal, now));
}

Narrowing captureColumn(const QueryTerm& term, RealTime now)
{
    switch (term.field->name) {
    case QueryName::Id:
        return id(QStringLiteral("id"), u'c', false, term);
    case QueryName::Delivery:
        return id(QStringLiteral("delivery"), u'd', true, term);
    case QueryName::Listener:
        return id(QStringLiteral("listener"), u'l', false, term);
    case QueryName::Status:
        return number(QStringLiteral("response_status"), term);
    case QueryName::Size:
        return number(QStringLiteral("body_bytes"), term);
    case QueryName::Valid:
        return {term.value.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
                    ? QStringLiteral("(valid = 1)")
                    : QStringLiteral("(valid = 0)"),
                {},
                true};
    case QueryName::Received:
    case QueryName::After:
    case QueryName::Before:
        return moment(QStringLiteral("received_at"), term, now);
    case QueryName::Method:
    case QueryName::Target:
    case QueryName::Problem:
    case QueryName::Remote:
    case QueryName::Rule:
    case QueryName::Fault:
        return text(infoOf(term.field->name).word, term);
    case QueryName::Path:
    case QueryName::Query:
        return text(QStringLiteral("target"), term);
    default:
        return {};
    }
}

Narrowing captureTerm(const QueryTerm& term, RealTime now)
{
    if (!term.field)
        return {};
    if (term.op == QueryOperator::NotEqual)
        return unequal(term, now, captureTerm);
    switch (term.field->name) {
    case QueryName::Webhook:
    case QueryName::Report:
    case QueryName::State:
    case QueryName::Attempts:
    case QueryName::Verdict:
    case QueryName::Outcome:
    case QueryName::Message:
    case QueryName::Origin:
        return {QStringLiteral("(delivery IS NOT NULL)")};
    case QueryName::Being:
        return being(term.value);
    case QueryName::Note:
        return note(QStringLiteral("captures"), term);
    default:
        return captureColumn(term, now);
    }
}

Narrowing beingDelivery(const QString& word)
{
    if (word.compare(QLatin1String("malformed"), Qt::CaseInsensitive) == 0)
        return never(); // what is sent has a request of ours
    return word.compare(QLatin1String("marked"), Qt::CaseInsensitive) == 0
               ? marked(QStringLiteral("deliveries"))
               : Narrowing{QStringLiteral("(replay_of <> '')"), {}, true};
}

Narrowing deliveryTerm(const QueryTerm& term, RealTime now)
{
    if (!term.field)
        return {};
    if (term.op == QueryOperator::NotEqual)
        return unequal(term, now, deliveryTerm);
    switch (term.field->name) {
    case QueryName::Id:
    case QueryName::Delivery:
        return id(QStringLiteral("id"), u'd', false, term);
    case QueryName::Attempts:
        return number(QStringLiteral("attempts"), term);
    case QueryName::Created:
    case QueryName::After:
    case QueryName::Before:
        return moment(QStringLiteral("created_at"), term, now);
    case QueryName::Event:
    case QueryName::Provider:
    case QueryName::State:
    case QueryName::Url:
        return text(infoOf(term.field->name).word, term);
    case QueryName::Message:
        return text(QStringLiteral("message_id"), term);
    case QueryName::Note:
        return note(QStringLiteral("deliveries"), term);
    case QueryName::Being:
        return beingDelivery(term.value);
    default:
        return {};
    }
}

} // namespace

Narrowing narrowedCaptures(const Query& query, RealTime now)
{
    return narrowed(query, [now](const QueryTerm& term) { return captureTerm(term, now); });
}

Narrowing narrowedDeliveries(const Query& query, RealTime now)
{
    return narrowed(query, [now](const QueryTerm& term) { return deliveryTerm(term, now); });
}

} // namespace hookworks
