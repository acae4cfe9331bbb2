// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/responders.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace hookworks {

Responders::Responders(int count, qsizetype bodySize, int hanging)
    : m_bodySize(bodySize)
    , m_hanging(hanging)
{
    for (int receiver = 0; receiver < count; ++receiver)
        listen(receiver);
    m_thread = std::thread([this] { run(); });
}

Responders::~Responders()
{
    m_stop = true;
    m_thread.join();
    for (const pollfd& entry : m_sockets)
        ::close(entry.fd);
}

void Responders::listen(int receiver)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(socket, 1024) != 0)
        qFatal("A receiver cannot listen: %s", std::strerror(errno));
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    m_urls << QStringLiteral("http://127.0.0.1:%1/hook").arg(ntohs(address.sin_port));
    add(socket, receiver, true);
}

void Responders::add(int socket, int receiver, bool listens)
{
    m_sockets.push_back({socket, POLLIN, 0});
    m_peers.push_back({receiver, listens, {}});
}

void Responders::run()
{
    while (!m_stop) {
        if (::poll(m_sockets.data(), m_sockets.size(), 20) <= 0)
            continue;
        for (size_t i = m_sockets.size(); i-- > 0;) {
            if (m_sockets[i].revents == 0)
                continue;
            if (m_peers[i].listens)
                add(::accept4(m_sockets[i].fd, nullptr, nullptr, SOCK_CLOEXEC), m_peers[i].receiver, false);
            else
                serve(i);
        }
    }
}

void Responders::serve(size_t i)
{
    static const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    std::array<char, 16'384> buffer{};
    const ssize_t count = ::recv(m_sockets[i].fd, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return close(i);
    if (m_peers[i].receiver == m_hanging)
        return;
    QByteArray& bytes = m_peers[i].bytes;
    bytes.append(buffer.data(), count);
    const qsizetype blank = bytes.indexOf("\r\n\r\n");
    if (blank < 0 || bytes.size() < blank + 4 + m_bodySize)
        return;
    bytes.remove(0, blank + 4 + m_bodySize);
    ++m_requests;
    ::send(m_sockets[i].fd, reply.constData(), static_cast<size_t>(reply.size()), MSG_NOSIGNAL);
}

void Responders::close(size_t i)
{
    ::close(m_sockets[i].fd);
    m_sockets.erase(m_sockets.begin() + static_cast<std::ptrdiff_t>(i));
    m_peers.erase(m_peers.begin() + static_cast<std::ptrdiff_t>(i));
}

} // namespace hookworks
