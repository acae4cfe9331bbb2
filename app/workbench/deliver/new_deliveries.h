// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "workbench/session/answer.h"

namespace hookworks {

class Session;
class Writer;

/// A delivery that is complete but for its id: plan, message id and seed are made of the session's clock and
/// randomness; it is due at once.
Delivery newDelivery(Session& session, const Request& request, const RetryPolicy& policy);

struct NewEvent
{
    Event event;
    QList<Delivery> deliveries;
};

enum class Sending
{
    EachByItself,
    Together ///< see Dispatcher::addTogether()
};

/// Stores events with their deliveries (their ids are set), all or nothing; hands them to the dispatcher
/// after the commit. `command` (empty: none) is the run that made them: takeUp() finds them by it.
Answer<QList<Delivery>> storeAndSend(Session& session, QList<NewEvent> events, const QString& command,
                                     Sending sending = Sending::EachByItself);
/// What a command made before the process that ran it ended; whatever of it waits goes on here. nullopt: it
/// had stored nothing.
Answer<std::optional<QList<Delivery>>> takeUp(Session& session, const QString& command);

/// The policy with its timeout resolved: the webhook's own, the policy's, the provider's.
RetryPolicy withTimeout(RetryPolicy policy, std::optional<Micros> webhooks, Micros otherwise);

} // namespace hookworks
