// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/flights.h"

#include "domain/url_parts.h"
#include "net/starting_gate.h"

#include <QCoreApplication>

#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros tooFarAhead =
    250ms; // an attempt that was stored as started and will not start within this is taken back
constexpr Micros usualTimeout = 30s;
constexpr int mostOnWire = 512;

/// It will not start soon.
bool isFar(const Flight& flight, const ClockState& clock, RealTime now)
{
    if (flight.stage != Flight::Stage::Armed || flight.manual)
        return false;
    const auto start = realTimeOf(clock, flight.attempt.dueAt, now);
    return !start || *start > now + tooFarAhead;
}

} // namespace

Flights::Flights(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes)
    : m_context(context)
    , m_queue(queue)
    , m_lanes(lanes)
{
}

void Flights::recover(InterruptedAttempt interrupted, bool goOn)
{
    const DeliveryId id = interrupted.entry.delivery.id;
    const WaitingDelivery place = placeOf(interrupted.entry.delivery);
    Flight& flight = m_flights[id.number];
    flight.item.lane = &m_lanes.of(place.webhook, place.destination);
    flight.item.hasDue = interrupted.entry.delivery.nextDueAt.has_value();
    flight.item.due = place.due;
    flight.leftAlone = !goOn;
    flight.manual = interrupted.attempt.origin == Origin::Manual;
    flight.entry = flight.before = std::move(interrupted.entry);
    flight.attempt = std::move(interrupted.attempt);
    flight.attempt.outcome = Outcome::Unknown;
    flight.attempt.finishedAt = m_context.now();
    flight.attempt.error = QCoreApplication::translate(
        "hookworks", "The program ended during this attempt; what the receiver got is unknown.");
    m_queue.putBusy(id, flight.item);
    conclude(flight, flight.attempt.startedClock);
}

void Flights::goOnWithRecovered()
{
    for (auto& [number, flight] : m_flights)
        flight.leftAlone = false;
}

Flight* Flights::find(DeliveryId id)
{
    const auto found = m_flights.find(id.number);
    return found == m_flights.end() ? nullptr : &found->second;
}

void Flights::shift(Micros by)
{
    for (auto& [number, flight] : m_flights)
        hookworks::shift(flight, by);
}

void Flights::prepare(Lane& lane, DeliveryId id, bool manual)
{
    Flight& flight = m_flights[id.number];
    WaitingItem& item = m_queue.at(id);
    item.phase = WaitingItem::Phase::Busy;
    flight.item = item;
    flight.manual = manual;
    ++lane.preparing;
    if (auto known = m_queue.takeNew(id))
        onLoaded(id, *std::move(known));
    else
        m_context.ports.journal.load(id, m_context.guarded([this, id](Result<JournalEntry> loaded) {
            onLoaded(id, std::move(loaded));
        }));
}

void Flights::onLoaded(DeliveryId id, Result<JournalEntry> loaded)
{
    Flight& flight = m_flights.at(id.number);
    if (loaded && (flight.manual || !isFinal(loaded->delivery.state))) {
        flight.entry = *std::move(loaded);
        if (flight.item.hasDue)
            flight.entry.delivery.nextDueAt = flight.item.due;
        storeStart(id, flight);
        return;
    }
    --flight.item.lane->preparing;
    const WaitingItem item = flight.item;
    const bool gone = loaded || loaded.error().code == ErrorCode::NotFound;
    m_flights.erase(id.number);
    if (gone) {
        m_queue.drop(id);
    } else {
        m_context.storeFailed(loaded.error());
        m_queue.putBack(id, item);
    }
}

void Flights::storeStart(DeliveryId id, Flight& flight)
{
    flight.stage = Flight::Stage::Storing;
    flight.before = flight.entry;
    Delivery& delivery = flight.entry.delivery;
    const RealTime now = m_context.now();
    delivery.state = DeliveryState::Sending;
    ++delivery.attempts;
    if (!flight.manual) {
        ++flight.entry.planned;
        delivery.nextDueAt.reset();
    }
    Attempt& attempt = flight.attempt;
    attempt.delivery = id;
    attempt.number = delivery.attempts;
    attempt.origin = flight.manual ? Origin::Manual : flight.item.origin;
    attempt.startedAt = now;
    attempt.startedClock = workTimeAt(m_context.clock, now);
    attempt.dueAt = flight.manual ? attempt.startedClock : flight.item.due;
    m_context.ports.journal.attemptStarted(
        delivery, attempt,
        m_context.guarded([this, id](const Result<void>& stored) { onStarted(id, stored); }));
}

void Flights::onStarted(DeliveryId id, const Result<void>& stored)
{
    Flight& flight = m_flights.at(id.number);
    Lane& lane = *flight.item.lane;
    --lane.preparing;
    m_lanes.activate(lane);
    if (!stored) {
        const Flight lost = flight;
        m_flights.erase(id.number);
        m_context.storeFailed(stored.error());
        if (lost.manual)
            m_queue.putManual(id, lost.item);
        else
            m_queue.putBack(id, lost.item);
        return;
    }
    flight.stage = Flight::Stage::Armed;
    lane.armed.insert(id, flight.attempt.dueAt);
    if (flight.cancelled || flight.held || m_stopping || isFar(flight, m_context.clock, m_context.now()))
        withdraw(id);
    m_context.lookSoon();
}

AttemptJob Flights::jobFor(const Flight& flight, const QString& url) const
{
    AttemptJob job;
    job.id = m_jobs;
    job.delivery = flight.attempt.delivery;
    job.request = flight.entry.delivery.request;
    job.request.url = url;
    job.terms = m_terms;
    job.terms.timeout = flight.entry.delivery.policy.timeout.value_or(usualTimeout);
    job.due =
        realTimeOf(m_context.clock, flight.attempt.dueAt, m_context.lastLook).value_or(m_context.lastLook);
    if (m_context.clock.speed > 0 && flight.attempt.dueAt >= m_context.clock.anchor)
        job.due = m_context.clock.since +
                  Micros(static_cast<qint64>(
                      static_cast<double>((flight.attempt.dueAt - m_context.clock.anchor).count()) /
                      m_context.clock.speed));
    job.terms.together = flight.together;
    const auto& origin = flight.entry.certificateOf;
    job.terms.certificate = origin ? m_lanes.certificateOf(*origin) : flight.item.lane->certificate;
    return job;
}

void Flights::launch(Lane& lane, Flight& flight, RealTime now)
{
    const DeliveryId id = flight.attempt.delivery;
    lane.armed.remove(id, flight.attempt.dueAt);
    lane.sent(now);
    ++m_onWire;
    ++m_jobs;
    flight.stage = Flight::Stage::OnWire;
    flight.clock = m_context.clock;
    const Delivery& delivery = flight.entry.delivery;
    Q_EMIT m_context.events.attemptStarted(delivery, flight.attempt);
    const QString& url = delivery.request.url;
    const auto listener = needsListener(url) ? m_context.ports.listenerUrl() : std::optional(QString());
    if (!listener) {
        ExchangeResult blocked;
        blocked.outcome = Outcome::Blocked;
        blocked.error = QCoreApplication::translate(
            "hookworks", "The URL begins with {listener}, and no listener is running: nothing was sent.");
        blocked.startedAt = blocked.finishedAt = now;
        onResult(id, std::move(blocked));
        return;
    }
    m_context.ports.transport.send(
        jobFor(flight, withListener(url, *listener)),
        m_context.guarded([this, id](ExchangeResult result) { onResult(id, std::move(result)); }));
}

void Flights::onResult(DeliveryId id, ExchangeResult result)
{
    Flight& flight = m_flights.at(id.number);
    Lane& lane = *flight.item.lane;
    const RealTime now = m_context.now();
    --lane.onWire;
    --m_onWire;
    takeResult(flight, std::move(result));
    const bool success = succeeded(*flight.attempt.outcome);
    if (lane.ended(success, now, workTimeAt(m_context.clock, now)) && lane.webhook)
        Q_EMIT m_context.events.circuitChanged(*lane.webhook, lane.circuit());
    conclude(flight, workTimeAt(m_context.clock, now));
}

/// The attempt has ended: what follows is decided, and stored with the end.
void Flights::conclude(Flight& flight, WorkTime finished)
{
    flight.stage = Flight::Stage::Finishing;
    Lane& lane = *flight.item.lane;
    if (succeeded(*flight.attempt.outcome))
        lane.failingSince.reset();
    else if (!lane.failingSince)
        lane.failingSince = flight.attempt.startedClock;
    m_lanes.storeFailing(lane);
    if (lane.isActive())
        m_lanes.activate(lane);
    const NextStep step = stepAfter(flight, finished);
    Delivery& delivery = flight.entry.delivery;
    delivery.state = step.state;
    delivery.nextDueAt = step.due;
    delivery.nextOrigin = Origin::Plan;
    applyWishes(flight);
    storeEnd(flight.attempt.delivery, step);
    m_context.lookSoon();
}

void Flights::storeEnd(DeliveryId id, const NextStep& step)
{
    const Flight& flight = m_flights.at(id.number);
    m_context.ports.journal.attemptFinished(flight.entry.delivery, flight.attempt,
                                            m_context.guarded([this, id, step](const Result<void>& stored) {
                                                if (stored) {
                                                    onStored(id, step);
                                                    return;
                                                }
                                                m_context.storeFailed(
                                                    stored.error(), [this, id, step] { storeEnd(id, step); });
                                            }));
}

void Flights::onStored(DeliveryId id, const NextStep& step)
{
    const auto node = m_flights.extract(id.number);
    const Flight& flight = node.mapped();
    const Delivery& delivery = flight.entry.delivery;
    if (delivery.nextDueAt && !isFinal(delivery.state) && !flight.leftAlone) {
        WaitingItem item = flight.item;
        item.due = *delivery.nextDueAt;
        item.hasDue = true;
        item.held = delivery.state == DeliveryState::Held;
        if (!flight.manual)
            item.origin = Origin::Plan;
        m_queue.putBack(id, item);
    } else {
        m_queue.drop(id);
    }
    Q_EMIT m_context.events.attemptFinished(delivery, flight.attempt);
    if (step.disableWebhook && delivery.webhook && std::exchange(flight.item.lane->enabled, false))
        Q_EMIT m_context.events.webhookDisabled(*delivery.webhook, step.reason);
    for (const Journal::Done& answer : flight.answers)
        answer({});
    m_context.lookSoon();
}

/// Stored as started, and the clock was slowed, paused or set since: it will not start soon.
void Flights::withdrawFar()
{
    const RealTime now = m_context.now();
    QList<DeliveryId> far;
    for (const auto& [number, flight] : m_flights) {
        if (isFar(flight, m_context.clock, now))
            far.append(DeliveryId{number});
    }
    for (const DeliveryId id : far)
        withdraw(id);
}

void Flights::withdrawArmed()
{
    QList<DeliveryId> armed;
    for (const auto& [number, flight] : m_flights) {
        if (flight.stage == Flight::Stage::Armed)
            armed.append(DeliveryId{number});
    }
    for (const DeliveryId id : armed)
        withdraw(id);
}

void Flights::withdraw(DeliveryId id)
{
    Flight& flight = m_flights.at(id.number);
    if (flight.stage == Flight::Stage::Armed)
        flight.item.lane->armed.remove(id, flight.attempt.dueAt);
    flight.stage = Flight::Stage::Withdrawing;
    flight.entry = flight.before;
    if (flight.item.hasDue)
        flight.entry.delivery.nextDueAt = flight.item.due;
    applyWishes(flight);
    m_context.ports.journal.attemptWithdrawn(flight.entry.delivery, flight.attempt.number,
                                             m_context.guarded([this, id](const Result<void>& stored) {
                                                 if (stored) {
                                                     onWithdrawn(id);
                                                     return;
                                                 }
                                                 m_context.storeFailed(stored.error(),
                                                                       [this, id] { withdraw(id); });
                                             }));
}

void Flights::onWithdrawn(DeliveryId id)
{
    const auto node = m_flights.extract(id.number);
    const Flight& flight = node.mapped();
    const Delivery& delivery = flight.entry.delivery;
    WaitingItem item = flight.item;
    item.held = delivery.state == DeliveryState::Held;
    if (isFinal(delivery.state))
        m_queue.drop(id);
    else
        m_queue.putBack(id, item);
    Q_EMIT m_context.events.deliveryChanged(delivery);
    for (const Journal::Done& answer : flight.answers)
        answer({});
}

/// Once all of it are stored as started, and the wire has room for them.
void Flights::launchTogether(Lane& lane, RealTime now, WorkTime work)
{
    const QList<DeliveryId> ids = lane.armed.ids();
    const bool complete =
        !ids.isEmpty() && lane.ready.isEmpty() && lane.manual.empty() && lane.preparing == 0;
    if (!complete || *lane.armed.firstDue() > work || m_onWire + ids.size() > mostOnWire)
        return;
    lane.together = false; // what is tried again goes by itself
    const auto gate = std::make_shared<StartingGate>(static_cast<int>(ids.size()));
    for (const DeliveryId id : ids) {
        Flight& flight = m_flights.at(id.number);
        flight.together = gate;
        launch(lane, flight, now);
    }
}

void Flights::launchDue(Lane& lane, RealTime now, WorkTime work)
{
    if (lane.together)
        return launchTogether(lane, now, work);
    for (const DeliveryId id : lane.armed.ids()) {
        Flight& flight = m_flights.at(id.number);
        if (m_onWire >= mostOnWire || !lane.maySend(now, flight.manual))
            break;
        if (flight.attempt.dueAt > work && !flight.manual)
            break;
        launch(lane, flight, now);
    }
}

} // namespace hookworks
