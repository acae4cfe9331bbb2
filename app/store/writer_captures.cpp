// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/ledger.h"
#include "store/packed.h"
#include "store/rows.h"
#include "store/writer.h"

namespace hookworks {

namespace {

constexpr int prunedAtOnce = 2000;

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

/// Keeps a body that was written before; none is an empty one. Adds its size to `bytes`.
Result<StoredBody> taken(SqlConnection& connection, BodyId id, qint64& bytes)
{
    if (!id)
        return StoredBody{QByteArray(), std::nullopt};
    const auto size = bodySize(connection, id);
    if (!size)
        return tl::unexpected(size.error());
    bytes += *size;
    return keepBody(connection, id).map([&] { return StoredBody{QByteArray(), id.number}; });
}

/// What pruning must know of a capture.
struct Candidate
{
    CaptureId id;
    qint64 bytes = 0;
    RealTime receivedAt;
    std::optional<qint64> body, wireBody;
    std::optional<DeliveryId> delivery;
    int attempt = 0;
};

Candidate toCandidate(Rows& row)
{
    Candidate candidate;
    candidate.id = CaptureId{row.integer()};
    candidate.bytes = row.integer();
    candidate.receivedAt = row.realTime();
    candidate.body = row.maybeInteger();
    candidate.wireBody = row.maybeInteger();
    candidate.delivery = row.maybeId<DeliveryId>();
    candidate.attempt = row.number();
    return candidate;
}

/// Deletes it with all that hangs on it.
Result<void> deleteCapture(SqlConnection& connection, Ledger& ledger, const Candidate& candidate)
{
    for (const auto& body : {candidate.body, candidate.wireBody}) {
        if (!body)
            continue;
        if (auto deleted = deleteBody(connection, BodyId{*body}); !deleted)
            return deleted;
    }
    if (candidate.delivery) {
        ledger.changes().deliveries.insert(*candidate.delivery);
        auto freed = connection.run("UPDATE attempts SET capture = NULL WHERE delivery = ? AND number = ?",
                                    candidate.delivery, candidate.attempt);
        if (!freed)
            return done(freed);
    }
    ledger.changes().captures.insert(candidate.id);
    ledger.capturesAdded(-1, -candidate.bytes);
    return done(connection.run("DELETE FROM captures WHERE id = ?", candidate.id));
}

bool hasNoRoom(const CaptureQuota& quota, const Ledger& ledger, const Candidate& oldest)
{
    return (quota.count && ledger.captureCount() > *quota.count) ||
           (quota.bytes && ledger.captureBytes() > *quota.bytes) ||
           (quota.oldest && oldest.receivedAt < *quota.oldest);
}

} // namespace

Result<CaptureId> Writer::addCapture(const Capture& capture)
{
    const auto body = storeBody(connection(), *m_ledger, capture.body);
    if (!body)
        return tl::unexpected(body.error());
    const auto wireBody = storeBody(connection(), *m_ledger, capture.wireBody);
    if (!wireBody)
        return tl::unexpected(wireBody.error());
    return addCaptureRow(capture, *body, *wireBody, qint64(capture.body.size() + capture.wireBody.size()));
}

Result<CaptureId> Writer::addCapture(const Capture& capture, BodyId body, BodyId wire)
{
    qint64 bytes = 0;
    const auto stored = taken(connection(), body, bytes);
    if (!stored)
        return tl::unexpected(stored.error());
    const auto storedWire = taken(connection(), wire, bytes);
    if (!storedWire)
        return tl::unexpected(storedWire.error());
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
    const auto candidate = theOne(
        first(connection().ask(
                  "SELECT id, stored_bytes, received_at, body_body, wire_body_body, delivery, attempt_number "
                  "FROM captures WHERE id = ?",
                  id),
              toCandidate),
        named(id));
    if (!candidate)
        return tl::unexpected(candidate.error());
    return deleteCapture(connection(), *m_ledger, *candidate).map([&] { return *stored; });
}

Result<PruneResult> Writer::pruneCaptures(const CaptureQuota& quota)
{
    const auto oldest =
        all(connection().ask(
                "SELECT id, stored_bytes, received_at, body_body, wire_body_body, delivery, attempt_number "
                "FROM captures ORDER BY id LIMIT ?",
                prunedAtOnce + 1),
            toCandidate);
    if (!oldest)
        return tl::unexpected(oldest.error());
    PruneResult result;
    for (const Candidate& candidate : *oldest) {
        if (!hasNoRoom(quota, *m_ledger, candidate))
            break;
        result.more = result.removed == prunedAtOnce;
        if (result.more)
            break;
        if (auto deleted = deleteCapture(connection(), *m_ledger, candidate); !deleted)
            return tl::unexpected(deleted.error());
        ++result.removed;
        result.bytes += candidate.bytes;
    }
    return result;
}

Result<BodyId> Writer::beginBody()
{
    return newBody(connection(), *m_ledger);
}

Result<void> Writer::appendBody(BodyId id, const QByteArray& piece)
{
    return appendToBody(connection(), id, piece);
}

Result<void> Writer::dropBody(BodyId id)
{
    return deleteBody(connection(), id);
}

} // namespace hookworks
