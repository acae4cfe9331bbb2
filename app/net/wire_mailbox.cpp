// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/wire_mailbox.h"

namespace hookworks {

WireMailbox::WireMailbox(Receive receive)
    : m_receive(std::move(receive))
    , m_shared(std::make_shared<Shared>())
{
    m_shared->context = &m_context;
    m_shared->owner = this;
}

WireMailbox::~WireMailbox()
{
    const std::lock_guard lock(m_shared->lock);
    m_shared->context = nullptr;
}

std::function<void(WireNews)> WireMailbox::slot() const
{
    return [shared = m_shared](WireNews news) {
        const std::lock_guard lock(shared->lock);
        if (!shared->context)
            return;
        shared->news.push_back(std::move(news));
        if (shared->waking)
            return;
        shared->waking = true;
        QMetaObject::invokeMethod(
            shared->context, [owner = shared->owner] { owner->drain(); }, Qt::QueuedConnection);
    };
}

void WireMailbox::drain()
{
    std::vector<WireNews> news;
    {
        const std::lock_guard lock(m_shared->lock);
        news.swap(m_shared->news);
        m_shared->waking = false;
    }
    const auto shared = m_shared;
    for (WireNews& each : news) {
        if (shared->context)
            m_receive(std::move(each));
        else
            return;
    }
}

} // namespace hookworks
