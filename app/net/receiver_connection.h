// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "net/exchange_values.h"

#include <QByteArray>
#include <QString>

#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <memory>
#include <tuple>
#include <utility>

namespace hookworks {

using boost::asio::ip::tcp;
using boost::system::error_code;
using TlsContext = std::shared_ptr<boost::asio::ssl::context>;
using Steady = std::chrono::steady_clock;

/// The other end said that no more comes, or left TLS without saying so.
inline bool isEnd(const error_code& failed)
{
    return failed == boost::asio::error::eof || failed == boost::asio::ssl::error::stream_truncated;
}

/// `127.0.0.1:80`, `[::1]:80`
QString addressText(const tcp::endpoint& endpoint);

/// Whom a connection leads to, and on which way.
struct ConnectionKey
{
    QByteArray host;
    quint16 port = 0;
    bool tls = false;
    bool publicOnly = false; ///< connections made under the stricter policy are kept apart
    QByteArray way;          ///< the proxy and the client certificate, with their secrets
    bool operator==(const ConnectionKey&) const = default;
    bool operator<(const ConnectionKey& other) const
    {
        return std::tie(host, port, tls, publicOnly, way) <
               std::tie(other.host, other.port, other.tls, other.publicOnly, other.way);
    }
};
ConnectionKey connectionKey(const UrlParts& endpoint, const ExchangeTerms& terms);

/// What the system knows of a connection (TCP_INFO).
struct TcpState
{
    bool known = false;
    bool gone = false;        ///< reset, or ended by both sides
    quint64 acknowledged = 0; ///< bytes that the receiver's system has acknowledged
};

/// One TCP connection to a receiver, with TLS or without. Belongs to the wire thread.
class ReceiverConnection
{
public:
    ReceiverConnection(boost::asio::io_context& io, ConnectionKey key);
    ~ReceiverConnection();
    ReceiverConnection(const ReceiverConnection&) = delete;
    ReceiverConnection& operator=(const ReceiverConnection&) = delete;

    /// Layers TLS over the connected socket; it wants the key's host in the certificate and names it (SNI).
    void addTls(TlsContext context);
    boost::asio::ssl::stream<tcp::socket&>* tls() { return m_tls.get(); }
    /// The first five bytes that came back once TLS was begun; fewer than five are not seen.
    const QByteArray& firstTlsBytes() const { return m_firstTlsBytes; }
    /// What is wrong with the receiver's certificate, in OpenSSL's words; empty: nothing.
    QString certificateProblem() const;
    /// The subject of the client certificate, once the receiver has asked for one; empty: none is shown.
    QString shownCertificate() const;
    /// The receiver has asked for a certificate, and there is none.
    bool lacksCertificate() const { return m_certificateWanted && shownCertificate().isEmpty(); }
    TcpState tcpState();
    void noteAddresses();
    void close();

    template <class Buffers, class Handler>
    void readSome(const Buffers& buffers, Handler&& handler)
    {
        if (m_tls)
            m_tls->async_read_some(buffers, std::forward<Handler>(handler));
        else
            socket.async_read_some(buffers, std::forward<Handler>(handler));
    }

    tcp::socket socket;
    ConnectionKey key;
    QString local, remote;
    QString proxy;     ///< whom `remote` is, without credentials; empty: the receiver itself
    int exchanges = 0; ///< requests made on it so far
    bool parked = false;
    Steady::time_point parkedAt;

private:
    static void noteTlsBytes(int written, int version, int type, const void* bytes, size_t count, SSL* ssl,
                             void* connection);

    TlsContext m_context;
    QByteArray m_firstTlsBytes;
    bool m_certificateWanted = false;
    std::unique_ptr<boost::asio::ssl::stream<tcp::socket&>> m_tls;
};

} // namespace hookworks
