// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/simulator.h"
#include "workbench/simulate/task_plan.h"

namespace hookworks {

class ProviderCatalogue;

/// Which runs of a schedule fail.
struct ScheduledFailures
{
    double chance = 0; ///< from 0 to 1
    quint64 seed = 0;  ///< of the chance
    QList<int> runs;   ///< from 1: these fail too
    bool operator==(const ScheduledFailures&) const = default;
};

/// A window of a report's schedule to be played.
struct ScheduleChoice
{
    TaskChoice task; ///< what holds for each run; with the outcome `failure` all fail
    TaskWindow window;
    ScheduledFailures failures;
    bool operator==(const ScheduleChoice&) const = default;
};

/// A run of a schedule, as it will be played.
struct ScheduledRun
{
    PlannedTask task;
    int number = 0; ///< from 1
    Micros after;   ///< the first run, on the workbench's clock
    bool fails = false;
    bool operator==(const ScheduledRun&) const = default;
};

/// The runs in the window, at most as many as it takes, and which of them fail: all where the task is to
/// fail, else the chosen ones and those that chance picks, the same for the same seed. With a `command` the
/// runs' ids are always the same for the same command. BadInput where plannedTasks() says so, and where a
/// chosen run is not among them.
Result<QList<ScheduledRun>> scheduledRunsOf(const ProviderCatalogue& providers, const ScheduleChoice& choice,
                                            const Report& report);

} // namespace hookworks
