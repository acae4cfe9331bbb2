// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/journal.h"
#include "domain/delivery.h"
#include "domain/webhook.h"

namespace hookworks {

/// What the dispatcher keeps of a delivery that is not final; everything else stays in the store.
struct WaitingDelivery
{
    DeliveryId id;
    std::optional<WebhookId> webhook;
    quint32 destination =
        0; ///< without a webhook: a hash of scheme, host and port, so that receivers do not share a lane
    WorkTime due;
    Origin origin = Origin::Plan;
    bool held = false;
    int burst = 0; ///< those of one number are sent together the first time; 0: by itself
    bool operator==(const WaitingDelivery&) const = default;
};

/// The dispatcher's view of a stored delivery; nullopt where nothing is to be done (final).
std::optional<WaitingDelivery> waitingFrom(const Delivery& delivery);

/// An attempt that was in flight when the program died.
struct InterruptedAttempt
{
    JournalEntry entry;
    Attempt attempt;
};

/// What the dispatcher must know of a webhook.
struct LaneSettings
{
    WebhookId webhook;
    FlowLimits limits;
    bool enabled = true; ///< switching it on again forgets its failures and closes its circuit
    std::optional<WorkTime> failingSince = std::nullopt; ///< as the journal has it; nullopt: as it is known
    ClientCertificate certificate = {};
};

struct DispatcherCounts
{
    int waiting = 0; ///< held ones not included
    int held = 0;
    int inFlight = 0; ///< stored as started, not stored as finished
    bool operator==(const DispatcherCounts&) const = default;
};

/// Where a delivery waits, final or not.
WaitingDelivery placeOf(const Delivery& delivery);

} // namespace hookworks
