// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "cli/work_command.h"
#include "workbench/design/designer.h"
#include "workbench/design/provider_side.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/samples.h"
#include "workbench/simulate/schedule_plan.h"
#include "workbench/simulate/simulator.h"

#include <algorithm>
#include <limits>

namespace hookworks {

namespace {

constexpr int usualFailPercent = 20;

struct EventOptions
{
    QString event, report, outcome, error, body, sample;
    QStringList webhooks;
    std::optional<int> count;
    std::optional<double> speed;
    std::optional<Micros> duration;
    bool noWait = false;
    QString from, to, failRuns; ///< of a schedule
    std::optional<int> failPercent, seed;
};

/// What simulate and run have in common: a report, and webhooks by name.
class EventCommand : public WorkCommand
{
public:
    EventCommand(const CommandContext& context, const EventOptions& options)
        : WorkCommand(context, options.noWait ? std::nullopt : options.speed, {false, false, !options.noWait})
        , m_options(options)
    {
    }

protected:
    const EventOptions& options() const { return m_options; }
    virtual void make(const Report& report, const QList<WebhookId>& webhooks) = 0;
    /// What an option names and is not there is wrong usage.
    void failAt(const QString& option, Error error)
    {
        error.message.prepend(option);
        if (error.code == ErrorCode::NotFound)
            error.code = ErrorCode::BadInput;
        fail(error);
    }

    void work() final
    {
        workbench().designer().findReport(m_options.report).then(this, [this](const Result<Report>& report) {
            if (!report)
                return failAt(QStringLiteral("--report: "), report.error());
            m_report = *report;
            m_names = m_options.webhooks;
            nextWebhook();
        });
    }

private:
    void nextWebhook()
    {
        if (m_names.isEmpty())
            return make(m_report, m_webhooks);
        workbench()
            .designer()
            .findWebhook(m_names.takeFirst())
            .then(this, [this](const Result<Webhook>& webhook) {
                if (!webhook)
                    return failAt(QStringLiteral("--webhook: "), webhook.error());
                m_webhooks << webhook->id;
                nextWebhook();
            });
    }

    EventOptions m_options;
    Report m_report;
    QStringList m_names;
    QList<WebhookId> m_webhooks;
};

class SimulateCommand final : public EventCommand
{
public:
    using EventCommand::EventCommand;

protected:
    void goOnWith(const QList<Delivery>& deliveries) override { made(deliveries); }

    void make(const Report& report, const QList<WebhookId>& webhooks) override
    {
        if (const Result<void> known = checkEvent(report.provider); !known)
            return fail(known.error());
        EventChoice choice;
        choice.report = report.id;
        choice.event = options().event;
        choice.outcome = options().outcome;
        choice.error = options().error;
        choice.webhooks = webhooks;
        choice.count = options().count.value_or(1);
        choice.command = progress().run;
        if (!options().body.isEmpty()) {
            const Result<QByteArray> body = readFile(options().body);
            if (!body)
                return fail(body.error());
            choice.body = *body;
        }
        if (options().sample.isEmpty())
            return send(choice);
        workbench()
            .rows()
            .samples.get(options().sample)
            .then(this, [this, choice](const Result<SampleBody>& sample) {
                if (!sample)
                    return failAt(QStringLiteral("--sample: "), sample.error());
                sendSample(choice, *sample);
            });
    }

private:
    void sendSample(EventChoice choice, const SampleBody& sample)
    {
        if (!sample.event.isEmpty() && sample.event != choice.event)
            output().note(CliText::tr("--sample: \"%1\" tells of %2; it is sent as %3.")
                              .arg(sample.name, sample.event, choice.event));
        choice.body = sample.body;
        choice.contentType = sample.contentType;
        send(choice);
    }

    void send(const EventChoice& choice)
    {
        whenAnswered(workbench().simulator().preview(choice), [this, choice](const EventPreview& preview) {
            if (preview.requests.isEmpty())
                return made({});
            whenAnswered(workbench().simulator().send(choice),
                         [this](const QList<Delivery>& deliveries) { made(deliveries); });
        });
    }

    Result<void> checkEvent(const QString& provider) const
    {
        QStringList known;
        if (const auto info = workbench().providers().find(provider)) {
            for (const EventInfo& event : info->events) {
                if (event.name == options().event)
                    return checkOutcome(provider, event);
                known << event.name;
            }
        }
        return hookworks::fail(ErrorCode::BadInput,
                               CliText::tr("%1 has no event '%2'; there are: %3.")
                                   .arg(provider, options().event, known.join(QStringLiteral(", "))));
    }

    /// What the event cannot say is no option to be passed over.
    Result<void> checkOutcome(const QString& provider, const EventInfo& event) const
    {
        const QStringList outcomes =
            event.outcomes.isEmpty() ? outcomesToldBy(provider, event.name) : event.outcomes;
        if (!options().outcome.isEmpty() && !outcomes.contains(options().outcome))
            return hookworks::fail(
                ErrorCode::BadInput,
                (outcomes.isEmpty()
                     ? CliText::tr("--outcome: %1 has no outcome; leave the option out.").arg(event.name)
                     : CliText::tr("--outcome: %1 has no outcome '%2'; there is: %3.")
                           .arg(event.name, options().outcome, outcomes.join(QStringLiteral(", ")))));
        if (!options().error.isEmpty() && event.errorPrefix.isEmpty())
            output().note(
                CliText::tr("--error: %1 carries no error; the reason is not sent.").arg(event.name));
        return {};
    }

    /// The outcome of the task that an event stands for, where it stands for one alone.
    QStringList outcomesToldBy(const QString& provider, const QString& event) const
    {
        QStringList outcomes;
        for (const QString& outcome : {QStringLiteral("success"), QStringLiteral("failure")}) {
            const auto steps =
                runSteps(workbench().providers().catalogue(), provider, outcome).value_or(QList<RunStep>());
            if (std::ranges::any_of(steps, [&event](const RunStep& step) { return step.event == event; }))
                outcomes << outcome;
        }
        return outcomes.size() == 1 ? outcomes : QStringList();
    }

    void made(const QList<Delivery>& deliveries)
    {
        if (deliveries.isEmpty()) {
            output().summary(CliText::tr("No webhook that is on takes this event."));
            return finish(ExitStatus::Failed);
        }
        if (!options().noWait)
            return deliverUntilFinal(deliveries);
        for (const Delivery& delivery : deliveries)
            printDelivery(output(), {delivery, {}});
        output().summary(CliText::tr("Stored; 'hookworks-cli deliver' sends them."));
        finish(ExitStatus::Done);
    }
};

/// nullopt: a single task is run.
Result<std::optional<TaskWindow>> windowOf(const EventOptions& options)
{
    if (options.from.isEmpty() && options.to.isEmpty()) {
        if (options.failPercent || options.seed || !options.failRuns.isEmpty())
            return hookworks::fail(
                ErrorCode::BadInput,
                CliText::tr("--seed, --fail-percent and --fail-runs are for a schedule: give "
                            "--from and --to too."));
        return std::nullopt;
    }
    if (options.from.isEmpty() || options.to.isEmpty())
        return hookworks::fail(ErrorCode::BadInput,
                               CliText::tr("A schedule is run from --from to --to: give both."));
    const auto from = timeFrom("--from", options.from);
    const auto to = timeFrom("--to", options.to);
    if (!from || !to)
        return tl::unexpected<Error>(from ? to.error() : from.error());
    if (*to < *from)
        return hookworks::fail(ErrorCode::BadInput, CliText::tr("--to: it is earlier than --from."));
    return TaskWindow{*from, *to};
}

Result<ScheduledFailures> failuresOf(const EventOptions& options)
{
    ScheduledFailures failures;
    failures.seed = static_cast<quint64>(options.seed.value_or(0));
    if (options.failPercent || options.seed)
        failures.chance = options.failPercent.value_or(usualFailPercent) / 100.0;
    for (const QString& text : options.failRuns.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        failures.runs << text.toInt(&isNumber);
        if (!isNumber)
            return hookworks::fail(ErrorCode::BadInput,
                                   CliText::tr("--fail-runs: '%1' is no number of a run.").arg(text));
    }
    return failures;
}

class RunCommand final : public EventCommand
{
public:
    using EventCommand::EventCommand;

protected:
    void make(const Report& report, const QList<WebhookId>& webhooks) override
    {
        const Result<std::optional<TaskWindow>> window = windowOf(options());
        if (!window)
            return fail(window.error());
        const TaskChoice choice = task(report.id, webhooks);
        if (*window)
            return runSchedule({choice, **window, {}});
        follow(workbench().simulator().run(choice));
    }

private:
    TaskChoice task(ReportId report, const QList<WebhookId>& webhooks)
    {
        TaskChoice choice;
        choice.report = report;
        choice.outcome = options().outcome;
        choice.error = options().error;
        choice.duration = options().duration.value_or(choice.duration);
        choice.webhooks = webhooks;
        choice.command = progress().run;
        choice.begun = workTimeFromIso(QString::fromLatin1(progress().state));
        if (!choice.begun)
            output().remember(toIso(workbench().clock().now()).toLatin1());
        return choice;
    }

    void runSchedule(ScheduleChoice choice)
    {
        const Result<ScheduledFailures> failures = failuresOf(options());
        if (!failures)
            return fail(failures.error());
        choice.failures = *failures;
        whenAnswered(
            workbench().simulator().scheduledRuns(choice), [this, choice](const QList<ScheduledRun>& runs) {
                m_runs = runs;
                if (runs.isEmpty()) {
                    output().summary(CliText::tr("There is no run in that time."));
                    return finish(ExitStatus::Failed);
                }
                if (runs.size() == choice.window.most)
                    output().note(
                        CliText::tr("Only the first %1 runs of that time are played.").arg(runs.size()));
                follow(workbench().simulator().runSchedule(choice));
            });
    }

    void follow(TaskRun* run)
    {
        connect(run, &TaskRun::progressed, this, [this](const TaskProgress& progress) { tell(progress); });
        connect(run, &TaskRun::finished, this, [this](const Result<QList<Delivery>>& deliveries) {
            if (!deliveries)
                fail(deliveries.error());
            else
                ended(*deliveries);
        });
        connect(this, &Command::finished, run, &TaskRun::cancel);
    }

    void tell(const TaskProgress& progress)
    {
        if (progress.run > 0)
            return output().summary(wordsOf(m_runs[progress.run - 1], progress.step));
        if (progress.step != m_step)
            output().summary(progress.step);
        m_step = progress.step;
    }

    void ended(const QList<Delivery>& deliveries)
    {
        if (deliveries.isEmpty()) {
            output().summary(CliText::tr("No webhook that is on takes these events."));
            return finish(ExitStatus::Failed);
        }
        deliverUntilFinal(deliveries);
    }

    static QString wordsOf(const ScheduledRun& run, const QString& step)
    {
        const QString value =
            run.task.value.isEmpty() ? QString() : QStringLiteral(" %1").arg(run.task.value);
        return CliText::tr("%1 %2%3: %4").arg(run.number).arg(toIsoMilliseconds(run.task.at), value, step);
    }

    QString m_step;
    QList<ScheduledRun> m_runs; ///< of a schedule
};

void addCommonOptions(CLI::App& app, EventOptions& options)
{
    addText(app, "--report", options.report, CliText::tr("The report: its id or name"))->required();
    addTexts(app, "--webhook", options.webhooks,
             CliText::tr("Only this webhook, on or off: its id or name; may be given more than once"));
    addChoice(app, "--outcome", options.outcome, {QStringLiteral("success"), QStringLiteral("failure")},
              CliText::tr("How the task ends"));
    addText(app, "--error", options.error,
            CliText::tr("The reason of a failure; the provider's prefix is added"));
    addSpeed(app, options.speed);
}

void addSimulate(CommandTable& table)
{
    const auto options = std::make_shared<EventOptions>();
    CLI::App& app = table.add(
        table.root(),
        goingOn(
            {QStringLiteral("simulate"),
             CliText::tr("Makes an event, and delivers it until each delivery is final."),
             {QStringLiteral("simulate report.failed --report r1 --speed 600 --json"),
              QStringLiteral("simulate postReportTask --report Sales --outcome failure --error 'no data'")},
             Access::Write,
             [options](const CommandContext& context) {
                 return std::make_unique<SimulateCommand>(context, *options);
             },
             [options] { return options->body == QLatin1String("-"); }}));
    addText(app, "event", options->event, CliText::tr("The event: report.failed"))->required();
    addCommonOptions(app, *options);
    auto* const body = addText(app, "--body", options->body, CliText::tr("A body instead of the provider's"))
                           ->type_name("FILE");
    addText(app, "--sample", options->sample, CliText::tr("The sample of that name instead, as it is kept"))
        ->type_name("NAME")
        ->excludes(body);
    addCount(app, "--count", options->count, 1, 1'000'000, CliText::tr("So many events"));
    addSwitch(app, "--no-wait", options->noWait, CliText::tr("Store them only"));
}

void addRun(CommandTable& table)
{
    const auto options = std::make_shared<EventOptions>();
    CLI::App& app = table.add(
        table.root(),
        goingOn({QStringLiteral("run"),
                 CliText::tr("Runs a whole report task: its events in order, delivered until each is final."),
                 {QStringLiteral("run --report r1 --outcome failure --duration 30 --speed 10"),
                  QStringLiteral("run --report r2 --from 2026-12-01T00:00:00Z --to 2026-12-31T00:00:00Z "
                                 "--seed 7 --speed 86400")},
                 Access::Write,
                 [options](const CommandContext& context) {
                     return std::make_unique<RunCommand>(context, *options);
                 }}));
    addCommonOptions(app, *options);
    addSeconds(app, "--duration", options->duration,
               CliText::tr("How long the task takes on the workbench's clock"));
    addText(app, "--from", options->from,
            CliText::tr(
                "Runs every task that the report's schedule has from this time on: the first at once, the "
                "others in the same distances on the workbench's clock"))
        ->type_name("TIME");
    addText(app, "--to", options->to, CliText::tr("The end of that time"))->type_name("TIME");
    addCount(app, "--seed", options->seed, 0, std::numeric_limits<int>::max(),
             CliText::tr("Some of those runs fail by chance, the same ones for the same number"));
    addCount(app, "--fail-percent", options->failPercent, 0, 100,
             CliText::tr("How many of a hundred fail by chance; %1 if only --seed is given")
                 .arg(usualFailPercent));
    addText(app, "--fail-runs", options->failRuns,
            CliText::tr("These runs fail: 2,5 are the second and the fifth"))
        ->type_name("N,...");
}

} // namespace

void addSimulateCommands(CommandTable& table)
{
    addSimulate(table);
    addRun(table);
}

} // namespace hookworks
