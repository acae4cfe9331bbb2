// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/answers.h"
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

/// A capture's long fields as its row holds them.
struct CaptureParts
{
    StoredBody body, wireBody, answer;
};

/// How much of an answer the row holds, and its body apart.
struct ReplacedAnswer
{
    qint64 bytes = 0;
    std::optional<qint64> body;
};

ReplacedAnswer toReplaced(Rows& row)
{
    ReplacedAnswer answer;
    answer.bytes = row.integer();
    answer.body = row.maybeInteger();
    return answer;
}

Result<void> insertCapture(SqlConnection& connection, CaptureId id, const Capture& capture,
                           qint64 storedBytes, const CaptureParts& parts)
{
    const CaptureTimings& t = capture.timings;
    return done(connection.run(
        "INSERT INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?)",
        id, capture.listener, capture.receivedAt, capture.local, capture.remote, capture.connection,
        capture.exchange, packed(capture.tls), capture.valid, capture.problem, capture.problemOffset,
        capture.method, capture.target, capture.version, capture.bodyBytes, capture.wireBytes, capture.rule,
        capture.responseStatus, capture.fault, t.accept, t.read, t.think, t.write, capture.delivery,
        capture.attemptNumber, capture.forwardedTo, capture.forwardError, storedBytes, capture.head,
        storedHeaders(capture), packed(capture.trailers), parts.answer.bytes, parts.body.bytes,
        parts.body.body, parts.wireBody.bytes, parts.wireBody.body, packed(capture.forwarding),
        parts.answer.body, capture.responseSent));
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
    const auto answer = placeFor(connection(), *m_ledger, capture.response);
    if (!answer)
        return tl::unexpected(answer.error());
    if (!capture.id) {
        const qint64 bytes = capture.head.size() + bodyBytes + answer->moreBytes();
        if (auto room = checkRoom(*m_ledger, bytes, 0); !room)
            return tl::unexpected(room.error());
    }
    const auto body = storeBody(connection(), *m_ledger, capture.body);
    if (!body)
        return tl::unexpected(body.error());
    const auto wireBody = storeBody(connection(), *m_ledger, capture.wireBody);
    if (!wireBody)
        return tl::unexpected(wireBody.error());
    return addCaptureRow(capture, *body, *wireBody, *answer, bodyBytes);
}

Result<CaptureId> Writer::addCapture(const Capture& capture, BodyId body, BodyId wire)
{
    const auto size = looseSize(connection(), body);
    const auto wireSize = looseSize(connection(), wire);
    if (!size || !wireSize)
        return tl::unexpected(size ? wireSize.error() : size.error());
    const auto answer = placeFor(connection(), *m_ledger, capture.response);
    if (!answer)
        return tl::unexpected(answer.error());
    const qint64 bytes = *size + *wireSize;
    const qint64 withAnswer = capture.head.size() + bytes + answer->moreBytes();
    if (auto room = checkRoom(*m_ledger, withAnswer, bytes); !room)
        return tl::unexpected(room.error());
    const auto stored = kept(connection(), body);
    const auto storedWire = kept(connection(), wire);
    if (!stored || !storedWire)
        return tl::unexpected(stored ? storedWire.error() : stored.error());
    m_ledger->looseAdded(-bytes);
    return addCaptureRow(capture, *stored, *storedWire, *answer, bytes);
}

Result<CaptureId> Writer::addCaptureRow(const Capture& capture, const StoredBody& body,
                                        const StoredBody& wireBody, const AnswerPlace& answer,
                                        qint64 bodyBytes)
{
    CaptureId id = capture.id;
    if (id)
        m_ledger->seen(Ledger::Kind::Capture, id.number);
    else
        id = CaptureId{m_ledger->next(Ledger::Kind::Capture)};
    const auto storedAnswer = storeAnswer(connection(), *m_ledger, answer);
    if (!storedAnswer)
        return tl::unexpected(storedAnswer.error());
    if (storedAnswer->body && !answer.held)
        m_ledger->answers().put(BodyId{*storedAnswer->body}, answer.apart);
    const qint64 storedBytes = capture.head.size() + bodyBytes + answer.inRow.size();
    auto added = insertCapture(connection(), id, capture, storedBytes, {body, wireBody, *storedAnswer});
    if (!added)
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
    const auto rows = connection().run(
        "UPDATE captures SET response_status = ?, fault = ?, accept = ?, read = ?, think = ?, write = ?, "
        "forwarded_to = ?, forward_error = ?, forwarding = ? WHERE id = ?",
        answer.responseStatus, answer.fault, answer.timings.accept, answer.timings.read, answer.timings.think,
        answer.timings.write, answer.forwardedTo, answer.forwardError, packed(answer.forwarding), id);
    if (rows && *rows == 0)
        return notThere(named(id));
    if (!answer.problem.isEmpty()) {
        const auto told = connection().run("UPDATE captures SET problem = ?, response_sent = ? WHERE id = ?",
                                           answer.problem, answer.responseSent, id);
        if (!told)
            return done(told);
    }
    return rows && answer.response ? replaceAnswer(id, *answer.response) : done(rows);
}

Result<void> Writer::replaceAnswer(CaptureId id, const AnswerBytes& answer)
{
    const auto place = placeFor(connection(), *m_ledger, answer);
    if (!place)
        return tl::unexpected(place.error());
    const auto stored = storeAnswer(connection(), *m_ledger, *place);
    const auto before = theOne(first(connection().ask("SELECT length(response), response_body FROM captures "
                                                      "WHERE id = ?",
                                                      id),
                                     toReplaced),
                               named(id));
    if (!stored || !before)
        return tl::unexpected(stored ? before.error() : stored.error());
    const qint64 more = place->inRow.size() - before->bytes;
    m_ledger->capturesAdded(0, more);
    if (before->body) {
        if (auto released = releaseAnswer(connection(), *m_ledger, BodyId{*before->body}); !released)
            return released;
    }
    return done(connection().run("UPDATE captures SET response = ?, response_body = ?, "
                                 "stored_bytes = stored_bytes + ? WHERE id = ?",
                                 stored->bytes, stored->body, more, id));
}

Result<Capture> Writer::removeCapture(CaptureId id)
{
    auto stored = capture(id);
    if (!stored)
        return stored;
    const auto row = storedCapture(connection(), id);
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

Result<QByteArray> Writer::bodySoFar(BodyId id, qint64 most)
{
    return loadBodyPart(connection(), {{}, id.number}, 0, most);
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
