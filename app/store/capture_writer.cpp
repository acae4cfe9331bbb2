// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/capture_writer.h"

#include "store/answers.h"
#include "store/keys.h"
#include "store/matching.h"
#include "store/quota.h"
#include "store/rows.h"

namespace hookworks {

namespace {

QString named(CaptureId id)
{
    return QStringLiteral("capture ") + id.toString();
}

/// None where the head says the same.
HeaderList storedHeaders(const Capture& capture)
{
    return capture.valid && hasFields(capture.head, capture.headers) ? HeaderList() : capture.headers;
}

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

CaptureWriter::CaptureWriter(SqlConnection& connection, const BodyReading& reading, Ledger& ledger)
    : m_connection(&connection)
    , m_ledger(&ledger)
    , m_stored(connection, reading)
{
}

Result<CaptureId> CaptureWriter::addCapture(const Capture& capture)
{
    const auto bodyBytes = qint64(capture.body.size() + capture.wireBody.size());
    const auto answer = placeFor(*m_connection, *m_ledger, capture.response);
    if (!answer)
        return tl::unexpected(answer.error());
    if (!capture.id) {
        const qint64 bytes = capture.head.size() + bodyBytes + answer->moreBytes();
        if (auto room = checkRoom(*m_ledger, bytes, 0); !room)
            return tl::unexpected(room.error());
    }
    const auto body = storeBody(*m_connection, *m_ledger, capture.body);
    if (!body)
        return tl::unexpected(body.error());
    const auto wireBody = storeBody(*m_connection, *m_ledger, capture.wireBody);
    if (!wireBody)
        return tl::unexpected(wireBody.error());
    return addCaptureRow(capture, *body, *wireBody, *answer, bodyBytes);
}

Result<CaptureId> CaptureWriter::addCapture(const Capture& capture, BodyId body, BodyId wire)
{
    const auto size = looseSize(*m_connection, body);
    const auto wireSize = looseSize(*m_connection, wire);
    if (!size || !wireSize)
        return tl::unexpected(size ? wireSize.error() : size.error());
    const auto answer = placeFor(*m_connection, *m_ledger, capture.response);
    if (!answer)
        return tl::unexpected(answer.error());
    const qint64 bytes = *size + *wireSize;
    const qint64 withAnswer = capture.head.size() + bytes + answer->moreBytes();
    if (auto room = checkRoom(*m_ledger, withAnswer, bytes); !room)
        return tl::unexpected(room.error());
    const auto stored = kept(*m_connection, body);
    const auto storedWire = kept(*m_connection, wire);
    if (!stored || !storedWire)
        return tl::unexpected(stored ? storedWire.error() : stored.error());
    m_ledger->looseAdded(-bytes);
    return addCaptureRow(capture, *stored, *storedWire, *answer, bytes);
}

Result<CaptureId> CaptureWriter::addCaptureRow(const Capture& capture, const StoredBody& body,
                                               const StoredBody& wireBody, const AnswerPlace& answer,
                                               qint64 bodyBytes)
{
    const CaptureId id = idFor(capture.id, *m_ledger, Ledger::Kind::Capture);
    const auto storedAnswer = storeAnswer(*m_connection, *m_ledger, answer);
    if (!storedAnswer)
        return tl::unexpected(storedAnswer.error());
    if (storedAnswer->body && !answer.held)
        m_ledger->answers().put(BodyId{*storedAnswer->body}, answer.apart);
    const qint64 storedBytes = capture.head.size() + bodyBytes + answer.inRow.size();
    const StoredParts parts{*storedAnswer, body, wireBody, storedHeaders(capture), storedBytes};
    const auto added = Records<CaptureColumns>::insert(*m_connection, id, capture, parts);
    if (!added)
        return tl::unexpected(added.error());
    m_ledger->changes().captures.insert(id);
    m_ledger->capturesAdded(1, storedBytes);
    if (!capture.delivery)
        m_ledger->recent().captured(id, capture.remote, capture.exchange);
    auto attempt = capture.delivery
                       ? std::optional(AttemptKey{*capture.delivery, capture.attemptNumber})
                       : Result<std::optional<AttemptKey>>(attemptBehind(*m_connection, *m_ledger, capture));
    if (!attempt)
        return tl::unexpected(attempt.error());
    if (!*attempt)
        return id;
    return tie(*m_connection, *m_ledger, **attempt, id).map([&] { return id; });
}

Result<void> CaptureWriter::captureAnswered(CaptureId id, const CaptureAnswer& answer)
{
    m_ledger->changes().captures.insert(id);
    const auto rows = m_connection->run(
        "UPDATE captures SET response_status = ?, fault = ?, accept = ?, read = ?, think = ?, write = ?, "
        "forwarded_to = ?, forward_error = ?, forwarding = ? WHERE id = ?",
        answer.responseStatus, answer.fault, answer.timings.accept, answer.timings.read, answer.timings.think,
        answer.timings.write, answer.forwardedTo, answer.forwardError, packed(answer.forwarding), id);
    if (rows && *rows == 0)
        return notThere(named(id));
    if (!answer.problem.isEmpty()) {
        const auto told = m_connection->run("UPDATE captures SET problem = ?, response_sent = ? WHERE id = ?",
                                            answer.problem, answer.responseSent, id);
        if (!told)
            return done(told);
    }
    return rows && answer.response ? replaceAnswer(id, *answer.response) : done(rows);
}

Result<void> CaptureWriter::replaceAnswer(CaptureId id, const AnswerBytes& answer)
{
    const auto place = placeFor(*m_connection, *m_ledger, answer);
    if (!place)
        return tl::unexpected(place.error());
    const auto stored = storeAnswer(*m_connection, *m_ledger, *place);
    const auto before = theOne(first(m_connection->ask("SELECT length(response), response_body FROM captures "
                                                       "WHERE id = ?",
                                                       id),
                                     toReplaced),
                               named(id));
    if (!stored || !before)
        return tl::unexpected(stored ? before.error() : stored.error());
    const qint64 more = place->inRow.size() - before->bytes;
    m_ledger->capturesAdded(0, more);
    if (before->body) {
        if (auto released = releaseAnswer(*m_connection, *m_ledger, BodyId{*before->body}); !released)
            return released;
    }
    return done(m_connection->run("UPDATE captures SET response = ?, response_body = ?, "
                                  "stored_bytes = stored_bytes + ? WHERE id = ?",
                                  stored->bytes, stored->body, more, id));
}

Result<void> CaptureWriter::setCaptureMark(CaptureId id, const Mark& mark)
{
    m_ledger->changes().captures.insert(id);
    return met(m_connection->run("UPDATE captures SET mark = ? WHERE id = ?", markText(mark), id), named(id));
}

Result<BodyId> CaptureWriter::beginBody()
{
    return newBody(*m_connection, *m_ledger);
}

Result<void> CaptureWriter::appendBody(BodyId id, const QByteArray& piece)
{
    const auto before = bodySize(*m_connection, id);
    if (!before)
        return tl::unexpected(before.error());
    if (auto room = checkRoomForPiece(*m_ledger, *before + piece.size(), piece.size()); !room)
        return room;
    m_ledger->looseAdded(piece.size());
    return appendToBody(*m_connection, id, piece);
}

Result<QByteArray> CaptureWriter::bodySoFar(BodyId id, qint64 most)
{
    return loadBodyPart(*m_connection, {{}, id.number}, 0, most);
}

Result<void> CaptureWriter::dropBody(BodyId id)
{
    const auto size = bodySize(*m_connection, id);
    if (!size)
        return tl::unexpected(size.error());
    m_ledger->looseAdded(-*size);
    return deleteBody(*m_connection, id);
}

Result<ForgetPortion> CaptureWriter::forget(const SecretWritings& secrets, const ForgetPlace& place)
{
    return forgetPortion(*m_connection, *m_ledger, secrets, place);
}

} // namespace hookworks
