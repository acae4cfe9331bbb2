// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatcher.h"

#include "delivery/delivery_commands.h"
#include "delivery/dispatch_loop.h"

namespace hookworks {

/// Deliveries go from the queue (not due) to their lanes (due), become flights, and come back or end. Every
/// change of state is in the store before it has consequences.
struct Dispatcher::Parts
{
    DispatchContext context;
    Lanes lanes{context};
    DeliveryQueue queue{context, lanes};
    Flights flights{context, queue, lanes};
    DeliveryCommands commands{context, queue, lanes, flights};
    DispatchClock clock{context, queue, lanes, flights};
    DispatchLoop loop{context, queue, lanes, flights, clock};
};

Dispatcher::Dispatcher(DispatcherPorts ports, const ClockState& clock)
    : d(new Parts{.context = DispatchContext(std::move(ports), clock)})
{
}

Dispatcher::~Dispatcher() = default;

DispatchEvents& Dispatcher::events() const
{
    return d->context.events;
}

void Dispatcher::recover(QList<InterruptedAttempt> attempts, bool goOn)
{
    for (InterruptedAttempt& interrupted : attempts)
        d->flights.recover(std::move(interrupted), goOn);
}

void Dispatcher::goOnWithRecovered()
{
    d->flights.goOnWithRecovered();
}

void Dispatcher::add(const QList<WaitingDelivery>& deliveries)
{
    for (const WaitingDelivery& delivery : deliveries)
        d->queue.add(delivery);
}

void Dispatcher::addNew(const QList<Delivery>& deliveries)
{
    for (const Delivery& delivery : deliveries)
        d->queue.addNew(delivery);
}

void Dispatcher::addTogether(const QList<Delivery>& deliveries)
{
    const int burst = d->lanes.newBurst(static_cast<int>(deliveries.size()));
    for (const Delivery& delivery : deliveries)
        d->queue.addNew(delivery, burst);
}

void Dispatcher::takeUp(const QList<DeliveryId>& ids)
{
    for (const DeliveryId id : ids) {
        if (Flight* recovered = d->flights.find(id)) {
            recovered->leftAlone = false;
            continue;
        }
        d->context.ports.journal.load(id, d->context.guarded([this](const Result<JournalEntry>& loaded) {
            if (const auto place = loaded ? waitingFrom(loaded->delivery) : std::nullopt)
                d->queue.add(*place);
        }));
    }
}

void Dispatcher::setLane(const LaneSettings& settings)
{
    d->queue.followOrder(d->lanes.set(settings));
    d->context.lookSoon();
}

void Dispatcher::setDestinations(DestinationPolicy policy)
{
    d->flights.terms().destinations = policy;
}

void Dispatcher::setProxy(const Proxy& proxy)
{
    d->flights.terms().proxy = proxy;
}

void Dispatcher::resume()
{
    d->loop.resume();
}

void Dispatcher::stop()
{
    d->loop.stop();
}

ClockState Dispatcher::clockState() const
{
    return d->context.clock;
}

WorkTime Dispatcher::now() const
{
    return d->context.workNow();
}

DispatchClock& Dispatcher::clock() const
{
    return d->clock;
}

void Dispatcher::retryNow(DeliveryId id, Done done)
{
    d->commands.retryNow(id, std::move(done));
}

void Dispatcher::cancel(DeliveryId id, Done done)
{
    d->commands.change(id, DeliveryState::Cancelled, std::move(done));
}

void Dispatcher::hold(DeliveryId id, Done done)
{
    d->commands.change(id, DeliveryState::Held, std::move(done));
}

void Dispatcher::release(DeliveryId id, Done done)
{
    d->commands.change(id, DeliveryState::Waiting, std::move(done));
}

void Dispatcher::tick()
{
    d->loop.look();
}

std::optional<WorkTime> Dispatcher::nextDue() const
{
    return d->queue.firstDue();
}

DispatcherCounts Dispatcher::counts() const
{
    DispatcherCounts counts;
    counts.inFlight = d->flights.size();
    counts.held = d->queue.held();
    counts.waiting = d->queue.size() - counts.held - counts.inFlight;
    return counts;
}

Circuit Dispatcher::circuit(WebhookId webhook) const
{
    return d->lanes.of(webhook, 0).circuit();
}

} // namespace hookworks
