// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/byte_stream.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hookworks {

namespace {

StreamStep fromResult(ssize_t result, bool reading)
{
    if (result > 0)
        return {StreamStep::Kind::Bytes, result, false};
    if (result == 0)
        return {StreamStep::Kind::End, 0, false};
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return {StreamStep::Kind::Again, 0, !reading};
    return {StreamStep::Kind::Failed, 0, false};
}

class TlsStream final : public ByteStream
{
public:
    TlsStream(int descriptor, ssl_ctx_st* context)
        : ByteStream(descriptor)
        , m_context(context)
    {
    }
    ~TlsStream() override { SSL_free(m_ssl); }

    StreamStep handshake() override
    {
        if (!m_ssl) {
            m_ssl = SSL_new(m_context);
            if (!m_ssl || SSL_set_fd(m_ssl, descriptor()) != 1)
                return {StreamStep::Kind::Failed, 0, false};
        }
        ERR_clear_error();
        const quint64 before = BIO_number_written(SSL_get_wbio(m_ssl));
        StreamStep made = step(SSL_accept(m_ssl));
        made.bytes = static_cast<qsizetype>(BIO_number_written(SSL_get_wbio(m_ssl)) - before);
        return made;
    }

    StreamStep read(char* to, qsizetype room) override
    {
        if (!m_ssl)
            return ByteStream::read(to, room);
        ERR_clear_error();
        return step(SSL_read(m_ssl, to, asInt(room)));
    }

    StreamStep write(QByteArrayView bytes) override
    {
        if (!m_ssl)
            return {StreamStep::Kind::Failed, 0, false};
        ERR_clear_error();
        return step(SSL_write(m_ssl, bytes.data(), asInt(bytes.size())));
    }

    bool hasBuffered() const override { return m_ssl && SSL_pending(m_ssl) > 0; }

    void endWriting() override
    {
        if (m_ssl && SSL_is_init_finished(m_ssl)) {
            ERR_clear_error();
            SSL_shutdown(m_ssl);
        }
        ByteStream::endWriting();
    }

    std::optional<TlsInfo> tls() const override
    {
        if (!m_ssl)
            return std::nullopt;
        TlsInfo info{QString::fromLatin1(SSL_get_version(m_ssl)),
                     QString::fromLatin1(SSL_CIPHER_get_name(SSL_get_current_cipher(m_ssl))),
                     {}};
        if (X509* certificate = SSL_get1_peer_certificate(m_ssl)) {
            char* subject = X509_NAME_oneline(X509_get_subject_name(certificate), nullptr, 0);
            info.clientSubject = QString::fromUtf8(subject);
            OPENSSL_free(subject);
            X509_free(certificate);
        }
        return info;
    }

    QString problem() const override { return m_problem; }

private:
    /// Of the failure that OpenSSL noted last.
    QString words() const
    {
        const unsigned long code = ERR_peek_error();
        if (ERR_GET_LIB(code) == ERR_LIB_SSL && ERR_GET_REASON(code) == SSL_R_CERTIFICATE_VERIFY_FAILED)
            return QString::fromLatin1(X509_verify_cert_error_string(SSL_get_verify_result(m_ssl)));
        if (code != 0)
            return QString::fromLatin1(ERR_reason_error_string(code));
        return QCoreApplication::translate("hookworks", "the connection was closed");
    }

    static int asInt(qsizetype size)
    {
        return static_cast<int>(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
    }

    StreamStep step(int result)
    {
        if (result > 0)
            return {StreamStep::Kind::Bytes, result, false};
        switch (SSL_get_error(m_ssl, result)) {
        case SSL_ERROR_WANT_READ:
            return {StreamStep::Kind::Again, 0, false};
        case SSL_ERROR_WANT_WRITE:
            return {StreamStep::Kind::Again, 0, true};
        case SSL_ERROR_ZERO_RETURN:
            return {StreamStep::Kind::End, 0, false};
        default:
            m_problem = words();
            return {StreamStep::Kind::Failed, 0, false};
        }
    }

    ssl_ctx_st* m_context;
    QString m_problem;
    SSL* m_ssl = nullptr;
};

} // namespace

ByteStream::~ByteStream()
{
    ::close(m_descriptor);
}

StreamStep ByteStream::handshake()
{
    return {StreamStep::Kind::Bytes, 0, false};
}

StreamStep ByteStream::read(char* to, qsizetype room)
{
    return fromResult(::recv(m_descriptor, to, static_cast<size_t>(room), 0), true);
}

StreamStep ByteStream::write(QByteArrayView bytes)
{
    return fromResult(::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL),
                      false);
}

void ByteStream::endWriting()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

bool ByteStream::hasUnread() const
{
    int waiting = 0;
    return ::ioctl(m_descriptor, FIONREAD, &waiting) == 0 && waiting > 0;
}

std::chrono::milliseconds ByteStream::quietFor() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return {};
    return std::chrono::milliseconds(info.tcpi_last_data_recv);
}

void ByteStream::resetOnClose()
{
    const linger now{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

std::unique_ptr<ByteStream> tlsStream(int descriptor, ssl_ctx_st* context)
{
    return std::make_unique<TlsStream>(descriptor, context);
}

} // namespace hookworks
