// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/flight.h"

#include <unordered_map>

namespace hookworks {

/// The attempts under way. Each is loaded, stored as started, put on the wire when it is due, and stored with
/// its end and what follows from it; one that cannot start soon is withdrawn before it was sent.
class Flights
{
public:
    Flights(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes);

    /// See Dispatcher::recover().
    void recover(InterruptedAttempt interrupted, bool goOn);
    /// What recover() stored and has not left alone yet is waited for here after all.
    void goOnWithRecovered();

    /// Prepares an attempt of a delivery that was taken out of its lane.
    void prepare(Lane& lane, DeliveryId id, bool manual);
    /// Puts those of a lane on the wire that are due and that its limits allow.
    void launchDue(Lane& lane, RealTime now, WorkTime work);
    /// Takes back what was stored as started and is not on its way.
    void withdrawArmed();
    /// The same for what will not start soon any more, because the clock was changed.
    void withdrawFar();
    void withdraw(DeliveryId id);

    /// Null: none is under way.
    Flight* find(DeliveryId id);
    bool isEmpty() const { return m_flights.empty(); }
    int size() const { return static_cast<int>(m_flights.size()); }
    void shift(Micros by);
    /// While it is set, nothing that is prepared is sent.
    void setStopping(bool stopping) { m_stopping = stopping; }
    /// Of every attempt from now on; timeout and certificate are the delivery's and its lane's.
    ExchangeTerms& terms() { return m_terms; }

private:
    void onLoaded(DeliveryId id, Result<JournalEntry> loaded);
    void storeStart(DeliveryId id, Flight& flight);
    void onStarted(DeliveryId id, const Result<void>& stored);
    AttemptJob jobFor(const Flight& flight, const QString& url) const;
    void launchTogether(Lane& lane, RealTime now, WorkTime work);
    void launch(Lane& lane, Flight& flight, RealTime now);
    void onResult(DeliveryId id, ExchangeResult result);
    void conclude(Flight& flight, WorkTime finished);
    void storeEnd(DeliveryId id, const NextStep& step);
    void onStored(DeliveryId id, const NextStep& step);
    void onWithdrawn(DeliveryId id);

    DispatchContext& m_context;
    DeliveryQueue& m_queue;
    Lanes& m_lanes;
    std::unordered_map<qint64, Flight> m_flights; ///< by the delivery's number
    ExchangeTerms m_terms;
    int m_onWire = 0;
    qint64 m_jobs = 0;
    bool m_stopping = false;
};

} // namespace hookworks
