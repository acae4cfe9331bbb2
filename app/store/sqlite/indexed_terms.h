// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ruled_out.h"
#include "store/sqlite/search_index.h"

namespace hookworks {

/// Which captures lack what a term asks for, as the search index has it; of heads and bodies, which do not
/// change. Keeps what it found of the segment that was asked about last.
class IndexedTerms
{
public:
    /// `segments`: see indexSegments().
    IndexedTerms(SqlConnection& connection, const QList<IndexSegment>& segments);
    /// Those of a stretch; nullopt: the index cannot tell, or so many have it that it is not worth while.
    std::optional<QBitArray> lacking(const QueryTerm& term, qint64 stretch);

private:
    using Found = std::optional<QList<qint64>>; ///< nullopt: too many

    const Found& havingOf(const IndexSegment& segment, const QString& question);
    Found ask(const QString& question, const SqlValues& values);

    SqlConnection& m_connection;
    QList<IndexSegment> m_segments;
    qint64 m_segment = 0;         ///< that the rest is of
    QHash<QString, Found> m_have; ///< captures, by the question to FTS5, in order
    Found m_changed;              ///< what the index does not say the last of
};

} // namespace hookworks
