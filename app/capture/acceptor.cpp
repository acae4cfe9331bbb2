// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/acceptor.h"

#include "capture/listener.h"
#include "capture/socket_address.h"
#include "domain/words.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hookworks {

namespace {

constexpr int acceptsAtOnce = 64;
constexpr int backlog = 4096;
constexpr int unsentAtMost = 128 * 1024; ///< bytes of an answer that the system takes before they can be sent

tl::unexpected<Error> listenError(const QString& address, quint16 port, int number)
{
    const QString words = QString::fromLocal8Bit(std::strerror(number));
    if (number != EADDRINUSE)
        return fail(ErrorCode::AddressRefused, tr("Cannot listen on %1 port %2.").arg(address).arg(port),
                    words);
    const quint16 offer = nextFreePort(address, static_cast<quint16>(port + 1));
    return fail(ErrorCode::AddressInUse,
                tr("Port %1 of %2 is in use. Port %3 is free.").arg(port).arg(address).arg(offer), words);
}

} // namespace

Acceptor::Acceptor(Poller& poller, Accepted accepted, Exhausted exhausted)
    : m_poller(poller)
    , m_accepted(std::move(accepted))
    , m_exhausted(std::move(exhausted))
{
}

Acceptor::~Acceptor()
{
    close();
}

Result<quint16> Acceptor::listen(const QString& address, quint16 port)
{
    close();
    const auto where = SocketAddress::parse(address, port);
    if (!where)
        return fail(ErrorCode::AddressRefused, tr("%1 is not an address to listen on.").arg(address));
    const int descriptor = openListening(*where, backlog);
    if (descriptor < 0)
        return listenError(address, port, errno);
    m_descriptor = descriptor;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsentAtMost, sizeof unsentAtMost); // inherited
    m_paused = false;
    m_poller.add(descriptor, this, true, false);
    return localAddress(descriptor).port();
}

void Acceptor::close()
{
    if (m_descriptor < 0)
        return;
    m_poller.remove(m_descriptor);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void Acceptor::pause()
{
    if (m_descriptor >= 0 && !m_paused)
        m_poller.change(m_descriptor, false, false);
    m_paused = true;
}

void Acceptor::resume()
{
    if (m_descriptor >= 0 && m_paused)
        m_poller.change(m_descriptor, true, false);
    m_paused = false;
}

int Acceptor::waiting() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (m_descriptor < 0 || ::getsockopt(m_descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return 0;
    return static_cast<int>(info.tcpi_unacked);
}

void Acceptor::ready(Readiness)
{
    for (int i = 0; i < acceptsAtOnce && m_descriptor >= 0 && !m_paused; ++i) {
        SocketAddress from;
        const int descriptor = acceptFrom(m_descriptor, from);
        if (descriptor >= 0) {
            m_accepted(descriptor, from.toString());
            continue;
        }
        if (errno == ECONNABORTED || errno == EINTR)
            continue;
        if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
            m_exhausted();
        return;
    }
}

} // namespace hookworks
