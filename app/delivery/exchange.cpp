// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/exchange.h"

#include "delivery/failure_words.h"
#include "delivery/wire_thread.h"

#include <QCoreApplication>

#include <boost/asio/write.hpp>
#include <cstring>
#include <netinet/tcp.h>

namespace hookworks {

namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

RealTime systemNow()
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

Micros between(Steady::time_point from, Steady::time_point to)
{
    return std::max(Micros(0), std::chrono::duration_cast<Micros>(to - from));
}

bool isReset(const error_code& failed)
{
    return failed == asio::error::connection_reset || failed == asio::error::broken_pipe ||
           failed == asio::error::connection_aborted;
}

bool isLocalShortage(const error_code& failed)
{
    return failed == boost::system::errc::address_not_available || failed == asio::error::no_descriptors ||
           failed == boost::system::errc::too_many_files_open_in_system;
}

AddressBytes bytesOf(const asio::ip::address& address)
{
    const auto six =
        address.is_v6() ? address.to_v6() : asio::ip::make_address_v6(asio::ip::v4_mapped, address.to_v4());
    AddressBytes bytes{};
    const auto raw = six.to_bytes();
    std::copy(raw.begin(), raw.end(), bytes.begin());
    return bytes;
}

/// How many bytes the receiver's system has acknowledged on this connection (tcpi_bytes_acked of
/// linux/tcp.h).
quint64 acknowledged(ReceiverConnection& connection)
{
    constexpr size_t offset = 120;
    std::array<char, 256> info{};
    socklen_t length = info.size();
    quint64 bytes = ~0ULL;
    if (::getsockopt(connection.socket.native_handle(), IPPROTO_TCP, TCP_INFO, info.data(), &length) == 0 &&
        length >= offset + sizeof bytes)
        std::memcpy(&bytes, info.data() + offset, sizeof bytes);
    return bytes;
}

Outcome outcomeOf(int status)
{
    if (status >= 200 && status < 300)
        return Outcome::Success;
    return status >= 300 && status < 400 ? Outcome::Redirected : Outcome::Rejected;
}

bool asksToClose(const HeaderList& headers)
{
    const auto connection = headers.value("Connection");
    return connection && connection->toLower().contains("close");
}

} // namespace

Exchange::Exchange(WireThread& wire, WireJob job, Done done)
    : m_wire(wire)
    , m_job(std::move(job))
    , m_done(std::move(done))
    , m_deadline(*wire.io())
    , m_pause(*wire.io())
    , m_reader(readerFor(m_job))
{
    m_result.id = m_job.attempt.id;
}

ResponseReader Exchange::readerFor(const WireJob& job)
{
    ResponseLimits limits;
    limits.bodyBytes = job.attempt.responseCap;
    return ResponseReader(job.attempt.request.method, limits);
}

void Exchange::start()
{
    m_began = Steady::now();
    m_result.startedAt = systemNow();
    if (m_job.attempt.due != RealTime())
        m_result.timings.queue = std::max(Micros(0), m_result.startedAt - m_job.attempt.due);
    armDeadline();
    acquire();
}

ConnectionKey Exchange::key() const
{
    const UrlParts& url = m_job.endpoint;
    return {url.host, url.port, url.tls, m_job.attempt.destinations == DestinationPolicy::PublicOnly};
}

void Exchange::acquire()
{
    if (!m_fresh)
        m_connection = m_wire.pool().take(key());
    if (m_connection) {
        m_reused = true;
        m_ackedBefore = acknowledged(*m_connection);
        transmit();
        return;
    }
    resolve(m_wire.io(), m_job.endpoint.host, [self = shared_from_this()](const Resolved& resolved) {
        if (!self->m_finished)
            self->connect(resolved);
    });
}

void Exchange::armDeadline()
{
    m_deadline.expires_at(m_began + m_job.attempt.timeout);
    m_deadline.async_wait([self = shared_from_this()](error_code failed) {
        if (!failed && !self->m_finished)
            self->fail(Outcome::Timeout, timeoutWords(self->progress(), self->m_job.attempt.timeout));
    });
}

void Exchange::cancel()
{
    if (!m_finished)
        fail(Outcome::Closed,
             QCoreApplication::translate(
                 "hookworks", "The attempt was stopped here, before the receiver's answer was complete."));
}

void Exchange::connect(const Resolved& resolved)
{
    if (resolved.addresses.empty()) {
        fail(Outcome::Unresolved,
             QCoreApplication::translate("hookworks", "The name \"%1\" could not be resolved: %2.")
                 .arg(QString::fromLatin1(m_job.endpoint.host), resolved.error));
        return;
    }
    QString refused;
    for (const auto& address : resolved.addresses) {
        const auto kind = m_job.attempt.destinations == DestinationPolicy::PublicOnly
                              ? nonPublicKind(bytesOf(address))
                              : std::nullopt;
        if (kind)
            refused = QCoreApplication::translate("hookworks",
                                                  "Nothing was sent: %1 is %2, and this workspace sends to "
                                                  "public addresses only. To allow it: 'Send to public "
                                                  "addresses only' in the menu Tools, or 'hookworks-cli "
                                                  "workspace set --destinations any'.")
                          .arg(QString::fromStdString(address.to_string()), *kind);
        else
            m_addresses.push_back(address);
    }
    if (m_addresses.empty())
        fail(Outcome::Blocked, refused);
    else
        connectNext();
}

void Exchange::connectNext()
{
    const tcp::endpoint endpoint(m_addresses[m_nextAddress], m_job.endpoint.port);
    m_connection = std::make_unique<ReceiverConnection>(*m_wire.io(), key());
    m_connection->remote = addressText(endpoint);
    error_code failed;
    m_connection->socket.open(endpoint.protocol(), failed);
    if (failed) {
        onConnected(failed);
        return;
    }
    m_connection->socket.set_option(tcp::no_delay(true), failed);
    m_connection->socket.async_connect(endpoint, [self = shared_from_this()](error_code ended) {
        if (!self->m_finished)
            self->onConnected(ended);
    });
}

void Exchange::onConnected(error_code failed)
{
    m_shortOfPorts = isLocalShortage(failed);
    if (m_shortOfPorts) {
        waitForPort();
    } else if (failed && ++m_nextAddress < m_addresses.size()) {
        connectNext();
    } else if (failed) {
        fail(failed == asio::error::timed_out ? Outcome::Timeout : Outcome::Refused,
             connectWords(m_connection->remote, failed));
    } else {
        m_connected = Steady::now();
        m_connection->noteAddresses();
        if (m_job.endpoint.tls)
            handshake();
        else
            transmit();
    }
}

/// Out of local ports or descriptors: nothing has left, so the same attempt tries again until its deadline.
void Exchange::waitForPort()
{
    m_pause.expires_after(20ms);
    m_pause.async_wait([self = shared_from_this()](error_code failed) {
        if (!failed && !self->m_finished)
            self->connectNext();
    });
}

void Exchange::handshake()
{
    const auto context = m_wire.tlsContext();
    if (!context) {
        fail(Outcome::Tls, context.error().message);
        return;
    }
    m_connection->addTls(*context);
    m_connection->tls()->async_handshake(asio::ssl::stream_base::client,
                                         [self = shared_from_this()](error_code failed) {
                                             if (!self->m_finished)
                                                 self->onHandshake(failed);
                                         });
}

void Exchange::onHandshake(error_code failed)
{
    if (failed) {
        fail(Outcome::Tls,
             handshakeWords(failed, m_connection->certificateProblem(), m_connection->firstTlsBytes()));
        return;
    }
    m_secured = Steady::now();
    transmit();
}

void Exchange::transmit()
{
    m_result.local = m_connection->local;
    m_result.remote = m_connection->remote;
    m_result.exchange = m_connection->exchanges++;
    m_sending = Steady::now();
    const QByteArray& body = m_job.attempt.request.body;
    const std::array<asio::const_buffer, 2> buffers{
        asio::buffer(m_job.head.constData(), static_cast<size_t>(m_job.head.size())),
        asio::buffer(body.constData(), static_cast<size_t>(body.size()))};
    const auto note = [self = shared_from_this(), round = m_round](const error_code& failed,
                                                                   size_t bytes) -> size_t {
        if (round == self->m_round)
            self->m_written = bytes;
        return failed ? 0 : 256 * 1024;
    };
    const auto ended = [self = shared_from_this(), round = m_round](error_code failed, size_t bytes) {
        if (round == self->m_round && !self->m_finished)
            self->onWritten(failed, bytes);
    };
    if (m_connection->tls())
        asio::async_write(*m_connection->tls(), buffers, note, ended);
    else
        asio::async_write(m_connection->socket, buffers, note, ended);
    read();
}

/// A failed write is not the end: the receiver may have answered before it hung up; reading tells.
void Exchange::onWritten(error_code failed, size_t bytes)
{
    m_written = bytes;
    m_brokenPipe = static_cast<bool>(failed);
    m_allWritten = !failed;
    m_sent = Steady::now();
}

void Exchange::read()
{
    m_connection->readSome(asio::buffer(m_buffer),
                           [self = shared_from_this(), round = m_round](error_code failed, size_t bytes) {
                               if (round == self->m_round && !self->m_finished)
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

void Exchange::onEnd(error_code failed)
{
    if (nobodySawIt()) {
        again();
        return;
    }
    if (isReset(failed) || m_brokenPipe) {
        fail(Outcome::Reset, resetWords(progress()));
        return;
    }
    if (failed != asio::error::eof && failed != asio::ssl::error::stream_truncated) {
        const bool tls = failed.category() == asio::error::get_ssl_category();
        fail(tls ? Outcome::Tls : Outcome::Reset,
             QCoreApplication::translate("hookworks",
                                         "The connection failed while the response was awaited: %1.")
                 .arg(QString::fromStdString(failed.message())));
        return;
    }
    onState(m_reader.finish());
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

void Exchange::answered()
{
    m_result.outcome = outcomeOf(m_reader.status());
    m_result.truncated = m_reader.truncated();
    if (m_result.outcome != Outcome::Success)
        m_result.error = statusWords(m_reader.status(), m_reader.head(), m_reader.headers());
    finish(mayKeepConnection());
}

/// On a connection that was used again: no byte came back, and the receiver's system acknowledged none of
/// ours, because it had closed the connection already. So nobody has seen this request.
bool Exchange::nobodySawIt() const
{
    return m_reused && m_received == 0 && m_ackedBefore != ~0ULL &&
           acknowledged(*m_connection) == m_ackedBefore;
}

void Exchange::again()
{
    m_wire.pool().distrust(m_connection->key);
    ++m_round;
    m_fresh = true;
    m_reused = m_allWritten = m_brokenPipe = false;
    m_written = 0;
    m_sent.reset();
    m_connection->close();
    m_dead = std::move(m_connection);
    acquire();
}

Progress Exchange::progress() const
{
    Progress progress;
    progress.host = QString::fromLatin1(m_job.endpoint.host);
    progress.remote = m_connection ? m_connection->remote : QString();
    progress.shortOfPorts = m_shortOfPorts;
    progress.mayExpectTls = !m_job.endpoint.tls && !m_reused;
    progress.connected = m_connected || m_reused;
    progress.secured = m_secured || m_reused || (m_connected && !m_job.endpoint.tls);
    progress.written = static_cast<qint64>(m_written);
    progress.toWrite = m_job.head.size() + m_job.attempt.request.body.size();
    progress.received = progress.secured || !m_connection ? m_received : m_connection->firstTlsBytes().size();
    progress.headRead = m_reader.hasHead();
    progress.elapsed = between(m_began, Steady::now());
    return progress;
}

void Exchange::fail(Outcome outcome, const QString& error)
{
    m_result.outcome = outcome;
    m_result.error = error;
    finish(false);
}

/// A connection may carry the next request when this one and its answer are complete, and both sides want
/// that.
bool Exchange::mayKeepConnection() const
{
    return m_allWritten && m_connection && m_job.attempt.request.exactHead.isEmpty() &&
           m_reader.keepsConnection() && !asksToClose(m_job.attempt.request.headers);
}

void Exchange::finish(bool keep)
{
    m_finished = true;
    m_deadline.cancel();
    m_pause.cancel();
    const auto now = Steady::now();
    takeTimings(now);
    takeTransmission();
    if (keep)
        m_wire.pool().park(std::move(m_connection));
    else if (m_connection)
        m_connection->close();
    m_result.finishedAt = m_result.startedAt + between(m_began, now);
    const auto done = std::move(m_done);
    m_done = nullptr;
    done(std::move(m_result));
}

void Exchange::takeTimings(Steady::time_point now)
{
    AttemptTimings& timings = m_result.timings;
    if (!m_reused)
        timings.connect = between(m_began, m_connected.value_or(now));
    if (m_job.endpoint.tls && m_connected)
        timings.tls = between(*m_connected, m_secured.value_or(now));
    if (!m_sending)
        return;
    const auto answered = m_firstByte.value_or(now);
    const auto sent = std::min(m_sent.value_or(answered), answered);
    timings.send = between(*m_sending, sent);
    if (m_sent || m_firstByte)
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
    if (m_connection && m_result.remote.isEmpty()) {
        m_result.local = m_connection->local;
        m_result.remote = m_connection->remote;
    }
    const auto written = static_cast<qsizetype>(m_written);
    m_result.sentHead = m_job.head.left(written);
    m_result.sentBody = std::max<qsizetype>(0, written - m_job.head.size());
}

} // namespace hookworks
