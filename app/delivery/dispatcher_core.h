// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatcher.h"
#include "delivery/flight.h"

#include <QHash>
#include <QTimer>

#include <memory>
#include <set>
#include <unordered_map>

namespace hookworks {

/// The dispatcher's inside. Deliveries go from `waiting` (not due) to their lane's `ready` (due), become
/// flights, and come back or end. Every change of state is in the store before it has consequences.
class Dispatcher::Private
{
public:
    Private(Dispatcher& dispatcher, DispatcherPorts ports, const ClockState& clock);

    // dispatcher_core.cpp: what is due, and when to look again
    void add(const WaitingDelivery& delivery);
    void takeUp(DeliveryId id);
    Lane& laneOf(const std::optional<WebhookId>& webhook, quint32 destination);
    void setLane(const LaneSettings& settings);
    void pump();
    void pumpSoon();
    void checkIdle();
    WorkTime workNow() const { return workTimeAt(clock, ports.clock.now()); }

    // dispatcher_flights.cpp: one attempt, from due to stored
    void prepare(Lane& lane, DeliveryId id, bool manual);
    void conclude(Flight& flight, WorkTime finished);
    void storeFailing(Lane& lane);
    void withdrawFarFlights();
    void withdrawArmed();

    // dispatcher_commands.cpp: what people and the clock do
    void setClock(const ClockState& changed);
    void backToRealTime();
    void jumpIfWanted();
    void retryNow(DeliveryId id, Done done);
    void cancel(DeliveryId id, Done done);
    void hold(DeliveryId id, Done done);
    void release(DeliveryId id, Done done);
    void putBack(DeliveryId id, WaitingItem item);
    void drop(DeliveryId id);

    Dispatcher& q;
    DispatcherPorts ports;
    ClockState clock;
    DestinationPolicy destinations = DestinationPolicy::Any;
    Proxy proxy;
    bool running = false;
    bool stopping = false;
    bool jumping = false;
    int heldCount = 0;
    WaitingList waiting;
    std::unordered_map<qint64, WaitingItem> items; ///< by the delivery's number
    std::unordered_map<qint64, Flight> flights;    ///< likewise
    std::unordered_map<qint64, Lane> lanes;        ///< by laneKey()
    std::set<Lane*> active;

private:
    /// A callback that does nothing once the dispatcher is gone.
    template <class Callback>
    auto guarded(Callback callback)
    {
        return [alive = std::weak_ptr<bool>(m_alive), callback = std::move(callback)](auto&&... values) {
            if (alive.lock())
                callback(std::forward<decltype(values)>(values)...);
        };
    }

    void takeDue(WorkTime work);
    void fill(Lane& lane, RealTime now);
    void launchArmed(Lane& lane, RealTime now, WorkTime work);
    void launch(Lane& lane, Flight& flight, RealTime now);
    std::optional<RealTime> nextLook(const Lane& lane, RealTime now) const;
    void schedule(RealTime now);
    void followRealTime(RealTime now);
    bool storeRests(RealTime now) const { return now < m_storeRestsUntil; }
    void leave(WaitingItem& item, DeliveryId id);

    void onLoaded(DeliveryId id, Result<JournalEntry> loaded);
    void storeStart(DeliveryId id, Flight& flight);
    void onStarted(DeliveryId id, const Result<void>& stored);
    AttemptJob jobFor(const Flight& flight, const QString& url) const;
    void onResult(DeliveryId id, ExchangeResult result);
    void takeResult(Flight& flight, ExchangeResult result) const;
    NextStep stepFor(const Flight& flight, WorkTime finished) const;
    void applyWishes(Flight& flight);
    void storeEnd(DeliveryId id, const NextStep& step);
    void onStored(DeliveryId id, const NextStep& step);
    bool isFar(const Flight& flight, RealTime now) const;
    void withdraw(DeliveryId id);
    void onWithdrawn(DeliveryId id);
    void shiftFlight(Flight& flight, Micros by) const;
    void onStoreFailed(const Error& error);
    void change(DeliveryId id, DeliveryState state, Done done);
    void changeStored(DeliveryId id, DeliveryState state, Done done);
    void onChangeLoaded(DeliveryId id, DeliveryState state, const JournalEntry& entry, const Done& done);
    void queueManual(DeliveryId id, WaitingItem item, const Done& done);

    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    QTimer m_timer;
    std::unordered_map<qint64, JournalEntry> m_fresh; ///< just stored, first attempt not prepared yet
    RealTime m_lastSeen;
    RealTime m_storeRestsUntil;
    int m_onWire = 0;
    qint64 m_jobs = 0;
    bool m_pumpQueued = false;
    bool m_wasBusy = false;

    friend class Dispatcher;
};

/// Where a delivery waits, final or not.
WaitingDelivery placeOf(const Delivery& delivery);

} // namespace hookworks
