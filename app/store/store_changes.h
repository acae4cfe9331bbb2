// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/id.h"

#include <QMetaType>
#include <QSet>

namespace hookworks {

/// What committed groups changed. An id that cannot be read any more was removed. Attempts count as their
/// delivery.
struct StoreChanges
{
    QSet<ReportId> reports;
    QSet<WebhookId> webhooks;
    QSet<EventId> events;
    QSet<DeliveryId> deliveries;
    QSet<CaptureId> captures;
    QSet<DeliveryId> removedDeliveries; ///< `deliveries` names them too
    QSet<CaptureId> removedCaptures;    ///< likewise
    CapturesGone gone;                  ///< how many of them the quota took
    bool waitingShifted = false;        ///< every waiting due time moved; `deliveries` does not name them
    bool settings = false;
    bool samples = false;
    bool policies = false;
    bool listeners = false;
    bool clock = false;
    bool operator==(const StoreChanges&) const = default;

    bool isEmpty() const { return *this == StoreChanges(); }
    /// What a later group changed, too.
    StoreChanges& operator+=(const StoreChanges& later);
};

} // namespace hookworks

Q_DECLARE_METATYPE(hookworks::StoreChanges)
