// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forwarding.h"

#include "domain/url_parts.h"
#include "domain/words.h"
#include "http/forwarded_request.h"

#include <QCoreApplication>
#include <QHostInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace hookworks {

namespace {

constexpr qint64 longestAnswer = 16 * 1024 * 1024;
constexpr qint64 pieceLength = 256 * 1024; ///< of a stored body

QString systemWords(int reason)
{
    return QString::fromLocal8Bit(strerror(reason));
}

/// What needs no look-up: literal addresses, and localhost with every name below it (RFC 6761, 6.3).
QList<SocketAddress> knownAddresses(const UrlParts& base)
{
    const QStringList texts = isLocalhost(base.host)
                                  ? QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1")}
                                  : QStringList{QString::fromLatin1(base.host)};
    QList<SocketAddress> addresses;
    for (const QString& text : texts) {
        if (const auto address = SocketAddress::parse(text, base.port))
            addresses << *address;
    }
    return addresses;
}

int connecting(const SocketAddress& where)
{
    const int descriptor = ::socket(where.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&where.storage), where.size) == 0 ||
        errno == EINPROGRESS)
        return descriptor;
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return -1;
}

Reply replyOf(const ResponseReader& reader)
{
    Reply reply;
    reply.status = reader.status();
    reply.headers = reader.headers();
    dropHopFields(reply.headers);
    reply.body = reader.body();
    return reply;
}

} // namespace

Forwarding::Forwarding(Poller& poller, ClientTls& tls, Done done)
    : m_poller(poller)
    , m_clientTls(tls)
    , m_done(std::move(done))
{
}

Forwarding::~Forwarding()
{
    drop();
}

Result<void> Forwarding::begin(const Capture& capture, const QString& baseUrl, StoredBody body)
{
    m_url = baseUrl;
    const auto base = splitUrl(baseUrl);
    const auto request = forwardedRequest(capture, baseUrl);
    if (!base || !request)
        return tl::unexpected<Error>(base ? request.error() : base.error());
    m_base = *base;
    if (m_base.tls) {
        auto context = m_clientTls.context();
        if (!context)
            return tl::unexpected<Error>(context.error());
        m_tls = std::move(*context);
    }
    m_out = request->head + capture.body;
    m_body = std::move(body);
    m_toFetch = capture.bodyBytes - capture.body.size();
    ResponseLimits limits;
    limits.bodyBytes = longestAnswer;
    m_reader = std::make_unique<ResponseReader>(capture.method, limits);
    m_lap = Steady::now();
    m_addresses = knownAddresses(m_base);
    if (!m_addresses.isEmpty())
        return connectNext();
    if (isInvalidName(m_base.host))
        return notFound(QCoreApplication::translate("QHostInfo", "Host not found"));
    lookUp();
    return {};
}

void Forwarding::lookUp()
{
    QHostInfo::lookupHost(QString::fromLatin1(m_base.host), &m_context, [this](const QHostInfo& found) {
        const auto self = shared_from_this();
        lookedUp(found);
    });
}

void Forwarding::lookedUp(const QHostInfo& found)
{
    if (!m_done)
        return;
    lap(m_timings.lookUp);
    for (const QHostAddress& address : found.addresses()) {
        if (const auto where = SocketAddress::parse(address.toString(), m_base.port))
            m_addresses << *where;
    }
    if (m_addresses.isEmpty()) {
        finish(notFound(found.errorString()));
    } else if (const auto begun = connectNext(); !begun) {
        finish(tl::unexpected<Error>(begun.error()));
    }
}

tl::unexpected<Error> Forwarding::notFound(const QString& reason) const
{
    return fail(ErrorCode::BadInput, tr("%1 could not be reached: the name %2 was not found (%3).")
                                         .arg(m_url, QString::fromLatin1(m_base.host), reason));
}

/// The next address that a connection can be begun to.
Result<void> Forwarding::connectNext()
{
    m_phase = Phase::Connect;
    while (!m_addresses.isEmpty()) {
        const int descriptor = connecting(m_addresses.takeFirst());
        if (descriptor < 0) {
            m_connectProblem = systemWords(errno);
            continue;
        }
        m_stream = streamOver(descriptor);
        if (m_poller.add(descriptor, this, true, true))
            return {};
        m_stream.reset();
        m_connectProblem = systemWords(errno);
    }
    return fail(ErrorCode::BadInput, tr("%1 could not be reached: %2.").arg(m_url, m_connectProblem));
}

std::unique_ptr<ByteStream> Forwarding::streamOver(int descriptor) const
{
    return m_tls ? tlsClientStream(descriptor, m_tls.get(), withoutRootDot(m_base.host))
                 : std::make_unique<ByteStream>(descriptor);
}

void Forwarding::giveUp()
{
    const auto self = shared_from_this();
    if (!m_done)
        return;
    finish(fail(ErrorCode::BadInput,
                m_phase == Phase::LookUp
                    ? tr("%1 could not be reached: its name was not found in time.").arg(m_url)
                : m_phase == Phase::Exchange ? tr("%1 gave no answer in time.").arg(m_url)
                                             : tr("%1 could not be reached in time.").arg(m_url)));
}

void Forwarding::ready(Readiness readiness)
{
    const auto self = shared_from_this();
    if (m_phase == Phase::Connect)
        connected();
    if (m_stream && m_phase == Phase::Handshake)
        handshake();
    if (!m_stream || m_phase != Phase::Exchange)
        return;
    if (!m_out.isEmpty())
        write();
    if (m_stream && (readiness.read || readiness.failed))
        read();
}

void Forwarding::connected()
{
    int reason = 0;
    socklen_t size = sizeof reason;
    ::getsockopt(m_stream->descriptor(), SOL_SOCKET, SO_ERROR, &reason, &size);
    if (reason == 0) {
        lap(m_timings.connect);
        m_phase = Phase::Handshake;
        return;
    }
    m_connectProblem = systemWords(reason);
    drop();
    if (const auto begun = connectNext(); !begun)
        finish(tl::unexpected<Error>(begun.error()));
}

void Forwarding::handshake()
{
    const StreamStep step = m_stream->handshake();
    if (step.kind == StreamStep::Kind::Again) {
        m_poller.change(m_stream->descriptor(), true, step.wantsWrite);
    } else if (step.kind == StreamStep::Kind::Bytes) {
        if (m_tls)
            lap(m_timings.tls);
        m_phase = Phase::Exchange;
        m_poller.change(m_stream->descriptor(), true, true);
    } else {
        finish(fail(ErrorCode::BadInput,
                    tr("%1 could not be reached over TLS: %2.").arg(m_url, m_stream->problem())));
    }
}

/// An application may answer and close without reading it all: only reading tells what became of it.
void Forwarding::write()
{
    const StreamStep step = m_stream->write(m_out);
    if (step.kind == StreamStep::Kind::Bytes)
        m_out.remove(0, step.bytes);
    else if (step.kind != StreamStep::Kind::Again)
        stopSending();
    m_poller.change(m_stream->descriptor(), true, !m_out.isEmpty());
    if (!m_out.isEmpty())
        return;
    if (m_fetched < m_toFetch)
        fetch();
    else
        lap(m_timings.send);
}

void Forwarding::stopSending()
{
    m_out.clear();
    m_toFetch = m_fetched;
}

void Forwarding::fetch()
{
    m_body(m_fetched, std::min(pieceLength, m_toFetch - m_fetched),
           [weak = weak_from_this()](const Result<QByteArray>& piece) {
               if (const auto self = weak.lock())
                   self->take(piece);
           });
}

void Forwarding::take(const Result<QByteArray>& piece)
{
    if (!m_done || !m_stream)
        return;
    if (!piece || piece->isEmpty()) {
        finish(
            fail(ErrorCode::BadInput, tr("The stored body could not be read, and was passed on in part.")));
        return;
    }
    m_fetched += piece->size();
    m_out = *piece;
    m_poller.change(m_stream->descriptor(), true, true);
}

void Forwarding::read()
{
    std::array<char, 16 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
    for (int round = 0; m_stream && (round < 16 || m_stream->hasBuffered()); ++round) {
        const StreamStep step = m_stream->read(buffer.data(), buffer.size());
        if (step.kind == StreamStep::Kind::Again)
            return;
        if (!m_timings.wait)
            lap(m_timings.wait);
        if (step.kind == StreamStep::Kind::Bytes)
            m_reader->feed(QByteArrayView(buffer.data(), step.bytes));
        else
            m_reader->finish();
        if (m_reader->state() != ResponseReader::State::Reading)
            answered();
    }
}

void Forwarding::answered()
{
    using State = ResponseReader::State;
    lap(m_timings.receive);
    if (m_reader->state() == State::Nothing) {
        finish(fail(ErrorCode::BadInput, tr("%1 closed the connection without an answer.").arg(m_url)));
    } else if (m_reader->state() == State::Truncated) {
        finish(fail(ErrorCode::BadInput, tr("The answer of %1 is too long.").arg(m_url)));
    } else if (m_reader->state() != State::Complete || m_reader->status() < 200) {
        finish(fail(ErrorCode::BadInput, tr("%1 gave no valid answer. %2").arg(m_url, m_reader->problem())));
    } else {
        finish(replyOf(*m_reader));
    }
}

void Forwarding::lap(std::optional<Micros>& phase)
{
    const auto now = Steady::now();
    phase = std::chrono::duration_cast<Micros>(now - m_lap);
    m_lap = now;
}

void Forwarding::drop()
{
    if (m_stream)
        m_poller.remove(m_stream->descriptor());
    m_stream.reset();
}

void Forwarding::finish(const Result<Reply>& result)
{
    drop();
    std::exchange(m_done, {})(result);
}

} // namespace hookworks
