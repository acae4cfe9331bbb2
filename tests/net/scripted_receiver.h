// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/without_sigpipe.h"

#include <QByteArray>
#include <QString>

#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <functional>
#include <mutex>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace hookworks {

/// A receiver on raw sockets of 127.0.0.1: each connection is served by `script` on a thread of its own, with
/// the connection's number, from 0; the socket is closed behind it.
class ScriptedReceiver
{
public:
    using Script = std::function<void(int socket, int number)>;

    explicit ScriptedReceiver(Script script)
        : m_script(std::move(script))
        , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(m_listener, 512) != 0)
            qFatal("A receiver cannot listen.");
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_acceptor = std::thread([this] { accept(); });
    }
    ~ScriptedReceiver()
    {
        m_stop = true;
        m_acceptor.join();
        for (std::thread& thread : m_threads)
            thread.join();
        ::close(m_listener);
    }
    ScriptedReceiver(const ScriptedReceiver&) = delete;
    ScriptedReceiver& operator=(const ScriptedReceiver&) = delete;

    quint16 port() const { return m_port; }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(m_port); }
    int accepted() const { return m_accepted; }

    /// The close sends RST.
    static void resetOnClose(int socket)
    {
        const linger now{1, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    /// Up to `most` bytes; empty: the other end has ended, or five seconds went by.
    static QByteArray received(int socket, qsizetype most = 64 * 1024)
    {
        QByteArray bytes(most, '\0');
        pollfd waiting{socket, POLLIN, 0};
        const ssize_t count =
            ::poll(&waiting, 1, 5'000) > 0 ? ::recv(socket, bytes.data(), size_t(bytes.size()), 0) : 0;
        return bytes.left(std::max<ssize_t>(0, count));
    }
    /// One request whose head says its length; empty: none came.
    static QByteArray request(int socket)
    {
        QByteArray bytes;
        for (;;) {
            const qsizetype blank = bytes.indexOf("\r\n\r\n");
            const qsizetype at = bytes.indexOf("Content-Length: ");
            if (blank >= 0 && at >= 0 &&
                bytes.size() >=
                    blank + 4 + bytes.mid(at + 16, bytes.indexOf('\r', at) - at - 16).toLongLong())
                return bytes;
            const QByteArray more = received(socket);
            if (more.isEmpty())
                return {};
            bytes += more;
        }
    }
    static void say(int socket, const QByteArray& bytes)
    {
        [[maybe_unused]] const ssize_t sent =
            ::send(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    }

private:
    void accept()
    {
        blockSigPipe(); // in the threads of its connections, too
        pollfd waiting{m_listener, POLLIN, 0};
        while (!m_stop) {
            if (::poll(&waiting, 1, 5) <= 0)
                continue;
            const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0)
                continue;
            const int number = m_accepted++;
            m_threads.emplace_back([this, socket, number] {
                m_script(socket, number);
                ::close(socket);
            });
        }
    }

    Script m_script;
    int m_listener;
    quint16 m_port = 0;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_accepted{0};
    std::vector<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace hookworks
