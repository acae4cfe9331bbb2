// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deliveries/delivery_row.h"
#include "ui/lists/live_list_model.h"
#include "ui/timeline/timeline_model.h"

#include <QTimer>

namespace hookworks {

/// The timeline as a second view on the list: a lane for each of its first rows, as they come, change and go.
class LaneFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostLanes = 5'000;

    /// Both must outlive it.
    LaneFeed(const LiveListModel<DeliveryRow>& rows, TimelineModel& lanes, QObject* parent);

private:
    void takeInserted(int first, int last);
    void takeChanged(int first, int last);
    void dropGone();
    void showAll();
    TimelineLane laneAt(int row);

    const LiveListModel<DeliveryRow>& m_rows;
    TimelineModel& m_lanes;
    /// What the timeline was given: another pointer is another lane.
    QHash<DeliveryId, std::shared_ptr<const TimelineLane>> m_given;
    QSet<DeliveryId> m_gone;
    QTimer m_drop; ///< rows go one by one, their lanes at once
};

} // namespace hookworks
