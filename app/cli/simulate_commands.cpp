// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "cli/work_command.h"
#include "workbench/design/designer.h"
#include "workbench/design/provider_side.h"
#include "workbench/simulate/simulator.h"

#include <algorithm>

namespace hookworks {

namespace {

struct EventOptions
{
    QString event, report, outcome, error, body;
    QStringList webhooks;
    std::optional<int> count;
    std::optional<double> speed;
    std::optional<Micros> duration;
    bool noWait = false;
};

/// What simulate and run have in common: a report, and webhooks by name.
class EventCommand : public WorkCommand
{
public:
    EventCommand(const CommandContext& context, const EventOptions& options)
        : WorkCommand(context, options.noWait ? std::nullopt : options.speed)
        , m_options(options)
    {
    }

protected:
    const EventOptions& options() const { return m_options; }
    virtual void make(const Report& report, const QList<WebhookId>& webhooks) = 0;

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

    /// What an option names and is not there is wrong usage.
    void failAt(const QString& option, Error error)
    {
        error.message.prepend(option);
        if (error.code == ErrorCode::NotFound)
            error.code = ErrorCode::BadInput;
        fail(error);
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
        whenAnswered(workbench().simulator().preview(choice), [this, choice](const EventPreview& preview) {
            if (preview.requests.isEmpty())
                return made({});
            whenAnswered(workbench().simulator().send(choice),
                         [this](const QList<Delivery>& deliveries) { made(deliveries); });
        });
    }

private:
    Result<void> checkEvent(const QString& provider) const
    {
        QStringList known;
        if (const auto info = Designer::provider(provider)) {
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
    static QStringList outcomesToldBy(const QString& provider, const QString& event)
    {
        QStringList outcomes;
        for (const QString& outcome : {QStringLiteral("success"), QStringLiteral("failure")}) {
            const auto steps = runSteps(provider, outcome).value_or(QList<RunStep>());
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

class RunCommand final : public EventCommand
{
public:
    using EventCommand::EventCommand;

protected:
    void make(const Report& report, const QList<WebhookId>& webhooks) override
    {
        TaskChoice choice;
        choice.report = report.id;
        choice.outcome = options().outcome;
        choice.error = options().error;
        choice.duration = options().duration.value_or(choice.duration);
        choice.webhooks = webhooks;
        choice.command = progress().run;
        choice.begun = workTimeFromIso(QString::fromLatin1(progress().state));
        if (!choice.begun)
            output().remember(toIso(workbench().clock().now()).toLatin1());
        TaskRun* const run = workbench().simulator().run(choice);
        connect(run, &TaskRun::progressed, this, [this](const TaskProgress& progress) { tell(progress); });
        connect(run, &TaskRun::finished, this, [this](const Result<QList<Delivery>>& deliveries) {
            if (!deliveries)
                fail(deliveries.error());
            else
                ended(*deliveries);
        });
        connect(this, &Command::finished, run, &TaskRun::cancel);
    }

private:
    void tell(const TaskProgress& progress)
    {
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

    QString m_step;
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
    addText(app, "--body", options->body, CliText::tr("A body instead of the provider's"))->type_name("FILE");
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
                 {QStringLiteral("run --report r1 --outcome failure --duration 30 --speed 10")},
                 Access::Write,
                 [options](const CommandContext& context) {
                     return std::make_unique<RunCommand>(context, *options);
                 }}));
    addCommonOptions(app, *options);
    addSeconds(app, "--duration", options->duration,
               CliText::tr("How long the task takes on the workbench's clock"));
}

} // namespace

void addSimulateCommands(CommandTable& table)
{
    addSimulate(table);
    addRun(table);
}

} // namespace hookworks
