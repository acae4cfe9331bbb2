// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include "net/starting_gate.h"
#include "net/wire_thread.h"

#include <QCoreApplication>

#include <boost/asio/write.hpp>

namespace hookworks {

namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

/// A receiver's system acknowledges what it took within half a second (RFC 9293, 3.8.6.3).
constexpr auto proofGap = 5ms;
constexpr int proofLooks = 100;
constexpr size_t writeAtOnce = 256 * 1024;

RealTime systemNow()
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

Micros between(Steady::time_point from, Steady::time_point to)
{
    return std::max(Micros(0), std::chrono::duration_cast<Micros>(to - from));
}

/// A write to a connection that both sides have ended says "broken pipe" where the receiver's end came first,
/// and no reset; so that counts as an end.
bool isReset(const error_code& failed)
{
    return failed == asio::error::connection_reset || failed == asio::error::connection_aborted;
}

Outcome outcomeOf(int status)
{
    if (status >= 200 && status < 300)
        return Outcome::Success;
    return status >= 300 && status < 400 ? Outcome::Redirected : Outcome::Rejected;
}

ResponseReader readerFor(const ExchangeRequest& request)
{
    ResponseLimits limits;
    limits.bodyBytes = request.terms.responseCap;
    return ResponseReader(request.method, limits);
}

asio::const_buffer bufferOf(QByteArrayView bytes)
{
    return asio::buffer(bytes.data(), static_cast<size_t>(bytes.size()));
}

} // namespace

Exchange::Exchange(WireThread& wire, ExchangeRequest request, ExchangeAnswers answers)
    : m_wire(wire)
    , m_request(std::move(request))
    , m_answers(std::move(answers))
    , m_deadline(*wire.io())
    , m_pause(*wire.io())
    , m_reader(readerFor(m_request))
{
}

void Exchange::start()
{
    m_began = Steady::now();
    m_result.startedAt = systemNow();
    if (m_request.terms.timeout) {
        m_deadline.expires_at(m_began + *m_request.terms.timeout);
        m_deadline.async_wait([self = shared_from_this()](error_code failed) {
            if (!failed && !self->m_finished)
                self->fail(Outcome::Timeout, timeoutWords(self->progress(), *self->m_request.terms.timeout));
        });
    }
    acquire();
}

void Exchange::cancel()
{
    if (!m_finished)
        fail(Outcome::Closed,
             QCoreApplication::translate(
                 "hookworks", "The attempt was stopped here, before the receiver's answer was complete."));
}

void Exchange::acquire()
{
    if (m_request.terms.mayShareConnection && !m_request.terms.together && !m_result.sentAgain)
        m_connection = m_wire.pool().take(connectionKey(m_request.endpoint, m_request.terms));
    if (m_connection) {
        m_sending.reused = true;
        m_sending.before = m_connection->tcpState();
        transmit();
        return;
    }
    m_dialer = std::make_shared<Dialer>(
        m_wire, m_request.endpoint, m_request.terms,
        [self = shared_from_this()](const std::optional<DialFailure>& failure) { self->onDialled(failure); });
    m_dialer->start();
}

void Exchange::onDialled(const std::optional<DialFailure>& failure)
{
    m_connection = m_dialer->takeConnection();
    if (failure)
        fail(failure->outcome, failure->error);
    else
        transmit();
}

void Exchange::transmit()
{
    m_result.exchange = m_connection->exchanges++;
    m_sending.began = Steady::now();
    const QByteArrayView head = m_request.head, body = m_request.body;
    if (!m_request.terms.together)
        write(head, body);
    else if (body.isEmpty())
        write(head.chopped(1), {});
    else
        write(head, body.chopped(1));
    read();
}

/// All but the last byte has left. Nobody waits for ever for a request that does not get so far.
void Exchange::waitAtGate()
{
    m_atGate = true;
    const Micros longest = StartingGate::longestHold;
    m_pause.expires_after(m_request.terms.timeout ? std::min(longest, *m_request.terms.timeout / 2)
                                                  : longest);
    m_pause.async_wait([self = shared_from_this()](error_code stopped) {
        if (!stopped && !self->m_finished)
            self->m_request.terms.together->open();
    });
    m_request.terms.together->wait([exchange = weak_from_this()] {
        if (const auto self = exchange.lock(); self && !self->m_finished)
            self->leaveGate();
    });
}

void Exchange::leaveGate()
{
    m_pause.cancel();
    m_piece = (m_request.body.isEmpty() ? m_request.head : m_request.body).last(1);
    write(m_piece, {});
}

void Exchange::write(QByteArrayView first, QByteArrayView second)
{
    m_sending.writing = true;
    const std::array<asio::const_buffer, 2> buffers{bufferOf(first), bufferOf(second)};
    const auto note = [self = shared_from_this(), round = m_sending.round](const error_code& failed,
                                                                           size_t bytes) -> size_t {
        if (round == self->m_sending.round)
            self->m_sending.written = self->m_sending.complete + static_cast<qint64>(bytes);
        return failed ? 0 : writeAtOnce;
    };
    const auto ended = [self = shared_from_this(), round = m_sending.round](error_code failed, size_t bytes) {
        if (round == self->m_sending.round && !self->m_finished)
            self->onWritten(failed, bytes);
    };
    if (m_connection->tls())
        asio::async_write(*m_connection->tls(), buffers, note, ended);
    else
        asio::async_write(m_connection->socket, buffers, note, ended);
}

/// A failed write is not the end: the receiver may have answered before it hung up; reading tells.
void Exchange::onWritten(error_code failed, size_t bytes)
{
    m_sending.writing = false;
    m_sending.writeFailure = failed;
    m_sending.complete += static_cast<qint64>(bytes);
    m_sending.written = m_sending.complete;
    m_sending.sent = Steady::now();
    if (m_sending.end)
        onEnd(*m_sending.end);
    else if (!failed && m_request.terms.together && !m_atGate)
        waitAtGate();
    else if (!failed && m_sending.written < m_request.size())
        m_answers.more(m_sending.written - m_request.head.size() - m_request.body.size());
    else
        m_sending.allWritten = !failed;
}

void Exchange::give(const QByteArray& piece)
{
    if (m_finished || !m_connection || m_sending.end)
        return;
    if (piece.isEmpty() || piece.size() > m_request.size() - m_sending.written) {
        fail(Outcome::Closed,
             QCoreApplication::translate("hookworks",
                                         "The stored body could not be read, and was passed on in part."));
        return;
    }
    m_piece = piece;
    write(m_piece, {});
}

void Exchange::read()
{
    m_connection->readSome(asio::buffer(m_buffer), [self = shared_from_this(), round = m_sending.round](
                                                       error_code failed, size_t bytes) {
        if (round == self->m_sending.round && !self->m_finished)
            self->onRead(failed, bytes);
    });
}

void Exchange::onRead(error_code failed, size_t bytes)
{
    if (bytes > 0) {
        if (!m_firstByte)
            m_firstByte = Steady::now();
        m_received += static_cast<qint64>(bytes);
        onState(m_reader.feed(QByteArrayView(m_buffer.data(), static_cast<qsizetype>(bytes))));
    }
    if (!m_finished && failed)
        onEnd(failed);
    else if (!m_finished)
        read();
}

/// The system tells a reset once: where the write was told, reading sees a plain end. So while a write has
/// not ended on a connection that is gone, its word is waited for; it comes at once.
void Exchange::onEnd(error_code failed)
{
    m_sending.end = failed;
    const bool reset = isReset(failed) || isReset(m_sending.writeFailure);
    if (!reset && m_sending.writing && m_connection->tcpState().gone)
        return;
    if (!reset && m_sending.reused && m_received == 0 && m_sending.before.known)
        lookForProof(proofLooks);
    else
        ended();
}

/// On a connection that was used before and ended without a byte. What the receiver's system acknowledged,
/// the receiver may have read. Only where its end had come before the request, and its system then threw the
/// request away (the connection is gone, and nothing of it was acknowledged), does it leave again. A reset
/// alone proves nothing: it can come from a receiver that has read everything, before the acknowledgement.
void Exchange::lookForProof(int looks)
{
    const TcpState now = m_connection->tcpState();
    const bool taken = !now.known || now.acknowledged != m_sending.before.acknowledged;
    if (!taken && now.gone) {
        again();
    } else if (taken || looks == 0) {
        ended();
    } else {
        m_pause.expires_after(proofGap);
        m_pause.async_wait([self = shared_from_this(), looks](error_code stopped) {
            if (!stopped && !self->m_finished)
                self->lookForProof(looks - 1);
        });
    }
}

void Exchange::again()
{
    m_wire.pool().distrust(m_connection->key);
    const int round = m_sending.round + 1;
    m_sending = Transmission();
    m_sending.round = round;
    m_result.sentAgain = true;
    m_connection->close();
    m_dead = std::move(m_connection);
    acquire();
}

/// TLS ends with a word of its own (close_notify); without it, nothing says that a response that lasts until
/// the end of its connection is whole.
void Exchange::ended()
{
    const error_code failed = m_sending.end.value_or(asio::error::eof);
    if (isReset(failed) || isReset(m_sending.writeFailure)) {
        fail(Outcome::Reset, resetWords(progress()));
    } else if (isEnd(failed)) {
        const auto state = m_reader.finish();
        if (failed == asio::ssl::error::stream_truncated && state == ResponseReader::State::Complete)
            fail(Outcome::Closed, cutWords(progress()));
        else
            onState(state);
    } else {
        const bool tls = failed.category() == asio::error::get_ssl_category();
        fail(tls ? Outcome::Tls : Outcome::Reset,
             QCoreApplication::translate("hookworks",
                                         "The connection failed while the response was awaited: %1.")
                 .arg(QString::fromStdString(failed.message())));
    }
}

void Exchange::onState(ResponseReader::State state)
{
    switch (state) {
    case ResponseReader::State::Reading:
        break;
    case ResponseReader::State::Complete:
    case ResponseReader::State::Truncated:
        answered();
        break;
    case ResponseReader::State::Invalid:
        fail(Outcome::InvalidResponse, invalidWords(progress(), m_reader.problem()));
        break;
    case ResponseReader::State::Short:
    case ResponseReader::State::Nothing:
        fail(Outcome::Closed, closedWords(progress()));
        break;
    }
}

/// The connection may carry the next request when this one and its answer are complete, and both sides want
/// that.
void Exchange::answered()
{
    m_result.outcome = outcomeOf(m_reader.status());
    m_result.truncated = m_reader.truncated();
    if (m_result.outcome != Outcome::Success)
        m_result.error = statusWords(m_reader.status(), m_reader.head(), m_reader.headers());
    finish(m_sending.allWritten && m_request.terms.mayShareConnection && m_reader.keepsConnection());
}

Progress Exchange::progress() const
{
    Progress progress;
    progress.host = QString::fromLatin1(m_request.endpoint.host);
    progress.written = m_sending.written;
    progress.toWrite = m_request.size();
    progress.received = m_received;
    progress.headRead = m_reader.hasHead();
    progress.elapsed = between(m_began, Steady::now());
    progress.reused = m_sending.reused;
    progress.mayExpectTls = !m_request.endpoint.tls && !m_sending.reused;
    progress.connected = progress.secured = m_connection != nullptr;
    if (m_connection) {
        progress.remote = m_connection->remote;
    } else if (m_dialer) {
        const Dialled dialled = m_dialer->dialled();
        progress.remote = dialled.remote;
        progress.proxy = dialled.proxy;
        progress.shortOfPorts = dialled.shortOfPorts;
        progress.connected = dialled.connected.has_value();
        progress.received = dialled.tlsBytes;
        progress.tunnelled = dialled.tunnelled;
    }
    return progress;
}

void Exchange::fail(Outcome outcome, const QString& error)
{
    m_result.outcome = outcome;
    m_result.error = error;
    if (m_connection && m_connection->lacksCertificate() && m_reader.status() == 0)
        m_result.error += QLatin1Char(' ') + lackingCertificateWords();
    finish(false);
}

void Exchange::finish(bool keep)
{
    m_finished = true;
    if (m_request.terms.together && !std::exchange(m_atGate, true))
        m_request.terms.together->lose();
    m_deadline.cancel();
    m_pause.cancel();
    const auto now = Steady::now();
    takeTimings(now);
    takeTransmission();
    if (m_dialer)
        m_dialer->stop();
    if (keep)
        m_wire.pool().park(std::move(m_connection));
    else if (m_connection)
        m_connection->close();
    m_result.finishedAt = m_result.startedAt + between(m_began, now);
    const ExchangeAnswers answers = std::move(m_answers);
    m_answers = {};
    answers.done(std::move(m_result));
}

void Exchange::takeTimings(Steady::time_point now)
{
    AttemptTimings& timings = m_result.timings;
    if (m_dialer) {
        const Dialled dialled = m_dialer->dialled();
        timings.connect = between(m_began, dialled.connected.value_or(now));
        m_result.lookUp = dialled.lookUp;
        if (m_request.endpoint.tls && dialled.connected)
            timings.tls = between(*dialled.connected, dialled.secured.value_or(now));
    }
    if (!m_sending.began)
        return;
    const auto answered = m_firstByte.value_or(now);
    const auto sent = std::min(m_sending.sent.value_or(answered), answered);
    timings.send = between(*m_sending.began, sent);
    if (m_sending.sent || m_firstByte)
        timings.wait = between(sent, answered);
    if (m_firstByte)
        timings.receive = between(*m_firstByte, now);
}

void Exchange::takeTransmission()
{
    m_result.status = m_reader.status();
    m_result.responseHead = m_reader.head();
    m_result.responseHeaders = m_reader.headers();
    m_result.responseBody = m_reader.body();
    if (m_connection) {
        m_result.local = m_connection->local;
        m_result.remote = m_connection->remote;
        m_result.proxy = m_connection->proxy;
        m_result.clientCertificate = m_connection->shownCertificate();
    } else if (m_dialer) {
        const Dialled dialled = m_dialer->dialled();
        m_result.local = dialled.local;
        m_result.remote = dialled.remote;
        m_result.proxy = dialled.proxy;
    }
    const auto written = static_cast<qsizetype>(m_sending.written);
    m_result.sentHead = m_request.head.left(written);
    m_result.sentBody = std::max<qsizetype>(0, written - m_request.head.size());
}

} // namespace hookworks
