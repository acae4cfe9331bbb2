// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/dispatch_status.h"

#include "workbench/session/io_parts.h"
#include "workbench/session/session.h"

namespace hookworks {

DispatchStatus::DispatchStatus(Session& session)
    : m_session(&session)
{
    connect(&session.live(), &LiveState::workChanged, this, &DispatchStatus::workChanged);
    connect(&session.live(), &LiveState::circuitChanged, this, &DispatchStatus::circuitChanged);
}

WorkCounts DispatchStatus::work() const
{
    return m_session->live().work();
}

QHash<WebhookId, Circuit> DispatchStatus::circuits() const
{
    return m_session->live().circuits();
}

Answer<void> DispatchStatus::untilIdle()
{
    return m_session->askIoLater<void>([](IoParts& io, const std::function<void(Result<void>)>& done) {
        io.whenIdle([done] { done({}); });
    });
}

} // namespace hookworks
