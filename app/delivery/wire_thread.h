// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/connection_pool.h"
#include "delivery/exchange.h"
#include "delivery/wire.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace hookworks {

/// The thread behind Wire. start() and cancel() may be called on any thread; everything else belongs to the
/// wire thread.
class WireThread
{
public:
    explicit WireThread(const TlsTrust& trust);
    ~WireThread();
    WireThread(const WireThread&) = delete;
    WireThread& operator=(const WireThread&) = delete;

    /// A handle that no other exchange of this wire has.
    quint64 newHandle() { return ++m_handles; }
    /// Starts an exchange; `done` runs on the wire thread.
    void start(quint64 handle, WireJob job, Exchange::Done done);
    /// The same, for the wire thread itself.
    void startHere(quint64 handle, WireJob job, Exchange::Done done);
    void cancel(quint64 handle);
    Result<void> setTrust(const TlsTrust& trust);

    const std::shared_ptr<boost::asio::io_context>& io() const { return m_io; }
    ConnectionPool& pool() { return *m_pool; }
    Result<TlsContext> tlsContext();

private:
    std::shared_ptr<boost::asio::io_context> m_io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::shared_ptr<ConnectionPool> m_pool;
    std::unordered_map<quint64, std::weak_ptr<Exchange>> m_running;
    std::atomic<quint64> m_handles{0};
    std::mutex m_trustLock;
    TlsTrust m_trust;
    TlsContext m_tls; ///< made when first needed: reading the system's authorities takes a while
    std::thread m_thread;
};

} // namespace hookworks
