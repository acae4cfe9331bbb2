// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatch_values.h"
#include "domain/clock_state.h"

#include <QObject>

namespace hookworks {

/// What the dispatcher tells, on its thread. Signals carry what is stored already.
class DispatchEvents final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    /// Stored; about to be sent.
    void attemptStarted(const hookworks::Delivery& delivery, const hookworks::Attempt& attempt);
    /// Stored, with the delivery's new state. Bodies are in it.
    void attemptFinished(const hookworks::Delivery& delivery, const hookworks::Attempt& attempt);
    /// Held, released, cancelled, or withdrawn before it was sent.
    void deliveryChanged(const hookworks::Delivery& delivery);
    void clockChanged(const hookworks::ClockState& clock);
    /// Nothing is in flight and nothing waits, held deliveries aside.
    void idle();
    /// After stop(): nothing is in flight.
    void stopped();
    /// A webhook that was on should be switched off; deliveries on their way follow their own plans.
    void webhookDisabled(hookworks::WebhookId webhook, const QString& reason);
    void circuitChanged(hookworks::WebhookId webhook, const hookworks::Circuit& circuit);
    /// The store did not take something; the dispatcher tries again every second, and sends nothing
    /// meanwhile.
    void storeFailed(const hookworks::Error& error);
};

} // namespace hookworks
