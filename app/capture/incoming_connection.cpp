// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/incoming_connection.h"

#include "capture/socket_address.h"
#include "domain/words.h"
#include "http/opening_bytes.h"

#include <algorithm>
#include <utility>

namespace hookworks {

namespace {

constexpr qint64 waitingInput = 16 * 1024; ///< read ahead while a request is being answered
constexpr qint64 drainedAtMost = 4 * 1024 * 1024;
constexpr std::chrono::minutes hangTime(15);
constexpr Micros dripTime = std::chrono::milliseconds(100); ///< where the reply names none

/// As the system saw it, whether it was read or not.
RequestTimes::Moment lastSent(const WatchedStream& socket)
{
    return ListenerCore::Steady::now() - socket.stream().quietFor();
}

} // namespace

IncomingConnection::IncomingConnection(ListenerCore& core, int descriptor, const QString& remote,
                                       qint64 number)
    : m_core(core)
    , m_socket(core.poller(),
               core.tls() ? tlsStream(descriptor, core.tls()) : std::make_unique<ByteStream>(descriptor))
    , m_facts{remote, localAddress(descriptor).toString(), number, std::nullopt, Steady::now()}
    , m_patience(core.limits(), m_facts.accepted, lastSent(m_socket))
{
}

void IncomingConnection::start()
{
    m_intake = std::make_unique<RequestIntake>(m_core, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (!self || self->m_state == State::Closed)
            return;
        self->m_patience.bodyTaken(Steady::now());
        if (self->m_intake->body().isHalfEmpty())
            self->readOn();
    });
    if (!m_socket.open(this)) {
        m_state = State::Closed;
        m_core.connections().remove(this);
        return;
    }
    if (const auto choice = m_core.rules().chooseDrop(m_core.workTime()))
        beginExchange().drop(*choice);
    else if (m_core.tls())
        m_state = State::Opening;
}

void IncomingConnection::ready(Readiness readiness)
{
    const auto self = shared_from_this();
    if (m_state == State::Opening) {
        open();
        return;
    }
    if (readiness.failed && !m_socket.reads() && !m_socket.writes()) {
        brokenOff();
        return;
    }
    if (readiness.write && m_state == State::Writing)
        write();
    if ((readiness.read || readiness.failed) && m_state != State::Closed)
        receive();
}

void IncomingConnection::open()
{
    switch (m_opening.goOn(m_socket)) {
    case TlsOpening::Outcome::Waits:
        break;
    case TlsOpening::Outcome::Heard:
        m_patience.heard(Steady::now());
        break;
    case TlsOpening::Outcome::Open:
        m_patience.heard(Steady::now());
        m_facts.tls = m_socket.stream().tls();
        m_state = State::Reading;
        receive();
        break;
    case TlsOpening::Outcome::Plain: {
        auto& buffer = m_core.buffer();
        const StreamStep step = m_socket.stream().read(buffer.data(), std::ssize(buffer));
        const QByteArrayView bytes(buffer.data(), std::max<qsizetype>(0, step.bytes));
        m_patience.requestBegins(Steady::now(), m_core.now());
        refuse({400, wordsForTlsListener(bytes), 0}, bytes);
        break;
    }
    case TlsOpening::Outcome::Silent:
        m_core.news().warn(m_facts.remote, wordsForTlsListener({}));
        close();
        break;
    case TlsOpening::Outcome::Failed:
        m_core.news().refusalSeen(m_facts.remote,
                                  tr("The TLS handshake failed: %1.").arg(m_opening.problem()));
        close();
        break;
    }
}

void IncomingConnection::receive()
{
    auto& buffer = m_core.buffer();
    for (int round = 0; round < 16 && m_state != State::Closed && m_socket.reads(); ++round) {
        const bool wantsAll =
            m_state == State::Reading || m_state == State::Draining || m_state == State::Hanging;
        const qsizetype most = wantsAll && m_in.isEmpty()
                                   ? std::ssize(buffer)
                                   : std::max<qsizetype>(1, waitingInput - m_in.size());
        const StreamStep step = m_socket.stream().read(buffer.data(), most);
        if (step.kind == StreamStep::Kind::Bytes)
            take(QByteArrayView(buffer.data(), step.bytes));
        else if (step.kind == StreamStep::Kind::End)
            ended();
        else if (step.kind == StreamStep::Kind::Failed)
            brokenOff();
        if (step.kind != StreamStep::Kind::Bytes)
            return;
        if (!m_socket.stream().hasBuffered() && step.bytes < most)
            return;
    }
}

/// Reads again after a pause; what TLS holds already makes no readiness.
void IncomingConnection::readOn()
{
    if (m_peerEnded || m_in.size() >= waitingInput)
        return;
    m_socket.watchReading(true);
    if (!m_socket.stream().hasBuffered())
        return;
    m_core.schedule().later(Micros(0), [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && self->m_state != State::Closed)
            self->receive();
    });
}

/// The sender has ended its direction, and may still wait for the answer.
void IncomingConnection::ended()
{
    m_peerEnded = true;
    m_socket.watchReading(false);
    if (m_state == State::Draining || m_state == State::Hanging)
        close();
    else if (m_state == State::Reading && !m_intake->hasBegun())
        linger();
    else if (m_state == State::Reading)
        refuse({400, tr("The sender ended before the request was complete."), m_intake->framer().offset()});
}

/// Nothing can be answered any more; what came is captured.
void IncomingConnection::brokenOff()
{
    if (m_state == State::Reading && m_intake->hasBegun())
        refuse({400, tr("The sender broke the connection off before the request was complete."),
                m_intake->framer().offset()});
    close();
}

void IncomingConnection::take(QByteArrayView bytes)
{
    if (m_state == State::Draining || m_state == State::Hanging) {
        m_drained += bytes.size();
        if (m_drained > drainedAtMost)
            close();
        return;
    }
    m_patience.came(bytes.size());
    if (m_state == State::Reading && m_in.isEmpty())
        bytes = bytes.sliced(run(bytes));
    if (bytes.isEmpty() || m_state == State::Closed || m_state == State::Draining)
        return;
    m_in.append(bytes);
    if (m_in.size() >= waitingInput)
        m_socket.watchReading(false);
}

/// How much of it the present request took.
qsizetype IncomingConnection::run(QByteArrayView bytes)
{
    qsizetype used = 0;
    auto event = RequestFramer::Event::Data;
    while (m_state == State::Reading && event != RequestFramer::Event::NeedMore) {
        if (!m_intake->hasBegun() && used < bytes.size())
            m_patience.requestBegins(Steady::now(), m_core.now());
        const RequestFramer::Step step = m_intake->take(bytes.sliced(used));
        used += step.consumed;
        event = step.event;
        if (event == RequestFramer::Event::Head) {
            m_patience.bodyBegins(Steady::now());
            if (m_intake->head().wantsContinue && used == bytes.size()) {
                m_patience.bodyAsked(Steady::now());
                m_socket.stream().write("HTTP/1.1 100 Continue\r\n\r\n");
            }
        } else if (event == RequestFramer::Event::Complete) {
            beginExchange().complete();
        } else if (event == RequestFramer::Event::Refused) {
            refuse(m_intake->framer().refusal(), bytes.sliced(used));
            used = bytes.size();
        }
    }
    if (m_requests > 0 && m_intake->isInHead() && m_state == State::Reading)
        m_patience.headGoesOn();
    if (m_intake->body().isFull())
        m_socket.watchReading(false);
    return used;
}

IncomingExchange& IncomingConnection::beginExchange()
{
    m_state = State::Answering;
    const IncomingExchange::Place place{m_core, m_facts, m_patience, *m_intake, m_requests};
    m_exchange = std::make_shared<IncomingExchange>(place, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->answer();
    });
    return *m_exchange;
}

void IncomingConnection::refuse(const Refusal& refusal, QByteArrayView rest)
{
    beginExchange().refuse(refusal, rest);
}

void IncomingConnection::answer()
{
    m_patience.answerBegins(Steady::now());
    if (const auto fault = m_exchange->rule().reply.fault; fault && m_exchange->rule().forwardTo.isEmpty()) {
        answerWithFault(*fault);
        return;
    }
    m_state = State::Writing;
    m_writer.begin(m_exchange->answer().bytes);
    write();
}

void IncomingConnection::answerWithFault(Fault fault)
{
    switch (fault) {
    case Fault::Reset:
        m_exchange->answered();
        abort(BrokenBy::Sender);
        break;
    case Fault::Close:
    case Fault::Drop:
        m_exchange->answered();
        linger();
        break;
    case Fault::Hang:
        m_exchange->answered();
        m_state = State::Hanging;
        m_patience.waitUntil(m_patience.times().answered + hangTime);
        m_in.clear();
        m_socket.watch(!m_peerEnded, false);
        break;
    case Fault::Drip:
        m_state = State::Dripping;
        m_writer.begin(m_exchange->answer().bytes);
        drip();
        break;
    case Fault::Truncate:
    case Fault::Garbage:
        m_state = State::Writing;
        m_writer.begin(m_exchange->answer().bytes);
        write();
        break;
    }
}

void IncomingConnection::write()
{
    const qint64 before = m_writer.written();
    const auto progress = m_writer.write(m_socket.stream());
    if (m_writer.written() > before)
        m_patience.answerGoesOn(Steady::now());
    if (progress == AnswerWriter::Progress::Done)
        written();
    else if (progress == AnswerWriter::Progress::More)
        m_socket.watchWriting(true);
    else
        close(m_writer.brokenBy());
}

void IncomingConnection::drip()
{
    const Micros asked = m_exchange->rule().delay;
    const Micros pause = asked > Micros(0) ? asked : dripTime;
    const qint64 before = m_writer.written();
    const auto progress = m_writer.drip(m_socket.stream());
    if (m_writer.written() > before)
        m_patience.answerGoesOn(Steady::now(), pause);
    if (progress == AnswerWriter::Progress::Done)
        return written();
    if (progress == AnswerWriter::Progress::Broken)
        return close(m_writer.brokenBy());
    m_core.schedule().later(pause, [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && self->m_state == State::Dripping)
            self->drip();
    });
}

void IncomingConnection::written()
{
    m_exchange->answered();
    m_socket.watchWriting(false);
    if (m_exchange->answer().closes)
        linger();
    else
        next();
}

void IncomingConnection::next()
{
    ++m_requests;
    m_state = State::Reading;
    m_exchange.reset();
    m_intake->restart();
    m_patience.awaitsNext(Steady::now());
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
    m_socket.stream().endWriting();
    m_state = State::Draining;
    if (m_peerEnded || m_hurries) {
        close();
        return;
    }
    m_patience.drains(Steady::now());
    m_socket.watch(true, false);
}

std::optional<IncomingConnection::Steady::time_point> IncomingConnection::stallsFrom(Micros patience) const
{
    if (m_state == State::Hanging || m_state == State::Dripping)
        return m_patience.answerHangsFrom();
    if (m_state == State::Writing)
        return m_patience.answerStallsFrom(patience);
    if (m_state == State::Draining)
        return m_patience.drainStallsFrom(patience, lastSent(m_socket));
    const bool waitsForSender = m_state == State::Opening || m_state == State::Reading;
    if (!waitsForSender || m_socket.stream().hasUnread())
        return std::nullopt;
    if (!m_intake->framer().inBody())
        return m_patience.headStallsFrom(patience);
    if (m_intake->body().isStoring())
        return std::nullopt;
    return m_patience.bodyStallsFrom(patience, lastSent(m_socket));
}

void IncomingConnection::makeRoom()
{
    const auto self = shared_from_this();
    m_hurries = true;
    if (m_state == State::Reading && m_intake->hasBegun())
        refuse({408, tr("The request came too slowly, and others waited for the connection."),
                m_intake->framer().offset()});
    else if (m_state == State::Writing || m_state == State::Dripping)
        abort(BrokenBy::Crowd);
    else
        close(BrokenBy::Crowd);
}

void IncomingConnection::checkDeadline(Steady::time_point now)
{
    const auto self = shared_from_this();
    const qint64 offset = m_intake->framer().offset();
    if (m_state == State::Reading && m_intake->framer().inBody()) {
        if (m_patience.bodyStalls(now, m_intake->body().wireBytes(), m_intake->body().isStoring()))
            refuse({408, tr("The body did not come in time."), offset});
        return;
    }
    if (m_state == State::Writing && m_patience.answerIsSlow(now, m_writer.written()))
        abort(BrokenBy::Patience);
    if (!m_patience.isOver(now) || m_state == State::Closed)
        return;
    if (m_state == State::Reading && m_intake->hasBegun())
        refuse({408, tr("The head did not come in time."), offset});
    else if (m_state == State::Reading || m_state == State::Opening || m_state == State::Draining)
        close();
    else if (m_state == State::Answering)
        m_exchange->giveUp();
    else
        abort(BrokenBy::Patience);
}

void IncomingConnection::abort(BrokenBy by)
{
    m_socket.stream().resetOnClose();
    close(by);
}

void IncomingConnection::close(BrokenBy by)
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    if (m_exchange)
        m_exchange->breakOff(by, m_writer.written());
    m_socket.close();
    m_exchange.reset();
    m_intake->body().close();
    m_core.connections().remove(this);
}

} // namespace hookworks
