// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/design/policies.h"
#include "workbench/session/clock_control.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

struct PreviewOptions
{
    QString policy, provider, from;
    QStringList outages;
};

Error at(const QString& option, Error error)
{
    error.message.prepend(option + QStringLiteral(": "));
    return error;
}

class PreviewCommand final : public Command
{
public:
    PreviewCommand(const CommandContext& context, PreviewOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        QList<Downtime> downtimes;
        for (const QString& text : m_options.outages) {
            const Result<Downtime> downtime = Policies::downtimeFromText(text);
            if (!downtime)
                return fail(at(QStringLiteral("--outage"), downtime.error()));
            downtimes << *downtime;
        }
        m_from = m_options.from.isEmpty() ? std::nullopt : workTimeFromIso(m_options.from);
        if (!m_options.from.isEmpty() && !m_from)
            return fail({ErrorCode::BadInput,
                         CliText::tr("--from: '%1' is no ISO 8601 time, as 2026-01-02T03:04:05Z.")
                             .arg(m_options.from),
                         {}});
        show(downtimes);
    }

private:
    void show(const QList<Downtime>& downtimes)
    {
        workbench()
            .policies()
            .preview(m_options.policy, m_options.provider, downtimes)
            .then(this, [this](const Result<PolicyPreview>& preview) {
                if (preview)
                    return print(*preview);
                Error error = preview.error();
                if (error.code == ErrorCode::NotFound)
                    error.code = ErrorCode::BadInput;
                if (!error.message.contains(m_options.policy))
                    error = at(m_options.policy, error);
                fail(error);
            });
    }

    void print(const PolicyPreview& preview)
    {
        m_outage = !m_options.outages.isEmpty();
        const qsizetype count = m_outage ? preview.fails.size() : preview.plan.size();
        TextTable table({CliText::tr("ATTEMPT"), CliText::tr("AFTER"), CliText::tr("GAP"),
                         CliText::tr("TIME"), m_outage ? CliText::tr("RESULT") : QString()});
        for (qsizetype i = 0; i < count; ++i) {
            const bool fails = m_outage && preview.fails[i];
            if (output().json())
                printJson(preview.plan[i], fails);
            else
                table.add(row(preview.plan[i], fails));
        }
        table.print(output());
        output().summary(verdict(preview));
        finish(m_outage && !preview.survivesAt ? ExitStatus::Failed : ExitStatus::Done);
    }

    QString timeOf(const PlannedAttempt& attempt) const
    {
        return m_from ? toIso(*m_from + attempt.after) : QString();
    }

    QStringList row(const PlannedAttempt& attempt, bool fails) const
    {
        const QString result = !m_outage ? QString()
                               : fails   ? CliText::tr("fails")
                                         : CliText::tr("gets through");
        return {QString::number(attempt.number), durationWords(attempt.after),
                attempt.number == 1 ? CliText::tr("at once") : durationWords(attempt.gap), timeOf(attempt),
                result};
    }

    void printJson(const PlannedAttempt& attempt, bool fails) const
    {
        JsonLine object;
        object.add("number", attempt.number);
        object.add("afterSeconds", seconds(attempt.after));
        object.add("gapSeconds", seconds(attempt.gap));
        if (m_from)
            object.add("dueAt", timeOf(attempt));
        if (m_outage)
            object.add("fails", fails);
        output().object(object.text());
    }

    QString verdict(const PolicyPreview& preview) const
    {
        if (!m_outage)
            return preview.words;
        return preview.survivesAt && preview.deliveredAfter
                   ? CliText::tr("Delivered by attempt %1, after %2.")
                         .arg(*preview.survivesAt)
                         .arg(durationWords(*preview.deliveredAfter))
                   : CliText::tr("Lost: every attempt falls into the outage.");
    }

    PreviewOptions m_options;
    std::optional<WorkTime> m_from;
    bool m_outage = false;
};

} // namespace

void addPolicyCommands(CommandTable& table)
{
    CLI::App& group = table.addGroup(QStringLiteral("policy"), CliText::tr("Retry policies."));
    const auto options = std::make_shared<PreviewOptions>();
    CLI::App& app = table.add(
        group,
        {QStringLiteral("preview"),
         CliText::tr("Shows the attempts that a policy makes, and which of them an outage makes fail."),
         {QStringLiteral("policy preview hybiscus --outage 0-600"),
          QStringLiteral("policy preview exponential:5,3,6,600 --from 2026-01-02T03:04:05Z --json")},
         Access::Read,
         [options](const CommandContext& context) {
             return std::make_unique<PreviewCommand>(context, *options);
         }});
    addText(app, "policy", options->policy,
            CliText::tr("provider, none, hybiscus, hybiscus-8, standard-webhooks, svix, fixed:SECONDSxN, "
                        "exponential:FIRST,FACTOR,N[,CAP], list:30,60,… or an own one's name"))
        ->required();
    addText(app, "--provider", options->provider, CliText::tr("Whose policy 'provider' stands for"));
    addText(app, "--from", options->from, CliText::tr("When the first attempt is made"))->type_name("TIME");
    addTexts(app, "--outage", options->outages,
             CliText::tr("The receiver is down from … to …, counted from the first attempt: 0-600, 10m-2h"))
        ->type_name("FROM-TO");
}

} // namespace hookworks
