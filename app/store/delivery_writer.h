// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/delivery_reader.h"

namespace hookworks {

class Ledger;

/// Stores what is sent, and what became of it. A part of Writer, see there.
class DeliveryWriter
{
public:
    /// All of them outlive it.
    DeliveryWriter(SqlConnection& connection, const BodyReading& reading, Ledger& ledger);

    Result<EventId> addEvent(const Event& event);

    Result<DeliveryId> addDelivery(const Delivery& delivery);
    Result<QList<DeliveryId>> addDeliveries(const QList<Delivery>& deliveries);
    /// Deliveries that this closure added for a command (see DeliveryReader::madeBy), from the first to the
    /// last. What is older than a week is forgotten.
    Result<void> setMadeBy(const QString& command, DeliveryId first, DeliveryId last, RealTime now);
    /// Everything but the request's body, which is never changed.
    Result<void> updateDelivery(const Delivery& delivery);
    Result<void> setDeliveryStep(DeliveryId id, const DeliveryStep& step);
    /// Attempts that were made before, of deliveries that are there; each is tied to the capture that it
    /// names.
    Result<void> addAttempts(const QList<Attempt>& attempts);
    /// In place of the one it has; an empty one takes it away.
    Result<void> setDeliveryMark(DeliveryId id, const Mark& mark);
    /// Moves the due time of everything that has one, and since when webhooks have been failing.
    Result<void> shiftWaiting(Micros by);

    /// Stores the attempt before it connects, and how the delivery stands now; the delivery's `attempts`
    /// becomes at least its number. The same number again replaces an attempt of which no byte had left.
    Result<void> attemptStarted(const Attempt& attempt, const DeliveryStep& step);
    /// Stores the outcome, how the delivery goes on, and ties the attempt to its capture where that is there
    /// already.
    Result<void> attemptFinished(const Attempt& attempt, const DeliveryStep& step);
    /// Takes back an attempt that was stored as started and never began; the delivery has `attempts` again.
    Result<void> attemptWithdrawn(const AttemptKey& attempt, int attempts, const DeliveryStep& step);

private:
    Result<void> beginAttempt(const Attempt& attempt, const DeliveryStep& step);

    SqlConnection* m_connection;
    Ledger* m_ledger;
    DeliveryReader m_stored;
};

} // namespace hookworks
