// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/lanes.h"

#include <optional>
#include <unordered_map>

namespace hookworks {

/// A delivery that is not final, as far as the dispatcher keeps it in memory.
struct WaitingItem
{
    enum class Phase
    {
        Waiting,
        Ready,
        Manual,
        Busy,
        Held,
        Final
    };

    Lane* lane = nullptr;
    WorkTime due;
    Origin origin = Origin::Plan;
    Phase phase = Phase::Waiting;
    bool hasDue = true; ///< false: only a manual attempt is to be made
    bool held = false;
};

/// All deliveries that are not final, each at its place: among the held ones, by its due time, in its lane
/// once it is due, or busy while an attempt or a change of it is under way.
class DeliveryQueue
{
public:
    DeliveryQueue(DispatchContext& context, Lanes& lanes);

    /// Nothing where it is here already.
    void add(const WaitingDelivery& delivery);
    /// Just stored: its first attempt need not read it again, where there is room to keep it.
    /// `burst`: of Lanes::newBurst(); 0: it is sent by itself.
    void addNew(const Delivery& delivery, int burst = 0);
    /// What addNew() kept, once.
    std::optional<JournalEntry> takeNew(DeliveryId id);

    /// Null: not here.
    WaitingItem* find(DeliveryId id);
    WaitingItem& at(DeliveryId id) { return m_items.at(id.number); }
    /// Takes it from its place; it is busy then.
    void leave(WaitingItem& item, DeliveryId id);
    /// Puts it where it waits; forgets one without a due time.
    void putBack(DeliveryId id, WaitingItem item);
    /// For one attempt at once.
    void putManual(DeliveryId id, WaitingItem item);
    /// An attempt of it is under way.
    void putBusy(DeliveryId id, WaitingItem item);
    /// Forgets a delivery that is final.
    void drop(DeliveryId id);

    /// Gives everything that is due at `until` or before to its lane.
    void takeDue(WorkTime until);
    /// The next of a lane that may be prepared, taken out of it; nullopt: none.
    std::optional<DeliveryId> takeReady(Lane& lane);
    /// With strict order a lane knows everything of its webhook that is not final.
    void followOrder(Lane& lane);
    std::optional<WorkTime> firstDue() const { return m_waiting.firstDue(); }
    void shift(Micros by);

    int size() const { return static_cast<int>(m_items.size()); }
    int held() const { return m_held; }
    /// Whether anything was put here since the last call.
    bool takeWasBusy() { return std::exchange(m_wasBusy, false); }

private:
    DispatchContext& m_context;
    Lanes& m_lanes;
    std::unordered_map<qint64, WaitingItem> m_items; ///< by the delivery's number
    std::unordered_map<qint64, JournalEntry> m_new;  ///< just stored, first attempt not prepared yet
    WaitingList m_waiting;
    int m_held = 0;
    bool m_wasBusy = false;
};

} // namespace hookworks
