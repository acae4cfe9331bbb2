// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatcher_core.h"
#include "domain/url_parts.h"

#include <QCoreApplication>

#include <utility>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros storeRest = 1s;
constexpr Micros tooFarAhead =
    250ms; // an attempt that was stored as started and will not start within this is taken back
constexpr Micros usualTimeout = 30s;

AttemptEnd endOf(const Attempt& attempt, WorkTime finished)
{
    AttemptEnd end;
    end.outcome = attempt.outcome.value_or(Outcome::Unknown);
    end.status = attempt.status;
    end.headers = attempt.responseHeaders;
    end.started = attempt.startedClock;
    end.finished = std::max(finished, attempt.startedClock);
    end.finishedReal = attempt.finishedAt.value_or(attempt.startedAt);
    end.origin = attempt.origin;
    return end;
}

} // namespace

void Dispatcher::Private::prepare(Lane& lane, DeliveryId id, bool manual)
{
    Flight& flight = flights[id.number];
    WaitingItem& item = items.at(id.number);
    item.phase = WaitingItem::Phase::Busy;
    flight.item = item;
    flight.manual = manual;
    ++lane.preparing;
    if (auto fresh = m_fresh.extract(id.number))
        onLoaded(id, std::move(fresh.mapped()));
    else
        ports.journal.load(
            id, guarded([this, id](Result<JournalEntry> loaded) { onLoaded(id, std::move(loaded)); }));
}

void Dispatcher::Private::onLoaded(DeliveryId id, Result<JournalEntry> loaded)
{
    Flight& flight = flights.at(id.number);
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
    flights.erase(id.number);
    if (gone) {
        drop(id);
    } else {
        onStoreFailed(loaded.error());
        putBack(id, item);
    }
}

void Dispatcher::Private::storeStart(DeliveryId id, Flight& flight)
{
    flight.stage = Flight::Stage::Storing;
    flight.before = flight.entry;
    Delivery& delivery = flight.entry.delivery;
    const RealTime now = ports.clock.now();
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
    attempt.startedClock = workTimeAt(clock, now);
    attempt.dueAt = flight.manual ? attempt.startedClock : flight.item.due;
    ports.journal.attemptStarted(delivery, attempt,
                                 guarded([this, id](const Result<void>& stored) { onStarted(id, stored); }));
}

void Dispatcher::Private::onStarted(DeliveryId id, const Result<void>& stored)
{
    Flight& flight = flights.at(id.number);
    Lane& lane = *flight.item.lane;
    --lane.preparing;
    active.insert(&lane);
    if (!stored) {
        const Flight lost = flight;
        flights.erase(id.number);
        onStoreFailed(stored.error());
        if (lost.manual)
            queueManual(id, lost.item, [](const Result<void>&) {});
        else
            putBack(id, lost.item);
        return;
    }
    flight.stage = Flight::Stage::Armed;
    lane.armed.insert(id, flight.attempt.dueAt);
    if (flight.cancelled || flight.held || stopping || isFar(flight, ports.clock.now()))
        withdraw(id);
    pumpSoon();
}

AttemptJob Dispatcher::Private::jobFor(const Flight& flight, const QString& url) const
{
    AttemptJob job;
    job.id = m_jobs;
    job.delivery = flight.attempt.delivery;
    job.request = flight.entry.delivery.request;
    job.request.url = url;
    job.terms.timeout = flight.entry.delivery.policy.timeout.value_or(usualTimeout);
    job.due = realTimeOf(clock, flight.attempt.dueAt, m_lastSeen).value_or(m_lastSeen);
    if (clock.speed > 0 && flight.attempt.dueAt >= clock.anchor)
        job.due = clock.since +
                  Micros(static_cast<qint64>(
                      static_cast<double>((flight.attempt.dueAt - clock.anchor).count()) / clock.speed));
    job.terms.destinations = destinations;
    job.terms.proxy = proxy;
    job.terms.certificate = flight.item.lane->certificate;
    return job;
}

void Dispatcher::Private::launch(Lane& lane, Flight& flight, RealTime now)
{
    const DeliveryId id = flight.attempt.delivery;
    lane.armed.remove(id, flight.attempt.dueAt);
    lane.sent(now);
    ++m_onWire;
    ++m_jobs;
    flight.stage = Flight::Stage::OnWire;
    flight.clock = clock;
    const Delivery& delivery = flight.entry.delivery;
    Q_EMIT q.attemptStarted(delivery, flight.attempt);
    const QString& url = delivery.request.url;
    const auto listener = needsListener(url) ? ports.listenerUrl() : std::optional(QString());
    if (!listener) {
        ExchangeResult blocked;
        blocked.outcome = Outcome::Blocked;
        blocked.error = QCoreApplication::translate(
            "hookworks", "The URL begins with {listener}, and no listener is running: nothing was sent.");
        blocked.startedAt = blocked.finishedAt = now;
        onResult(id, std::move(blocked));
        return;
    }
    ports.transport.send(jobFor(flight, withListener(url, *listener)),
                         guarded([this, id](ExchangeResult result) { onResult(id, std::move(result)); }));
}

void Dispatcher::Private::onResult(DeliveryId id, ExchangeResult result)
{
    Flight& flight = flights.at(id.number);
    Lane& lane = *flight.item.lane;
    const RealTime now = ports.clock.now();
    --lane.onWire;
    --m_onWire;
    takeResult(flight, std::move(result));
    const bool success = succeeded(*flight.attempt.outcome);
    if (lane.ended(success, now, workTimeAt(clock, now)) && lane.webhook)
        Q_EMIT q.circuitChanged(*lane.webhook, lane.circuit());
    conclude(flight, workTimeAt(clock, now));
}

void Dispatcher::Private::takeResult(Flight& flight, ExchangeResult result) const
{
    Attempt& attempt = flight.attempt;
    attempt.startedAt = result.startedAt;
    attempt.startedClock = workTimeAt(flight.clock, result.startedAt);
    attempt.finishedAt = result.finishedAt;
    attempt.outcome = result.outcome;
    attempt.status = result.status;
    attempt.error = std::move(result.error);
    attempt.truncated = result.truncated;
    attempt.sentHead = std::move(result.sentHead);
    attempt.responseHead = std::move(result.responseHead);
    attempt.responseHeaders = std::move(result.responseHeaders);
    attempt.responseBody = std::move(result.responseBody);
    attempt.local = std::move(result.local);
    attempt.remote = std::move(result.remote);
    attempt.exchange = result.exchange;
    attempt.proxy = std::move(result.proxy);
    attempt.clientCertificate = std::move(result.clientCertificate);
    attempt.sentAgain = result.sentAgain;
    attempt.timings = result.timings;
}

/// The attempt has ended: what follows is decided, and stored with the end.
void Dispatcher::Private::conclude(Flight& flight, WorkTime finished)
{
    flight.stage = Flight::Stage::Finishing;
    Lane& lane = *flight.item.lane;
    if (succeeded(*flight.attempt.outcome))
        lane.failingSince.reset();
    else if (!lane.failingSince)
        lane.failingSince = flight.attempt.startedClock;
    storeFailing(lane);
    if (lane.isActive())
        active.insert(&lane);
    const NextStep step = stepFor(flight, finished);
    Delivery& delivery = flight.entry.delivery;
    delivery.state = step.state;
    delivery.nextDueAt = step.due;
    delivery.nextOrigin = Origin::Plan;
    applyWishes(flight);
    storeEnd(flight.attempt.delivery, step);
    pumpSoon();
}

/// Where it was not stored, the next change or end of an attempt stores it.
void Dispatcher::Private::storeFailing(Lane& lane)
{
    if (!lane.webhook || lane.storedFailing == lane.failingSince)
        return;
    const auto before = std::exchange(lane.storedFailing, lane.failingSince);
    ports.journal.webhookFailing(*lane.webhook, lane.failingSince,
                                 guarded([this, &lane, before](const Result<void>& stored) {
                                     if (stored)
                                         return;
                                     lane.storedFailing = before;
                                     onStoreFailed(stored.error());
                                 }));
}

NextStep Dispatcher::Private::stepFor(const Flight& flight, WorkTime finished) const
{
    PlanPosition position;
    position.planned = flight.entry.planned;
    position.before = flight.before.delivery.state;
    position.failingSince = flight.item.lane->failingSince;
    if (flight.item.hasDue)
        position.due = flight.item.due;
    return nextStep(flight.entry.delivery, endOf(flight.attempt, finished), position);
}

/// What was asked for while the attempt was under way.
void Dispatcher::Private::applyWishes(Flight& flight)
{
    Delivery& delivery = flight.entry.delivery;
    if (isFinal(delivery.state))
        return;
    if (flight.cancelled) {
        delivery.state = DeliveryState::Cancelled;
        delivery.nextDueAt.reset();
    } else if (flight.held) {
        delivery.state = DeliveryState::Held;
    }
}

void Dispatcher::Private::storeEnd(DeliveryId id, const NextStep& step)
{
    const Flight& flight = flights.at(id.number);
    ports.journal.attemptFinished(
        flight.entry.delivery, flight.attempt, guarded([this, id, step](const Result<void>& stored) {
            if (stored) {
                onStored(id, step);
                return;
            }
            onStoreFailed(stored.error());
            QTimer::singleShot(storeRest / 1ms, &q, [this, id, step] { storeEnd(id, step); });
        }));
}

void Dispatcher::Private::onStored(DeliveryId id, const NextStep& step)
{
    const auto node = flights.extract(id.number);
    const Flight& flight = node.mapped();
    const Delivery& delivery = flight.entry.delivery;
    if (delivery.nextDueAt && !isFinal(delivery.state) && !flight.leftAlone) {
        WaitingItem item = flight.item;
        item.due = *delivery.nextDueAt;
        item.hasDue = true;
        item.held = delivery.state == DeliveryState::Held;
        if (!flight.manual)
            item.origin = Origin::Plan;
        putBack(id, item);
    } else {
        drop(id);
    }
    Q_EMIT q.attemptFinished(delivery, flight.attempt);
    if (step.disableWebhook && delivery.webhook && std::exchange(flight.item.lane->enabled, false))
        Q_EMIT q.webhookDisabled(*delivery.webhook, step.reason);
    for (const Done& answer : flight.answers)
        answer({});
    pumpSoon();
}

/// Stored as started, and the clock was slowed, paused or set since: it will not start soon.
bool Dispatcher::Private::isFar(const Flight& flight, RealTime now) const
{
    if (flight.stage != Flight::Stage::Armed || flight.manual)
        return false;
    const auto start = realTimeOf(clock, flight.attempt.dueAt, now);
    return !start || *start > now + tooFarAhead;
}

void Dispatcher::Private::withdrawFarFlights()
{
    const RealTime now = ports.clock.now();
    QList<DeliveryId> far;
    for (const auto& [number, flight] : flights) {
        if (isFar(flight, now))
            far.append(DeliveryId{number});
    }
    for (const DeliveryId id : far)
        withdraw(id);
}

void Dispatcher::Private::withdrawArmed()
{
    QList<DeliveryId> armed;
    for (const auto& [number, flight] : flights) {
        if (flight.stage == Flight::Stage::Armed)
            armed.append(DeliveryId{number});
    }
    for (const DeliveryId id : armed)
        withdraw(id);
}

void Dispatcher::Private::withdraw(DeliveryId id)
{
    Flight& flight = flights.at(id.number);
    if (flight.stage == Flight::Stage::Armed)
        flight.item.lane->armed.remove(id, flight.attempt.dueAt);
    flight.stage = Flight::Stage::Withdrawing;
    flight.entry = flight.before;
    if (flight.item.hasDue)
        flight.entry.delivery.nextDueAt = flight.item.due;
    applyWishes(flight);
    ports.journal.attemptWithdrawn(flight.entry.delivery, flight.attempt.number,
                                   guarded([this, id](const Result<void>& stored) {
                                       if (stored) {
                                           onWithdrawn(id);
                                           return;
                                       }
                                       onStoreFailed(stored.error());
                                       QTimer::singleShot(storeRest / 1ms, &q, [this, id] { withdraw(id); });
                                   }));
}

void Dispatcher::Private::onWithdrawn(DeliveryId id)
{
    const auto node = flights.extract(id.number);
    const Flight& flight = node.mapped();
    const Delivery& delivery = flight.entry.delivery;
    WaitingItem item = flight.item;
    item.held = delivery.state == DeliveryState::Held;
    if (isFinal(delivery.state))
        drop(id);
    else
        putBack(id, item);
    Q_EMIT q.deliveryChanged(delivery);
    for (const Done& answer : flight.answers)
        answer({});
}

void Dispatcher::Private::onStoreFailed(const Error& error)
{
    m_storeRestsUntil = ports.clock.now() + storeRest;
    Q_EMIT q.storeFailed(error);
    pumpSoon();
}

} // namespace hookworks
