// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "query/queried_capture.h"
#include "store/known_values.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/trait_index.h"

#include <QSet>

namespace hookworks {

struct IndexedCapture;

/// What the names of its tables and indexes begin with, and those of nothing in the schema.
constexpr QLatin1String searchIndexPrefix("search_");

/// A part of the search index: of the captures from `first` up to `last`. Parts go with their captures.
struct IndexSegment
{
    qint64 number = 0;
    qint64 first = 1;
    qint64 last = 0;
    KnownValues known = {};
    bool operator==(const IndexSegment&) const = default;

    QString table() const { return QStringLiteral("search_%1").arg(number); }
};

/// The row of a capture's entry: one that changed after it was indexed gets another entry, and the old one
/// stays.
constexpr int indexRevisionBits = 3;

/// Oldest first; none where a workspace has no index that this program can use.
Result<QList<IndexSegment>> indexSegments(SqlConnection& connection);

/// Fills the search index of captures; on the thread that writes. It holds nothing that the captures do not,
/// belongs to no version of the schema, and can be deleted at any time: what is not in it is scanned. Where
/// SQLite cannot make it, there is none.
class SearchIndex
{
public:
    void open(SqlConnection& connection);

    /// Part of the transaction in which they changed. The entries of those that were removed may stay.
    Result<void> noteChanged(SqlConnection& connection, const QSet<CaptureId>& captures,
                             const QSet<CaptureId>& removed);
    /// Takes the whole index away, to be made anew: what was overwritten in the captures must not stay in it.
    Result<void> forget(SqlConnection& connection);
    /// There may be something to do.
    bool isDue() const { return m_isOpen && m_due; }
    /// Goes on by at most `rows` captures, in a transaction of its own. After a failure it rests until the
    /// next change.
    void step(SqlConnection& connection, const BodyReading& reading, int rows);

private:
    Result<bool> inTransaction(SqlConnection& connection, const BodyReading& reading, int rows);
    Result<bool> fill(SqlConnection& connection, const BodyReading& reading, int rows);
    Result<int> addNew(SqlConnection& connection, const BodyReading& reading, int rows);
    Result<int> addAgain(SqlConnection& connection, const BodyReading& reading, int rows);
    Result<void> add(SqlConnection& connection, IndexSegment& segment, qint64 capture,
                     const std::optional<IndexedCapture>& indexed, qint64 revision);
    Result<void> flush(SqlConnection& connection, const IndexSegment& segment);
    Result<void> openSegment(SqlConnection& connection, qint64 first);
    Result<void> dropGone(SqlConnection& connection);

    QList<IndexSegment> m_segments;
    QList<SqlValues> m_entries; ///< that are not written yet
    TraitIndex m_traits;        ///< of those that were indexed
    qint64 m_oldest = 1;        ///< of all captures
    qint64 m_last = 0;          ///< the newest capture that was indexed
    bool m_isOpen = false;
    bool m_isOld = false; ///< it was made in another form, or not yet
    bool m_due = true;
};

} // namespace hookworks
