// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/lane_feed.h"

#include <algorithm>

namespace hookworks {

LaneFeed::LaneFeed(const LiveListModel<DeliveryRow>& rows, TimelineModel& lanes, QObject* parent)
    : QObject(parent)
    , m_rows(rows)
    , m_lanes(lanes)
{
    m_drop.setSingleShot(true);
    connect(&m_drop, &QTimer::timeout, this, &LaneFeed::dropGone);
    connect(&rows, &QAbstractItemModel::modelReset, this, &LaneFeed::showAll);
    connect(&rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { takeInserted(first, last); });
    connect(&rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                for (int row = first; row <= last; ++row)
                    m_gone.insert(m_rows.rowAt(row).id);
                m_drop.start();
            });
    connect(&rows, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) {
                if (roles.isEmpty()) // else time went by
                    takeChanged(from.row(), to.row());
            });
}

TimelineLane LaneFeed::laneAt(int row)
{
    const DeliveryRow& one = m_rows.rowAt(row);
    m_given.insert(one.id, one.lane);
    return *one.lane;
}

/// Older ones come behind the others; those that come among them move the rest.
void LaneFeed::takeInserted(int first, int last)
{
    dropGone();
    if (last + 1 < m_rows.rowCount())
        return showAll();
    QList<TimelineLane> lanes;
    for (int row = first; row <= last && row < mostLanes; ++row)
        lanes << laneAt(row);
    m_lanes.upsert(lanes);
}

void LaneFeed::takeChanged(int first, int last)
{
    QList<TimelineLane> lanes;
    for (int row = first; row <= std::min(last, mostLanes - 1); ++row) {
        const DeliveryRow& one = m_rows.rowAt(row);
        const auto given = m_given.constFind(one.id);
        if (given != m_given.cend() && *given != one.lane)
            lanes << laneAt(row);
    }
    m_lanes.upsert(lanes);
}

void LaneFeed::dropGone()
{
    m_drop.stop();
    if (m_gone.isEmpty())
        return;
    for (const DeliveryId id : std::as_const(m_gone))
        m_given.remove(id);
    m_lanes.remove(std::exchange(m_gone, {}));
}

void LaneFeed::showAll()
{
    m_given.clear();
    m_gone.clear();
    m_drop.stop();
    QList<TimelineLane> lanes;
    for (int row = 0; row < std::min(m_rows.rowCount(), mostLanes); ++row)
        lanes << laneAt(row);
    m_lanes.setLanes(std::move(lanes));
}

} // namespace hookworks
