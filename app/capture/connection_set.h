// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/acceptor.h"
#include "capture/listener_news.h"

#include <QHash>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace hookworks {

class IncomingConnection;

/// A listener's connections: accepts as many as the limits and the process allow, looks after their
/// deadlines, and makes room for senders that wait.
class ConnectionSet final : public QObject
{
    Q_OBJECT

public:
    using Steady = std::chrono::steady_clock;
    using Make = std::function<std::shared_ptr<IncomingConnection>(int descriptor, const QString& remote)>;

    /// `limits` and `news` outlive it.
    ConnectionSet(Poller& poller, const ListenerLimits& limits, ListenerNews& news, Make make,
                  QObject* parent);

    /// The port that was taken.
    Result<quint16> listen(const QString& address, quint16 port);
    bool isListening() const { return m_acceptor.isOpen(); }
    /// Closes everything, with a reset.
    void close();
    void limitsChanged() { updateAccepting(); }
    /// It has closed.
    void remove(const IncomingConnection* connection);

private:
    void accept(int descriptor, const QString& remote);
    void exhausted();
    void updateAccepting();
    int cap() const;
    void sweep();
    void makeRoom(Steady::time_point now);
    Micros patience(int waiting) const;

    const ListenerLimits& m_limits;
    ListenerNews& m_news;
    Make m_make;
    Acceptor m_acceptor;
    QHash<const IncomingConnection*, std::shared_ptr<IncomingConnection>> m_connections;
    QTimer m_timer;
    Steady::time_point m_retryAccept;
    bool m_exhausted = false; ///< the process has no file descriptor left
};

} // namespace hookworks
