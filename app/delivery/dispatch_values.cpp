// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatch_values.h"

#include "domain/url_parts.h"

namespace hookworks {

namespace {

quint32 destinationOf(const QString& url)
{
    const auto parts = splitTypedUrl(url);
    return static_cast<quint32>(
        parts ? qHash(QByteArray(parts->host + ' ' + QByteArray::number(parts->port)), 0) : qHash(url, 0));
}

} // namespace

WaitingDelivery placeOf(const Delivery& delivery)
{
    WaitingDelivery waiting;
    waiting.id = delivery.id;
    waiting.webhook = delivery.webhook;
    if (!delivery.webhook)
        waiting.destination = destinationOf(delivery.request.url);
    waiting.due = delivery.nextDueAt.value_or(WorkTime());
    waiting.origin = delivery.nextOrigin;
    waiting.held = delivery.state == DeliveryState::Held;
    return waiting;
}

std::optional<WaitingDelivery> waitingFrom(const Delivery& delivery)
{
    if (isFinal(delivery.state) || delivery.state == DeliveryState::Sending || !delivery.nextDueAt)
        return std::nullopt;
    return placeOf(delivery);
}

} // namespace hookworks
