// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/delivery_commands.h"

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

DeliveryCommands::DeliveryCommands(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes,
                                   Flights& flights)
    : m_context(context)
    , m_queue(queue)
    , m_lanes(lanes)
    , m_flights(flights)
{
}

bool DeliveryCommands::isBusy(DeliveryId id)
{
    const WaitingItem* const item = m_queue.find(id);
    return m_flights.find(id) || (item && item->phase == WaitingItem::Phase::Busy);
}

void DeliveryCommands::retryNow(DeliveryId id, Journal::Done done)
{
    if (isBusy(id)) {
        done(conflict(id, busyWords));
        return;
    }
    if (WaitingItem* const item = m_queue.find(id)) {
        m_queue.leave(*item, id);
        m_queue.putManual(id, *item);
        done({});
        return;
    }
    m_context.ports.journal.load(
        id, m_context.guarded([this, id, done = std::move(done)](const Result<JournalEntry>& loaded) {
            retryStored(id, loaded, done);
        }));
}

void DeliveryCommands::retryStored(DeliveryId id, const Result<JournalEntry>& loaded,
                                   const Journal::Done& done)
{
    if (!loaded) {
        done(tl::unexpected(loaded.error()));
        return;
    }
    if (m_queue.find(id) || m_flights.find(id)) {
        done(conflict(id, busyWords));
        return;
    }
    const auto place = placeOf(loaded->delivery);
    WaitingItem item;
    item.lane = &m_lanes.of(place.webhook, place.destination);
    item.hasDue = false;
    m_queue.putManual(id, item);
    done({});
}

void DeliveryCommands::change(DeliveryId id, DeliveryState state, Journal::Done done)
{
    if (Flight* flight = m_flights.find(id)) {
        flight->cancelled = flight->cancelled || state == DeliveryState::Cancelled;
        flight->held = state == DeliveryState::Held;
        flight->answers.append(std::move(done));
        if (flight->stage == Flight::Stage::Armed && state != DeliveryState::Waiting)
            m_flights.withdraw(id);
        return;
    }
    WaitingItem* const item = m_queue.find(id);
    if (!item) {
        changeStored(id, state, std::move(done));
        return;
    }
    if (item->phase == WaitingItem::Phase::Busy) {
        done(conflict(id, busyWords));
        return;
    }
    m_queue.leave(*item, id);
    m_context.ports.journal.load(
        id, m_context.guarded([this, id, state, done = std::move(done)](const Result<JournalEntry>& loaded) {
            if (loaded) {
                onChangeLoaded(id, state, *loaded, done);
                return;
            }
            m_queue.putBack(id, m_queue.at(id));
            done(tl::unexpected(loaded.error()));
        }));
}

/// The same for a delivery that was not taken over yet: it is, and changed before it can start.
void DeliveryCommands::changeStored(DeliveryId id, DeliveryState state, Journal::Done done)
{
    m_context.ports.journal.load(
        id, m_context.guarded([this, id, state, done = std::move(done)](const Result<JournalEntry>& loaded) {
            const auto waitingOne = loaded ? waitingFrom(loaded->delivery) : std::nullopt;
            if (!loaded) {
                done(tl::unexpected(loaded.error()));
            } else if (!waitingOne) {
                done(conflict(id, finalWords));
            } else {
                m_queue.add(*waitingOne);
                change(id, state, done);
            }
        }));
}

void DeliveryCommands::onChangeLoaded(DeliveryId id, DeliveryState state, const JournalEntry& entry,
                                      const Journal::Done& done)
{
    const WaitingItem before = m_queue.at(id);
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
    m_context.ports.journal.stateChanged(
        delivery, m_context.guarded([this, id, before, after, delivery, done](const Result<void>& stored) {
            WaitingItem item = stored ? after : before;
            item.due = m_queue.at(id).due;
            m_queue.putBack(id, item);
            if (stored)
                Q_EMIT m_context.events.deliveryChanged(delivery);
            done(stored);
        }));
}

} // namespace hookworks
