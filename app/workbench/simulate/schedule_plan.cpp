// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/simulate/schedule_plan.h"

#include "provider/catalogue.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>
#include <random>

namespace hookworks {

namespace {

std::function<QString()> runIds(const QString& command)
{
    if (command.isEmpty())
        return [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return [command, made = 0]() mutable {
        return QUuid::createUuidV5(QUuid(), QStringLiteral("%1/%2").arg(command).arg(++made))
            .toString(QUuid::WithoutBraces);
    };
}

Result<void> checkChosenRuns(const QList<int>& chosen, qsizetype count)
{
    for (const int run : chosen) {
        if (run < 1 || run > count)
            return fail(ErrorCode::BadInput,
                        QCoreApplication::translate("hookworks",
                                                    "Run %1 is to fail, but there are %2 runs in that time.")
                            .arg(run)
                            .arg(count));
    }
    return {};
}

} // namespace

Result<QList<ScheduledRun>> scheduledRunsOf(const ProviderCatalogue& providers, const ScheduleChoice& choice,
                                            const Report& report)
{
    const ProviderProfile* const profile = providers.find(report.provider);
    const auto tasks = plannedTasks(profile ? profile->task : TaskDefinition(), report, choice.window,
                                    runIds(choice.task.command));
    if (!tasks)
        return tl::unexpected<Error>(tasks.error());
    if (auto known = checkChosenRuns(choice.failures.runs, tasks->size()); !known)
        return tl::unexpected<Error>(known.error());
    std::mt19937_64 chance(choice.failures.seed);
    QList<ScheduledRun> runs;
    for (const PlannedTask& task : *tasks) {
        const int number = static_cast<int>(runs.size()) + 1;
        const bool picked = static_cast<double>(chance()) <
                            choice.failures.chance * static_cast<double>(std::mt19937_64::max());
        const bool fails = choice.task.outcome == QLatin1String("failure") || picked ||
                           choice.failures.runs.contains(number);
        runs.append({task, number, task.at - tasks->first().at, fails});
    }
    return runs;
}

} // namespace hookworks
