// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/poller.h"

#include <QSocketNotifier>

#include <array>
#include <sys/epoll.h>
#include <unistd.h>

namespace hookworks {

namespace {

constexpr int readyAtOnce = 128;

epoll_event eventFor(int descriptor, bool read, bool write)
{
    epoll_event event{};
    event.events =
        (read ? static_cast<uint32_t>(EPOLLIN) : 0U) | (write ? static_cast<uint32_t>(EPOLLOUT) : 0U);
    event.data.fd = descriptor;
    return event;
}

} // namespace

Poller::Poller(QObject* parent)
    : QObject(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read, this);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Poller::dispatch);
}

Poller::~Poller()
{
    m_notifier.reset();
    if (m_epoll >= 0)
        ::close(m_epoll);
}

bool Poller::add(int descriptor, Pollable* target, bool read, bool write)
{
    epoll_event event = eventFor(descriptor, read, write);
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        return false;
    m_targets[descriptor] = target;
    return true;
}

void Poller::change(int descriptor, bool read, bool write)
{
    epoll_event event = eventFor(descriptor, read, write);
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Poller::remove(int descriptor)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_targets.erase(descriptor);
}

void Poller::dispatch()
{
    std::array<epoll_event, readyAtOnce> events{};
    const int count = epoll_wait(m_epoll, events.data(), readyAtOnce, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = events[static_cast<size_t>(i)];
        const auto target = m_targets.find(event.data.fd);
        if (target == m_targets.end())
            continue;
        target->second->ready({(event.events & EPOLLIN) != 0, (event.events & EPOLLOUT) != 0,
                               (event.events & (EPOLLERR | EPOLLHUP)) != 0});
    }
}

} // namespace hookworks
