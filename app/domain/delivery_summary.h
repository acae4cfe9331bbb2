// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// A delivery without its request and policy: what a list and a timeline show of it. See Delivery for the
/// members.
struct DeliverySummary
{
    DeliveryId id;
    QString messageId;
    EventId eventId;
    QString provider;
    QString event;
    std::optional<ReportId> report;
    std::optional<WebhookId> webhook;
    QString webhookName;
    QString url; ///< of the request
    QList<PlannedAttempt> plan;
    DeliveryState state = DeliveryState::Waiting;
    RealTime createdAt;
    std::optional<WorkTime> nextDueAt;
    Origin nextOrigin = Origin::Plan;
    int attempts = 0;
    QString replayOf;
    ReplayBasis basis;
    Mark mark;
    bool operator==(const DeliverySummary&) const = default;
};

inline DeliverySummary summaryOf(const Delivery& delivery)
{
    return {delivery.id,          delivery.messageId,  delivery.eventId,  delivery.provider,
            delivery.event,       delivery.report,     delivery.webhook,  delivery.webhookName,
            delivery.request.url, delivery.plan,       delivery.state,    delivery.createdAt,
            delivery.nextDueAt,   delivery.nextOrigin, delivery.attempts, delivery.replayOf,
            delivery.basis,       delivery.mark};
}

} // namespace hookworks
