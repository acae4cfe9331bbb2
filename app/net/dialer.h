// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/exchange_values.h"
#include "net/proxy_talk.h"
#include "net/receiver_connection.h"
#include "net/resolver.h"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hookworks {

class WireThread;

/// Why there is no connection.
struct DialFailure
{
    Outcome outcome = Outcome::Refused;
    QString error;
};

/// How far the way to a connection has come.
struct Dialled
{
    QString local, remote; ///< address:port; of the address that was tried last
    QString proxy;         ///< whom `remote` is, without credentials; empty: the receiver itself
    bool shortOfPorts = false;
    bool tunnelled = true;  ///< the proxy, where there is one, has opened the way
    qsizetype tlsBytes = 0; ///< of the receiver's handshake
    std::optional<Micros> lookUp;
    std::optional<Steady::time_point> connected, secured;
};

/// Opens a connection to a receiver: finds its addresses and checks them, connects, through a proxy where
/// there is one, and layers TLS over it. On the wire thread. Keeps itself alive until it has called `done`,
/// once, or was stopped.
class Dialer : public std::enable_shared_from_this<Dialer>
{
public:
    using Done = std::function<void(const std::optional<DialFailure>&)>;

    Dialer(WireThread& wire, UrlParts endpoint, ExchangeTerms terms, Done done);
    void start();
    /// Nothing is done any more, `done` included.
    void stop();
    /// From `done` on; after a failure the one that failed, or null.
    std::unique_ptr<ReceiverConnection> takeConnection() { return std::move(m_connection); }
    Dialled dialled() const;

private:
    void onReceiverFound(const Resolved& resolved);
    void findProxy();
    void connectNext();
    void onConnected(error_code failed);
    void waitForPort();
    void talkToProxy();
    void onProxySaid(error_code failed, size_t bytes);
    void secure();
    void handshake();
    void onHandshake(error_code failed);
    void fail(Outcome outcome, const QString& error);
    void finish(const std::optional<DialFailure>& failure);

    WireThread& m_wire;
    const UrlParts m_endpoint;
    const ExchangeTerms m_terms;
    Done m_done;
    Dialled m_dialled;
    std::unique_ptr<ReceiverConnection> m_connection;
    std::optional<ProxyTalk> m_talk; ///< with the proxy, where there is one
    boost::asio::steady_timer m_pause;
    std::vector<boost::asio::ip::address> m_addresses; ///< of whom is connected to
    size_t m_nextAddress = 0;
    QByteArray m_toProxy;
    std::array<char, 4 * 1024> m_fromProxy{};
    Steady::time_point m_began;
};

} // namespace hookworks
