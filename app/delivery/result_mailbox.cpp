// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/result_mailbox.h"

namespace hookworks {

ResultMailbox::ResultMailbox(Receive receive)
    : m_receive(std::move(receive))
    , m_shared(std::make_shared<Shared>())
{
    m_shared->context = &m_context;
    m_shared->owner = this;
}

ResultMailbox::~ResultMailbox()
{
    const std::lock_guard lock(m_shared->lock);
    m_shared->context = nullptr;
}

std::function<void(AttemptResult)> ResultMailbox::slot() const
{
    return [shared = m_shared](AttemptResult result) {
        const std::lock_guard lock(shared->lock);
        if (!shared->context)
            return;
        shared->results.push_back(std::move(result));
        if (shared->waking)
            return;
        shared->waking = true;
        QMetaObject::invokeMethod(
            shared->context, [owner = shared->owner] { owner->drain(); }, Qt::QueuedConnection);
    };
}

void ResultMailbox::drain()
{
    std::vector<AttemptResult> results;
    {
        const std::lock_guard lock(m_shared->lock);
        results.swap(m_shared->results);
        m_shared->waking = false;
    }
    const auto shared = m_shared;
    for (AttemptResult& result : results) {
        if (shared->context)
            m_receive(std::move(result));
        else
            return;
    }
}

} // namespace hookworks
