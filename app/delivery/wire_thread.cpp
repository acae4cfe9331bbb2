// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/wire_thread.h"

#include "delivery/tls_context.h"

#include <boost/asio/post.hpp>

namespace hookworks {

WireThread::WireThread(const TlsTrust& trust)
    : m_io(std::make_shared<boost::asio::io_context>(1))
    , m_work(boost::asio::make_work_guard(*m_io))
    , m_pool(std::make_shared<ConnectionPool>(*m_io))
    , m_trust(trust)
    , m_thread([io = m_io] { io->run(); })
{
}

WireThread::~WireThread()
{
    m_io->stop();
    m_thread.join();
    m_pool->clear();
}

void WireThread::start(quint64 handle, WireJob job, Exchange::Done done)
{
    boost::asio::post(*m_io, [this, handle, job = std::move(job), done = std::move(done)]() mutable {
        startHere(handle, std::move(job), std::move(done));
    });
}

void WireThread::startHere(quint64 handle, WireJob job, Exchange::Done done)
{
    const auto exchange = std::make_shared<Exchange>(
        *this, std::move(job), [this, handle, done = std::move(done)](AttemptResult result) {
            m_running.erase(handle);
            done(std::move(result));
        });
    m_running[handle] = exchange;
    exchange->start();
}

void WireThread::cancel(quint64 handle)
{
    boost::asio::post(*m_io, [this, handle] {
        const auto found = m_running.find(handle);
        if (found == m_running.end())
            return;
        if (const auto exchange = found->second.lock())
            exchange->cancel();
    });
}

Result<void> WireThread::setTrust(const TlsTrust& trust)
{
    const auto made = makeTlsContext(trust);
    if (!made)
        return tl::unexpected(made.error());
    const std::lock_guard lock(m_trustLock);
    m_trust = trust;
    m_tls = *made;
    boost::asio::post(*m_io, [pool = m_pool] { pool->clear(); });
    return {};
}

Result<TlsContext> WireThread::tlsContext()
{
    const std::lock_guard lock(m_trustLock);
    if (!m_tls) {
        auto made = makeTlsContext(m_trust);
        if (!made)
            return made;
        m_tls = *std::move(made);
    }
    return m_tls;
}

} // namespace hookworks
