// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/dispatcher_core.h"

#include <algorithm>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr Micros aheadOfDue =
    40ms; // storing "started" takes a while: it is done so long before, in real time
constexpr Micros heartbeat =
    1s; // looks at the clock at least so often, because it may be set or the machine sleep
constexpr Micros leapOfTime =
    5s; // real time that passed between two looks and did not run on the workbench's clock
constexpr int mostOnWire = 512;

qint64 laneKey(const std::optional<WebhookId>& webhook, quint32 destination)
{
    return webhook ? webhook->number : -1 - static_cast<qint64>(destination);
}

Micros scaled(Micros real, double speed)
{
    return Micros(static_cast<qint64>(static_cast<double>(real.count()) * speed));
}

} // namespace

Dispatcher::Private::Private(Dispatcher& dispatcher, DispatcherPorts portsToUse,
                             const ClockState& clockToFollow)
    : q(dispatcher)
    , ports(std::move(portsToUse))
    , clock(clockToFollow)
    , m_lastSeen(ports.clock.now())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &q, [this] { pump(); });
}

Lane& Dispatcher::Private::laneOf(const std::optional<WebhookId>& webhook, quint32 destination)
{
    Lane& lane = lanes[laneKey(webhook, destination)];
    lane.webhook = webhook;
    return lane;
}

void Dispatcher::Private::setLane(const LaneSettings& settings)
{
    Lane& lane = laneOf(settings.webhook, 0);
    bool closed = lane.setLimits(settings.limits);
    lane.certificate = settings.certificate;
    if (settings.failingSince)
        lane.failingSince = lane.storedFailing = settings.failingSince;
    const bool switchedOn = settings.enabled && !lane.enabled;
    lane.enabled = settings.enabled;
    closed = (switchedOn && lane.forgetFailures()) || closed;
    if (closed)
        Q_EMIT q.circuitChanged(settings.webhook, lane.circuit());
    storeFailing(lane);
    lane.unfinished.clear();
    if (settings.limits.strictOrder) {
        for (const auto& [number, item] : items) {
            if (item.lane == &lane)
                lane.unfinished.insert(DeliveryId{number});
        }
    }
    pumpSoon();
}

void Dispatcher::Private::add(const WaitingDelivery& delivery)
{
    if (items.contains(delivery.id.number))
        return;
    WaitingItem item;
    item.lane = &laneOf(delivery.webhook, delivery.destination);
    item.due = delivery.due;
    item.origin = delivery.origin;
    item.held = delivery.held;
    putBack(delivery.id, item);
}

/// A flight that was recovered is not left alone any more; what is not known here is read.
void Dispatcher::Private::takeUp(DeliveryId id)
{
    if (const auto flying = flights.find(id.number); flying != flights.end()) {
        flying->second.leftAlone = false;
        return;
    }
    ports.journal.load(id, guarded([this](const Result<JournalEntry>& loaded) {
                           if (const auto place = loaded ? waitingFrom(loaded->delivery) : std::nullopt)
                               add(*place);
                       }));
}

/// Puts a delivery where it waits: among the held ones, or by its due time.
void Dispatcher::Private::putBack(DeliveryId id, WaitingItem item)
{
    if (!item.hasDue) {
        drop(id);
        return;
    }
    item.phase = item.held ? WaitingItem::Phase::Held : WaitingItem::Phase::Waiting;
    heldCount += item.held ? 1 : 0;
    if (!item.held)
        waiting.insert(id, item.due);
    if (item.lane->limits.strictOrder)
        item.lane->unfinished.insert(id);
    items[id.number] = item;
    m_wasBusy = true;
    pumpSoon();
}

/// Forgets a delivery that is final.
void Dispatcher::Private::drop(DeliveryId id)
{
    const auto found = items.find(id.number);
    if (found == items.end())
        return;
    Lane* lane = found->second.lane;
    lane->unfinished.erase(id);
    if (lane->isActive())
        active.insert(lane);
    items.erase(found);
    m_fresh.erase(id.number);
    pumpSoon();
}

/// Takes an item out of the list that its phase says.
void Dispatcher::Private::leave(WaitingItem& item, DeliveryId id)
{
    if (item.phase == WaitingItem::Phase::Waiting)
        waiting.remove(id, item.due);
    else if (item.phase == WaitingItem::Phase::Ready)
        item.lane->ready.remove(id, item.due);
    else if (item.phase == WaitingItem::Phase::Manual)
        std::erase(item.lane->manual, id);
    else if (item.phase == WaitingItem::Phase::Held)
        --heldCount;
    item.phase = WaitingItem::Phase::Busy;
}

/// Many changes in a row, one look.
void Dispatcher::Private::pumpSoon()
{
    if (m_pumpQueued)
        return;
    m_pumpQueued = true;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            m_pumpQueued = false;
            pump();
        },
        Qt::QueuedConnection);
}

void Dispatcher::Private::pump()
{
    const RealTime now = ports.clock.now();
    followRealTime(now);
    if (running && !stopping && !storeRests(now)) {
        const WorkTime work = workTimeAt(clock, now);
        takeDue(work);
        for (Lane* lane : std::vector<Lane*>(active.begin(), active.end())) {
            if (lane->refreshCircuit(work) && lane->webhook)
                Q_EMIT q.circuitChanged(*lane->webhook, lane->circuit());
            launchArmed(*lane, now, work);
            fill(*lane, now);
            if (!lane->isActive())
                active.erase(lane);
        }
        jumpIfWanted();
    }
    checkIdle();
    schedule(now);
}

/// Real time may leap: the machine slept, or somebody set its clock. What leapt ahead counts at ×1, so that
/// it does not set off hours of a fast clock at once; what leapt back does not turn the workbench's clock
/// back.
void Dispatcher::Private::followRealTime(RealTime now)
{
    const Micros passed = now - m_lastSeen;
    const RealTime before = m_lastSeen;
    m_lastSeen = now;
    const bool back = passed < Micros(0);
    const bool ahead = passed > leapOfTime && clock.speed != 1 && clock.speed > 0;
    if (!back && !ahead)
        return;
    const WorkTime seen = workTimeAt(clock, before);
    clock = ClockState{back ? seen : seen + passed, now, clock.speed};
    Q_EMIT q.clockChanged(clock);
}

void Dispatcher::Private::takeDue(WorkTime work)
{
    for (const DeliveryId id : waiting.take(work + scaled(aheadOfDue, clock.speed))) {
        WaitingItem& item = items.at(id.number);
        item.phase = WaitingItem::Phase::Ready;
        item.lane->ready.insert(id, item.due);
        active.insert(item.lane);
    }
}

/// Prepares as many attempts of a lane as its limits have room for.
void Dispatcher::Private::fill(Lane& lane, RealTime now)
{
    while (!lane.manual.empty() && lane.onWire + lane.preparing < std::max(1, lane.limits.maxInFlight)) {
        const DeliveryId id = lane.manual.front();
        lane.manual.pop_front();
        prepare(lane, id, true);
    }
    while (lane.room(now) > 0 && lane.manual.empty()) {
        const auto id = lane.limits.strictOrder && !lane.unfinished.empty() ? *lane.unfinished.begin()
                                                                            : lane.ready.first();
        if (!id || !lane.ready.contains(*id, items.at(id->number).due))
            break;
        lane.ready.remove(*id, items.at(id->number).due);
        prepare(lane, *id, false);
    }
}

void Dispatcher::Private::launchArmed(Lane& lane, RealTime now, WorkTime work)
{
    for (const DeliveryId id : lane.armed.ids()) {
        Flight& flight = flights.at(id.number);
        if (m_onWire >= mostOnWire || !lane.maySend(now, flight.manual))
            break;
        if (flight.attempt.dueAt > work && !flight.manual)
            break;
        launch(lane, flight, now);
    }
}

std::optional<RealTime> Dispatcher::Private::nextLook(const Lane& lane, RealTime now) const
{
    std::optional<RealTime> next = lane.nextStart(now);
    const auto earlier = [&](std::optional<RealTime> time) {
        if (time && (!next || *time < *next))
            next = time;
    };
    if (const auto due = lane.armed.firstDue(); due && *due > workTimeAt(clock, now))
        earlier(realTimeOf(clock, *due, now));
    if (const auto until = lane.circuitOpensAgain())
        earlier(realTimeOf(clock, *until, now));
    return next;
}

void Dispatcher::Private::schedule(RealTime now)
{
    RealTime next = now + heartbeat;
    if (running && !stopping) {
        if (const auto due = waiting.firstDue()) {
            const WorkTime ready = *due - scaled(aheadOfDue, clock.speed);
            next = std::min(next, realTimeOf(clock, ready, now).value_or(next));
        }
        for (const Lane* lane : active)
            next = std::min(next, nextLook(*lane, now).value_or(next));
        if (storeRests(now))
            next = std::max(next, m_storeRestsUntil);
    }
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::max(Micros(0), next - now)));
}

void Dispatcher::Private::checkIdle()
{
    if (!flights.empty())
        return;
    if (stopping && running) {
        running = false;
        Q_EMIT q.stopped();
    }
    const bool nothingWaits = static_cast<int>(items.size()) == heldCount;
    if (nothingWaits && m_wasBusy) {
        m_wasBusy = false;
        Q_EMIT q.idle();
    }
}

} // namespace hookworks
