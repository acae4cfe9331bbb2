// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatcher.h"

#include "delivery/dispatcher_core.h"
#include "domain/url_parts.h"

namespace hookworks {

namespace {

constexpr size_t mostFresh = 20'000;
constexpr qsizetype largestFresh = 4 * 1024;

quint32 destinationOf(const QString& url)
{
    const auto parts = splitTypedUrl(url);
    return static_cast<quint32>(
        parts ? qHash(QByteArray(parts->host + ' ' + QByteArray::number(parts->port)), 0) : qHash(url, 0));
}

} // namespace

WaitingDelivery placeOf(const Delivery& delivery)
{
    WaitingDelivery waiting;
    waiting.id = delivery.id;
    waiting.webhook = delivery.webhook;
    if (!delivery.webhook)
        waiting.destination = destinationOf(delivery.request.url);
    waiting.due = delivery.nextDueAt.value_or(WorkTime());
    waiting.origin = delivery.nextOrigin;
    waiting.held = delivery.state == DeliveryState::Held;
    return waiting;
}

std::optional<WaitingDelivery> waitingFrom(const Delivery& delivery)
{
    if (isFinal(delivery.state) || delivery.state == DeliveryState::Sending || !delivery.nextDueAt)
        return std::nullopt;
    return placeOf(delivery);
}

Dispatcher::Dispatcher(DispatcherPorts ports, const ClockState& clock, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(ports), clock))
{
}

Dispatcher::~Dispatcher() = default;

void Dispatcher::recover(QList<InterruptedAttempt> attempts, bool goOn)
{
    for (InterruptedAttempt& interrupted : attempts) {
        const DeliveryId id = interrupted.entry.delivery.id;
        const WaitingDelivery place = placeOf(interrupted.entry.delivery);
        Flight& flight = d->flights[id.number];
        flight.item.lane = &d->laneOf(place.webhook, place.destination);
        flight.item.hasDue = interrupted.entry.delivery.nextDueAt.has_value();
        flight.item.due = place.due;
        flight.item.phase = WaitingItem::Phase::Busy;
        flight.leftAlone = !goOn;
        flight.manual = interrupted.attempt.origin == Origin::Manual;
        flight.entry = flight.before = std::move(interrupted.entry);
        flight.attempt = std::move(interrupted.attempt);
        flight.attempt.outcome = Outcome::Unknown;
        flight.attempt.finishedAt = d->ports.clock.now();
        flight.attempt.error = tr("The program ended during this attempt; what the receiver got is unknown.");
        d->items[id.number] = flight.item;
        if (flight.item.lane->limits.strictOrder)
            flight.item.lane->unfinished.insert(id);
        d->m_wasBusy = true;
        d->conclude(flight, flight.attempt.startedClock);
    }
}

void Dispatcher::goOnWithRecovered()
{
    for (auto& [number, flight] : d->flights)
        flight.leftAlone = false;
}

void Dispatcher::add(const QList<WaitingDelivery>& deliveries)
{
    for (const WaitingDelivery& delivery : deliveries)
        d->add(delivery);
}

void Dispatcher::addNew(const QList<Delivery>& deliveries)
{
    for (const Delivery& delivery : deliveries) {
        const auto waiting = waitingFrom(delivery);
        if (!waiting)
            continue;
        if (d->m_fresh.size() < mostFresh && delivery.request.body.size() <= largestFresh &&
            delivery.attempts == 0)
            d->m_fresh.insert_or_assign(delivery.id.number, JournalEntry{delivery, 0});
        d->add(*waiting);
    }
}

void Dispatcher::takeUp(const QList<DeliveryId>& ids)
{
    for (const DeliveryId id : ids)
        d->takeUp(id);
}

void Dispatcher::setLane(const LaneSettings& settings)
{
    d->setLane(settings);
}

void Dispatcher::setDestinations(DestinationPolicy policy)
{
    d->destinations = policy;
}

void Dispatcher::setProxy(const Proxy& proxy)
{
    d->proxy = proxy;
}

void Dispatcher::resume()
{
    d->running = true;
    d->stopping = false;
    d->pumpSoon();
}

void Dispatcher::stop()
{
    d->stopping = true;
    d->running = true;
    d->withdrawArmed();
    d->pumpSoon();
}

ClockState Dispatcher::clockState() const
{
    return d->clock;
}

WorkTime Dispatcher::now() const
{
    return d->workNow();
}

void Dispatcher::setSpeed(double speed)
{
    d->setClock(withSpeed(d->clock, speed, d->ports.clock.now()));
}

void Dispatcher::jumpTo(WorkTime due)
{
    d->setClock(jumpedTo(d->clock, due, d->ports.clock.now()));
}

void Dispatcher::jumpToNext()
{
    if (const auto due = nextDue())
        jumpTo(*due);
}

void Dispatcher::setJumping(bool on)
{
    d->jumping = on;
    d->pumpSoon();
}

void Dispatcher::backToRealTime()
{
    d->backToRealTime();
}

void Dispatcher::retryNow(DeliveryId id, Done done)
{
    d->retryNow(id, std::move(done));
}

void Dispatcher::cancel(DeliveryId id, Done done)
{
    d->cancel(id, std::move(done));
}

void Dispatcher::hold(DeliveryId id, Done done)
{
    d->hold(id, std::move(done));
}

void Dispatcher::release(DeliveryId id, Done done)
{
    d->release(id, std::move(done));
}

void Dispatcher::tick()
{
    d->pump();
}

std::optional<WorkTime> Dispatcher::nextDue() const
{
    return d->waiting.firstDue();
}

DispatcherCounts Dispatcher::counts() const
{
    DispatcherCounts counts;
    counts.inFlight = static_cast<int>(d->flights.size());
    counts.held = d->heldCount;
    counts.waiting = static_cast<int>(d->items.size()) - counts.held - counts.inFlight;
    return counts;
}

Circuit Dispatcher::circuit(WebhookId webhook) const
{
    return d->laneOf(webhook, 0).circuit();
}

} // namespace hookworks
