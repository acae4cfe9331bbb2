// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/matcher.h"
#include "query/queried_capture.h"
#include "store/index_question.h"
#include "store/narrowing.h"
#include "store/queries.h"
#include "store/ruled_out.h"
#include "store/scan_pace.h"
#include "store/scanned_capture.h"
#include "store/sqlite/indexed_terms.h"

namespace hookworks {

/// One search through the captures, in the order of their ids: candidates from the index where a capture is
/// in it, whole windows of ids where not; each row decides for itself.
class CaptureSearch
{
public:
    CaptureSearch(SqlConnection& connection, const CaptureFilter& filter, const BodyReading& reading,
                  SearchTime time);
    Result<SearchPage<CaptureId, CaptureId>> run();

private:
    /// Ids from `low` up to, not with, `high`.
    struct Range
    {
        qint64 low = 0, high = 0;
        bool isEmpty() const { return low >= high; }
    };
    struct AskedSegment
    {
        IndexSegment segment;
        IndexQuestion question;
    };
    Result<void> begin();
    /// Of all that is left, what is looked at next; `scans`: past all segments.
    Range nextRange(const AskedSegment* asked, bool scans) const;
    Range windowOf(const Range& range) const;
    const AskedSegment* segmentAt(qint64 id) const;
    qint64 nextId() const { return m_filter.oldestFirst ? m_left.low : m_left.high - 1; }
    Result<void> lookThrough(const Range& range);
    std::optional<QList<CaptureId>> fewLeftIn(const Range& range);
    void addLeft(QList<CaptureId>& left, const Range& range);
    bool isRuledOut(CaptureId capture);
    const QBitArray& outOf(qint64 stretch);
    QBitArray ruledOutOf(qint64 stretch);
    Result<void> lookInIndex(const AskedSegment& asked);
    Result<void> addEntries(const AskedSegment& asked, QList<CaptureId>& candidates, Range& range);
    Result<void> addCandidates(QList<CaptureId>& candidates, Range& range, const QString& question,
                               SqlValues values);
    Result<void> lookAt(const QList<CaptureId>& captures);
    Result<void> look(const QString& chosen, const SqlValues& values);
    Result<void> take(Rows rows);
    QString order() const { return m_filter.oldestFirst ? QStringLiteral("ASC") : QStringLiteral("DESC"); }
    void leave(const Range& range);
    bool isFull() const { return m_filter.limit > 0 && m_page.rows.size() >= m_filter.limit; }

    SqlConnection& m_connection;
    const CaptureFilter& m_filter;
    const BodyReading& m_reading;
    QueryMatcher m_matcher;
    Narrowing m_narrowing;
    CaptureNeeds m_needs;
    ScannedCapture m_scanned;       ///< what is looked at
    QList<AskedSegment> m_segments; ///< in which the index helps
    RuledOut m_ruledOut;
    std::optional<IndexedTerms> m_terms;
    std::pair<qint64, QBitArray> m_out = {-1, {}}; ///< captures of a stretch that are ruled out
    qsizetype m_atOnce;                            ///< candidates that the index is asked for
    bool m_inVain = false;                         ///< nearly all that it named last were ruled out
    ScanPace m_pace;
    int m_scanLength = 0; ///< windows that were scanned after the index named nearly all; 0: it did not
    int m_toScan = 0;     ///< of these, windows that are left
    Range m_left;
    SearchPage<CaptureId, CaptureId> m_page;
};

} // namespace hookworks
