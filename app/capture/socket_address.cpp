// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/socket_address.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <netinet/tcp.h>
#include <unistd.h>

namespace hookworks {

namespace {

template <class Address>
Address as(const sockaddr_storage& storage)
{
    Address address{};
    std::memcpy(&address, &storage, sizeof address);
    return address;
}

template <class Address>
SocketAddress from(const Address& address)
{
    SocketAddress made;
    std::memcpy(&made.storage, &address, sizeof address);
    made.size = sizeof address;
    return made;
}

} // namespace

std::optional<SocketAddress> SocketAddress::parse(const QString& address, quint16 port)
{
    const QByteArray text = address == u"localhost" ? QByteArray("127.0.0.1") : address.toLatin1();
    sockaddr_in four{};
    if (inet_pton(AF_INET, text.constData(), &four.sin_addr) == 1) {
        four.sin_family = AF_INET;
        four.sin_port = htons(port);
        return from(four);
    }
    sockaddr_in6 six{};
    if (inet_pton(AF_INET6, text.constData(), &six.sin6_addr) != 1)
        return std::nullopt;
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    return from(six);
}

QString SocketAddress::toString() const
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (storage.ss_family == AF_INET) {
        const auto four = as<sockaddr_in>(storage);
        inet_ntop(AF_INET, &four.sin_addr, text.data(), text.size());
        return QString::fromLatin1(text.data()) + u':' + QString::number(port());
    }
    const auto six = as<sockaddr_in6>(storage);
    inet_ntop(AF_INET6, &six.sin6_addr, text.data(), text.size());
    const QString words = QString::fromLatin1(text.data());
    if (IN6_IS_ADDR_V4MAPPED(&six.sin6_addr))
        return words.mid(7) + u':' + QString::number(port());
    return u'[' + words + QStringLiteral("]:") + QString::number(port());
}

quint16 SocketAddress::port() const
{
    return ntohs(storage.ss_family == AF_INET ? as<sockaddr_in>(storage).sin_port
                                              : as<sockaddr_in6>(storage).sin6_port);
}

int openListening(const SocketAddress& where, int backlog)
{
    const int descriptor = ::socket(where.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int yes = 1;
    const int no = 0;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (where.storage.ss_family == AF_INET6)
        ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
    if (::bind(descriptor, reinterpret_cast<const sockaddr*>(&where.storage), where.size) == 0 &&
        ::listen(descriptor, backlog) == 0)
        return descriptor;
    const int reason = errno;
    ::close(descriptor);
    errno = reason;
    return -1;
}

int acceptFrom(int listening, SocketAddress& from)
{
    from.size = sizeof from.storage;
    const int descriptor = ::accept4(listening, reinterpret_cast<sockaddr*>(&from.storage), &from.size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
    const int yes = 1;
    if (descriptor >= 0)
        ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return descriptor;
}

SocketAddress localAddress(int descriptor)
{
    SocketAddress local;
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&local.storage), &local.size);
    return local;
}

} // namespace hookworks
