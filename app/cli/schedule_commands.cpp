// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "workbench/design/designer.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/task_plan.h"

#include <QTimeZone>
#include <QUuid>

namespace hookworks {

namespace {

struct ScheduleOptions
{
    QString report;
    std::optional<QString> zone;
    std::optional<QStringList> cycle;
};

/// What is kept beside a report's document.
class SetScheduleCommand final : public Command
{
public:
    SetScheduleCommand(const CommandContext& context, ScheduleOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        whenAnswered(workbench().designer().findReport(m_options.report), [this](Report report) {
            const auto provider = workbench().providers().find(report.provider);
            if (!provider || !provider->task.isTask())
                return fail({ErrorCode::BadInput,
                             CliText::tr("Reports of %1 have no schedule.")
                                 .arg(provider ? provider->title : report.provider),
                             {}});
            if (m_options.zone)
                report.schedule.zone = m_options.zone->toUtf8();
            if (m_options.cycle)
                report.schedule.cycle = *m_options.cycle;
            whenAnswered(workbench().designer().saveReport(report), [this](const Report& saved) {
                printReport(output(), workbench().providers(), saved, Secrets::Leave);
                finish(ExitStatus::Done);
            });
        });
    }

private:
    ScheduleOptions m_options;
};

struct RunsOptions
{
    QString report, from, to;
    std::optional<int> count;
};

/// The tasks that a report's schedule makes in a window of time.
class RunsCommand final : public Command
{
public:
    RunsCommand(const CommandContext& context, RunsOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        const auto from =
            m_options.from.isEmpty() ? workbench().clock().realNow() : timeFrom("--from", m_options.from);
        const auto to = m_options.to.isEmpty() ? RealTime::max() : timeFrom("--to", m_options.to);
        if (!from || !to)
            return fail(from ? to.error() : from.error());
        const TaskWindow window{*from, *to, m_options.count.value_or(defaultCount)};
        whenAnswered(workbench().designer().findReport(m_options.report),
                     [this, window](const Report& report) { show(report, window); });
    }

private:
    static constexpr int defaultCount = 10;

    void show(const Report& report, const TaskWindow& window)
    {
        const auto provider = workbench().providers().find(report.provider);
        const auto tasks = plannedTasks(provider ? provider->task : TaskDefinition(), report, window,
                                        [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); });
        if (!tasks)
            return fail(tasks.error());
        TextTable table(
            {CliText::tr("TIME"), CliText::tr("LOCAL TIME"), CliText::tr("TASK"), CliText::tr("VALUE")});
        for (const PlannedTask& task : *tasks) {
            const QString local = localTime(task.at, report.schedule.zone).toString(Qt::ISODate);
            if (output().json())
                print(task, local);
            else
                table.add({toIso(task.at), local, task.taskId, task.value});
        }
        table.print(output());
        if (tasks->isEmpty())
            output().summary(CliText::tr("There is no run in that time."));
        finish(tasks->isEmpty() ? ExitStatus::Failed : ExitStatus::Done);
    }

    void print(const PlannedTask& task, const QString& local) const
    {
        JsonValue object = JsonValue::object();
        object.append(QStringLiteral("at"), JsonValue::string(toIso(task.at)));
        object.append(QStringLiteral("localTime"), JsonValue::string(local));
        object.append(QStringLiteral("taskId"), JsonValue::string(task.taskId));
        object.append(QStringLiteral("value"),
                      task.value.isEmpty() ? JsonValue() : JsonValue::string(task.value));
        output().object(compactJson(object));
    }

    RunsOptions m_options;
};

void addScheduleSetter(CommandTable& table, CLI::App& group)
{
    const auto options = std::make_shared<ScheduleOptions>();
    CLI::App& app = table.add(
        group, {QStringLiteral("set"),
                CliText::tr(
                    "Sets what a scheduled report's document has no place for: the zone whose local time its "
                    "schedule repeats, and the values of its filter cycle."),
                {QStringLiteral("report set r1 --zone Europe/Berlin --cycle North,South,East,West")},
                Access::Write,
                [options](const CommandContext& context) {
                    return std::make_unique<SetScheduleCommand>(context, *options);
                }});
    addText(app, "id", options->report, CliText::tr("The report: its id or name"))->required();
    const auto isZone = [](const std::string& text) {
        const QString zone = QString::fromStdString(text);
        return zone.isEmpty() || QTimeZone(zone.toUtf8()).isValid()
                   ? std::string()
                   : CliText::tr("'%1' is no time zone; write it like Europe/Berlin.")
                         .arg(zone)
                         .toStdString();
    };
    app.add_option_function<std::string>(
           "--zone", [options](const std::string& text) { options->zone = QString::fromStdString(text); },
           CliText::tr("An IANA time zone; empty: UTC").toStdString())
        ->check(CLI::Validator(isZone, "", ""))
        ->type_name("ZONE");
    app.add_option_function<std::string>(
           "--cycle",
           [options](const std::string& text) {
               options->cycle = QString::fromStdString(text).split(QLatin1Char(','), Qt::SkipEmptyParts);
           },
           CliText::tr("Values with commas between them; empty: none").toStdString())
        ->type_name("VALUES");
}

void addRuns(CommandTable& table, CLI::App& group)
{
    const auto options = std::make_shared<RunsOptions>();
    CLI::App& app = table.add(
        group,
        {QStringLiteral("runs"),
         CliText::tr("Lists the coming runs of a scheduled report, with one task for each value of its "
                     "filter cycle."),
         {QStringLiteral("report runs r1 --count 5"),
          QStringLiteral("report runs r1 --from 2026-12-01T00:00:00Z --to 2027-01-01T00:00:00Z --json")},
         Access::Read,
         [options](const CommandContext& context) {
             return std::make_unique<RunsCommand>(context, *options);
         }});
    addText(app, "id", options->report, CliText::tr("The report: its id or name"))->required();
    addText(app, "--from", options->from, CliText::tr("No run before it; now if not given"))
        ->type_name("TIME");
    addText(app, "--to", options->to, CliText::tr("No run after it"))->type_name("TIME");
    addCount(app, "--count", options->count, 1, 100'000,
             CliText::tr("At most so many tasks; 10 if not given"));
}

} // namespace

void addScheduleCommands(CommandTable& table, CLI::App& report)
{
    addScheduleSetter(table, report);
    addRuns(table, report);
}

} // namespace hookworks
