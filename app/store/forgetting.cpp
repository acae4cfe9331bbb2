// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/forgetting.h"

#include "store/ledger.h"
#include "store/removal.h"
#include "store/sqlite/connection.h"

namespace hookworks {

namespace {

constexpr int rowsAtOnce = 200;
constexpr int chunksAtOnce = 32;

/// A column that may hold a secret, and whether it is text.
struct Column
{
    const char* name;
    bool isText = false;
};

struct Table
{
    const char* name;
    const char* owner;     ///< the id of the delivery or the capture it belongs to
    const char* condition; ///< rows that are left alone do not meet it
    QList<Column> columns;
    qint64 Forgotten::*counted;
};

constexpr const char* isFinal = "state NOT IN ('waiting', 'sending', 'retrying', 'held')";
constexpr const char* isOfFinal =
    "delivery IN (SELECT id FROM deliveries WHERE state NOT IN ('waiting', 'sending', 'retrying', 'held'))";

const QList<Table>& tables()
{
    static const QList<Table> list{
        {"events", "id", "1", {{"payload"}}, &Forgotten::events},
        {"deliveries", "id", isFinal, {{"url", true}}, &Forgotten::urls},
        {"delivery_requests",
         "delivery",
         isOfFinal,
         {{"headers"}, {"body"}, {"exact_head"}},
         &Forgotten::requests},
        {"attempts",
         "delivery",
         "1",
         {{"error", true}, {"sent_head"}, {"response_head"}, {"response_headers"}, {"response_body"}},
         &Forgotten::attempts},
        {"captures",
         "id",
         "1",
         {{"problem", true},
          {"target"},
          {"head"},
          {"headers"},
          {"trailers"},
          {"response"},
          {"body"},
          {"wire_body"},
          {"forwarded_to", true},
          {"forward_error", true}},
         &Forgotten::captures},
        {"samples", "rowid", "1", {{"body"}}, &Forgotten::samples}};
    return list;
}

/// One row: its number, whose it is, and the columns.
struct StoredRow
{
    qint64 number = 0, owner = 0;
    QByteArrayList columns;
};

Result<QList<StoredRow>> rowsAfter(SqlConnection& connection, const Table& table, qint64 after)
{
    QStringList columns;
    for (const Column& column : table.columns)
        columns << QStringLiteral("CAST(%1 AS BLOB)").arg(QLatin1String(column.name));
    const QString sql =
        QStringLiteral("SELECT rowid, %1, %2 FROM %3 WHERE rowid > ? AND %4 ORDER BY rowid LIMIT %5")
            .arg(QLatin1String(table.owner), columns.join(QStringLiteral(", ")), QLatin1String(table.name),
                 QLatin1String(table.condition))
            .arg(rowsAtOnce);
    return all(connection.askOnce(sql, {after}), [&](Rows& row) {
        StoredRow stored;
        stored.number = row.integer();
        stored.owner = row.integer();
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            stored.columns << row.bytes();
        return stored;
    });
}

Result<void> putRow(SqlConnection& connection, const Table& table, const StoredRow& row)
{
    QStringList columns;
    SqlValues values;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        columns << QStringLiteral("%1 = CAST(? AS %2)")
                       .arg(QLatin1String(table.columns[i].name),
                            table.columns[i].isText ? QStringLiteral("TEXT") : QStringLiteral("BLOB"));
        values << row.columns[i];
    }
    return connection.runForEach(QStringLiteral("UPDATE %1 SET %2 WHERE rowid = ?")
                                     .arg(QLatin1String(table.name), columns.join(QStringLiteral(", "))),
                                 {values << row.number});
}

void tellChanged(Ledger& ledger, const Table& table, qint64 owner)
{
    if (table.counted == &Forgotten::events)
        ledger.changes().events.insert(EventId{owner});
    else if (table.counted == &Forgotten::samples)
        ledger.changes().samples = true;
    else if (table.counted == &Forgotten::captures)
        ledger.changes().captures.insert(CaptureId{owner});
    else
        ledger.changes().deliveries.insert(DeliveryId{owner});
}

Result<ForgetPortion> forgetInRows(SqlConnection& connection, Ledger& ledger, const SecretWritings& secrets,
                                   const ForgetPlace& place)
{
    const Table& table = tables()[place.table];
    auto rows = rowsAfter(connection, table, place.after);
    if (!rows)
        return tl::unexpected(rows.error());
    ForgetPortion portion{place, {}};
    for (StoredRow& row : *rows) {
        portion.next.after = row.number;
        bool found = false;
        for (QByteArray& column : row.columns)
            found = secrets.overwriteIn(column) || found;
        if (!found)
            continue;
        if (auto put = putRow(connection, table, row); !put)
            return tl::unexpected(put.error());
        tellChanged(ledger, table, row.owner);
        ++(portion.forgotten.*table.counted);
    }
    if (rows->size() < rowsAtOnce)
        portion.next = {place.table + 1};
    return portion;
}

struct Chunk
{
    qint64 key = 0;
    QByteArray data;
    bool changed = false;
};

/// What stands across the border of two chunks of one body.
void overwriteAcross(const SecretWritings& secrets, Chunk& left, Chunk& right)
{
    const bool isNext = left.key + left.data.size() == right.key;
    const qsizetype fromLeft = qMin(secrets.longest() - 1, left.data.size());
    const qsizetype fromRight = qMin(secrets.longest() - 1, right.data.size());
    QByteArray border = left.data.last(fromLeft) + right.data.first(fromRight);
    if (!isNext || !secrets.overwriteIn(border))
        return;
    left.data.replace(left.data.size() - fromLeft, fromLeft, border.first(fromLeft));
    right.data.replace(0, fromRight, border.last(fromRight));
    left.changed = right.changed = true;
}

/// The last chunk of a portion is the first of the next one.
Result<ForgetPortion> forgetInChunks(SqlConnection& connection, const SecretWritings& secrets,
                                     const ForgetPlace& place)
{
    auto chunks = all(connection.ask("SELECT key, data FROM body_chunks WHERE key >= ? ORDER BY key LIMIT ?",
                                     place.after, chunksAtOnce),
                      [](Rows& row) {
                          const qint64 key = row.integer();
                          return Chunk{key, row.bytes()};
                      });
    if (!chunks)
        return tl::unexpected(chunks.error());
    for (qsizetype i = 0; i < chunks->size(); ++i) {
        Chunk& chunk = (*chunks)[i];
        chunk.changed = secrets.overwriteIn(chunk.data);
        if (i > 0)
            overwriteAcross(secrets, (*chunks)[i - 1], chunk);
    }
    ForgetPortion portion{place, {}};
    for (const Chunk& chunk : std::as_const(*chunks)) {
        portion.next.after = chunk.key;
        if (!chunk.changed)
            continue;
        if (auto put = connection.run("UPDATE body_chunks SET data = ? WHERE key = ?", chunk.data, chunk.key);
            !put)
            return tl::unexpected(put.error());
        ++portion.forgotten.bodyPieces;
    }
    portion.next.isEnd = chunks->size() < chunksAtOnce;
    return portion;
}

} // namespace

Forgotten& Forgotten::operator+=(const Forgotten& more)
{
    events += more.events;
    urls += more.urls;
    requests += more.requests;
    attempts += more.attempts;
    captures += more.captures;
    samples += more.samples;
    bodyPieces += more.bodyPieces;
    return *this;
}

Result<ForgetPortion> forgetPortion(SqlConnection& connection, Ledger& ledger, const SecretWritings& secrets,
                                    const ForgetPlace& place)
{
    if (place == ForgetPlace()) {
        const auto some = letSomeGo(connection);
        if (!some)
            return tl::unexpected(some.error());
        if (*some)
            return ForgetPortion{place, {}};
    }
    ledger.answers() = RecentAnswers();
    auto portion = place.table < tables().size() ? forgetInRows(connection, ledger, secrets, place)
                                                 : forgetInChunks(connection, secrets, place);
    if (portion && portion->next.isEnd)
        ledger.writeAnewAfterwards();
    return portion;
}

} // namespace hookworks
