// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// The attempts that a policy allows, the first one included; the gaps of a policy with jitter drawn from
/// `seed`, the same ones for the same seed. At most 10,000 attempts.
QList<PlannedAttempt> plan(const RetryPolicy& policy, quint32 seed);

/// How an attempt ended, as far as the planner needs it.
struct AttemptEnd
{
    Outcome outcome = Outcome::Unknown;
    int status = 0;
    HeaderList headers; ///< of the response
    WorkTime started;   ///< true start, on the workbench's clock
    WorkTime finished;
    RealTime finishedReal; ///< for a Retry-After that names a date
    Origin origin = Origin::Plan;
    bool operator==(const AttemptEnd&) const = default;
};

/// What comes after an attempt. A value; the dispatcher stores it together with the outcome.
struct NextStep
{
    enum class Kind
    {
        Done,
        RetryAt,
        GiveUp
    };

    Kind kind = Kind::GiveUp;
    DeliveryState state = DeliveryState::Exhausted; ///< of the delivery, from now on
    std::optional<WorkTime> due;                    ///< RetryAt only
    bool retryAfterUsed = false;                    ///< the receiver's Retry-After moved `due`
    bool disableWebhook = false;
    QString reason; ///< why the webhook is switched off or the plan ended early; empty: neither
    bool operator==(const NextStep&) const = default;
};

/// A delivery's place in its plan.
struct PlanPosition
{
    int planned =
        0; ///< attempts of the plan made so far, the one that ended included; manual ones are not of the plan
    std::optional<WorkTime> due; ///< of the planned attempt that was waiting while a manual one was made
    DeliveryState before = DeliveryState::Waiting; ///< the state that a manual attempt interrupted
    /// Since when everything of the webhook has failed (start of the first failure after the last success).
    std::optional<WorkTime> failingSince;
    bool operator==(const PlanPosition&) const = default;
};

/// What follows from the end of an attempt. A gap counts from the attempt's start, or from its end where the
/// attempt outlasted the gap. A manual attempt that fails leaves the plan as it was; one that succeeds ends
/// it.
NextStep nextStep(const Delivery& delivery, const AttemptEnd& end, const PlanPosition& position);

bool succeeded(Outcome outcome);

/// The value of Retry-After (RFC 9110, 10.2.3): seconds, or a date that is compared with `now`; nullopt for
/// anything else.
std::optional<Micros> retryAfter(const HeaderList& headers, RealTime now);

} // namespace hookworks
