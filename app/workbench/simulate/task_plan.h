// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "domain/task_definition.h"
#include "json/value.h"

#include <functional>

namespace hookworks {

/// One run of a scheduled task.
struct PlannedTask
{
    RealTime at;
    QString value;       ///< of the filter cycle; empty: there is none
    QString taskId;      ///< the same for every run of that value
    QByteArray document; ///< as this run sends it: the report's, with the ids of this run
    bool operator==(const PlannedTask&) const = default;
};

struct TaskWindow
{
    RealTime from, to;
    int most = 1000; ///< tasks
    bool operator==(const TaskWindow&) const = default;
};

/// The runs of the report's schedule in that window, at each time one for every value of its filter cycle. Of
/// the document, a run changes its own id (`newId` makes one), and with a cycle the task's id; all else stays
/// byte for byte. BadInput where the report has no schedule, or none that can be read.
Result<QList<PlannedTask>> plannedTasks(const TaskDefinition& definition, const Report& report,
                                        const TaskWindow& window, const std::function<QString()>& newId);

/// The id of the task for one value of a filter cycle: always the same for the same task and value.
QString taskIdFor(const QString& taskId, const QString& value);

} // namespace hookworks
