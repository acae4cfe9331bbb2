// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/wire_thread.h"

#include <boost/asio/post.hpp>

namespace hookworks {

WireThread::WireThread(const TlsTrust& trust)
    : m_io(std::make_shared<boost::asio::io_context>(1))
    , m_work(boost::asio::make_work_guard(*m_io))
    , m_pool(std::make_shared<ConnectionPool>(*m_io))
    , m_tls(trust)
    , m_thread([io = m_io] { io->run(); })
{
}

WireThread::~WireThread()
{
    m_io->stop();
    m_thread.join();
    m_pool->clear();
}

void WireThread::start(quint64 handle, ExchangeRequest request, ExchangeAnswers answers)
{
    boost::asio::post(
        *m_io, [this, handle, request = std::move(request), answers = std::move(answers)]() mutable {
            const auto ended = [this, handle, done = std::move(answers.done)](ExchangeResult result) {
                m_running.erase(handle);
                done(std::move(result));
            };
            const auto exchange = std::make_shared<Exchange>(*this, std::move(request),
                                                             ExchangeAnswers{std::move(answers.more), ended});
            m_running[handle] = exchange;
            exchange->start();
        });
}

void WireThread::give(quint64 handle, const QByteArray& piece)
{
    boost::asio::post(*m_io, [this, handle, piece] {
        if (const auto exchange = running(handle))
            exchange->give(piece);
    });
}

void WireThread::cancel(quint64 handle)
{
    boost::asio::post(*m_io, [this, handle] {
        if (const auto exchange = running(handle))
            exchange->cancel();
    });
}

std::shared_ptr<Exchange> WireThread::running(quint64 handle) const
{
    const auto found = m_running.find(handle);
    return found == m_running.end() ? nullptr : found->second.lock();
}

} // namespace hookworks
