// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/receiver_connection.h"

#include "domain/url_parts.h"
#include "net/tls_contexts.h"

#include <array>
#include <cstring>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace hookworks {

QString addressText(const tcp::endpoint& endpoint)
{
    const QString address = QString::fromStdString(endpoint.address().to_string());
    const QString text = endpoint.address().is_v6() ? u'[' + address + u']' : address;
    return text + u':' + QString::number(endpoint.port());
}

ConnectionKey connectionKey(const UrlParts& endpoint, const ExchangeTerms& terms)
{
    ConnectionKey key{endpoint.host, endpoint.port, endpoint.tls,
                      terms.destinations == DestinationPolicy::PublicOnly, QByteArray()};
    const ClientCertificate& certificate = terms.certificate;
    if (terms.proxy)
        key.way = toString(terms.proxy).toUtf8() + '\0' + terms.proxy.user + '\0' + terms.proxy.password;
    if (certificate)
        key.way += '\0' + certificate.file.toUtf8() + '\0' + certificate.keyFile.toUtf8() + '\0' +
                   certificate.passphrase;
    return key;
}

ReceiverConnection::ReceiverConnection(boost::asio::io_context& io, ConnectionKey forKey)
    : socket(io)
    , key(std::move(forKey))
{
}

ReceiverConnection::~ReceiverConnection()
{
    close();
}

void ReceiverConnection::addTls(TlsContext context)
{
    m_context = std::move(context);
    m_tls = std::make_unique<boost::asio::ssl::stream<tcp::socket&>>(socket, *m_context);
    SSL* ssl = m_tls->native_handle();
    SSL_set_msg_callback(ssl, &ReceiverConnection::noteTlsBytes);
    SSL_set_msg_callback_arg(ssl, this);
    error_code notAnAddress;
    boost::asio::ip::make_address(key.host.toStdString(), notAnAddress);
    if (notAnAddress) {
        QByteArray name = withoutRootDot(key.host);
        SSL_set1_host(ssl, name.constData());
        SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
    } else {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), key.host.constData());
    }
}

/// OpenSSL tells each record's header before it looks at it, so that what is no TLS at all is seen here.
void ReceiverConnection::noteTlsBytes(int written, int, int type, const void* bytes, size_t count, SSL*,
                                      void* connection)
{
    auto* const self = static_cast<ReceiverConnection*>(connection);
    const auto* const start = static_cast<const char*>(bytes);
    if (written != 0 || count == 0)
        return;
    if (type == SSL3_RT_HEADER && self->m_firstTlsBytes.isEmpty())
        self->m_firstTlsBytes = QByteArray(start, static_cast<qsizetype>(count));
    else if (type == SSL3_RT_HANDSHAKE && start[0] == SSL3_MT_CERTIFICATE_REQUEST)
        self->m_certificateWanted = true;
}

QString ReceiverConnection::certificateProblem() const
{
    const long result = m_tls ? SSL_get_verify_result(m_tls->native_handle()) : X509_V_OK;
    return result == X509_V_OK ? QString() : QString::fromLatin1(X509_verify_cert_error_string(result));
}

QString ReceiverConnection::shownCertificate() const
{
    return m_certificateWanted ? hookworks::shownCertificate(m_context) : QString();
}

TcpState ReceiverConnection::tcpState()
{
    constexpr size_t acknowledgedAt = 120; // tcpi_bytes_acked in linux/tcp.h
    std::array<char, 256> info{};
    socklen_t length = info.size();
    TcpState state;
    state.known = ::getsockopt(socket.native_handle(), IPPROTO_TCP, TCP_INFO, info.data(), &length) == 0 &&
                  length >= acknowledgedAt + sizeof state.acknowledged;
    if (!state.known)
        return state;
    state.gone = info[0] == TCP_CLOSE;
    std::memcpy(&state.acknowledged, info.data() + acknowledgedAt, sizeof state.acknowledged);
    return state;
}

void ReceiverConnection::noteAddresses()
{
    error_code failed;
    const auto ours = socket.local_endpoint(failed);
    if (!failed)
        local = addressText(ours);
    const auto theirs = socket.remote_endpoint(failed);
    if (!failed)
        remote = addressText(theirs);
}

void ReceiverConnection::close()
{
    error_code ignored;
    socket.close(ignored);
}

} // namespace hookworks
