// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/waiting_list.h"

namespace hookworks {

std::optional<WorkTime> WaitingList::firstDue() const
{
    return m_entries.empty() ? std::nullopt : std::optional(m_entries.begin()->first);
}

std::optional<DeliveryId> WaitingList::first() const
{
    return m_entries.empty() ? std::nullopt : std::optional(m_entries.begin()->second);
}

QList<DeliveryId> WaitingList::take(WorkTime until)
{
    QList<DeliveryId> taken;
    while (!m_entries.empty() && m_entries.begin()->first <= until) {
        taken.append(m_entries.begin()->second);
        m_entries.erase(m_entries.begin());
    }
    return taken;
}

void WaitingList::shift(Micros by)
{
    std::set<std::pair<WorkTime, DeliveryId>> shifted;
    for (const auto& [due, id] : m_entries)
        shifted.emplace_hint(shifted.end(), due + by, id);
    m_entries = std::move(shifted);
}

QList<DeliveryId> WaitingList::ids() const
{
    QList<DeliveryId> all;
    for (const auto& [due, id] : m_entries)
        all.append(id);
    return all;
}

} // namespace hookworks
