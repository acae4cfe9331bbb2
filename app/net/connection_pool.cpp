// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connection_pool.h"

#include <algorithm>
#include <sys/socket.h>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr auto proofTime = 400ms;  ///< an idle connection that lives so long proves the receiver
constexpr auto usableTime = 100ms; ///< idle for longer: not used again
constexpr auto parkTime = 1s;
constexpr size_t mostParked = 8;
constexpr size_t mostReceivers = 1'024;

/// Nothing to read: neither the receiver's FIN nor bytes that nobody asked for.
bool isQuiet(ReceiverConnection& connection)
{
    char byte = 0;
    const auto got = ::recv(connection.socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

} // namespace

ConnectionPool::ConnectionPool(boost::asio::io_context& io)
    : m_timer(io)
{
}

std::unique_ptr<ReceiverConnection> ConnectionPool::take(const ConnectionKey& key)
{
    const auto found = m_receivers.find(key);
    if (found == m_receivers.end() || !found->second.proven || found->second.hasty ||
        found->second.parked.empty())
        return nullptr;
    auto& parked = found->second.parked;
    if (Steady::now() - parked.back()->parkedAt > usableTime)
        return nullptr;
    std::unique_ptr<ReceiverConnection> connection = std::move(parked.back());
    parked.pop_back();
    connection->parked = false;
    error_code ignored;
    connection->socket.cancel(ignored);
    if (isQuiet(*connection))
        return connection;
    found->second.hasty = true;
    return nullptr;
}

void ConnectionPool::park(std::unique_ptr<ReceiverConnection> connection)
{
    if (m_receivers.size() >= mostReceivers)
        clear();
    const ConnectionKey key = connection->key;
    Receiver& receiver = m_receivers[key];
    if (receiver.hasty || receiver.parked.size() >= mostParked)
        return;
    connection->parked = true;
    connection->parkedAt = Steady::now();
    receiver.parked.push_back(std::move(connection));
    watch(key, *receiver.parked.back());
    scheduleSweep();
}

void ConnectionPool::distrust(const ConnectionKey& key)
{
    m_receivers[key].hasty = true;
}

void ConnectionPool::clear()
{
    m_receivers.clear();
    m_timer.cancel();
}

void ConnectionPool::watch(const ConnectionKey& key, ReceiverConnection& connection)
{
    connection.socket.async_wait(tcp::socket::wait_read,
                                 [weak = weak_from_this(), key, address = &connection](error_code failed) {
                                     const auto self = weak.lock();
                                     if (self && failed != boost::asio::error::operation_aborted)
                                         self->ended(key, address);
                                 });
}

/// A parked connection became readable: the receiver closed it, or speaks out of turn.
void ConnectionPool::ended(const ConnectionKey& key, const ReceiverConnection* connection)
{
    const auto found = m_receivers.find(key);
    if (found == m_receivers.end())
        return;
    auto& parked = found->second.parked;
    const auto it = std::ranges::find(parked, connection, &std::unique_ptr<ReceiverConnection>::get);
    if (it == parked.end())
        return;
    found->second.hasty = found->second.hasty || Steady::now() - (*it)->parkedAt < proofTime;
    parked.erase(it);
}

void ConnectionPool::scheduleSweep()
{
    if (m_sweeping)
        return;
    m_sweeping = true;
    m_timer.expires_after(50ms);
    m_timer.async_wait([weak = weak_from_this()](error_code failed) {
        const auto self = weak.lock();
        if (!self)
            return;
        self->m_sweeping = false;
        if (!failed)
            self->sweep();
    });
}

void ConnectionPool::sweep()
{
    const auto now = Steady::now();
    bool left = false;
    for (auto& [key, receiver] : m_receivers) {
        sweep(receiver, now);
        left = left || !receiver.parked.empty();
    }
    if (left)
        scheduleSweep();
}

void ConnectionPool::sweep(Receiver& receiver, Steady::time_point now)
{
    for (const auto& connection : receiver.parked) {
        if (now - connection->parkedAt >= proofTime)
            receiver.proven = true;
    }
    std::erase_if(receiver.parked,
                  [&](const auto& connection) { return now - connection->parkedAt >= parkTime; });
}

} // namespace hookworks
