// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/lanes.h"

#include <utility>

namespace hookworks {

namespace {

constexpr qint64 burstKeys = -1 - (qint64(1) << 32); ///< below all of webhooks and destinations

qint64 laneKey(const std::optional<WebhookId>& webhook, quint32 destination)
{
    return webhook ? webhook->number : -1 - static_cast<qint64>(destination);
}

} // namespace

Lanes::Lanes(DispatchContext& context)
    : m_context(context)
{
}

Lane& Lanes::of(const std::optional<WebhookId>& webhook, quint32 destination)
{
    Lane& lane = m_lanes[laneKey(webhook, destination)];
    lane.webhook = webhook;
    return lane;
}

Lane& Lanes::of(const WaitingDelivery& delivery)
{
    const auto burst = delivery.burst > 0 ? m_lanes.find(burstKeys - delivery.burst) : m_lanes.end();
    return burst != m_lanes.end() ? burst->second : of(delivery.webhook, delivery.destination);
}

ClientCertificate Lanes::certificateOf(WebhookId webhook) const
{
    const auto lane = m_lanes.find(laneKey(webhook, 0));
    return lane == m_lanes.end() ? ClientCertificate() : lane->second.certificate;
}

int Lanes::newBurst(int size)
{
    Lane& lane = m_lanes[burstKeys - ++m_bursts];
    lane.limits.maxInFlight = size;
    lane.together = true;
    return m_bursts;
}

void Lanes::forgetBursts()
{
    const auto isBurst = [](qint64 key) { return key < burstKeys; };
    if (std::exchange(m_bursts, 0) == 0)
        return;
    for (auto& [key, lane] : m_lanes) {
        if (isBurst(key))
            m_active.erase(&lane);
    }
    std::erase_if(m_lanes, [&](const auto& lane) { return isBurst(lane.first); });
}

Lane& Lanes::set(const LaneSettings& settings)
{
    Lane& lane = of(settings.webhook, 0);
    bool closed = lane.setLimits(settings.limits);
    lane.certificate = settings.certificate;
    if (settings.failingSince)
        lane.failingSince = lane.storedFailing = settings.failingSince;
    const bool switchedOn = settings.enabled && !lane.enabled;
    lane.enabled = settings.enabled;
    closed = (switchedOn && lane.forgetFailures()) || closed;
    if (closed)
        Q_EMIT m_context.events.circuitChanged(settings.webhook, lane.circuit());
    storeFailing(lane);
    return lane;
}

void Lanes::storeFailing(Lane& lane)
{
    if (!lane.webhook || lane.storedFailing == lane.failingSince)
        return;
    const auto before = std::exchange(lane.storedFailing, lane.failingSince);
    m_context.ports.journal.webhookFailing(
        *lane.webhook, lane.failingSince,
        m_context.guarded([this, &lane, before](const Result<void>& stored) {
            if (stored)
                return;
            lane.storedFailing = before;
            m_context.storeFailed(stored.error());
        }));
}

void Lanes::forgetIdle(Lane& lane)
{
    if (!lane.isActive())
        m_active.erase(&lane);
}

std::optional<WorkTime> Lanes::circuitOpensAgain() const
{
    std::optional<WorkTime> first;
    for (const Lane* lane : m_active) {
        const auto until = lane->circuitOpensAgain();
        if (until && (!first || *until < *first))
            first = until;
    }
    return first;
}

void Lanes::shift(Micros by)
{
    for (auto& [key, lane] : m_lanes) {
        lane.shift(by);
        if (lane.webhook && lane.circuitOpensAgain())
            Q_EMIT m_context.events.circuitChanged(*lane.webhook, lane.circuit());
    }
}

} // namespace hookworks
