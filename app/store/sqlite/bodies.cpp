// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/bodies.h"

#include "store/ledger.h"
#include "store/sqlite/connection.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

constexpr int offsetBits = 36;

qint64 chunkKey(qint64 body, qint64 offset)
{
    return (body << offsetBits) | offset;
}

tl::unexpected<Error> noBody()
{
    return fail(ErrorCode::NotFound, QCoreApplication::translate("hookworks", "There is no such body."));
}

Result<QByteArray> incomplete()
{
    return fail(ErrorCode::Damaged,
                QCoreApplication::translate("hookworks",
                                            "The workspace is damaged: a stored body is not complete. "
                                            "Nothing was changed; restore it from a copy."));
}

} // namespace

Result<BodyId> newBody(SqlConnection& connection, Ledger& ledger)
{
    const BodyId id{ledger.next(Ledger::Kind::Body)};
    return connection.run("INSERT INTO bodies (id, bytes, kept) VALUES (?, 0, 0)", id.number).map([&](int) {
        return id;
    });
}

Result<void> appendToBody(SqlConnection& connection, BodyId id, QByteArrayView piece)
{
    const auto before = bodySize(connection, id);
    if (!before)
        return tl::unexpected(before.error());
    for (qint64 done = 0; done < piece.size(); done += longestChunk) {
        const QByteArray chunk = piece.sliced(done, qMin(longestChunk, piece.size() - done)).toByteArray();
        auto written = connection.run("INSERT INTO body_chunks (key, data) VALUES (?, ?)",
                                      chunkKey(id.number, *before + done), chunk);
        if (!written)
            return tl::unexpected(written.error());
    }
    return done(connection.run("UPDATE bodies SET bytes = ? WHERE id = ?", *before + qint64(piece.size()),
                               id.number));
}

Result<void> keepBody(SqlConnection& connection, BodyId id)
{
    const auto kept = connection.run("UPDATE bodies SET kept = kept + 1 WHERE id = ?", id.number);
    if (kept && *kept == 0)
        return noBody();
    return done(kept);
}

Result<qint64> releaseBody(SqlConnection& connection, BodyId id)
{
    auto size = bodySize(connection, id);
    if (!size)
        return size;
    const auto shared =
        connection.run("UPDATE bodies SET kept = kept - 1 WHERE id = ? AND kept > 1", id.number);
    if (!shared)
        return tl::unexpected(shared.error());
    if (*shared > 0)
        return 0;
    return deleteBody(connection, id).map([&] { return *size; });
}

Result<void> deleteBody(SqlConnection& connection, BodyId id)
{
    auto chunks = connection.run("DELETE FROM body_chunks WHERE key >= ? AND key < ?", chunkKey(id.number, 0),
                                 chunkKey(id.number + 1, 0));
    if (!chunks)
        return tl::unexpected(chunks.error());
    return done(connection.run("DELETE FROM bodies WHERE id = ?", id.number));
}

Result<void> deleteLooseBodies(SqlConnection& connection)
{
    const auto loose = all(connection.ask("SELECT id FROM bodies WHERE kept = 0"),
                           [](Rows& row) { return BodyId{row.integer()}; });
    if (!loose)
        return tl::unexpected(loose.error());
    for (const BodyId id : *loose) {
        if (auto deleted = deleteBody(connection, id); !deleted)
            return deleted;
    }
    return {};
}

Result<StoredBody> storeBody(SqlConnection& connection, Ledger& ledger, const QByteArray& bytes)
{
    if (bytes.size() <= longestInlineBody)
        return StoredBody{bytes, std::nullopt};
    const auto id = newBody(connection, ledger);
    if (!id)
        return tl::unexpected(id.error());
    return appendToBody(connection, *id, bytes).and_then([&] { return keepBody(connection, *id); }).map([&] {
        return StoredBody{QByteArray(), id->number};
    });
}

Result<QByteArray> loadBody(SqlConnection& connection, const StoredBody& stored)
{
    if (!stored.body)
        return stored.bytes;
    const auto size = bodySize(connection, BodyId{*stored.body});
    if (!size)
        return size.error().code == ErrorCode::NotFound ? incomplete() : tl::unexpected(size.error());
    auto body = loadBodyPart(connection, stored, 0, *size);
    return body && body->size() != *size ? incomplete() : body;
}

Result<QByteArray> loadBodyPart(SqlConnection& connection, const StoredBody& stored, qint64 offset,
                                qint64 length)
{
    offset = qMax<qint64>(offset, 0);
    if (!stored.body)
        return stored.bytes.mid(offset, length);
    const qint64 first = chunkKey(*stored.body, 0);
    auto rows = connection.ask("SELECT key, data FROM body_chunks WHERE key >= (SELECT max(key) FROM "
                               "body_chunks WHERE key BETWEEN ? AND ?) "
                               "AND key < ? ORDER BY key",
                               first, first + offset, first + offset + qMax<qint64>(length, 0));
    if (!rows)
        return tl::unexpected(rows.error());
    QByteArray part("");
    while (rows->next()) {
        const qint64 start = rows->integer() - first;
        part += rows->bytes().mid(qMax<qint64>(0, offset - start), length - part.size());
    }
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    return part;
}

Result<qint64> bodySize(SqlConnection& connection, BodyId id)
{
    auto size = first(connection.ask("SELECT bytes FROM bodies WHERE id = ?", id.number),
                      [](Rows& row) { return row.integer(); });
    if (!size)
        return tl::unexpected(size.error());
    if (!*size)
        return noBody();
    return **size;
}

} // namespace hookworks
