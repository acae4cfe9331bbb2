// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatch_context.h"

#include <QTimer>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros storeRest = 1s;

} // namespace

DispatchContext::DispatchContext(DispatcherPorts portsToUse, const ClockState& clockToFollow)
    : ports(std::move(portsToUse))
    , clock(clockToFollow)
    , lastLook(ports.clock.now())
{
}

void DispatchContext::lookSoon()
{
    if (m_lookQueued)
        return;
    m_lookQueued = true;
    QMetaObject::invokeMethod(
        &events,
        [this] {
            m_lookQueued = false;
            m_look();
        },
        Qt::QueuedConnection);
}

void DispatchContext::storeFailed(const Error& error)
{
    m_storeRestsUntil = now() + storeRest;
    Q_EMIT events.storeFailed(error);
    lookSoon();
}

void DispatchContext::storeFailed(const Error& error, std::function<void()> again)
{
    storeFailed(error);
    QTimer::singleShot(storeRest / 1ms, &events, std::move(again));
}

} // namespace hookworks
