// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/connection_set.h"

#include "capture/incoming_connection.h"

#include <algorithm>
#include <map>
#include <sys/resource.h>
#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int reservedDescriptors = 128; ///< for the workspace, forwarding, libraries
constexpr auto sweepGap = 100ms;
constexpr auto crowdedGap = 10ms;
constexpr auto longestWait = 500ms; ///< that making room aims at
constexpr Micros mostPatience = 250ms;
constexpr Micros leastPatience = 10ms;

} // namespace

ConnectionSet::ConnectionSet(Poller& poller, const ListenerLimits& limits, ListenerNews& news, Make make,
                             QObject* parent)
    : QObject(parent)
    , m_limits(limits)
    , m_news(news)
    , m_make(std::move(make))
    , m_acceptor(
          poller, [this](int descriptor, const QString& remote) { accept(descriptor, remote); },
          [this] { exhausted(); })
{
    m_timer.setParent(this); // so that it moves to the listener's thread with it
    connect(&m_timer, &QTimer::timeout, this, &ConnectionSet::sweep);
}

Result<quint16> ConnectionSet::listen(const QString& address, quint16 port)
{
    const auto taken = m_acceptor.listen(address, port);
    if (taken)
        m_timer.start(sweepGap);
    return taken;
}

void ConnectionSet::close()
{
    m_acceptor.close();
    m_timer.stop();
    const auto open = m_connections.values();
    for (const auto& connection : open)
        connection->abort();
}

/// Below the process's own limit, so that the workspace can always open what it needs.
int ConnectionSet::cap() const
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return m_limits.connections;
    const auto most = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000));
    return std::clamp(most - reservedDescriptors, most / 4, std::max(most / 4, m_limits.connections));
}

void ConnectionSet::accept(int descriptor, const QString& remote)
{
    m_news.connectionSeen();
    const auto connection = m_make(descriptor, remote);
    m_connections.insert(connection.get(), connection);
    connection->start();
    updateAccepting();
}

/// The system has no descriptor for one more; tries again in a moment, so that nothing spins.
void ConnectionSet::exhausted()
{
    m_exhausted = true;
    m_retryAccept = Steady::now() + 100ms;
    updateAccepting();
    m_news.refusalSeen({}, tr("The process has no file descriptor left; accepting pauses."));
}

void ConnectionSet::updateAccepting()
{
    if (m_exhausted || m_connections.size() >= std::min(cap(), m_limits.connections))
        m_acceptor.pause();
    else
        m_acceptor.resume();
    m_news.connectionsChanged(m_connections.size(), m_acceptor.isPaused());
}

void ConnectionSet::remove(const IncomingConnection* connection)
{
    m_connections.remove(connection);
    m_exhausted = false; // its descriptor is free
    if (m_acceptor.isPaused())
        updateAccepting();
    m_news.connectionsChanged(m_connections.size(), m_acceptor.isPaused());
}

/// Looks after deadlines.
void ConnectionSet::sweep()
{
    const auto now = Steady::now();
    if (m_exhausted && now >= m_retryAccept) {
        m_exhausted = false;
        updateAccepting();
    }
    const auto open = m_connections.values();
    for (const auto& connection : open)
        connection->checkDeadline(now);
    const bool crowded = m_acceptor.isPaused() && m_acceptor.waiting() > 0;
    if (const auto gap = crowded ? crowdedGap : sweepGap; m_timer.intervalAsDuration() != gap)
        m_timer.start(gap);
    if (crowded)
        makeRoom(now);
}

/// The more wait for each place, the less.
Micros ConnectionSet::patience(int waiting) const
{
    const auto places = static_cast<int>(m_connections.size());
    return std::clamp<Micros>(places * Micros(longestWait) / std::max(waiting, 1), leastPatience,
                              mostPatience);
}

/// Accepting pauses and senders wait: for as many as wait, whoever has stalled leaves; where that is not
/// enough, whoever was served for a turn leaves after an answer. Longest first.
void ConnectionSet::makeRoom(Steady::time_point now)
{
    std::multimap<Steady::time_point, std::shared_ptr<IncomingConnection>> stalled, served;
    int wanted = m_acceptor.waiting();
    const Micros patience = this->patience(wanted);
    for (const auto& connection : std::as_const(m_connections)) {
        if (const auto from = connection->stallsFrom(patience); from && now > *from)
            stalled.emplace(*from, connection);
        else if (connection->facts().leaves)
            --wanted;
        else if (now - connection->facts().accepted > 2 * patience)
            served.emplace(connection->facts().accepted, connection);
    }
    if (!m_exhausted) // that was said
        m_news.warn({}, stalled.empty()
                            ? tr("All connections are in use, and others wait: the ones that were served "
                                 "longest end after their answer.")
                            : tr("All connections are in use, and others wait: the ones that have "
                                 "stalled longest are closed."));
    for (const auto& [since, connection] : stalled) {
        if (wanted-- > 0)
            connection->makeRoom();
    }
    for (const auto& [since, connection] : served) {
        if (wanted-- > 0)
            connection->facts().leaves = true;
    }
}

} // namespace hookworks
