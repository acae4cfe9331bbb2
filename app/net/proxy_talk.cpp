// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy_talk.h"

#include "domain/readable_text.h"
#include "domain/words.h"

#include <boost/asio/ip/address.hpp>

namespace hookworks {

namespace {

constexpr char socksVersion = 5;
constexpr char noCredentials = 0, userAndPassword = 2;
constexpr char connectCommand = 1;
constexpr char ipv4 = 1, name = 3, ipv6 = 4;

QString socksReason(int code)
{
    switch (code) {
    case 1:
        return tr("a failure that it does not name");
    case 2:
        return tr("its rules do not allow this connection");
    case 3:
        return tr("the network cannot be reached");
    case 4:
        return tr("the host cannot be reached");
    case 5:
        return tr("the receiver refused the connection");
    case 6:
        return tr("the way there is too long (TTL expired)");
    case 7:
        return tr("it does not connect for clients");
    case 8:
        return tr("it does not know this kind of address");
    default:
        return tr("reason %1").arg(code);
    }
}

/// RFC 1928, 5: the kind of address, and the address.
QByteArray socksAddress(const QByteArray& host)
{
    boost::system::error_code noAddress;
    const auto address = boost::asio::ip::make_address(host.toStdString(), noAddress);
    if (noAddress)
        return QByteArray(1, name) + static_cast<char>(host.size()) + host;
    const auto bytes = [](const auto& raw) {
        return QByteArray(reinterpret_cast<const char*>(raw.data()), static_cast<qsizetype>(raw.size()));
    };
    return address.is_v4() ? QByteArray(1, ipv4) + bytes(address.to_v4().to_bytes())
                           : QByteArray(1, ipv6) + bytes(address.to_v6().to_bytes());
}

/// How long the reply to a connection is; 0: its beginning does not say yet, -1: it is none.
qsizetype lengthOfSocksReply(const QByteArray& in)
{
    if (!in.isEmpty() && in[0] != socksVersion)
        return -1;
    if (in.size() < 5)
        return 0;
    if (in[3] == ipv4)
        return 10;
    if (in[3] == ipv6)
        return 22;
    return in[3] == name ? 7 + static_cast<uchar>(in[4]) : -1;
}

} // namespace

ProxyTalk::ProxyTalk(const Proxy& proxy, QByteArray host, quint16 port)
    : m_proxy(proxy)
    , m_host(std::move(host))
    , m_port(port)
    , m_response(QByteArrayLiteral("CONNECT"))
{
    if (proxy.kind == Proxy::Kind::Socks5)
        greet();
    else
        askForTunnel();
}

ProxyTalk::State ProxyTalk::feed(QByteArrayView bytes)
{
    if (m_state != State::Talking)
        return m_state;
    if (!m_step) {
        readResponse(bytes);
        return m_state;
    }
    m_in.append(bytes);
    while (m_state == State::Talking && (this->*m_step)()) {
    }
    return m_state;
}

void ProxyTalk::askForTunnel()
{
    const QByteArray host = m_host.contains(':') ? '[' + m_host + ']' : m_host;
    const QByteArray authority = host + ':' + QByteArray::number(m_port);
    m_out = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n";
    if (!m_proxy.user.isEmpty())
        m_out += "Proxy-Authorization: Basic " + (m_proxy.user + ':' + m_proxy.password).toBase64() + "\r\n";
    m_out += "\r\n";
}

void ProxyTalk::readResponse(QByteArrayView bytes)
{
    m_response.feed(bytes);
    if (m_response.state() == ResponseReader::State::Invalid) {
        refuse(m_response.problem());
    } else if (m_response.hasHead() && m_response.status() / 100 != 2) {
        const QByteArray line = m_response.head().left(m_response.head().indexOf('\n')).trimmed();
        refuse(m_response.status() == 407
                   ? tr("It wants a user and a password (407): give them with the proxy.")
                   : tr("It answered %1.").arg(readableText(line.mid(line.indexOf(' ') + 1).left(200))));
    } else if (m_response.hasHead()) {
        m_state = State::Open;
    }
}

void ProxyTalk::greet()
{
    m_out = m_proxy.user.isEmpty() ? QByteArray("\x05\x01\x00", 3) : QByteArray("\x05\x02\x00\x02", 4);
    m_step = &ProxyTalk::methodChosen;
}

bool ProxyTalk::methodChosen()
{
    if (m_in.size() < 2)
        return false;
    const char method = m_in[1];
    if (m_in[0] != socksVersion)
        return refuse(tr("It does not speak SOCKS5."));
    m_in.remove(0, 2);
    if (method == userAndPassword && !m_proxy.user.isEmpty()) {
        m_out += QByteArray(1, 1) + static_cast<char>(m_proxy.user.size()) + m_proxy.user +
                 static_cast<char>(m_proxy.password.size()) + m_proxy.password;
        m_step = &ProxyTalk::credentialsJudged;
        return true;
    }
    if (method != noCredentials)
        return refuse(m_proxy.user.isEmpty() ? tr("It wants a user and a password: give them with the proxy.")
                                             : tr("It takes no user and password."));
    askForConnection();
    return true;
}

bool ProxyTalk::credentialsJudged()
{
    if (m_in.size() < 2)
        return false;
    const bool right = m_in[1] == 0;
    m_in.remove(0, 2);
    if (!right)
        return refuse(tr("It does not take this user and password."));
    askForConnection();
    return true;
}

void ProxyTalk::askForConnection()
{
    m_out += QByteArray(1, socksVersion) + connectCommand + '\0' + socksAddress(m_host) +
             static_cast<char>(m_port >> 8) + static_cast<char>(m_port & 0xff);
    m_step = &ProxyTalk::connectAnswered;
}

bool ProxyTalk::connectAnswered()
{
    const qsizetype size = lengthOfSocksReply(m_in);
    if (size < 0)
        return refuse(tr("It does not speak SOCKS5."));
    if (m_in.size() > 1 && m_in[1] != 0)
        return refuse(tr("It says: %1.").arg(socksReason(static_cast<uchar>(m_in[1]))));
    if (size == 0 || m_in.size() < size)
        return false;
    m_state = State::Open;
    return true;
}

bool ProxyTalk::refuse(const QString& problem)
{
    m_problem = problem;
    m_state = State::Refused;
    return false;
}

} // namespace hookworks
