// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/capture_search.h"

#include "domain/words.h"
#include "store/rows.h"

namespace hookworks {

namespace {

constexpr qsizetype fewCandidates = 400, manyCandidates = 25'600; ///< that the index names at once
constexpr int shortestScan = 4, longestScan = 64;                 ///< windows
constexpr qsizetype mostListed = 2'000; ///< captures that are read by their ids, not one after the other

} // namespace

CaptureSearch::CaptureSearch(SqlConnection& connection, const CaptureFilter& filter,
                             const BodyReading& reading, SearchTime time)
    : m_connection(connection)
    , m_filter(filter)
    , m_reading(reading)
    , m_matcher(filter.where, filter.now)
    , m_narrowing(narrowedCaptures(filter.where, filter.now))
    , m_needs(m_narrowing.exact ? CaptureNeeds() : CaptureNeeds::of(filter.where))
    , m_ruledOut(filter.where, filter.now)
    , m_atOnce(fewCandidates)
    , m_pace(time)
{
}

Result<void> CaptureSearch::begin()
{
    const auto ends = theOne(first(m_connection.ask("SELECT coalesce((SELECT min(id) FROM captures), 0), "
                                                    "coalesce((SELECT max(id) FROM captures), -1)"),
                                   [](Rows& row) {
                                       const qint64 low = row.integer();
                                       return Range{low, row.integer() + 1};
                                   }),
                             QString());
    if (!ends)
        return tl::unexpected(ends.error());
    const auto segments =
        indexSegments(m_connection).value_or(QList<IndexSegment>()); // without, all is scanned
    for (const IndexSegment& segment : segments) {
        const IndexQuestion question = indexQuestion(m_filter.where, segment.known, m_filter.now);
        if (question.kind != IndexQuestion::Kind::Any)
            m_segments << AskedSegment{segment, question};
    }
    m_terms.emplace(m_connection, segments);
    const qint64 indexed = segments.isEmpty() ? 0 : segments.last().last;
    m_page.notIndexed =
        ends->low == 0 ? 0 : std::max<qint64>(0, ends->high - 1 - std::max(indexed, ends->low - 1));
    m_left = {std::max(ends->low, m_filter.after ? m_filter.after->number + 1 : 0),
              std::min(ends->high, m_filter.before ? m_filter.before->number : ends->high)};
    return {};
}

Result<SearchPage<CaptureId, CaptureId>> CaptureSearch::run()
{
    if (auto begun = begin(); !begun)
        return tl::unexpected(begun.error());
    while (!m_left.isEmpty() && !isFull()) {
        const bool scans = m_toScan > 0;
        m_toScan -= scans ? 1 : 0;
        const AskedSegment* const segment = scans ? nullptr : segmentAt(nextId());
        const Range range = nextRange(segment, scans);
        auto looked = segment ? lookInIndex(*segment) : lookThrough(range);
        if (!looked)
            return tl::unexpected(looked.error());
        m_pace.passed();
        if (m_filter.asker.isSuperseded())
            return fail(ErrorCode::Interrupted, tr("Something newer was asked."));
        if (m_pace.isOver())
            break;
    }
    if (isFull())
        m_page.next = m_page.rows.last();
    else if (!m_left.isEmpty())
        m_page.next = CaptureId{m_filter.oldestFirst ? m_left.low - 1 : m_left.high};
    return std::move(m_page);
}

const CaptureSearch::AskedSegment* CaptureSearch::segmentAt(qint64 id) const
{
    const auto found = std::ranges::find_if(m_segments, [id](const AskedSegment& asked) {
        return id >= asked.segment.first && id <= asked.segment.last;
    });
    return found == m_segments.end() ? nullptr : &*found;
}

/// A segment as far as it goes, or a window up to where one begins.
CaptureSearch::Range CaptureSearch::nextRange(const AskedSegment* asked, bool scans) const
{
    if (asked)
        return {std::max(m_left.low, asked->segment.first), std::min(m_left.high, asked->segment.last + 1)};
    Range range = m_left;
    for (const auto& [other, question] : m_segments) {
        if (scans)
            break;
        if (m_filter.oldestFirst && other.first > m_left.low)
            range.high = std::min(range.high, other.first);
        if (!m_filter.oldestFirst && other.last < m_left.high - 1)
            range.low = std::max(range.low, other.last + 1);
    }
    return windowOf(range);
}

CaptureSearch::Range CaptureSearch::windowOf(const Range& range) const
{
    return m_filter.oldestFirst ? Range{range.low, std::min(range.high, range.low + m_pace.window())}
                                : Range{std::max(range.low, range.high - m_pace.window()), range.high};
}

void CaptureSearch::leave(const Range& range)
{
    (m_filter.oldestFirst ? m_left.low : m_left.high) = m_filter.oldestFirst ? range.high : range.low;
}

/// All that is in a window, or what is left of it where captures share what the query cannot hold for.
Result<void> CaptureSearch::lookThrough(const Range& range)
{
    const auto few = fewLeftIn(range);
    leave(range);
    return few ? lookAt(*few) : look(QStringLiteral("id >= ? AND id < ?"), {range.low, range.high});
}

Result<void> CaptureSearch::lookAt(const QList<CaptureId>& captures)
{
    return captures.isEmpty()
               ? Result<void>()
               : look(QStringLiteral("id IN (%1)").arg(QLatin1String(numbersOf(captures))), {});
}

/// nullopt: it is not worth while to tell them apart.
std::optional<QList<CaptureId>> CaptureSearch::fewLeftIn(const Range& range)
{
    const qsizetype most = std::min<qsizetype>(mostListed, (range.high - range.low) / 2);
    QList<CaptureId> left;
    Range part{range.low, range.low};
    while (m_ruledOut.isOfUse() && part.high < range.high && left.size() <= most) {
        part.low = part.high;
        part.high = std::min(range.high, firstOfStretch(stretchOf(part.low) + 1));
        addLeft(left, part);
    }
    return m_ruledOut.isOfUse() && left.size() <= most ? std::optional(left) : std::nullopt;
}

/// Of a part of one stretch.
void CaptureSearch::addLeft(QList<CaptureId>& left, const Range& range)
{
    const qint64 stretch = stretchOf(range.low);
    const QBitArray& out = outOf(stretch);
    for (qint64 place = range.low - firstOfStretch(stretch); place < range.high - firstOfStretch(stretch);
         ++place) {
        if (!out.testBit(place))
            left << CaptureId{firstOfStretch(stretch) + place};
    }
}

bool CaptureSearch::isRuledOut(CaptureId capture)
{
    const qint64 stretch = stretchOf(capture.number);
    return m_ruledOut.isOfUse() && outOf(stretch).testBit(capture.number - firstOfStretch(stretch));
}

const QBitArray& CaptureSearch::outOf(qint64 stretch)
{
    if (m_out.first != stretch)
        m_out = {stretch, ruledOutOf(stretch)};
    return m_out.second;
}

/// By what its captures share, and, where that leaves many, by what they lack.
QBitArray CaptureSearch::ruledOutOf(qint64 stretch)
{
    const CommonTraits traits = traitsOfStretch(m_connection, stretch).value_or(CommonTraits());
    QBitArray out = m_ruledOut.among(traits);
    if (2 * out.count(true) > out.size())
        return out;
    return m_ruledOut.among(traits, [&](const QueryTerm& term) { return m_terms->lacking(term, stretch); });
}

/// The next candidates of a segment, with those in between that changed since or are not in it. Where nearly
/// all are candidates, captures are read more quickly window by window: then the index is asked again only
/// after a number of these, each time twice as many. Where nearly all candidates are ruled out, what is left
/// is looked at instead, or, where that is much, it is asked for more at once, as where few were found: it
/// takes long to come to the first of them.
Result<void> CaptureSearch::lookInIndex(const AskedSegment& asked)
{
    Range range = nextRange(&asked, false);
    const Range window = windowOf(range);
    if (const auto few = m_inVain ? fewLeftIn(window) : std::nullopt; few) {
        leave(window);
        return lookAt(*few);
    }
    const QString pending =
        QStringLiteral("SELECT capture FROM search_again WHERE pending AND capture >= ? AND capture < ? "
                       "ORDER BY capture %1 LIMIT ?")
            .arg(order());
    QList<CaptureId> candidates;
    auto found = addEntries(asked, candidates, range);
    if (found)
        found = addCandidates(candidates, range, pending, {range.low, range.high});
    if (!found)
        return found;
    const qsizetype named = candidates.size();
    const bool many = named >= m_atOnce;
    const bool dense = many && range.high - range.low < 2 * named;
    m_toScan = m_scanLength = dense ? std::clamp(2 * m_scanLength, shortestScan, longestScan) : 0;
    candidates.removeIf([&](CaptureId id) {
        return id.number < range.low || id.number >= range.high || (many && isRuledOut(id));
    });
    m_inVain = many && 4 * candidates.size() < named;
    leave(range);
    const qsizetype before = m_page.rows.size();
    auto looked = lookAt(candidates);
    if (4 * (m_page.rows.size() - before) >= named)
        m_atOnce = fewCandidates;
    else if (many)
        m_atOnce = std::min(4 * m_atOnce, manyCandidates);
    return looked;
}

Result<void> CaptureSearch::addEntries(const AskedSegment& asked, QList<CaptureId>& candidates, Range& range)
{
    if (asked.question.kind == IndexQuestion::Kind::None)
        return {};
    const QString entries =
        QStringLiteral("SELECT rowid >> %1 FROM %2 WHERE %2 MATCH ? AND rowid >= ? AND rowid < ? "
                       "ORDER BY rowid %3 LIMIT ?")
            .arg(indexRevisionBits)
            .arg(asked.segment.table(), order());
    return addCandidates(
        candidates, range, entries,
        {asked.question.text, range.low << indexRevisionBits, range.high << indexRevisionBits});
}

/// Where there are more than are taken at once, the range ends at the last one.
Result<void> CaptureSearch::addCandidates(QList<CaptureId>& candidates, Range& range, const QString& question,
                                          SqlValues values)
{
    const auto found = all(m_connection.askOnce(question, values << m_atOnce),
                           [](Rows& row) { return CaptureId{row.integer()}; });
    if (!found)
        return tl::unexpected(found.error());
    if (found->size() == m_atOnce && m_filter.oldestFirst)
        range.high = std::min(range.high, found->last().number + 1);
    else if (found->size() == m_atOnce)
        range.low = std::max(range.low, found->last().number);
    candidates += *found;
    return {};
}

Result<void> CaptureSearch::look(const QString& chosen, const SqlValues& values)
{
    const QString narrowed =
        m_narrowing.sql.isEmpty() ? QString() : QStringLiteral(" AND ") + m_narrowing.sql;
    const qint64 most = m_narrowing.exact && m_filter.limit > 0 ? m_filter.limit - m_page.rows.size() : -1;
    const CaptureChoice choice{chosen + narrowed, m_filter.oldestFirst, most};
    auto rows = m_connection.askOnce(scanOfCaptures(m_needs, choice), values + m_narrowing.values);
    return rows ? take(std::move(*rows)) : tl::unexpected(rows.error());
}

Result<void> CaptureSearch::take(Rows rows)
{
    while (!isFull() && rows.next()) {
        if (auto read = readScanned(rows, m_connection, m_needs, m_scanned); !read)
            return read;
        const QueriedCapture row(m_scanned.capture, m_scanned.parts, m_reading);
        const QueryVerdict verdict = m_narrowing.exact ? QueryVerdict::Yes : m_matcher.on(row);
        if (verdict == QueryVerdict::Yes)
            m_page.rows << m_scanned.capture.id;
        else if (verdict == QueryVerdict::Unknown)
            ++m_page.unreadable;
    }
    const auto failure = rows.failure();
    return failure ? Result<void>(tl::unexpected(*failure)) : Result<void>();
}

} // namespace hookworks
