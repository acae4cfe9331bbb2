// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "workbench/design/provider_files.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

/// One or all of them, in words or as JSON.
class ProviderListCommand final : public Command
{
public:
    ProviderListCommand(const CommandContext& context, QString key)
        : Command(context)
        , m_key(std::move(key))
    {
    }

    void start() override
    {
        for (const ProviderInfo& provider : workbench().providers().all()) {
            if (m_key.isEmpty() || provider.key == m_key)
                print(provider);
        }
        finish(ExitStatus::Done);
    }

private:
    void print(const ProviderInfo& provider) const
    {
        QStringList events;
        for (const EventInfo& event : provider.events)
            events << event.name;
        if (!output().json()) {
            output().line(QStringLiteral("%1  %2").arg(provider.key, provider.title));
            output().line(CliText::tr("  Events: %1").arg(events.join(QStringLiteral(", "))));
            output().line(CliText::tr("  Retries: %1").arg(provider.policy));
            output().line(CliText::tr("  Revision: %1").arg(provider.revision));
            output().line(CliText::tr("  Page: %1").arg(provider.page));
            return;
        }
        JsonValue names = JsonValue::array();
        for (const QString& event : events)
            names.append(JsonValue::string(event));
        JsonValue object = JsonValue::object();
        object.append(QStringLiteral("key"), JsonValue::string(provider.key));
        object.append(QStringLiteral("title"), JsonValue::string(provider.title));
        object.append(QStringLiteral("events"), names);
        object.append(QStringLiteral("retries"), JsonValue::string(provider.policy));
        object.append(QStringLiteral("page"), JsonValue::string(provider.page));
        object.append(QStringLiteral("revision"), JsonValue::string(provider.revision));
        output().object(compactJson(object));
    }

    QString m_key;
};

struct FileOptions
{
    QString key;
    QString of = QStringLiteral("definition");
};

/// Writes one document; it is JSON with and without --json, on one line with it.
class ProviderFileCommand final : public Command
{
public:
    ProviderFileCommand(const CommandContext& context, QString key, ProviderFile which)
        : Command(context)
        , m_key(std::move(key))
        , m_which(which)
    {
    }

    void start() override
    {
        const Result<JsonValue> file = providerFile(workbench().providers(), m_key, m_which);
        if (!file)
            return fail({ErrorCode::BadInput, file.error().message, {}});
        output().raw((output().json() ? compactJson(*file) : prettyJson(*file)) + '\n');
        finish(ExitStatus::Done);
    }

private:
    QString m_key;
    ProviderFile m_which;
};

void addProviderName(const CommandTable& table, CLI::App& app, QString& target)
{
    addChoice(app, "provider", target, table.providers().keys(),
              CliText::tr("Whose; of all providers in one document if not given"));
}

void addApiDocument(CommandTable& table, CLI::App& group, const QString& word, const QString& summary,
                    ProviderFile which)
{
    const auto key = std::make_shared<QString>();
    CLI::App& app = table.add(group, {word,
                                      summary,
                                      {QStringLiteral("provider %1 hybiscus > hybiscus.json").arg(word)},
                                      Access::None,
                                      [key, which](const CommandContext& context) {
                                          return std::make_unique<ProviderFileCommand>(context, *key, which);
                                      }});
    addProviderName(table, app, *key);
}

void addSchemaCommand(CommandTable& table, CLI::App& group)
{
    const auto options = std::make_shared<FileOptions>();
    CLI::App& app = table.add(
        group,
        {QStringLiteral("schema"),
         CliText::tr(
             "Writes the JSON Schema (2020-12) of a provider's report definitions, or of what it sends."),
         {QStringLiteral("provider schema hybiscus"),
          QStringLiteral("provider schema connectreport --of payload")},
         Access::None,
         [options](const CommandContext& context) {
             const bool payload = options->of == QLatin1String("payload");
             return std::make_unique<ProviderFileCommand>(context, options->key,
                                                          payload ? ProviderFile::PayloadSchema
                                                                  : ProviderFile::DefinitionSchema);
         }});
    addProviderName(table, app, options->key);
    addChoice(app, "--of", options->of, {QStringLiteral("definition"), QStringLiteral("payload")},
              CliText::tr("Of the reports that users write, or of the bodies that the platform sends"));
}

} // namespace

void addProviderCommands(CommandTable& table)
{
    CLI::App& group =
        table.addGroup(QStringLiteral("provider"), CliText::tr("Report platforms, and what they send."));
    const auto key = std::make_shared<QString>();
    const auto make = [key](const CommandContext& context) {
        return std::make_unique<ProviderListCommand>(context, *key);
    };
    table.add(group, {QStringLiteral("list"),
                      CliText::tr("Lists the providers."),
                      {QStringLiteral("provider list --json")},
                      Access::None,
                      make});
    CLI::App& show = table.add(group, {QStringLiteral("show"),
                                       CliText::tr("Shows one provider."),
                                       {QStringLiteral("provider show hybiscus")},
                                       Access::None,
                                       make});
    addChoice(show, "provider", *key, table.providers().keys(), CliText::tr("Which one"))->required();
    addSchemaCommand(table, group);
    addApiDocument(table, group, QStringLiteral("openapi"),
                   CliText::tr("Writes an OpenAPI 3.1 document with what a provider sends as webhooks."),
                   ProviderFile::OpenApi);
    addApiDocument(table, group, QStringLiteral("asyncapi"),
                   CliText::tr("Writes an AsyncAPI 3 document with what a provider sends."),
                   ProviderFile::AsyncApi);
}

} // namespace hookworks
