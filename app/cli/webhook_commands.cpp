// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "cli/webhook_edit.h"
#include "cli/work_command.h"
#include "workbench/designer.h"
#include "workbench/policies.h"
#include "workbench/simulator.h"

namespace hookworks {

namespace {

class WebhookListCommand final : public Command
{
public:
    using Command::Command;

    void start() override
    {
        whenAnswered(workbench().designer().webhooks(), [this](const QList<Webhook>& webhooks) {
            printWebhooks(output(), webhooks);
            if (webhooks.isEmpty())
                output().summary(CliText::tr("There is no webhook; 'hookworks-cli webhook add' makes one."));
            finish(ExitStatus::Done);
        });
    }
};

class OneWebhookCommand final : public Command
{
public:
    OneWebhookCommand(const CommandContext& context, bool remove, QString name)
        : Command(context)
        , m_remove(remove)
        , m_name(std::move(name))
    {
    }

    void start() override
    {
        whenAnswered(workbench().designer().findWebhook(m_name), [this](const Webhook& webhook) {
            if (m_remove)
                return remove(webhook);
            printWebhook(output(), webhook);
            finish(ExitStatus::Done);
        });
    }

private:
    void remove(const Webhook& webhook)
    {
        whenAnswered(workbench().designer().removeWebhook(webhook.id), [this](const Webhook& removed) {
            output().summary(CliText::tr("%1 is removed.").arg(removed.id.toString()));
            finish(ExitStatus::Done);
        });
    }

    bool m_remove;
    QString m_name;
};

/// Makes a webhook, or changes one: the same options, the same checks.
class EditWebhookCommand final : public Command
{
public:
    EditWebhookCommand(const CommandContext& context, WebhookEdit edit, QString name)
        : Command(context)
        , m_edit(std::move(edit))
        , m_name(std::move(name))
    {
    }

    void start() override
    {
        if (m_name.isEmpty())
            return edit(Webhook());
        whenAnswered(workbench().designer().findWebhook(m_name),
                     [this](const Webhook& webhook) { edit(webhook); });
    }

private:
    void edit(const Webhook& webhook)
    {
        const Result<Webhook> edited = m_edit.appliedTo(webhook, context().input);
        if (!edited)
            return fail(edited.error());
        m_webhook = *edited;
        if (m_edit.report.isEmpty())
            return checkPolicy();
        workbench().designer().findReport(m_edit.report).then(this, [this](const Result<Report>& report) {
            if (!report)
                return fail({ErrorCode::BadInput, QStringLiteral("--report: ") + report.error().message, {}});
            m_webhook.report = report->id;
            checkPolicy();
        });
    }

    void checkPolicy()
    {
        workbench()
            .policies()
            .resolve(m_webhook.policy, m_webhook.provider)
            .then(this, [this](const Result<RetryPolicy>& policy) {
                if (!policy)
                    return fail(
                        {ErrorCode::BadInput, QStringLiteral("--policy: ") + policy.error().message, {}});
                save();
            });
    }

    /// What an older version or a document brought in does not keep other fields from being changed; it is
    /// noted.
    void save()
    {
        const bool makes = m_name.isEmpty();
        for (const DesignProblem& problem : Designer::checkWebhook(m_webhook)) {
            if (problem.level == ProblemLevel::Error && (makes || m_edit.names(problem.path)))
                return fail({ErrorCode::BadInput,
                             optionOf(problem.path) + QStringLiteral(": ") + problem.message,
                             {}});
            output().note(problem.message);
        }
        whenAnswered(workbench().designer().saveWebhook(m_webhook), [this](const Webhook& webhook) {
            printWebhook(output(), webhook);
            finish(ExitStatus::Done);
        });
    }

    WebhookEdit m_edit;
    QString m_name;
    Webhook m_webhook;
};

struct TestOptions
{
    QString name;
    std::optional<double> speed;
};

class TestWebhookCommand final : public WorkCommand
{
public:
    TestWebhookCommand(const CommandContext& context, const TestOptions& options)
        : WorkCommand(context, options.speed)
        , m_name(options.name)
    {
    }

protected:
    void work() override
    {
        whenAnswered(workbench().designer().findWebhook(m_name), [this](const Webhook& webhook) {
            whenAnswered(workbench().simulator().sendTest(webhook.id, progress().run),
                         [this](const Delivery& delivery) { deliverUntilFinal({delivery}); });
        });
    }

private:
    QString m_name;
};

void addOne(CommandTable& table, CLI::App& group, bool remove, const QString& word, const QString& summary)
{
    const auto name = std::make_shared<QString>();
    CLI::App& app = table.add(group, {word,
                                      summary,
                                      {QStringLiteral("webhook %1 w1").arg(word)},
                                      remove ? Access::Write : Access::Read,
                                      [name, remove](const CommandContext& context) {
                                          return std::make_unique<OneWebhookCommand>(context, remove, *name);
                                      }});
    addText(app, "id", *name, CliText::tr("The webhook: its id or name"))->required();
}

void addEdits(CommandTable& table, CLI::App& group)
{
    const auto fresh = std::make_shared<WebhookEdit>();
    CLI::App& add = table.add(
        group,
        {QStringLiteral("add"),
         CliText::tr("Makes a webhook, and prints it."),
         {QStringLiteral("webhook add --provider hybiscus --url http://127.0.0.1:9000/hook"),
          QStringLiteral(
              "webhook add --provider hybiscus --url https://example.org/ --auth-token-stdin < token")},
         Access::Write,
         [fresh](const CommandContext& context) {
             return std::make_unique<EditWebhookCommand>(context, *fresh, QString());
         },
         [fresh] { return fresh->tokenFromInput; }});
    fresh->addOptions(add);
    add.get_option("--provider")->required();
    add.get_option("--url")->required();

    const auto change = std::make_shared<WebhookEdit>();
    const auto name = std::make_shared<QString>();
    CLI::App& set =
        table.add(group, goingOn({QStringLiteral("set"),
                                  CliText::tr("Changes a webhook; what is not named stays."),
                                  {QStringLiteral("webhook set w1 --policy fixed:5x3"),
                                   QStringLiteral("webhook set OneDrive --off")},
                                  Access::Write,
                                  [change, name](const CommandContext& context) {
                                      return std::make_unique<EditWebhookCommand>(context, *change, *name);
                                  },
                                  [change] { return change->tokenFromInput; }}));
    addText(set, "id", *name, CliText::tr("The webhook: its id or name"))->required();
    change->addOptions(set);
    change->addClearingOptions(set);
}

} // namespace

void addWebhookCommands(CommandTable& table)
{
    CLI::App& group =
        table.addGroup(QStringLiteral("webhook"), CliText::tr("Webhooks: who is told of which events."));
    table.add(group,
              {QStringLiteral("list"),
               CliText::tr("Lists the webhooks."),
               {QStringLiteral("webhook list --json")},
               Access::Read,
               [](const CommandContext& context) { return std::make_unique<WebhookListCommand>(context); }});
    addOne(table, group, false, QStringLiteral("show"), CliText::tr("Shows a webhook, without its token."));
    addEdits(table, group);
    addOne(table, group, true, QStringLiteral("remove"),
           CliText::tr("Removes a webhook; what was delivered stays."));
    const auto test = std::make_shared<TestOptions>();
    CLI::App& app =
        table.add(group, goingOn({QStringLiteral("test"),
                                  CliText::tr("Sends a test event, and delivers it until it is final."),
                                  {QStringLiteral("webhook test w1")},
                                  Access::Write,
                                  [test](const CommandContext& context) {
                                      return std::make_unique<TestWebhookCommand>(context, *test);
                                  }}));
    addText(app, "id", test->name, CliText::tr("The webhook: its id or name"))->required();
    addSpeed(app, test->speed);
}

} // namespace hookworks
