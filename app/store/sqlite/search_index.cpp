// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/search_index.h"

#include "query/fields.h"
#include "store/index_text.h"
#include "store/packed.h"
#include "store/scanned_capture.h"

namespace hookworks {

namespace {

constexpr qint64 capturesInSegment = 200'000;
constexpr qint64 lastRevision =
    (1 << indexRevisionBits) - 1; ///< such a capture is looked at each time, for good

/// Of what the index says and how: another one is made anew.
constexpr qint64 indexFormat = 2;

constexpr const char* tooMany = "*"; ///< in place of a value; what cannot be unpacked says the same

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

Result<void> keepValue(SqlConnection& connection, IndexSegment& segment, QueryName field,
                       const FieldValue& value)
{
    const auto added = segment.known.add(field, value);
    if (added == KnownValues::Added::Nothing)
        return {};
    const QByteArray stored = added == KnownValues::Added::TooMany ? QByteArray(tooMany) : packed(value);
    return done(connection.run("INSERT INTO search_values (segment, field, value) VALUES (?, ?, ?)",
                               segment.number, infoOf(field).word, stored));
}

/// A row of search_values.
struct StoredValue
{
    qint64 segment;
    QString field;
    QByteArray value;
};

void take(const StoredValue& stored, KnownValues& known)
{
    const auto field = queryFieldNamed(stored.field);
    const auto value = unpackedPieces(stored.value);
    if (field && value)
        known.add(field->name, *value);
    else if (field)
        known.setTooMany(field->name);
}

Result<void> readKnown(SqlConnection& connection, QList<IndexSegment>& segments)
{
    const auto stored = all(connection.ask("SELECT segment, field, value FROM search_values"), [](Rows& row) {
        const qint64 segment = row.integer();
        const QString field = row.text();
        return StoredValue{segment, field, row.bytes()};
    });
    if (!stored)
        return tl::unexpected(stored.error());
    for (const StoredValue& value : *stored) {
        const auto segment = std::ranges::find(segments, value.segment, &IndexSegment::number);
        if (segment != segments.end())
            take(value, segment->known);
    }
    return {};
}

Result<bool> hasTable(SqlConnection& connection, const QString& name)
{
    return first(connection.ask("SELECT 1 FROM sqlite_master WHERE name = ?", name),
                 [](Rows& row) { return row.integer(); })
        .map([](const std::optional<qint64>& found) { return found.has_value(); });
}

Result<QList<IndexSegment>> storedSegments(SqlConnection& connection)
{
    auto segments =
        all(connection.ask("SELECT number, first, last FROM search_segments ORDER BY number"), toSegment);
    const auto read = segments ? readKnown(connection, *segments) : Result<void>();
    return read ? segments : tl::unexpected(read.error());
}

/// Whether there is an index that was made as this program makes one.
Result<bool> isOurs(SqlConnection& connection)
{
    const auto made = hasTable(connection, QStringLiteral("search_made"));
    if (!made || !*made)
        return made;
    return first(connection.ask("SELECT format FROM search_made"), [](Rows& row) { return row.integer(); })
        .map([](const std::optional<qint64>& format) { return format == indexFormat; });
}

/// What the index is to hold of a capture; nothing where it cannot be told.
struct CaptureText
{
    qint64 id;
    std::optional<IndexedCapture> indexed;
};

/// `values` are those of the condition.
Result<QList<CaptureText>> captureTexts(SqlConnection& connection, const BodyReading& reading,
                                        const CaptureChoice& choice, const SqlValues& values)
{
    static const CaptureNeeds needs = CaptureNeeds::everything();
    ScannedCapture scanned;
    const auto toText = [&](Rows& row) {
        return readScanned(row, connection, needs, scanned).map([&] {
            return CaptureText{scanned.capture.id.number, indexed(scanned.capture, scanned.parts, reading)};
        });
    };
    return flattened(all(connection.askOnce(scanOfCaptures(needs, choice), values), toText));
}

} // namespace

Result<QList<IndexSegment>> indexSegments(SqlConnection& connection)
{
    const auto ours = isOurs(connection);
    return ours && *ours ? storedSegments(connection) : ours.map([](bool) { return QList<IndexSegment>(); });
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
        QStringLiteral("CREATE TABLE IF NOT EXISTS search_values (segment INTEGER NOT NULL, field TEXT NOT "
                       "NULL, value BLOB NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE IF NOT EXISTS search_traits (stretch INTEGER PRIMARY KEY, traits BLOB NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS search_made (format INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS search_pending ON search_again (capture) WHERE pending"),
        QStringLiteral("COMMIT")};
    const auto made = runAll(connection, tables);
    if (!made)
        (void)connection.execute(QStringLiteral("ROLLBACK"));
    const auto ours = isOurs(connection);
    const auto segments = storedSegments(connection);
    m_isOpen = made && ours && segments && m_traits.load(connection);
    m_isOld = !ours.value_or(false);
    m_segments = segments.value_or(QList<IndexSegment>());
    m_last = m_segments.isEmpty() ? 0 : m_segments.last().last;
}

Result<void> SearchIndex::noteChanged(SqlConnection& connection, const QSet<CaptureId>& captures,
                                      const QSet<CaptureId>& removed)
{
    m_due = m_due || !captures.isEmpty();
    if (!m_isOpen)
        return {};
    if (auto noted = m_traits.noteChanged(connection, captures); !noted)
        return noted;
    for (const CaptureId capture : captures) {
        if (capture.number > m_last || removed.contains(capture))
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
    statements << QStringLiteral("DELETE FROM search_segments") << QStringLiteral("DELETE FROM search_values")
               << QStringLiteral("DELETE FROM search_again") << QStringLiteral("DELETE FROM search_traits")
               << QStringLiteral("DELETE FROM search_made")
               << QStringLiteral("INSERT INTO search_made (format) VALUES (%1)").arg(indexFormat)
               << QStringLiteral("COMMIT");
    const auto forgotten = m_isOpen ? runAll(connection, statements) : Result<void>();
    if (!forgotten) {
        (void)connection.execute(QStringLiteral("ROLLBACK"));
        return forgotten;
    }
    m_segments.clear();
    m_traits = {};
    m_last = 0;
    m_isOld = false;
    m_due = true;
    return {};
}

void SearchIndex::step(SqlConnection& connection, const BodyReading& reading, int rows)
{
    const QList<IndexSegment> segments = m_segments;
    const qint64 last = m_last;
    const auto more =
        m_isOld ? forget(connection).map([] { return true; }) : inTransaction(connection, reading, rows);
    m_due = more.value_or(false);
    if (more)
        return;
    (void)connection.execute(QStringLiteral("ROLLBACK"));
    m_entries.clear();
    m_segments = segments;
    m_last = last;
    m_isOpen = m_traits.load(connection).has_value();
}

Result<bool> SearchIndex::inTransaction(SqlConnection& connection, const BodyReading& reading, int rows)
{
    if (auto begun = connection.run("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    const auto more = fill(connection, reading, rows);
    const auto committed = more ? connection.run("COMMIT") : more.map([](bool) { return 0; });
    return committed ? more : tl::unexpected(committed.error());
}

Result<bool> SearchIndex::fill(SqlConnection& connection, const BodyReading& reading, int rows)
{
    if (auto dropped = dropGone(connection); !dropped)
        return tl::unexpected(dropped.error());
    const auto again = addAgain(connection, reading, rows);
    if (!again || *again == rows)
        return again.map([](int) { return true; });
    const auto added = addNew(connection, reading, rows);
    if (!added || *added == rows)
        return added.map([](int) { return true; });
    return m_traits.fill(connection, reading, rows, m_oldest, m_last);
}

Result<int> SearchIndex::addNew(SqlConnection& connection, const BodyReading& reading, int rows)
{
    const auto found = captureTexts(connection, reading, {QStringLiteral("id > ?"), true, rows}, {m_last});
    if (!found)
        return tl::unexpected(found.error());
    for (const auto& [id, indexed] : *found) {
        const bool full = m_segments.isEmpty() || id - m_segments.last().first >= capturesInSegment;
        if (auto made = full ? openSegment(connection, id) : Result<void>(); !made)
            return tl::unexpected(made.error());
        if (auto added = add(connection, m_segments.last(), id, indexed, 0); !added)
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
            const auto added =
                add(connection, *segment, capture, found->first().indexed, revision + 1).and_then([&] {
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

Result<void> SearchIndex::add(SqlConnection& connection, IndexSegment& segment, qint64 id,
                              const std::optional<IndexedCapture>& indexed, qint64 revision)
{
    if (!indexed || revision == lastRevision)
        return done(connection.run(
            "INSERT OR REPLACE INTO search_again (capture, revision, pending) VALUES (?, ?, 1)", id,
            lastRevision));
    m_entries.append({(id << indexRevisionBits) | revision, indexed->text});
    for (const auto& [field, value] : indexed->values) {
        if (auto kept = keepValue(connection, segment, field, value); !kept)
            return kept;
    }
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
    const IndexSegment segment{number, first, first, {}};
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
    m_oldest = oldest->value_or(m_last + 1);
    while (!m_segments.isEmpty() && m_segments.first().last < m_oldest) {
        const IndexSegment gone = m_segments.takeFirst();
        auto dropped = connection.execute(QStringLiteral("DROP TABLE ") + gone.table());
        if (!dropped)
            return dropped;
        if (auto forgotten = connection.run("DELETE FROM search_again WHERE capture <= ?", gone.last);
            !forgotten)
            return done(forgotten);
        auto deleted =
            connection.run("DELETE FROM search_values WHERE segment = ?", gone.number).and_then([&](int) {
                return connection.run("DELETE FROM search_segments WHERE number = ?", gone.number);
            });
        if (!deleted)
            return done(deleted);
    }
    return {};
}

} // namespace hookworks
