// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/request_body.h"

#include "capture/listener_core.h"

#include <algorithm>
#include <utility>

namespace hookworks {

namespace {

constexpr qint64 memoryBody = 256 * 1024; ///< longer bodies are streamed to the store
constexpr qint64 shortBody = 16 * 1024;   ///< the same where all bodies together hold too much memory
constexpr int appendsInFlight = 8;

qint64 longestPiece(ListenerCore& core)
{
    return core.memory().isShort() ? shortBody : memoryBody;
}

} // namespace

RequestBody::RequestBody(ListenerCore& core, std::function<void()> taken)
    : m_core(core)
    , m_taken(std::move(taken))
{
}

RequestBody::~RequestBody()
{
    m_core.memory().add(-m_held);
}

void RequestBody::take(QByteArrayView data)
{
    m_bytes += data.size();
    m_bodyPiece.append(data);
    if (m_bytes > longestPiece(m_core))
        stream();
    if (m_streaming && m_bodyPiece.size() >= longestPiece(m_core))
        append(m_body, std::exchange(m_bodyPiece, {}));
    count();
}

/// What is on the wire differs from the body only where it is chunked.
void RequestBody::takeWire(QByteArrayView bytes, bool chunked)
{
    m_wireBytes += bytes.size();
    m_chunked = chunked;
    if (!chunked)
        return;
    m_wirePiece.append(bytes);
    if (m_wirePiece.size() > longestPiece(m_core))
        stream();
    if (m_streaming && m_wirePiece.size() >= longestPiece(m_core))
        append(m_wire, std::exchange(m_wirePiece, {}));
}

bool RequestBody::isFull() const
{
    return m_appends >= (m_core.memory().isShort() ? 1 : appendsInFlight);
}

bool RequestBody::isHalfEmpty() const
{
    return m_appends < appendsInFlight / 2;
}

void RequestBody::read(qint64 most, std::function<void(const Result<QByteArray>&)> done)
{
    m_body->read(most, std::move(done));
}

void RequestBody::stream()
{
    if (m_streaming)
        return;
    m_streaming = true;
    m_body = m_core.sink().beginBody();
    if (m_chunked)
        m_wire = m_core.sink().beginBody();
}

void RequestBody::append(std::unique_ptr<CaptureBody>& to, QByteArray piece)
{
    if (m_failure || !to || piece.isEmpty())
        return;
    ++m_appends;
    const qint64 size = piece.size();
    m_appending += size;
    to->append(std::move(piece), [weak = weak_from_this(), size](const Result<void>& taken) {
        if (const auto self = weak.lock())
            self->appended(size, taken);
    });
}

void RequestBody::appended(qint64 size, const Result<void>& taken)
{
    if (!taken) {
        m_failure = taken.error();
        m_body.reset();
        m_wire.reset();
    }
    m_appending -= size;
    --m_appends;
    count();
    if (m_taken)
        m_taken();
}

void RequestBody::give(Capture& capture)
{
    capture.bodyBytes = m_bytes;
    capture.wireBytes = m_wireBytes;
    QByteArray body = std::exchange(m_bodyPiece, {});
    QByteArray wire = std::exchange(m_wirePiece, {});
    if (m_streaming) {
        append(m_body, std::move(body));
        append(m_wire, std::move(wire));
    } else {
        capture.body = std::move(body);
        capture.wireBody = std::move(wire);
    }
    holds(capture);
}

/// Where the store did not take a piece, the commit will say so.
void RequestBody::giveRefused(Capture& capture, QByteArrayView rest, bool chunked)
{
    (chunked ? m_wirePiece : m_bodyPiece).append(rest);
    QByteArray body = std::exchange(m_bodyPiece, {});
    QByteArray wire = std::exchange(m_wirePiece, {});
    if (m_streaming) {
        append(m_body, std::move(body));
        append(m_wire, std::move(wire));
        capture.bodyBytes = m_bytes + (chunked ? 0 : rest.size());
        capture.wireBytes = m_wireBytes + rest.size();
    } else {
        capture.body = std::move(body);
        capture.wireBody = std::move(wire);
        capture.bodyBytes = capture.body.size();
        capture.wireBytes = std::max(capture.wireBody.size(), capture.body.size());
    }
    holds(capture);
}

void RequestBody::commit(Capture capture, const QList<RuleStep>& steps, CaptureSink::Done done)
{
    if (m_failure)
        m_core.schedule().later(
            Micros(0), [done = std::move(done), error = *m_failure] { done(tl::unexpected(error)); });
    else if (m_streaming)
        m_core.sink().commit(std::move(capture), steps, std::move(m_body), std::move(m_wire),
                             std::move(done));
    else
        m_core.sink().commit(std::move(capture), steps, std::move(done));
}

void RequestBody::holds(const Capture& capture)
{
    m_captured = capture.body.size() + capture.wireBody.size();
    count();
}

/// Tells the core how much of bodies is held here.
void RequestBody::count()
{
    const qint64 now = m_bodyPiece.size() + m_wirePiece.size() + m_appending + m_captured;
    m_core.memory().add(now - std::exchange(m_held, now));
}

void RequestBody::restart()
{
    m_bytes = m_wireBytes = m_captured = 0;
    m_streaming = m_chunked = false;
    m_failure.reset();
    count();
}

void RequestBody::close()
{
    m_taken = {};
    m_body.reset();
    m_wire.reset();
}

} // namespace hookworks
