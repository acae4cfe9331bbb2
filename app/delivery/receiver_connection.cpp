// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/receiver_connection.h"

#include "domain/url_parts.h"

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

namespace hookworks {

QString addressText(const tcp::endpoint& endpoint)
{
    const QString address = QString::fromStdString(endpoint.address().to_string());
    const QString text = endpoint.address().is_v6() ? u'[' + address + u']' : address;
    return text + u':' + QString::number(endpoint.port());
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
    if (written == 0 && type == SSL3_RT_HEADER && self->m_firstTlsBytes.isEmpty())
        self->m_firstTlsBytes = QByteArray(static_cast<const char*>(bytes), static_cast<qsizetype>(count));
}

QString ReceiverConnection::certificateProblem() const
{
    const long result = m_tls ? SSL_get_verify_result(m_tls->native_handle()) : X509_V_OK;
    return result == X509_V_OK ? QString() : QString::fromLatin1(X509_verify_cert_error_string(result));
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
