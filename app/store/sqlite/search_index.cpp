// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/search_index.h"

#include "store/index_text.h"
#include "store/scanned_capture.h"

namespace hookworks {

namespace {

constexpr qint64 capturesInSegment = 200'000;
constexpr qint64 lastRevision =
    (1 << indexRevisionBits) - 1; ///< such a capture is looked at each time, for good

IndexSegment toSegment(Rows& row)
{
    IndexSegment segment;
    segment.number = row.integer();
    segment.first = row.integer();
    segment.last = row.integer();
    return segment;
}

Result<void> runAll(SqlConnection& connection, const QStringList& statements)
{
    for (const QString& statement : statements) {
        if (auto run = connection.execute(statement); !run)
            return run;
    }
    return {};
}

Result<void> noteAgain(SqlConnection& connection, qint64 capture)
{
    return done(connection.run("INSERT INTO search_again (capture, revision, pending) VALUES (?, 0, 1) ON "
                               "CONFLICT (capture) DO UPDATE SET pending = 1",
                               capture));
}

/// What the index holds of a capture; see indexText().
struct CaptureText
{
    qint64 id;
    std::optional<QString> text;
};

/// `values` are those of the condition.
Result<QList<CaptureText>> captureTexts(SqlConnection& connection, const BodyReading& reading,
                                        const CaptureChoice& choice, const QVariantList& values)
{
    static const CaptureNeeds needs = CaptureNeeds::everything();
    ScannedCapture scanned;
    const auto toText = [&](Rows& row) {
        return readScanned(row, connection, needs, scanned).map([&] {
            return CaptureText{scanned.capture.id.number, indexText(scanned.capture, scanned.parts, reading)};
        });
    };
    return flattened(all(connection.askOnce(scanOfCaptures(needs, choice), values), toText));
}

} // namespace

Result<QList<IndexSegment>> indexSegments(SqlConnection& connection)
{
    const auto made = first(connection.ask("SELECT 1 FROM sqlite_master WHERE name = 'search_segments'"),
                            [](Rows& row) { return row.integer(); });
    if (!made)
        return tl::unexpected(made.error());
    if (!*made)
        return QList<IndexSegment>();
    return all(connection.ask("SELECT number, first, last FROM search_segments ORDER BY number"), toSegment);
}

void SearchIndex::open(SqlConnection& connection)
{
    const QStringList tables{
        QStringLiteral("BEGIN IMMEDIATE"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS search_segments (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, "
            "last INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS search_again (capture INTEGER PRIMARY KEY, revision "
                       "INTEGER NOT NULL, "
                       "pending INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS search_pending ON search_again (capture) WHERE pending"),
        QStringLiteral("COMMIT")};
    const auto made = runAll(connection, tables);
    if (!made)
        (void)connection.execute(QStringLiteral("ROLLBACK"));
    const auto segments = indexSegments(connection);
    m_isOpen = made && segments;
    m_segments = segments.value_or(QList<IndexSegment>());
    m_last = m_segments.isEmpty() ? 0 : m_segments.last().last;
}

Result<void> SearchIndex::noteChanged(SqlConnection& connection, const QSet<CaptureId>& captures,
                                      const QSet<CaptureId>& removed)
{
    m_due = m_due || !captures.isEmpty();
    for (const CaptureId capture : captures) {
        if (!m_isOpen || capture.number > m_last || removed.contains(capture))
            continue;
        if (auto noted = noteAgain(connection, capture.number); !noted)
            return noted;
    }
    return {};
}

Result<void> SearchIndex::forget(SqlConnection& connection)
{
    QStringList statements{QStringLiteral("BEGIN IMMEDIATE")};
    for (const IndexSegment& segment : std::as_const(m_segments))
        statements << QStringLiteral("DROP TABLE ") + segment.table();
    statements << QStringLiteral("DELETE FROM search_segments") << QStringLiteral("DELETE FROM search_again")
               << QStringLiteral("COMMIT");
    const auto forgotten = m_isOpen ? runAll(connection, statements) : Result<void>();
    if (!forgotten) {
        (void)connection.execute(QStringLiteral("ROLLBACK"));
        return forgotten;
    }
    m_segments.clear();
    m_last = 0;
    m_due = true;
    return {};
}

void SearchIndex::step(SqlConnection& connection, const BodyReading& reading, int rows)
{
    const QList<IndexSegment> segments = m_segments;
    const qint64 last = m_last;
    auto more = Result<bool>(false);
    if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun)
        more = tl::unexpected(begun.error());
    else
        more = fill(connection, reading, rows);
    if (more) {
        if (auto committed = connection.run("COMMIT"); !committed)
            more = tl::unexpected(committed.error());
    }
    m_due = more.value_or(false);
    if (more)
        return;
    (void)connection.execute(QStringLiteral("ROLLBACK"));
    m_entries.clear();
    m_segments = segments;
    m_last = last;
}

Result<bool> SearchIndex::fill(SqlConnection& connection, const BodyReading& reading, int rows)
{
    if (auto dropped = dropGone(connection); !dropped)
        return tl::unexpected(dropped.error());
    const auto again = addAgain(connection, reading, rows);
    if (!again || *again == rows)
        return again.map([](int) { return true; });
    return addNew(connection, reading, rows).map([rows](int added) { return added == rows; });
}

Result<int> SearchIndex::addNew(SqlConnection& connection, const BodyReading& reading, int rows)
{
    const auto found = captureTexts(connection, reading, {QStringLiteral("id > ?"), true, rows}, {m_last});
    if (!found)
        return tl::unexpected(found.error());
    for (const auto& [id, text] : *found) {
        const bool full = m_segments.isEmpty() || id - m_segments.last().first >= capturesInSegment;
        if (auto made = full ? openSegment(connection, id) : Result<void>(); !made)
            return tl::unexpected(made.error());
        if (auto added = add(connection, id, text, 0); !added)
            return tl::unexpected(added.error());
        m_last = m_segments.last().last = id;
    }
    if (found->isEmpty())
        return 0;
    if (auto written = flush(connection, m_segments.last()); !written)
        return tl::unexpected(written.error());
    return connection
        .run("UPDATE search_segments SET last = ? WHERE number = ?", m_last, m_segments.last().number)
        .map([&](int) { return static_cast<int>(found->size()); });
}

/// Entries of captures that changed: another one beside the old, which does no harm.
Result<int> SearchIndex::addAgain(SqlConnection& connection, const BodyReading& reading, int rows)
{
    const auto changed =
        all(connection.ask("SELECT capture, revision FROM search_again WHERE pending AND revision < ? "
                           "LIMIT ?",
                           lastRevision, rows),
            [](Rows& row) {
                const qint64 capture = row.integer();
                return std::pair(capture, row.integer());
            });
    if (!changed)
        return tl::unexpected(changed.error());
    for (const auto& [capture, revision] : *changed) {
        const auto found = captureTexts(connection, reading, {QStringLiteral("id = ?")}, {capture});
        if (!found)
            return tl::unexpected(found.error());
        auto noted = connection.run("UPDATE search_again SET revision = ?, pending = 0 WHERE capture = ?",
                                    revision + 1, capture);
        const auto segment = std::ranges::find_if(m_segments, [id = capture](const IndexSegment& one) {
            return id >= one.first && id <= one.last;
        });
        if (noted && !found->isEmpty() && segment != m_segments.end()) {
            const auto added = add(connection, capture, found->first().text, revision + 1).and_then([&] {
                return flush(connection, *segment);
            });
            if (!added)
                return tl::unexpected(added.error());
        }
        if (!noted)
            return noted;
    }
    return static_cast<int>(changed->size());
}

Result<void> SearchIndex::add(SqlConnection& connection, qint64 id, const std::optional<QString>& text,
                              qint64 revision)
{
    if (!text || revision == lastRevision)
        return done(connection.run(
            "INSERT OR REPLACE INTO search_again (capture, revision, pending) VALUES (?, ?, 1)", id,
            lastRevision));
    m_entries.append({(id << indexRevisionBits) | revision, *text});
    return {};
}

Result<void> SearchIndex::flush(SqlConnection& connection, const IndexSegment& segment)
{
    return connection.runForEach(
        QStringLiteral("INSERT INTO %1 (rowid, t) VALUES (?, ?)").arg(segment.table()),
        std::exchange(m_entries, {}));
}

Result<void> SearchIndex::openSegment(SqlConnection& connection, qint64 first)
{
    if (!m_segments.isEmpty()) {
        const IndexSegment& before = m_segments.last();
        const auto closed = flush(connection, before).and_then([&] {
            return done(connection.run("UPDATE search_segments SET last = ? WHERE number = ?", before.last,
                                       before.number));
        });
        if (!closed)
            return closed;
    }
    const qint64 number = m_segments.isEmpty() ? 1 : m_segments.last().number + 1;
    const IndexSegment segment{number, first, first};
    auto made = connection.execute(
        QStringLiteral("CREATE VIRTUAL TABLE %1 USING fts5(t, tokenize='trigram', content='', "
                       "detail=none, columnsize=0)")
            .arg(segment.table()));
    if (!made)
        return made;
    m_segments << segment;
    return done(connection.run("INSERT INTO search_segments (number, first, last) VALUES (?, ?, ?)", number,
                               first, first));
}

/// Segments whose captures are all gone: the oldest go first, by the quota, and all where everything is
/// removed.
Result<void> SearchIndex::dropGone(SqlConnection& connection)
{
    const auto oldest = first(connection.ask("SELECT id FROM captures ORDER BY id LIMIT 1"),
                              [](Rows& row) { return row.integer(); });
    if (!oldest)
        return tl::unexpected(oldest.error());
    while (!m_segments.isEmpty() && m_segments.first().last < oldest->value_or(m_last + 1)) {
        const IndexSegment gone = m_segments.takeFirst();
        auto dropped = connection.execute(QStringLiteral("DROP TABLE ") + gone.table());
        if (!dropped)
            return dropped;
        if (auto forgotten = connection.run("DELETE FROM search_again WHERE capture <= ?", gone.last);
            !forgotten)
            return done(forgotten);
        if (auto deleted = connection.run("DELETE FROM search_segments WHERE number = ?", gone.number);
            !deleted)
            return done(deleted);
    }
    return {};
}

} // namespace hookworks
