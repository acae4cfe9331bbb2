// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lane.h"

#include <QList>

#include <optional>

namespace hookworks {

/// A time in which every attempt fails, on the workbench's clock; `from` is in it, `to` is not.
struct Outage
{
    WorkTime from, to;
    bool operator==(const Outage&) const = default;
    bool contains(WorkTime time) const { return time >= from && time < to; }
};

/// What would become of one delivery if the receiver were down in an outage and up at all other times.
struct WhatIf
{
    enum class Verdict
    {
        Untouched, ///< final already, or no attempt of it falls into the outage
        Survives,  ///< some attempts fail, a later one gets through
        Lost       ///< every attempt that the plan still has falls into the outage
    };
    Verdict verdict = Verdict::Untouched;
    QList<int> failing;                ///< numbers of the planned attempts that would fail
    std::optional<WorkTime> delivered; ///< when it would get through
    bool operator==(const WhatIf&) const = default;
};

/// The planned marks of a lane against an outage. Attempts made already stay what they were.
WhatIf whatIf(const TimelineLane& lane, const Outage& outage);

/// The same for a plan on paper, whose first attempt is made at `first`.
WhatIf whatIf(const QList<PlannedAttempt>& plan, WorkTime first, const Outage& outage);

/// What an outage does to many deliveries.
struct WhatIfSummary
{
    int untouched = 0, survive = 0, lost = 0;
    std::optional<Micros>
        worstDelay; ///< of those that survive: from when it would have been sent to when it gets through
    bool operator==(const WhatIfSummary&) const = default;
};

/// Of two summaries of the same deliveries: fewer lost is better, then the shorter worst delay. 0: alike, <0:
/// left.
int compare(const WhatIfSummary& left, const WhatIfSummary& right);

/// Every delivery of `firsts` (its first attempt's time) under one plan on the same outage.
WhatIfSummary summarise(const QList<PlannedAttempt>& plan, const QList<WorkTime>& firsts,
                        const Outage& outage);

} // namespace hookworks
