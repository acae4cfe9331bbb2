// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <poll.h>
#include <thread>
#include <vector>

namespace hookworks {

/// Receivers on 127.0.0.1, all on one thread of their own: each answers every request with an empty 200, but
/// for the hanging one, which reads and says nothing.
class Responders
{
public:
    /// Of requests whose bodies have `bodySize` bytes; `hanging` is an index, or -1.
    Responders(int count, qsizetype bodySize, int hanging = -1);
    explicit Responders(qsizetype bodySize)
        : Responders(1, bodySize)
    {
    }
    ~Responders();
    Responders(const Responders&) = delete;
    Responders& operator=(const Responders&) = delete;

    const QString& url(int index = 0) const { return m_urls[index]; }
    int requests() const { return m_requests; }

private:
    struct Peer
    {
        int receiver = 0;
        bool listens = false;
        QByteArray bytes;
    };

    void listen(int receiver);
    void add(int socket, int receiver, bool listens);
    void run();
    void serve(size_t i);
    void close(size_t i);

    qsizetype m_bodySize;
    int m_hanging;
    QList<QString> m_urls;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_requests{0};
    std::vector<pollfd> m_sockets;
    std::vector<Peer> m_peers; ///< beside m_sockets
    std::thread m_thread;
};

} // namespace hookworks
