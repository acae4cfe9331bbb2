// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an IncomingConnection does from the commit on.
#include "capture/incoming_connection.h"
#include "domain/words.h"

#include <QPointer>

#include <cerrno>
#include <utility>

namespace hookworks {

namespace {

constexpr std::chrono::seconds lingerTime(2);
constexpr std::chrono::minutes hangTime(15);
/// From a body's last piece until an application has answered in whole.
constexpr std::chrono::seconds forwardTime(30);
constexpr qsizetype longestJoined = 16 * 1024; ///< bodies that are written in one piece with their head
constexpr Micros dripTime = std::chrono::milliseconds(100); ///< where the reply names none

} // namespace

void IncomingConnection::commit()
{
    m_state = State::Storing;
    const auto done = [weak = weak_from_this(), core = QPointer(&m_core),
                       nothing = brokenAnswer(BrokenBy::Network)](const Result<CaptureId>& result) {
        if (!core)
            return;
        result ? core->storeWorks() : core->storeFailed(result.error());
        if (const auto self = weak.lock()) {
            self->committed(result);
        } else if (result) {
            CaptureAnswered answered = nothing;
            answered.id = *result;
            core->answered(std::move(answered), true);
        }
    };
    if (m_streamFailed) {
        m_body.reset();
        m_wire.reset();
        m_core.later(Micros(0), [done, error = m_streamError] { done(tl::unexpected<Error>(error)); });
    } else if (m_streaming) {
        m_core.sink().commit(m_capture, m_choice.steps, std::move(m_body), std::move(m_wire), done);
    } else {
        m_core.sink().commit(m_capture, m_choice.steps, done);
    }
}

Answer IncomingConnection::notStored(const Error& error) const
{
    if (error.code == ErrorCode::Conflict)
        return refusalInWords(
            507, tr("The request was not stored: the receiver's quota for requests is reached."));
    return refusalInWords(503, tr("The request could not be stored."));
}

void IncomingConnection::committed(const Result<CaptureId>& result)
{
    if (!result) {
        m_id = CaptureId();
        m_answer = notStored(result.error());
        m_choice = RuleChoice();
        send(m_answer.bytes);
        return;
    }
    m_id = *result;
    m_capture.id = m_id;
    if (!forwards()) { // which passes it on
        m_capture.body.clear();
        m_capture.wireBody.clear();
    }
    countMemory();
    const Micros passed = ListenerCore::between(m_requestEnd, Steady::now());
    const Micros delay = m_choice.reply.fault == Fault::Drip ? Micros(0) : m_choice.delay;
    if (delay <= passed) {
        answer();
        return;
    }
    m_state = State::Waiting;
    m_core.later(delay - passed, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && self->m_state == State::Waiting)
            self->answer();
    });
}

void IncomingConnection::forward()
{
    m_state = State::Forwarding;
    m_deadline = Steady::now() + forwardTime;
    const auto done = [this](const Result<Reply>& reply) {
        const auto self = shared_from_this();
        forwarded(reply);
    };
    Outbox* const outbox = m_core.outbox();
    if (!outbox) {
        done(fail(ErrorCode::Internal, tr("This listener has no way to pass requests on.")));
        return;
    }
    m_forwarding = std::make_shared<Forwarding>(*outbox, done);
    const auto body = [this](qint64 offset, qint64 length, const Forwarding::Taken& taken) {
        m_deadline = Steady::now() + forwardTime;
        m_core.sink().readBody(m_id, offset, length, taken);
    };
    const auto begun = m_forwarding->begin(m_capture, m_choice.forwardTo, body);
    if (!begun)
        forwarded(tl::unexpected<Error>(begun.error()));
}

void IncomingConnection::forwarded(const Result<Reply>& reply)
{
    if (m_forwarding)
        m_capture.forwarding = m_forwarding->timings();
    m_forwarding.reset();
    if (reply) {
        Reply answer = *reply;
        if (!m_context.toHead)
            answer.headers.remove("Content-Length"); // announced anew
        m_context.announces = !m_context.toHead;     // it stays what the application said, if it said so
        m_context.now = m_core.now();
        m_answer = renderAnswer(answer, m_context);
    } else {
        m_capture.forwardError = reply.error().message;
        m_answer = refusalInWords(502, reply.error().message);
    }
    m_capture.responseStatus = m_answer.status;
    m_capture.response = m_answer.bytes;
    send(m_answer.bytes);
}

void IncomingConnection::answer()
{
    if (forwards()) {
        forward();
        return;
    }
    m_writeStart = Steady::now();
    if (m_choice.reply.fault)
        answerWithFault(*m_choice.reply.fault);
    else
        send(m_answer.bytes);
}

void IncomingConnection::answerWithFault(Fault fault)
{
    switch (fault) {
    case Fault::Reset:
        noteAnswered();
        m_stream->resetOnClose();
        close();
        break;
    case Fault::Close:
    case Fault::Drop:
        noteAnswered();
        linger();
        break;
    case Fault::Hang:
        noteAnswered();
        m_state = State::Hanging;
        m_deadline = m_writeStart + hangTime;
        m_in.clear();
        watch(!m_peerEnded, false);
        break;
    case Fault::Drip:
        m_state = State::Dripping;
        m_deadline = m_writeStart + m_core.limits().idleTime;
        putOut(m_answer.bytes);
        drip();
        break;
    case Fault::Truncate:
    case Fault::Garbage:
        send(m_answer.bytes);
        break;
    }
}

void IncomingConnection::drip()
{
    const Micros pause = m_choice.delay > Micros(0) ? m_choice.delay : dripTime;
    const StreamStep step = m_stream->write(leftToWrite().first(1));
    if (step.kind == StreamStep::Kind::Failed) {
        close(writingFailed());
        return;
    }
    m_outDone += step.bytes;
    m_written += step.bytes;
    if (step.bytes > 0)
        m_deadline = Steady::now() + pause + m_core.limits().idleTime;
    if (leftToWrite().isEmpty()) {
        written();
        return;
    }
    m_core.later(pause, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && self->m_state == State::Dripping)
            self->drip();
    });
}

/// A long body goes out as it is, without a copy for each connection.
void IncomingConnection::putOut(const AnswerBytes& bytes)
{
    const bool joins = bytes.body.size() <= longestJoined;
    m_out = joins ? bytes.joined() : bytes.head;
    m_outNext = joins ? QByteArray() : bytes.body;
    m_outDone = 0;
    m_written = 0;
}

/// Asked at once, while the system still says why.
IncomingConnection::BrokenBy IncomingConnection::writingFailed() const
{
    return errno == ECONNRESET || errno == EPIPE ? BrokenBy::Sender : BrokenBy::Network;
}

QByteArrayView IncomingConnection::leftToWrite()
{
    if (m_outDone == m_out.size() && !m_outNext.isEmpty()) {
        m_out = std::exchange(m_outNext, {});
        m_outDone = 0;
    }
    return QByteArrayView(m_out).sliced(m_outDone);
}

void IncomingConnection::send(const AnswerBytes& bytes)
{
    m_state = State::Writing;
    m_writeStart = Steady::now();
    m_deadline = m_writeStart + m_core.limits().idleTime;
    m_progress = m_writeStart;
    putOut(bytes);
    flush();
}

void IncomingConnection::flush()
{
    if (m_state != State::Writing)
        return;
    for (QByteArrayView left = leftToWrite(); !left.isEmpty(); left = leftToWrite()) {
        const StreamStep step = m_stream->write(left);
        if (step.kind == StreamStep::Kind::Again) {
            watch(m_reads, true);
            return;
        }
        if (step.kind != StreamStep::Kind::Bytes) {
            close(writingFailed());
            return;
        }
        m_outDone += step.bytes;
        m_written += step.bytes;
        m_progress = Steady::now();
        m_deadline = m_progress + m_core.limits().idleTime;
    }
    written();
}

void IncomingConnection::written()
{
    noteAnswered();
    m_out.clear();
    m_outDone = 0;
    watch(m_reads, false);
    if (m_answer.closes)
        linger();
    else
        next();
}

CaptureAnswered IncomingConnection::answered() const
{
    CaptureAnswered answered{m_id,
                             m_capture.responseStatus,
                             {},
                             m_capture.fault,
                             m_capture.timings,
                             m_capture.forwardedTo,
                             m_capture.forwardError,
                             m_capture.forwarding,
                             {},
                             {}};
    answered.timings.think = ListenerCore::between(m_requestEnd, m_writeStart);
    answered.timings.write = ListenerCore::between(m_writeStart, Steady::now());
    if (!m_choice.forwardTo.isEmpty())
        answered.response = m_capture.response;
    return answered;
}

QString IncomingConnection::brokenWords(BrokenBy by, qint64 sent, qint64 of)
{
    const auto words = [&](const char* before, const char* within) {
        return sent == 0 ? tr(before) : tr(within).arg(sent).arg(of);
    };
    switch (by) {
    case BrokenBy::Sender:
        return words(QT_TRANSLATE_NOOP("hookworks",
                                       "The sender reset the connection before the request was answered."),
                     QT_TRANSLATE_NOOP(
                         "hookworks", "The sender reset the connection after %1 of %2 bytes of the answer."));
    case BrokenBy::Network:
        return words(
            QT_TRANSLATE_NOOP("hookworks", "The connection ended before the request was answered."),
            QT_TRANSLATE_NOOP("hookworks", "The connection was lost after %1 of %2 bytes of the answer."));
    case BrokenBy::Patience:
        return words(QT_TRANSLATE_NOOP("hookworks", "The sender did not read the answer in time."),
                     QT_TRANSLATE_NOOP("hookworks",
                                       "The sender read too slowly, and the connection was closed "
                                       "after %1 of %2 bytes of the answer."));
    case BrokenBy::Crowd:
        return words(
            QT_TRANSLATE_NOOP(
                "hookworks",
                "Others waited for the connection, and it was closed before the request was answered."),
            QT_TRANSLATE_NOOP("hookworks", "Others waited for the connection, and it was closed after "
                                           "%1 of %2 bytes of the answer."));
    case BrokenBy::Listener:
        break;
    }
    return words(
        QT_TRANSLATE_NOOP("hookworks", "The listener was stopped before the request was answered."),
        QT_TRANSLATE_NOOP("hookworks", "The listener was stopped after %1 of %2 bytes of the answer."));
}

/// What left of it, and why no more did.
CaptureAnswered IncomingConnection::brokenAnswer(BrokenBy by) const
{
    CaptureAnswered answered = this->answered();
    answered.problem = m_capture.valid ? brokenWords(by, m_written, m_answer.bytes.size()) : QString();
    answered.responseSent = m_written;
    if (m_written > 0)
        return answered;
    answered.timings = m_capture.timings;
    answered.responseStatus = 0;
    answered.response = AnswerBytes();
    answered.responseSent.reset();
    return answered;
}

void IncomingConnection::noteAnswered()
{
    if (!m_id)
        return;
    m_core.answered(answered(), !m_capture.fault.isEmpty() || !m_choice.forwardTo.isEmpty());
    m_id = CaptureId();
}

void IncomingConnection::noteBroken(BrokenBy by)
{
    if (!m_id)
        return;
    m_core.answered(brokenAnswer(by), true);
    m_id = CaptureId();
}

void IncomingConnection::next()
{
    ++m_exchange;
    m_state = State::Reading;
    m_since = Steady::now();
    m_deadline = m_since + m_core.limits().idleTime;
    m_head = RequestHead();
    m_capture = Capture();
    m_bodyBytes = m_wireBytes = m_written = 0;
    countMemory();
    m_streaming = m_streamFailed = false;
    if (!m_in.isEmpty()) {
        const QByteArray waiting = std::exchange(m_in, {});
        const qsizetype used = run(waiting);
        if (m_state == State::Closed || m_state == State::Draining)
            return;
        m_in = waiting.sliced(used);
    }
    if (m_peerEnded && m_state == State::Reading) {
        ended();
        return;
    }
    readOn();
}

/// Ends our direction and reads what still comes, for a bounded time: closing at once could reset the
/// connection and take the answer from the sender (RFC 9112, 9.6).
void IncomingConnection::linger()
{
    if (m_state == State::Closed)
        return;
    m_in.clear();
    m_stream->endWriting();
    m_state = State::Draining;
    if (m_peerEnded || m_hurries) {
        close();
        return;
    }
    m_since = Steady::now();
    m_deadline = m_since + lingerTime;
    watch(true, false);
}

void IncomingConnection::abort(BrokenBy by)
{
    m_stream->resetOnClose();
    close(by);
}

void IncomingConnection::close(BrokenBy by)
{
    if (m_state == State::Closed)
        return;
    noteBroken(by);
    if (m_state == State::Looking)
        commitRequest(); // it is complete, though no rule was chosen
    m_core.poller().remove(m_stream->descriptor());
    m_state = State::Closed;
    m_forwarding.reset();
    m_body.reset();
    m_wire.reset();
    m_core.remove(this);
}

} // namespace hookworks
