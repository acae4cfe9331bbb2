// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "store/queries.h"

namespace hookworks {

class SqlConnection;
class Ledger;

/// A body as a row holds it: in the row itself where it is short, else as the id of a body in chunks.
struct StoredBody
{
    QByteArray bytes;
    std::optional<qint64> body;
};

constexpr qint64 longestInlineBody = 8 * 1024;
constexpr qint64 longestChunk = 256 * 1024;

Result<BodyId> newBody(SqlConnection& connection, Ledger& ledger);
/// At the end, in chunks of at most longestChunk.
Result<void> appendToBody(SqlConnection& connection, BodyId id, QByteArrayView piece);
/// One more row refers to it from now on. NotFound where there is no such body.
Result<void> keepBody(SqlConnection& connection, BodyId id);
/// One row less; with the last it is deleted. Gives how many bytes went.
Result<qint64> releaseBody(SqlConnection& connection, BodyId id);
Result<void> deleteBody(SqlConnection& connection, BodyId id);
/// Those that no row ever took, of a program that ended before.
Result<void> deleteLooseBodies(SqlConnection& connection);

Result<StoredBody> storeBody(SqlConnection& connection, Ledger& ledger, const QByteArray& bytes);
Result<QByteArray> loadBody(SqlConnection& connection, const StoredBody& stored);
/// Reads only the chunks it needs.
Result<QByteArray> loadBodyPart(SqlConnection& connection, const StoredBody& stored, qint64 offset,
                                qint64 length);
Result<qint64> bodySize(SqlConnection& connection, BodyId id);

} // namespace hookworks
