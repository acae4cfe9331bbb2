// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/ledger.h"
#include "store/packed.h"
#include "store/quota.h"
#include "store/rows.h"
#include "store/value_text.h"
#include "store/writer.h"

namespace hookworks {

namespace {

QString named(CaptureId id)
{
    return QStringLiteral("capture ") + id.toString();
}

/// Nothing where the head says the same.
QByteArray storedHeaders(const Capture& capture)
{
    return capture.valid && hasFields(capture.head, capture.headers) ? QByteArray("")
                                                                     : packed(capture.headers);
}

Result<void> insertCapture(SqlConnection& connection, CaptureId id, const Capture& capture,
                           qint64 storedBytes, const StoredBody& body, const StoredBody& wireBody)
{
    const CaptureTimings& t = capture.timings;
    return done(connection.run(
        "INSERT INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?)",
        id, capture.listener, capture.receivedAt, capture.local, capture.remote, capture.connection,
        capture.exchange, packed(capture.tls), capture.valid, capture.problem, capture.problemOffset,
        capture.method, capture.target, capture.version, capture.bodyBytes, capture.wireBytes, capture.rule,
        capture.responseStatus, capture.fault, t.accept, t.read, t.think, t.write, capture.delivery,
        capture.attemptNumber, capture.forwardedTo, capture.forwardError, storedBytes, capture.head,
        storedHeaders(capture), packed(capture.trailers), capture.response, body.bytes, body.body,
        wireBody.bytes, wireBody.body, packed(capture.forwarding)));
}

/// A body that was written before; none is an empty one.
Result<qint64> looseSize(SqlConnection& connection, BodyId id)
{
    return id ? bodySize(connection, id) : Result<qint64>(0);
}

Result<StoredBody> kept(SqlConnection& connection, BodyId id)
{
    if (!id)
        return StoredBody{QByteArray(), std::nullopt};
    return keepBody(connection, id).map([&] { return StoredBody{QByteArray(), id.number}; });
}

} // namespace

Result<CaptureId> Writer::addCapture(const Capture& capture)
{
    const auto bodyBytes = qint64(capture.body.size() + capture.wireBody.size());
    if (!capture.id) {
        if (auto room = checkRoom(*m_ledger, capture.head.size() + bodyBytes, 0); !room)
            return tl::unexpected(room.error());
    }
    const auto body = storeBody(connection(), *m_ledger, capture.body);
    if (!body)
        return tl::unexpected(body.error());
    const auto wireBody = storeBody(connection(), *m_ledger, capture.wireBody);
    if (!wireBody)
        return tl::unexpected(wireBody.error());
    return addCaptureRow(capture, *body, *wireBody, bodyBytes);
}

Result<CaptureId> Writer::addCapture(const Capture& capture, BodyId body, BodyId wire)
{
    const auto size = looseSize(connection(), body);
    const auto wireSize = looseSize(connection(), wire);
    if (!size || !wireSize)
        return tl::unexpected(size ? wireSize.error() : size.error());
    const qint64 bytes = *size + *wireSize;
    if (auto room = checkRoom(*m_ledger, capture.head.size() + bytes, bytes); !room)
        return tl::unexpected(room.error());
    const auto stored = kept(connection(), body);
    const auto storedWire = kept(connection(), wire);
    if (!stored || !storedWire)
        return tl::unexpected(stored ? storedWire.error() : stored.error());
    m_ledger->looseAdded(-bytes);
    return addCaptureRow(capture, *stored, *storedWire, bytes);
}

Result<CaptureId> Writer::addCaptureRow(const Capture& capture, const StoredBody& body,
                                        const StoredBody& wireBody, qint64 bodyBytes)
{
    CaptureId id = capture.id;
    if (id)
        m_ledger->seen(Ledger::Kind::Capture, id.number);
    else
        id = CaptureId{m_ledger->next(Ledger::Kind::Capture)};
    const qint64 storedBytes = capture.head.size() + bodyBytes;
    if (auto added = insertCapture(connection(), id, capture, storedBytes, body, wireBody); !added)
        return tl::unexpected(added.error());
    m_ledger->changes().captures.insert(id);
    m_ledger->capturesAdded(1, storedBytes);
    if (!capture.delivery)
        m_ledger->recent().captured(id, capture.remote, capture.exchange);
    auto attempt = capture.delivery ? std::optional(AttemptKey{*capture.delivery, capture.attemptNumber})
                                    : Result<std::optional<AttemptKey>>(attemptBehind(capture));
    if (!attempt)
        return tl::unexpected(attempt.error());
    if (!*attempt)
        return id;
    return tie(**attempt, id).map([&] { return id; });
}

Result<void> Writer::captureAnswered(CaptureId id, const CaptureAnswer& answer)
{
    m_ledger->changes().captures.insert(id);
    const auto rows =
        connection().run("UPDATE captures SET response_status = ?, response = ?, fault = ?, "
                         "accept = ?, read = ?, think = ?, write = ?, "
                         "forwarded_to = ?, forward_error = ?, forwarding = ? WHERE id = ?",
                         answer.responseStatus, answer.response, answer.fault, answer.timings.accept,
                         answer.timings.read, answer.timings.think, answer.timings.write, answer.forwardedTo,
                         answer.forwardError, packed(answer.forwarding), id);
    if (rows && *rows == 0)
        return notThere(named(id));
    return done(rows);
}

Result<Capture> Writer::removeCapture(CaptureId id)
{
    auto stored = capture(id);
    if (!stored)
        return stored;
    const auto row = theOne(
        first(connection().ask(
                  "SELECT id, stored_bytes, received_at, body_body, wire_body_body, delivery, attempt_number "
                  "FROM captures WHERE id = ?",
                  id),
              toStoredCapture),
        named(id));
    if (!row)
        return tl::unexpected(row.error());
    return deleteCapture(connection(), *m_ledger, *row).map([&] { return *stored; });
}

Result<void> Writer::setCaptureQuota(const CaptureQuota& quota)
{
    return setSetting(quotaKey(), quotaText(quota)).map([&] { m_ledger->setQuota(quota); });
}

Result<BodyId> Writer::beginBody()
{
    return newBody(connection(), *m_ledger);
}

Result<void> Writer::appendBody(BodyId id, const QByteArray& piece)
{
    const auto before = bodySize(connection(), id);
    if (!before)
        return tl::unexpected(before.error());
    if (auto room = checkRoomForPiece(*m_ledger, *before + piece.size(), piece.size()); !room)
        return room;
    m_ledger->looseAdded(piece.size());
    return appendToBody(connection(), id, piece);
}

Result<void> Writer::dropBody(BodyId id)
{
    const auto size = bodySize(connection(), id);
    if (!size)
        return tl::unexpected(size.error());
    m_ledger->looseAdded(-*size);
    return deleteBody(connection(), id);
}

} // namespace hookworks
