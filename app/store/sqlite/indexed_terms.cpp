// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/indexed_terms.h"

#include "store/index_question.h"

namespace hookworks {

namespace {

constexpr qsizetype mostFound = 4'000; ///< captures of a segment

bool isOfHeadOrBody(const QueryTerm& term)
{
    if (!term.field)
        return true;
    switch (term.field->name) {
    case QueryName::Head:
    case QueryName::Body:
    case QueryName::Header:
    case QueryName::Json:
        return true;
    default:
        return false;
    }
}

void clear(QBitArray& lacking, const QList<qint64>& captures, qint64 first)
{
    const auto begin = std::ranges::lower_bound(captures, first);
    for (auto capture = begin; capture != captures.end() && *capture < first + lacking.size(); ++capture)
        lacking.clearBit(*capture - first);
}

} // namespace

IndexedTerms::IndexedTerms(SqlConnection& connection, const QList<IndexSegment>& segments)
    : m_connection(connection)
    , m_segments(segments)
{
}

std::optional<QBitArray> IndexedTerms::lacking(const QueryTerm& term, qint64 stretch)
{
    const qint64 first = firstOfStretch(stretch);
    const auto segment = std::ranges::find_if(
        m_segments, [first](const IndexSegment& one) { return one.first <= first && first <= one.last; });
    const auto question =
        isOfHeadOrBody(term) ? indexQuestion(Query::of(term), {}, RealTime()) : IndexQuestion();
    if (segment == m_segments.end() || question.kind != IndexQuestion::Kind::Some)
        return std::nullopt;
    const Found& having = havingOf(*segment, question.text);
    if (!having || !m_changed)
        return std::nullopt;
    QBitArray lacking(capturesInStretch);
    lacking.fill(true, 0, std::min(capturesInStretch, segment->last + 1 - first));
    clear(lacking, *having, first);
    clear(lacking, *m_changed, first);
    return lacking;
}

const IndexedTerms::Found& IndexedTerms::havingOf(const IndexSegment& segment, const QString& question)
{
    if (std::exchange(m_segment, segment.number) != segment.number) {
        m_have.clear();
        m_changed = ask(QStringLiteral("SELECT capture FROM search_again WHERE pending AND capture >= ? AND "
                                       "capture <= ? ORDER BY capture LIMIT ?"),
                        {segment.first, segment.last});
    }
    auto found = m_have.find(question);
    if (found == m_have.end()) {
        const QString entries = QStringLiteral("SELECT rowid >> %1 FROM %2 WHERE %2 MATCH ? ORDER BY rowid "
                                               "LIMIT ?")
                                    .arg(indexRevisionBits)
                                    .arg(segment.table());
        found = m_have.insert(question, ask(entries, {question}));
    }
    return *found;
}

IndexedTerms::Found IndexedTerms::ask(const QString& question, const SqlValues& values)
{
    const auto found = all(m_connection.askOnce(question, SqlValues(values) << mostFound + 1),
                           [](Rows& row) { return row.integer(); });
    return found && found->size() <= mostFound ? std::optional(*found) : std::nullopt;
}

} // namespace hookworks
