// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "cli/webhook_edit.h"
#include "cli/work_command.h"
#include "domain/shown_secrets.h"
#include "workbench/design/designer.h"
#include "workbench/design/policies.h"
#include "workbench/simulate/simulator.h"

namespace hookworks {

namespace {

Secrets secretsIf(bool wanted)
{
    return wanted ? Secrets::Include : Secrets::Leave;
}

class WebhookListCommand final : public Command
{
public:
    WebhookListCommand(const CommandContext& context, bool withSecrets)
        : Command(context)
        , m_secrets(secretsIf(withSecrets))
    {
    }

    void start() override
    {
        whenAnswered(workbench().designer().webhooks(), [this](const QList<Webhook>& webhooks) {
            printWebhooks(output(), webhooks, m_secrets);
            if (webhooks.isEmpty())
                output().summary(CliText::tr("There is no webhook; 'hookworks-cli webhook add' makes one."));
            finish(ExitStatus::Done);
        });
    }

private:
    Secrets m_secrets;
};

class ShowWebhookCommand final : public Command
{
public:
    ShowWebhookCommand(const CommandContext& context, QString name, bool withSecrets)
        : Command(context)
        , m_name(std::move(name))
        , m_secrets(secretsIf(withSecrets))
    {
    }

    void start() override
    {
        whenAnswered(workbench().designer().findWebhook(m_name), [this](const Webhook& webhook) {
            printWebhook(output(), webhook, m_secrets);
            finish(ExitStatus::Done);
        });
    }

private:
    QString m_name;
    Secrets m_secrets;
};

class RemoveWebhookCommand final : public Command
{
public:
    RemoveWebhookCommand(const CommandContext& context, QString name, bool forget)
        : Command(context)
        , m_name(std::move(name))
        , m_forget(forget)
    {
    }

    void start() override
    {
        whenAnswered(workbench().designer().findWebhook(m_name),
                     [this](const Webhook& webhook) { m_forget ? switchOff(webhook) : remove(webhook); });
    }

private:
    /// So that nothing new is sent with them meanwhile.
    void switchOff(const Webhook& webhook)
    {
        whenAnswered(workbench().designer().setWebhookEnabled(webhook.id, false),
                     [this, webhook] { forget(webhook); });
    }

    void forget(const Webhook& webhook)
    {
        whenAnswered(workbench().designer().forgetSecrets(webhook),
                     [this, webhook](const ForgottenSecrets& forgotten) {
                         m_forgotten = wordsFor(forgotten);
                         remove(webhook);
                     });
    }

    void remove(const Webhook& webhook)
    {
        whenAnswered(workbench().designer().removeWebhook(webhook.id), [this](const Webhook& removed) {
            output().summary(CliText::tr("%1 is removed.").arg(removed.id.toString()));
            if (m_forget)
                output().summary(m_forgotten);
            else if (!secretsOf(removed).isEmpty())
                output().summary(
                    CliText::tr("What was sent with it keeps its secrets; --forget-secrets overwrites "
                                "them there before a webhook goes."));
            finish(ExitStatus::Done);
        });
    }

    QString m_name, m_forgotten;
    bool m_forget;
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
        for (QString* file : {&m_edit.certificate, &m_edit.certificateKey}) {
            if (!file->isEmpty())
                *file = context.folder.absoluteFilePath(*file);
        }
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
        const Result<Webhook> edited = m_edit.appliedTo(webhook, context().input, workbench().providers());
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
        for (const DesignProblem& problem : workbench().providers().checkWebhook(m_webhook)) {
            if (problem.level == ProblemLevel::Error && (makes || m_edit.names(problem.path)))
                return fail({ErrorCode::BadInput,
                             optionOf(problem.path) + QStringLiteral(": ") + problem.message,
                             {}});
            output().note(problem.message);
        }
        whenAnswered(workbench().designer().saveWebhook(m_webhook), [this](const Webhook& webhook) {
            printWebhook(output(), webhook, secretsIf(m_edit.showsSecrets));
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

/// A command on one webhook that has one switch.
template <class Which>
void addOne(CommandTable& table, CLI::App& group, CommandEntry entry, const char* word,
            const QString& meaning)
{
    const auto name = std::make_shared<QString>();
    const auto wanted = std::make_shared<bool>(false);
    entry.make = [name, wanted](const CommandContext& context) {
        return std::make_unique<Which>(context, *name, *wanted);
    };
    CLI::App& app = table.add(group, std::move(entry));
    addText(app, "id", *name, CliText::tr("The webhook: its id or name"))->required();
    addSwitch(app, word, *wanted, meaning);
}

void addList(CommandTable& table, CLI::App& group)
{
    const auto withSecrets = std::make_shared<bool>(false);
    CLI::App& app = table.add(group, {QStringLiteral("list"),
                                      CliText::tr("Lists the webhooks."),
                                      {QStringLiteral("webhook list --json")},
                                      Access::Read,
                                      [withSecrets](const CommandContext& context) {
                                          return std::make_unique<WebhookListCommand>(context, *withSecrets);
                                      }});
    addSwitch(app, "--with-secrets", *withSecrets, CliText::tr("Do not mask secrets"));
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
         [fresh] { return fresh->tokenFromInput || fresh->passphraseFromInput; }});
    fresh->addOptions(add);
    add.get_option("--provider")->required();
    add.get_option("--url")->required();

    const auto change = std::make_shared<WebhookEdit>();
    const auto name = std::make_shared<QString>();
    CLI::App& set = table.add(
        group, goingOn({QStringLiteral("set"),
                        CliText::tr("Changes a webhook; what is not named stays."),
                        {QStringLiteral("webhook set w1 --policy fixed:5x3"),
                         QStringLiteral("webhook set OneDrive --off")},
                        Access::Write,
                        [change, name](const CommandContext& context) {
                            return std::make_unique<EditWebhookCommand>(context, *change, *name);
                        },
                        [change] { return change->tokenFromInput || change->passphraseFromInput; }}));
    addText(set, "id", *name, CliText::tr("The webhook: its id or name"))->required();
    change->addOptions(set);
    change->addClearingOptions(set);
}

} // namespace

void addWebhookCommands(CommandTable& table)
{
    CLI::App& group =
        table.addGroup(QStringLiteral("webhook"), CliText::tr("Webhooks: who is told of which events."));
    addList(table, group);
    addOne<ShowWebhookCommand>(table, group,
                               {QStringLiteral("show"),
                                CliText::tr("Shows a webhook; its secrets are shown as ***."),
                                {QStringLiteral("webhook show w1")},
                                Access::Read,
                                {}},
                               "--with-secrets", CliText::tr("Do not mask secrets"));
    addEdits(table, group);
    addOne<RemoveWebhookCommand>(
        table, group,
        {QStringLiteral("remove"),
         CliText::tr("Removes a webhook; what was delivered stays."),
         {QStringLiteral("webhook remove w1 --forget-secrets")},
         Access::Write,
         {}},
        "--forget-secrets",
        CliText::tr("Overwrite its secrets with * in all that was sent and received, for "
                    "good; its deliveries that are not final are cancelled"));
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
