// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/list_column.h"
#include "ui/timeline/timeline_lane.h"
#include "workbench/deliver/deliveries.h"

#include <memory>

namespace hookworks {

/// What the list knows of one delivery: small, for a hundred thousand of them.
struct DeliveryRow
{
    DeliveryId id;
    QString event, webhook, report, provider, message, lastResult, replayOf;
    DeliveryState state = DeliveryState::Waiting;
    std::optional<Verdict> verdict; ///< of a replay that has ended
    QString comparedWith;
    bool failed = false; ///< the last result tells of a failure
    int attempts = 0, planned = 0;
    std::optional<WorkTime> nextDueAt;
    RealTime createdAt;
    Mark mark;
    std::shared_ptr<const TimelineLane> lane; ///< never null
};

/// Of a light record.
DeliveryRow rowOf(const DeliverySummaryRecord& record);

/// What the list can show, in the order it is shown at first.
QList<ListColumn<DeliveryRow>> deliveryColumns();

} // namespace hookworks
