// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/poller.h"
#include "domain/result.h"

#include <QString>

#include <functional>

namespace hookworks {

/// A listening socket of our own. QTcpServer says nothing when the process runs out of descriptors, and
/// spins; this one stops listening to the socket until resume().
class Acceptor final : public Pollable
{
public:
    using Accepted = std::function<void(int descriptor, const QString& remote)>;
    using Exhausted = std::function<void()>;

    Acceptor(Poller& poller, Accepted accepted, Exhausted exhausted);
    ~Acceptor() override;

    /// IPv4 or IPv6; port 0: any free one. The port that was taken.
    Result<quint16> listen(const QString& address, quint16 port);
    void close();
    bool isOpen() const { return m_descriptor >= 0; }
    void pause();
    void resume();
    bool isPaused() const { return m_paused; }
    /// Connections that the system has made and that wait to be accepted (Linux: tcp(7), TCP_INFO).
    int waiting() const;
    void ready(Readiness readiness) override;

private:
    Poller& m_poller;
    Accepted m_accepted;
    Exhausted m_exhausted;
    int m_descriptor = -1;
    bool m_paused = false;
};

} // namespace hookworks
