// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/tap.h"

#include <array>

namespace hookworks {

/// One connection from the manager: the SOCKS5 greeting, then requests, one after the other. Belongs to the
/// wire thread.
class TapSession : public std::enable_shared_from_this<TapSession>
{
public:
    TapSession(std::shared_ptr<Tap> tap, boost::asio::ip::tcp::socket socket);
    void start();
    void close();

private:
    using Step = void (TapSession::*)();

    void read();
    void onBytes();
    void greeting();
    void credentials();
    void target();
    void request();
    void transmit(quint64 handle, qsizetype headSize, qsizetype bodySize);
    void answer();
    void write(const QByteArray& bytes);
    void end();

    std::shared_ptr<Tap> m_tap;
    boost::asio::ip::tcp::socket m_socket;
    std::array<char, 16 * 1024> m_buffer{};
    QByteArray m_in;
    Step m_step = &TapSession::greeting;
    bool m_busy = false; ///< an exchange runs
    bool m_advanced = false;
};

} // namespace hookworks
