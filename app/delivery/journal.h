// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/planner.h"
#include "domain/clock_state.h"
#include "domain/delivery.h"
#include "domain/result.h"

#include <functional>

namespace hookworks {

/// A delivery with its place in the plan, as stored.
struct JournalEntry
{
    Delivery delivery;
    int planned = 0; ///< attempts made whose origin is not Manual
    /// A replay is of no webhook, and shows the client certificate of the one that it goes back to.
    std::optional<WebhookId> certificateOf = std::nullopt;
    bool operator==(const JournalEntry&) const = default;
};

/// The dispatcher's port to the store. Called on the dispatcher's thread; every callback comes on it too,
/// later, in the order of the calls, after the transaction is durable.
class Journal
{
public:
    using Done = std::function<void(Result<void>)>;

    virtual ~Journal() = default;
    virtual void load(DeliveryId id, std::function<void(Result<JournalEntry>)> done) = 0;
    /// Stores that `attempt` starts (no outcome yet) and the delivery's new row, in one transaction.
    /// `delivery`'s request and plan have not changed.
    virtual void attemptStarted(const Delivery& delivery, const Attempt& attempt, Done done) = 0;
    /// Takes back an attempt that was stored as started and never reached the transport.
    virtual void attemptWithdrawn(const Delivery& delivery, int number, Done done) = 0;
    /// Stores the end of the attempt and the delivery's state and next due time, in one transaction.
    virtual void attemptFinished(const Delivery& delivery, const Attempt& attempt, Done done) = 0;
    /// Stores state, nextDueAt and nextOrigin: held, released, cancelled.
    virtual void stateChanged(const Delivery& delivery, Done done) = 0;
    /// Stores since when everything of the webhook has failed; nullopt: the last attempt succeeded.
    virtual void webhookFailing(WebhookId webhook, std::optional<WorkTime> since, Done done) = 0;
    /// Adds `shift` to nextDueAt of every delivery that has one and to what webhookFailing() stored, and
    /// stores the clock.
    virtual void dueTimesShifted(Micros shift, const ClockState& clock, Done done) = 0;
};

} // namespace hookworks
