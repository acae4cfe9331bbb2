// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logging_receiver.h"

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hookworks {

namespace {

/// Whether the head and as much body as it announces are there.
bool isWhole(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const LoggedRequest request{bytes, 0, {}};
    return bytes.size() - end - 4 >= request.header("Content-Length").toLongLong();
}

} // namespace

QByteArray LoggedRequest::header(const QByteArray& name) const
{
    for (const QByteArray& line : head().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

LoggingReceiver::LoggingReceiver(Answer answer)
    : m_answer(std::move(answer))
{
    m_listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(m_listening, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(m_listening, 128) != 0)
        qFatal("A receiver cannot listen.");
    socklen_t length = sizeof address;
    ::getsockname(m_listening, reinterpret_cast<sockaddr*>(&address), &length);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

LoggingReceiver::~LoggingReceiver()
{
    ::shutdown(m_listening, SHUT_RDWR);
    m_thread.join();
    ::close(m_listening);
}

QByteArray LoggingReceiver::url(const QByteArray& path) const
{
    return "http://127.0.0.1:" + QByteArray::number(m_port) + path;
}

QList<LoggedRequest> LoggingReceiver::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

bool LoggingReceiver::waitFor(qsizetype wanted, int seconds) const
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    while (count() < wanted) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

QByteArray LoggingReceiver::status(int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Answer\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

void LoggingReceiver::serve()
{
    for (;;) {
        sockaddr_in peer{};
        socklen_t length = sizeof peer;
        const int socket = ::accept4(m_listening, reinterpret_cast<sockaddr*>(&peer), &length, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        exchange(socket, ntohs(peer.sin_port));
        ::close(socket);
    }
}

void LoggingReceiver::exchange(int socket, quint16 peerPort)
{
    const timeval patience{10, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    QByteArray bytes;
    std::array<char, 65536> buffer{};
    while (!isWhole(bytes)) {
        const auto count = ::recv(socket, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return;
        bytes.append(buffer.data(), count);
    }
    int number = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append({bytes, peerPort, std::chrono::system_clock::now()});
        number = static_cast<int>(m_requests.size());
    }
    const QByteArray answer = m_answer(number);
    ::send(socket, answer.constData(), static_cast<size_t>(answer.size()), MSG_NOSIGNAL);
    ::shutdown(socket, SHUT_WR);
}

} // namespace hookworks
