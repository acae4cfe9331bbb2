// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/delivery_queue.h"

namespace hookworks {

namespace {

constexpr size_t mostNew = 20'000;
constexpr qsizetype largestNew = 4 * 1024;

} // namespace

DeliveryQueue::DeliveryQueue(DispatchContext& context, Lanes& lanes)
    : m_context(context)
    , m_lanes(lanes)
{
}

void DeliveryQueue::add(const WaitingDelivery& delivery)
{
    if (m_items.contains(delivery.id.number))
        return;
    WaitingItem item;
    item.lane = &m_lanes.of(delivery);
    item.due = delivery.due;
    item.origin = delivery.origin;
    item.held = delivery.held;
    putBack(delivery.id, item);
}

void DeliveryQueue::addNew(const Delivery& delivery, int burst)
{
    auto waiting = waitingFrom(delivery);
    if (!waiting)
        return;
    waiting->burst = burst;
    const bool isReplay = !delivery.replayOf.isEmpty(); // whose client certificate it shows is read with it
    if (!isReplay && m_new.size() < mostNew && delivery.request.body.size() <= largestNew &&
        delivery.attempts == 0)
        m_new.insert_or_assign(delivery.id.number, JournalEntry{delivery, 0});
    add(*waiting);
}

std::optional<JournalEntry> DeliveryQueue::takeNew(DeliveryId id)
{
    auto found = m_new.extract(id.number);
    if (!found)
        return std::nullopt;
    return std::move(found.mapped());
}

WaitingItem* DeliveryQueue::find(DeliveryId id)
{
    const auto found = m_items.find(id.number);
    return found == m_items.end() ? nullptr : &found->second;
}

void DeliveryQueue::leave(WaitingItem& item, DeliveryId id)
{
    if (item.phase == WaitingItem::Phase::Waiting)
        m_waiting.remove(id, item.due);
    else if (item.phase == WaitingItem::Phase::Ready)
        item.lane->ready.remove(id, item.due);
    else if (item.phase == WaitingItem::Phase::Manual)
        std::erase(item.lane->manual, id);
    else if (item.phase == WaitingItem::Phase::Held)
        --m_held;
    item.phase = WaitingItem::Phase::Busy;
}

void DeliveryQueue::putBack(DeliveryId id, WaitingItem item)
{
    if (!item.hasDue) {
        drop(id);
        return;
    }
    item.phase = item.held ? WaitingItem::Phase::Held : WaitingItem::Phase::Waiting;
    m_held += item.held ? 1 : 0;
    if (!item.held)
        m_waiting.insert(id, item.due);
    if (item.lane->limits.strictOrder)
        item.lane->unfinished.insert(id);
    m_items[id.number] = item;
    m_wasBusy = true;
    m_context.lookSoon();
}

void DeliveryQueue::putManual(DeliveryId id, WaitingItem item)
{
    item.phase = WaitingItem::Phase::Manual;
    m_items[id.number] = item;
    item.lane->manual.push_back(id);
    m_lanes.activate(*item.lane);
    m_wasBusy = true;
    m_context.lookSoon();
}

void DeliveryQueue::putBusy(DeliveryId id, WaitingItem item)
{
    item.phase = WaitingItem::Phase::Busy;
    m_items[id.number] = item;
    if (item.lane->limits.strictOrder)
        item.lane->unfinished.insert(id);
    m_wasBusy = true;
}

void DeliveryQueue::drop(DeliveryId id)
{
    const auto found = m_items.find(id.number);
    if (found == m_items.end())
        return;
    Lane& lane = *found->second.lane;
    lane.unfinished.erase(id);
    if (lane.isActive())
        m_lanes.activate(lane);
    m_items.erase(found);
    m_new.erase(id.number);
    m_context.lookSoon();
}

void DeliveryQueue::takeDue(WorkTime until)
{
    for (const DeliveryId id : m_waiting.take(until)) {
        WaitingItem& item = at(id);
        item.phase = WaitingItem::Phase::Ready;
        item.lane->ready.insert(id, item.due);
        m_lanes.activate(*item.lane);
    }
}

std::optional<DeliveryId> DeliveryQueue::takeReady(Lane& lane)
{
    const auto id =
        lane.limits.strictOrder && !lane.unfinished.empty() ? *lane.unfinished.begin() : lane.ready.first();
    if (!id || !lane.ready.contains(*id, at(*id).due))
        return std::nullopt;
    lane.ready.remove(*id, at(*id).due);
    return id;
}

void DeliveryQueue::followOrder(Lane& lane)
{
    lane.unfinished.clear();
    if (!lane.limits.strictOrder)
        return;
    for (const auto& [number, item] : m_items) {
        if (item.lane == &lane)
            lane.unfinished.insert(DeliveryId{number});
    }
}

void DeliveryQueue::shift(Micros by)
{
    m_waiting.shift(by);
    for (auto& [number, item] : m_items)
        item.due += by;
    for (auto& [number, entry] : m_new) {
        if (entry.delivery.nextDueAt)
            *entry.delivery.nextDueAt += by;
    }
}

} // namespace hookworks
