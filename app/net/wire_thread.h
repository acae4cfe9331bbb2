// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/connection_pool.h"
#include "net/exchange.h"
#include "net/tls_contexts.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <memory>
#include <thread>
#include <unordered_map>

namespace hookworks {

/// The thread behind Wire. start(), give() and cancel() may be called on any thread; everything else belongs
/// to the wire thread.
class WireThread
{
public:
    explicit WireThread(const TlsTrust& trust);
    ~WireThread();
    WireThread(const WireThread&) = delete;
    WireThread& operator=(const WireThread&) = delete;

    /// A handle that no other exchange of this wire has.
    quint64 newHandle() { return ++m_handles; }
    /// Starts an exchange; `answers` are called on the wire thread.
    void start(quint64 handle, ExchangeRequest request, ExchangeAnswers answers);
    /// The next piece of a body, see ExchangeAnswers::more.
    void give(quint64 handle, const QByteArray& piece);
    void cancel(quint64 handle);

    const std::shared_ptr<boost::asio::io_context>& io() const { return m_io; }
    ConnectionPool& pool() { return *m_pool; }
    TlsContexts& tls() { return m_tls; }

private:
    std::shared_ptr<Exchange> running(quint64 handle) const;

    std::shared_ptr<boost::asio::io_context> m_io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::shared_ptr<ConnectionPool> m_pool;
    TlsContexts m_tls;
    std::unordered_map<quint64, std::weak_ptr<Exchange>> m_running;
    std::atomic<quint64> m_handles{0};
    std::thread m_thread;
};

} // namespace hookworks
