// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/request_intake.h"

#include "capture/listener_core.h"

#include <algorithm>
#include <utility>

namespace hookworks {

namespace {

constexpr qint64 memoryBody = 256 * 1024; ///< longer bodies are streamed to the store
constexpr qint64 shortBody = 16 * 1024;   ///< the same where all bodies together hold too much memory
constexpr int appendsInFlight = 8;

qint64 longestPiece(const ListenerCore& core)
{
    return core.isShortOfMemory() ? shortBody : memoryBody;
}

} // namespace

RequestIntake::RequestIntake(ListenerCore& core, std::function<void()> taken)
    : m_core(core)
    , m_taken(std::move(taken))
    , m_framer(core.limits())
{
}

RequestIntake::~RequestIntake()
{
    m_core.memoryHeld(-m_held);
}

RequestFramer::Step RequestIntake::take(QByteArrayView bytes)
{
    const bool inBody = m_framer.inBody();
    const RequestFramer::Step step = m_framer.next(bytes);
    if (inBody)
        takeWire(bytes.first(step.consumed));
    if (step.event == RequestFramer::Event::Head)
        m_head = m_framer.takeHead();
    else if (step.event == RequestFramer::Event::Data)
        takeData(step.data);
    return step;
}

void RequestIntake::takeData(QByteArrayView data)
{
    m_bodyBytes += data.size();
    m_bodyPiece.append(data);
    if (m_bodyBytes > longestPiece(m_core))
        stream();
    if (m_streaming && m_bodyPiece.size() >= longestPiece(m_core))
        append(m_body, std::exchange(m_bodyPiece, {}));
    count();
}

/// What is on the wire differs from the body only where it is chunked.
void RequestIntake::takeWire(QByteArrayView bytes)
{
    m_wireBytes += bytes.size();
    if (m_head.body != RequestHead::Body::Chunked)
        return;
    m_wirePiece.append(bytes);
    if (m_wirePiece.size() > longestPiece(m_core))
        stream();
    if (m_streaming && m_wirePiece.size() >= longestPiece(m_core))
        append(m_wire, std::exchange(m_wirePiece, {}));
}

void RequestIntake::stream()
{
    if (m_streaming)
        return;
    m_streaming = true;
    m_body = m_core.sink().beginBody();
    if (m_head.body == RequestHead::Body::Chunked)
        m_wire = m_core.sink().beginBody();
}

void RequestIntake::append(std::unique_ptr<CaptureBody>& to, QByteArray piece)
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

void RequestIntake::appended(qint64 size, const Result<void>& taken)
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

bool RequestIntake::isFull() const
{
    return m_appends >= (m_core.isShortOfMemory() ? 1 : appendsInFlight);
}

bool RequestIntake::isHalfEmpty() const
{
    return m_appends < appendsInFlight / 2;
}

void RequestIntake::readBody(qint64 most, std::function<void(const Result<QByteArray>&)> done)
{
    m_body->read(most, std::move(done));
}

void RequestIntake::giveBodies(Capture& capture)
{
    capture.bodyBytes = m_bodyBytes;
    capture.wireBytes = m_head.bytes.size() + m_wireBytes;
    capture.trailers = m_framer.trailers();
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
void RequestIntake::giveRefused(Capture& capture, QByteArrayView rest)
{
    const bool chunked = m_head.body == RequestHead::Body::Chunked;
    (chunked ? m_wirePiece : m_bodyPiece).append(rest);
    QByteArray body = std::exchange(m_bodyPiece, {});
    QByteArray wire = std::exchange(m_wirePiece, {});
    if (m_streaming) {
        append(m_body, std::move(body));
        append(m_wire, std::move(wire));
        capture.bodyBytes = m_bodyBytes + (chunked ? 0 : rest.size());
        capture.wireBytes = m_wireBytes + rest.size();
    } else {
        capture.body = std::move(body);
        capture.wireBody = std::move(wire);
        capture.bodyBytes = capture.body.size();
        capture.wireBytes = std::max(capture.wireBody.size(), capture.body.size());
    }
    holds(capture);
}

void RequestIntake::giveHead(Capture& capture)
{
    capture.method = std::move(m_head.method);
    capture.target = std::move(m_head.target);
    capture.version = std::move(m_head.version);
    capture.head = std::move(m_head.bytes);
    capture.headers = std::move(m_head.headers);
}

void RequestIntake::commit(const Capture& capture, const QList<RuleStep>& steps, CaptureSink::Done done)
{
    if (m_failure)
        m_core.later(Micros(0),
                     [done = std::move(done), error = *m_failure] { done(tl::unexpected(error)); });
    else if (m_streaming)
        m_core.sink().commit(capture, steps, std::move(m_body), std::move(m_wire), std::move(done));
    else
        m_core.sink().commit(capture, steps, std::move(done));
}

void RequestIntake::holds(const Capture& capture)
{
    m_captured = capture.body.size() + capture.wireBody.size();
    count();
}

/// Tells the core how much of bodies is held here.
void RequestIntake::count()
{
    const qint64 now = m_bodyPiece.size() + m_wirePiece.size() + m_appending + m_captured;
    m_core.memoryHeld(now - std::exchange(m_held, now));
}

void RequestIntake::restart()
{
    m_head = RequestHead();
    m_bodyBytes = m_wireBytes = m_captured = 0;
    m_streaming = false;
    m_failure.reset();
    count();
}

void RequestIntake::close()
{
    m_taken = {};
    m_body.reset();
    m_wire.reset();
}

} // namespace hookworks
