// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <sys/socket.h>

namespace hookworks {

/// An IPv4 or IPv6 address with its port.
class SocketAddress
{
public:
    /// A literal address, or `localhost` for 127.0.0.1.
    static std::optional<SocketAddress> parse(const QString& address, quint16 port);
    /// `127.0.0.1:8717`, `[::1]:8717`; an IPv4 address mapped into IPv6 as IPv4.
    QString toString() const;
    quint16 port() const;

    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_storage);
};

/// A non-blocking listening socket; negative with errno set.
int openListening(const SocketAddress& where, int backlog);
/// A non-blocking connection; negative with errno set.
int acceptFrom(int listening, SocketAddress& from);
SocketAddress localAddress(int descriptor);

} // namespace hookworks
