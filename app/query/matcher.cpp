// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/matcher.h"

#include "domain/id.h"
#include "json/text_form.h"
#include "query/fields.h"

#include <algorithm>

namespace hookworks {

namespace {

QueryVerdict verdictOf(bool yes)
{
    return yes ? QueryVerdict::Yes : QueryVerdict::No;
}

QueryVerdict opposite(QueryVerdict verdict)
{
    return verdict == QueryVerdict::Unknown ? verdict : verdictOf(verdict == QueryVerdict::No);
}

bool comparesMoments(const QueryTerm& term)
{
    return term.field && infoOf(term.field->name).kind == QueryFieldKind::Moment &&
           term.op != QueryOperator::Contains && !hasWildcard(term.op, term.value);
}

LetterCase letterCaseOf(QueryOperator op)
{
    return op == QueryOperator::Is || op == QueryOperator::Contains ? LetterCase::Ignored
                                                                    : LetterCase::Counts;
}

/// The last name of a path in quotes, as a body without escapes has it.
QByteArray keyOf(const QueryTerm& term)
{
    if (!term.field || term.field->path.steps.isEmpty())
        return {};
    const auto* const name = std::get_if<QString>(&term.field->path.steps.last());
    const bool plain = name && std::ranges::all_of(*name, [](QChar c) {
                           return c.unicode() >= 0x20 && c.unicode() < 0x80 && c != u'"' && c != u'\\';
                       });
    return plain ? '"' + name->toUtf8() + '"' : QByteArray();
}

/// `c5` and `5` are 5; 0: neither.
qint64 idNumber(QByteArrayView text)
{
    const bool letter = !text.isEmpty() && (text[0] < '0' || text[0] > '9');
    bool good = false;
    const qint64 number = text.sliced(letter ? 1 : 0).toByteArray().toLongLong(&good);
    return good ? number : 0;
}

/// What must be read for an answer, from little to much.
int costOf(const QueryTerm& term)
{
    const QueryName name = term.field ? term.field->name : QueryName::Body;
    switch (name) {
    case QueryName::Header:
    case QueryName::Head:
        return 1;
    case QueryName::Body:
        return 2;
    case QueryName::Event: // of a body that nobody sent from here
    case QueryName::Provider:
    case QueryName::Json:
        return 3;
    default:
        return 0;
    }
}

int costOf(const Query& query)
{
    int cost = 0;
    eachTerm(query, [&](const QueryTerm& term) { cost = std::max(cost, costOf(term)); });
    return cost;
}

} // namespace

void JsonOfRow::load()
{
    if (std::exchange(m_isLoaded, true))
        return;
    const QueryValues body = m_row.values(QueryName::Body);
    m_isComplete = body.complete;
    if (!body.values.isEmpty())
        m_text = jsonUtf8(body.values.first()).value_or(QByteArray());
}

bool JsonOfRow::isComplete()
{
    load();
    return m_isComplete;
}

QByteArrayView JsonOfRow::text()
{
    load();
    return m_text;
}

bool JsonOfRow::hasEscapes()
{
    return text().contains('\\');
}

std::optional<QByteArrayView> JsonOfRow::at(qsizetype path)
{
    const QByteArrayView all = text();
    if (!std::exchange(m_isRead, true))
        m_spans = locate(all, m_paths).value_or(QList<std::optional<JsonSpan>>());
    const auto span = m_spans.value(path);
    return span ? std::optional(all.sliced(span->offset, span->end - span->offset)) : std::nullopt;
}

TermMatcher::TermMatcher(const QueryTerm& term, RealTime now, QList<JsonPath>& paths)
    : m_term(term)
    , m_op(term.op == QueryOperator::NotEqual ? QueryOperator::Equal : term.op)
    , m_negated(term.op == QueryOperator::NotEqual)
    , m_isId(term.field ? infoOf(term.field->name).kind == QueryFieldKind::Id
                        : looksLikeId(term.value.toLower()))
    , m_value(term.value.toUtf8())
    , m_needle(m_value, LetterCase::Ignored)
    , m_pattern(m_value, letterCaseOf(term.op))
    , m_key(keyOf(term), LetterCase::Counts)
{
    if (term.field && term.field->name == QueryName::Json) {
        m_path = paths.size();
        paths << term.field->path;
    }
    if (comparesMoments(term))
        m_moment = momentOf(term.value, now).value_or(Moment());
    else
        m_number = Decimal::parse(m_value);
}

QueryVerdict TermMatcher::on(const QueryRow& row, JsonOfRow& json) const
{
    if (!m_term.field)
        return anywhere(row);
    QueryVerdict verdict = QueryVerdict::No;
    if (m_moment)
        verdict = byMoment(row);
    else if (m_term.field->name == QueryName::Json)
        verdict = holdsIn(json)       ? QueryVerdict::Yes
                  : json.isComplete() ? QueryVerdict::No
                                      : QueryVerdict::Unknown;
    else if (m_term.field->name == QueryName::Header)
        verdict = anyOf(row.headerValues(m_term.field->header.toUtf8()));
    else
        verdict = anyOf(row.values(m_term.field->name));
    return m_negated ? opposite(verdict) : verdict;
}

QueryVerdict TermMatcher::anywhere(const QueryRow& row) const
{
    const auto has = [this](QByteArrayView text) { return m_needle.in(text) >= 0; };
    const auto isIt = [this](const QByteArray& id) { return id.compare(m_value, Qt::CaseInsensitive) == 0; };
    if (m_isId && std::ranges::any_of(row.values(QueryName::Id).values, isIt))
        return QueryVerdict::Yes;
    if (std::ranges::any_of(row.names(), has))
        return QueryVerdict::Yes;
    const QueryValues head = row.values(QueryName::Head);
    if (std::ranges::any_of(head.values, has))
        return QueryVerdict::Yes;
    const QueryValues body = row.values(QueryName::Body);
    if (std::ranges::any_of(body.values, has))
        return QueryVerdict::Yes;
    return head.complete && body.complete ? QueryVerdict::No : QueryVerdict::Unknown;
}

QueryVerdict TermMatcher::byMoment(const QueryRow& row) const
{
    const auto moment = row.moment(m_term.field->name);
    if (!moment)
        return QueryVerdict::No;
    if (m_term.field->name == QueryName::After)
        return verdictOf(*moment >= m_moment->from);
    if (m_term.field->name == QueryName::Before)
        return verdictOf(*moment < m_moment->from);
    if (m_op == QueryOperator::Is || m_op == QueryOperator::Equal)
        return verdictOf(*moment >= m_moment->from && *moment < m_moment->to);
    return verdictOf(isOrdered(*moment <=> m_moment->from));
}

QueryVerdict TermMatcher::anyOf(const QueryValues& values) const
{
    const bool found = std::ranges::any_of(
        values.values, [this](const QByteArray& value) { return m_isId ? holdsForId(value) : holds(value); });
    return found ? QueryVerdict::Yes : values.complete ? QueryVerdict::No : QueryVerdict::Unknown;
}

/// A text without a backslash has the path's last name as it is, or not at all: most need not be read. And a
/// number, or a string without one, is its own text.
bool TermMatcher::holdsIn(JsonOfRow& json) const
{
    const bool escapes = json.hasEscapes();
    if (!escapes && m_key.in(json.text()) < 0)
        return false;
    const auto found = json.at(m_path);
    if (!found)
        return false;
    const char c = found->front();
    if (c == '-' || (c >= '0' && c <= '9'))
        return holds(*found);
    if (c == '"' && !escapes)
        return holds(found->sliced(1, found->size() - 2));
    const auto value = readJson(*found);
    return value && holds(leafText(*value).toUtf8());
}

bool TermMatcher::isOrdered(std::strong_ordering order) const
{
    switch (m_op) {
    case QueryOperator::Less:
        return order < 0;
    case QueryOperator::LessOrEqual:
        return order <= 0;
    case QueryOperator::Greater:
        return order > 0;
    case QueryOperator::GreaterOrEqual:
        return order >= 0;
    default:
        return order == 0;
    }
}

bool TermMatcher::holds(QByteArrayView value) const
{
    if (m_op == QueryOperator::Contains)
        return m_needle.in(value) >= 0;
    if (m_number) {
        if (const auto number = Decimal::parse(value))
            return isOrdered(*number <=> *m_number);
    }
    if (m_op == QueryOperator::Is || m_op == QueryOperator::Equal)
        return m_pattern.matches(value);
    return isOrdered(value.compare(m_value) <=> 0);
}

/// `5` is any letter's 5, `c5` a capture's alone.
bool TermMatcher::holdsForId(QByteArrayView value) const
{
    if (m_op == QueryOperator::Contains || hasWildcard(m_op, m_term.value))
        return holds(value);
    const bool anyLetter = m_value.isEmpty() || (m_value[0] >= '0' && m_value[0] <= '9');
    const bool sameLetter = anyLetter || (!value.isEmpty() && value[0] == (m_value[0] | 0x20));
    return sameLetter && isOrdered(idNumber(value) <=> idNumber(m_value));
}

PartMatcher::PartMatcher(const Query& query, RealTime now, QList<JsonPath>& paths)
    : m_kind(query.kind)
{
    if (query.kind == Query::Kind::Term)
        m_term.emplace(query.term, now, paths);
    std::vector<Query> parts = query.parts;
    std::ranges::stable_sort(parts, {}, [](const Query& part) { return costOf(part); });
    for (const Query& part : parts)
        m_parts.emplace_back(part, now, paths);
}

QueryVerdict PartMatcher::on(const QueryRow& row, JsonOfRow& json) const
{
    if (m_kind == Query::Kind::Everything)
        return QueryVerdict::Yes;
    if (m_term)
        return m_term->on(row, json);
    if (m_kind == Query::Kind::Not)
        return opposite(m_parts.front().on(row, json));
    const QueryVerdict deciding = m_kind == Query::Kind::And ? QueryVerdict::No : QueryVerdict::Yes;
    QueryVerdict verdict = opposite(deciding);
    for (const PartMatcher& part : m_parts) {
        const QueryVerdict one = part.on(row, json);
        if (one == deciding)
            return deciding;
        if (one == QueryVerdict::Unknown)
            verdict = QueryVerdict::Unknown;
    }
    return verdict;
}

QueryMatcher::QueryMatcher(const Query& query, RealTime now)
    : QueryMatcher(query, now, QList<JsonPath>())
{
}

QueryMatcher::QueryMatcher(const Query& query, RealTime now, QList<JsonPath> paths)
    : m_whole(query, now, paths)
    , m_paths(paths)
{
}

QueryVerdict QueryMatcher::on(const QueryRow& row) const
{
    JsonOfRow json(row, m_paths);
    return m_whole.on(row, json);
}

} // namespace hookworks
