// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forwarding.h"

#include "capture/socket_address.h"
#include "http/request_writer.h"

#include <QCoreApplication>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <utility>

namespace hookworks {

namespace {

constexpr const char* mark = "Hookworks-Forwarded";
constexpr qint64 longestAnswer = 16 * 1024 * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("hookworks", text);
}

/// About one connection only (RFC 9110, 7.6.1), or made anew with the message.
void dropHopFields(HeaderList& headers)
{
    QList<QByteArray> named;
    for (const QByteArray& value : headers.values("Connection")) {
        for (const QByteArray& name : value.split(','))
            named << name.trimmed();
    }
    for (const QByteArray& name : named)
        headers.remove(name);
    for (const char* name : {"Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer",
                             "Transfer-Encoding", "Upgrade", "Expect"})
        headers.remove(name);
}

Result<QByteArray> passedOn(const Capture& capture, const UrlParts& base)
{
    HeaderList headers = capture.headers;
    dropHopFields(headers);
    headers.remove("Content-Length");
    headers.set("Host", base.hostField);
    headers.append(mark, "1");
    headers.append("Connection", "close");
    if (!capture.body.isEmpty() || capture.headers.contains("Content-Length"))
        headers.append("Content-Length", QByteArray::number(capture.body.size()));
    QByteArray target = capture.target;
    if (!target.startsWith('/')) {
        const qsizetype path = target.indexOf('/', target.indexOf("://") + 3);
        target = target.contains("://") && path > 0 ? target.sliced(path) : QByteArray("/");
    }
    QByteArray prefix = base.target;
    if (prefix.endsWith('/'))
        prefix.chop(1);
    return composeHead(capture.method, prefix + target, headers).map([&](const QByteArray& head) {
        return head + capture.body;
    });
}

} // namespace

bool wasForwarded(const HeaderList& headers)
{
    return headers.contains(mark);
}

Forwarding::Forwarding(Poller& poller, Done done)
    : m_poller(poller)
    , m_done(std::move(done))
{
}

Forwarding::~Forwarding()
{
    if (m_stream)
        m_poller.remove(m_stream->descriptor());
}

Result<void> Forwarding::begin(const Capture& capture, const QString& baseUrl)
{
    m_url = baseUrl;
    const auto base = splitUrl(baseUrl);
    if (!base)
        return tl::unexpected<Error>(base.error());
    const auto where = SocketAddress::parse(QString::fromLatin1(base->host), base->port);
    if (base->tls || !where)
        return fail(
            ErrorCode::BadInput,
            tr("Requests can be passed on to http and a literal address or localhost only, not to %1.")
                .arg(baseUrl));
    auto request = passedOn(capture, *base);
    if (!request)
        return tl::unexpected<Error>(request.error());
    m_out = std::move(*request);
    ResponseLimits limits;
    limits.bodyBytes = longestAnswer;
    m_reader = std::make_unique<ResponseReader>(capture.method, limits);
    const int descriptor = ::socket(where->storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return fail(ErrorCode::BadInput, tr("There is no socket left to reach %1.").arg(baseUrl));
    auto stream = std::make_unique<ByteStream>(descriptor);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&where->storage), where->size) != 0 &&
        errno != EINPROGRESS)
        return fail(ErrorCode::BadInput, tr("%1 could not be reached.").arg(baseUrl));
    if (!m_poller.add(descriptor, this, true, true))
        return fail(ErrorCode::BadInput, tr("%1 could not be reached.").arg(baseUrl));
    m_stream = std::move(stream);
    return {};
}

void Forwarding::giveUp()
{
    if (m_stream)
        finish(fail(ErrorCode::BadInput, tr("%1 gave no answer in time.").arg(m_url)));
}

void Forwarding::ready(Readiness readiness)
{
    const auto self = shared_from_this();
    int reason = 0;
    socklen_t size = sizeof reason;
    ::getsockopt(m_stream->descriptor(), SOL_SOCKET, SO_ERROR, &reason, &size);
    if (reason != 0 && m_reader->state() == ResponseReader::State::Reading && !m_reader->hasHead()) {
        finish(fail(ErrorCode::BadInput,
                    tr("%1 could not be reached: %2.").arg(m_url, QString::fromLocal8Bit(strerror(reason)))));
        return;
    }
    if (readiness.write && !m_out.isEmpty())
        write();
    if (m_stream && (readiness.read || readiness.failed))
        read();
}

/// An application may answer and close without reading it all: only reading tells what became of it.
void Forwarding::write()
{
    const StreamStep step = m_stream->write(m_out);
    if (step.kind == StreamStep::Kind::Bytes)
        m_out.remove(0, step.bytes);
    else if (step.kind != StreamStep::Kind::Again)
        m_out.clear();
    if (m_out.isEmpty())
        m_poller.change(m_stream->descriptor(), true, false);
}

void Forwarding::read()
{
    std::array<char, 16 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read() fills it
    for (int round = 0; round < 16 && m_stream; ++round) {
        const StreamStep step = m_stream->read(buffer.data(), buffer.size());
        if (step.kind == StreamStep::Kind::Again)
            return;
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
    if (m_reader->state() == State::Nothing) {
        finish(fail(ErrorCode::BadInput, tr("%1 closed the connection without an answer.").arg(m_url)));
    } else if (m_reader->state() == State::Truncated) {
        finish(fail(ErrorCode::BadInput, tr("The answer of %1 is too long.").arg(m_url)));
    } else if (m_reader->state() != State::Complete || m_reader->status() < 200) {
        finish(fail(ErrorCode::BadInput, tr("%1 gave no valid answer. %2").arg(m_url, m_reader->problem())));
    } else {
        Reply reply;
        reply.status = m_reader->status();
        reply.headers = m_reader->headers();
        dropHopFields(reply.headers);
        reply.headers.remove("Content-Length");
        reply.body = m_reader->body();
        finish(reply);
    }
}

void Forwarding::finish(const Result<Reply>& result)
{
    m_poller.remove(m_stream->descriptor());
    m_stream.reset();
    std::exchange(m_done, {})(result);
}

} // namespace hookworks
