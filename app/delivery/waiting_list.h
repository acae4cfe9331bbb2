// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/time.h"

#include <QList>

#include <optional>
#include <set>

namespace hookworks {

/// Deliveries by their due time, the earliest first; equal ones in the order of their ids.
class WaitingList
{
public:
    void insert(DeliveryId id, WorkTime due) { m_entries.insert({due, id}); }
    void remove(DeliveryId id, WorkTime due) { m_entries.erase({due, id}); }
    bool contains(DeliveryId id, WorkTime due) const { return m_entries.contains({due, id}); }
    bool isEmpty() const { return m_entries.empty(); }
    qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }
    std::optional<WorkTime> firstDue() const;
    std::optional<DeliveryId> first() const;
    /// Takes out everything that is due at `until` or before.
    QList<DeliveryId> take(WorkTime until);
    void shift(Micros by);
    QList<DeliveryId> ids() const;

private:
    std::set<std::pair<WorkTime, DeliveryId>> m_entries;
};

} // namespace hookworks
