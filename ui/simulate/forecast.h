// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tokens.h"
#include "workbench/design/provider_side.h"
#include "workbench/simulate/schedule_plan.h"

namespace hookworks {

/// One thing that will happen, or has.
struct ForecastLine
{
    StateKind state = StateKind::Planned;
    QString words;
    std::optional<WorkTime> at;
    bool operator==(const ForecastLine&) const = default;
};

/// What pressing Send will lead to, in order, and what holds for all of it.
struct Forecast
{
    QList<ForecastLine> lines;
    QString note;
    bool operator==(const Forecast&) const = default;
};

/// What is known beforehand.
struct ForecastFacts
{
    QList<RequestPreview> requests; ///< those that will be sent
    QList<WebhookId> behaving;      ///< whose receiver will behave as chosen
    ReceiverBehaviour receiver = ReceiverBehaviour::AsItIs;
    WorkTime now;
};

/// One event, `count` times.
Forecast forecastOfEvent(const ForecastFacts& facts, int count);
/// A whole task; `reached`: how many of its steps are done, none before it runs.
Forecast forecastOfTask(const ForecastFacts& facts, const QList<RunStep>& steps, Micros duration,
                        std::optional<int> reached);
/// A schedule's runs, in the zone's local time; `reached`: how many have begun, none before it runs; `speed`:
/// of the workbench's clock, 0: paused.
Forecast forecastOfSchedule(const ForecastFacts& facts, const QList<ScheduledRun>& runs,
                            const QByteArray& zone, double speed, std::optional<int> reached);
/// Every event of `sent` with how many webhooks it goes to.
Forecast forecastOfMatrix(const ForecastFacts& facts, const QList<std::pair<QString, int>>& sent);

} // namespace hookworks
