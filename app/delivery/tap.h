// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/exchange.h"
#include "domain/result.h"

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_map>

namespace hookworks {

class TapSession;
class WireThread;

/// A SOCKS5 endpoint (RFC 1928, 1929) on loopback for Qt's manager. It takes whole requests from the manager,
/// makes each one's only transmission by an Exchange, and answers 204 whatever came of it; so the manager
/// never sees a failure and never sends twice. User and password are random, so that no other program can use
/// it. The wire outlives it.
class Tap : public std::enable_shared_from_this<Tap>
{
public:
    /// What a request from the manager stands for.
    struct Expected
    {
        AttemptJob job;
        UrlParts endpoint;
        Exchange::Done done; ///< runs on the wire thread
    };

    explicit Tap(WireThread& wire);
    Result<void> listen();
    void close();

    quint16 port() const { return m_port; }
    const QByteArray& user() const { return m_user; }
    const QByteArray& password() const { return m_password; }
    /// The field that ties a request to its job; it is taken out again.
    const QByteArray& field() const { return m_field; }

    void expect(quint64 handle, Expected expected);
    /// Takes a job back; nullopt where it has begun.
    std::optional<Expected> withdraw(quint64 handle);
    WireThread& wire() { return m_wire; }

private:
    friend class TapSession;
    void accept();
    void forget(const std::shared_ptr<TapSession>& session);

    WireThread& m_wire;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    quint16 m_port = 0;
    QByteArray m_user, m_password, m_field;
    /// Their pending reads keep them alive, and they keep the tap.
    std::set<std::weak_ptr<TapSession>, std::owner_less<>> m_sessions;
    std::mutex m_lock; ///< of m_expected: it is filled on the transport's thread
    std::unordered_map<quint64, Expected> m_expected;
};

/// The manager's head as it goes out: without the tap's own field, and without the Connection and the
/// Accept-Language that the request does not have.
QByteArray headWithout(const QByteArray& head, const QByteArray& field, bool keepLanguage);

} // namespace hookworks
