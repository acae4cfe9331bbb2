// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/receiver_connection.h"

#include <boost/asio/steady_timer.hpp>
#include <map>
#include <memory>
#include <vector>

namespace hookworks {

/// Connections that wait for the next request. An attempt on a connection that the receiver is about to close
/// would end as "closed" though the receiver never saw it; so a connection is only used again where the
/// receiver has proven that it keeps idle ones for much longer than we let them idle. A receiver that once
/// closed one early gets a fresh connection for each attempt. Belongs to the wire thread.
class ConnectionPool : public std::enable_shared_from_this<ConnectionPool>
{
public:
    explicit ConnectionPool(boost::asio::io_context& io);

    /// One that may be used again; null: make a new one.
    std::unique_ptr<ReceiverConnection> take(const ConnectionKey& key);
    void park(std::unique_ptr<ReceiverConnection> connection);
    /// The receiver closed a connection that was used again, before it saw the request.
    void distrust(const ConnectionKey& key);
    void clear();

private:
    struct Receiver
    {
        bool proven = false;
        bool hasty = false;
        std::vector<std::unique_ptr<ReceiverConnection>> parked; ///< the latest last
    };

    void watch(const ConnectionKey& key, ReceiverConnection& connection);
    void ended(const ConnectionKey& key, const ReceiverConnection* connection);
    void sweep();
    void scheduleSweep();
    static void sweep(Receiver& receiver, Steady::time_point now);

    std::map<ConnectionKey, Receiver> m_receivers;
    boost::asio::steady_timer m_timer;
    bool m_sweeping = false;
};

} // namespace hookworks
