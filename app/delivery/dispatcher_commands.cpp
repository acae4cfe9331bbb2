// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatcher_core.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

tl::unexpected<Error> conflict(DeliveryId id, const char* text)
{
    return fail(ErrorCode::Conflict, QCoreApplication::translate("hookworks", text).arg(id.toString()));
}

constexpr auto busyWords = QT_TRANSLATE_NOOP("hookworks", "An attempt of delivery %1 is under way.");
constexpr auto finalWords = QT_TRANSLATE_NOOP("hookworks", "Delivery %1 is final already.");

} // namespace

void Dispatcher::Private::setClock(const ClockState& changed)
{
    clock = changed;
    Q_EMIT q.clockChanged(clock);
    withdrawFarFlights();
    pumpSoon();
}

/// The clock goes first and the due times follow in the same breath, before anything is looked at again: so
/// nothing fires early, and nothing is left far ahead.
void Dispatcher::Private::backToRealTime()
{
    const RealTime now = ports.clock.now();
    const ClockState real = realClock(now);
    const Micros shift = workTimeAt(real, now) - workTimeAt(clock, now);
    clock = real;
    waiting.shift(shift);
    for (auto& [key, lane] : lanes) {
        lane.shift(shift);
        if (lane.webhook && lane.circuitOpensAgain())
            Q_EMIT q.circuitChanged(*lane.webhook, lane.circuit());
    }
    for (auto& [number, item] : items)
        item.due += shift;
    for (auto& [number, flight] : flights)
        shiftFlight(flight, shift);
    ports.journal.dueTimesShifted(shift, clock, guarded([this](const Result<void>& stored) {
                                      if (!stored)
                                          onStoreFailed(stored.error());
                                  }));
    for (auto& [number, entry] : m_fresh) {
        if (entry.delivery.nextDueAt)
            *entry.delivery.nextDueAt += shift;
    }
    Q_EMIT q.clockChanged(clock);
    withdrawFarFlights();
    pumpSoon();
}

void Dispatcher::Private::shiftFlight(Flight& flight, Micros by) const
{
    flight.item.due += by;
    flight.attempt.dueAt += by;
    flight.attempt.startedClock += by;
    flight.clock.anchor += by;
    for (JournalEntry* entry : {&flight.entry, &flight.before}) {
        if (entry->delivery.nextDueAt)
            *entry->delivery.nextDueAt += by;
    }
}

void Dispatcher::Private::jumpIfWanted()
{
    if (!jumping || !flights.empty())
        return;
    std::optional<WorkTime> next = waiting.firstDue();
    for (const Lane* lane : active) {
        const auto until = lane->circuitOpensAgain();
        if (until && (!next || *until < *next))
            next = until;
    }
    const RealTime now = ports.clock.now();
    if (next && *next > workTimeAt(clock, now))
        setClock(jumpedTo(clock, *next, now));
}

void Dispatcher::Private::queueManual(DeliveryId id, WaitingItem item, const Done& done)
{
    item.phase = WaitingItem::Phase::Manual;
    items[id.number] = item;
    item.lane->manual.push_back(id);
    active.insert(item.lane);
    m_wasBusy = true;
    done({});
    pumpSoon();
}

void Dispatcher::Private::retryNow(DeliveryId id, Done done)
{
    const auto found = items.find(id.number);
    if (flights.contains(id.number) ||
        (found != items.end() && found->second.phase == WaitingItem::Phase::Busy)) {
        done(conflict(id, busyWords));
        return;
    }
    if (found != items.end()) {
        leave(found->second, id);
        queueManual(id, found->second, done);
        return;
    }
    ports.journal.load(id, guarded([this, id, done = std::move(done)](const Result<JournalEntry>& loaded) {
                           if (!loaded) {
                               done(tl::unexpected(loaded.error()));
                           } else if (items.contains(id.number) || flights.contains(id.number)) {
                               done(conflict(id, busyWords));
                           } else {
                               const auto place = placeOf(loaded->delivery);
                               WaitingItem item;
                               item.lane = &laneOf(place.webhook, place.destination);
                               item.hasDue = false;
                               queueManual(id, item, done);
                           }
                       }));
}

void Dispatcher::Private::cancel(DeliveryId id, Done done)
{
    change(id, DeliveryState::Cancelled, std::move(done));
}

void Dispatcher::Private::hold(DeliveryId id, Done done)
{
    change(id, DeliveryState::Held, std::move(done));
}

void Dispatcher::Private::release(DeliveryId id, Done done)
{
    change(id, DeliveryState::Waiting, std::move(done));
}

/// Cancels, holds or releases (Waiting) a delivery: at once where it waits, else when its attempt has ended.
void Dispatcher::Private::change(DeliveryId id, DeliveryState state, Done done)
{
    if (const auto flying = flights.find(id.number); flying != flights.end()) {
        Flight& flight = flying->second;
        flight.cancelled = flight.cancelled || state == DeliveryState::Cancelled;
        flight.held = state == DeliveryState::Held;
        flight.answers.append(std::move(done));
        if (flight.stage == Flight::Stage::Armed && state != DeliveryState::Waiting)
            withdraw(id);
        return;
    }
    const auto found = items.find(id.number);
    if (found == items.end()) {
        changeStored(id, state, std::move(done));
        return;
    }
    if (found->second.phase == WaitingItem::Phase::Busy) {
        done(conflict(id, busyWords));
        return;
    }
    leave(found->second, id);
    ports.journal.load(id,
                       guarded([this, id, state, done = std::move(done)](const Result<JournalEntry>& loaded) {
                           if (loaded) {
                               onChangeLoaded(id, state, *loaded, done);
                               return;
                           }
                           putBack(id, items.at(id.number));
                           done(tl::unexpected(loaded.error()));
                       }));
}

/// The same for a delivery that was not taken over yet: it is, and changed before it can start.
void Dispatcher::Private::changeStored(DeliveryId id, DeliveryState state, Done done)
{
    ports.journal.load(id,
                       guarded([this, id, state, done = std::move(done)](const Result<JournalEntry>& loaded) {
                           const auto waitingOne = loaded ? waitingFrom(loaded->delivery) : std::nullopt;
                           if (!loaded) {
                               done(tl::unexpected(loaded.error()));
                           } else if (!waitingOne) {
                               done(conflict(id, finalWords));
                           } else {
                               add(*waitingOne);
                               change(id, state, done);
                           }
                       }));
}

void Dispatcher::Private::onChangeLoaded(DeliveryId id, DeliveryState state, const JournalEntry& entry,
                                         const Done& done)
{
    const WaitingItem before = items.at(id.number);
    WaitingItem after = before;
    Delivery delivery = entry.delivery;
    delivery.state = state;
    if (state == DeliveryState::Waiting && delivery.attempts > 0)
        delivery.state = DeliveryState::Retrying;
    delivery.nextDueAt = before.due;
    after.held = state == DeliveryState::Held;
    if (state == DeliveryState::Cancelled || !before.hasDue) {
        delivery.nextDueAt.reset();
        after.hasDue = false;
    }
    if (!before.hasDue)
        delivery.state = entry.delivery.state;
    ports.journal.stateChanged(delivery,
                               guarded([this, id, before, after, delivery, done](const Result<void>& stored) {
                                   WaitingItem item = stored ? after : before;
                                   item.due = items.at(id.number).due;
                                   putBack(id, item);
                                   if (stored)
                                       Q_EMIT q.deliveryChanged(delivery);
                                   done(stored);
                               }));
}

} // namespace hookworks
