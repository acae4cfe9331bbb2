// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/inspect/importer.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

/// Says which placeholders of cases have a value. Never the value.
class SecretListCommand final : public Command
{
public:
    using Command::Command;

    void start() override
    {
        whenAnswered(workbench().importer().secrets(), [this](const QList<CaseSecret>& secrets) {
            for (const CaseSecret& secret : secrets)
                print(secret);
            finish(ExitStatus::Done);
        });
    }

private:
    void print(const CaseSecret& secret) const
    {
        const auto& [placeholder, isFilled, source] = secret;
        if (!output().json())
            return output().line(QStringLiteral("%1  %2  %3  %4")
                                     .arg(source, placeholder.name, placeholder.place,
                                          isFilled ? CliText::tr("filled") : CliText::tr("not filled")));
        JsonLine object;
        object.add("id", source);
        object.add("name", placeholder.name);
        object.add("of", placeholder.place);
        object.add("filled", isFilled);
        output().object(object.text());
    }
};

struct SecretOptions
{
    QString id, name;
};

class SecretSetCommand final : public Command
{
public:
    SecretSetCommand(const CommandContext& context, SecretOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        const QByteArray value = withoutNewline(context().input);
        whenAnswered(workbench().importer().fill(m_options.id, {{m_options.name, value}}), [this, value] {
            output().summary(value.isEmpty() ? CliText::tr("%1 has no value any more.").arg(m_options.name)
                                             : CliText::tr("%1 has a value.").arg(m_options.name));
            finish(ExitStatus::Done);
        });
    }

private:
    SecretOptions m_options;
};

} // namespace

void addSecretCommands(CommandTable& table)
{
    CLI::App& group = table.addGroup(
        QStringLiteral("secret"),
        CliText::tr("What stands for the placeholders of cases that came without secrets. Kept sealed."));
    table.add(group,
              {QStringLiteral("list"),
               CliText::tr("Lists the placeholders, and whether each has a value; never the value."),
               {QStringLiteral("secret list --json")},
               Access::Read,
               [](const CommandContext& context) { return std::make_unique<SecretListCommand>(context); }});
    const auto options = std::make_shared<SecretOptions>();
    CommandEntry entry{
        QStringLiteral("set"),
        CliText::tr("Gives a placeholder its value, from standard input, of which one line end is left "
                    "out; an empty input takes it back. Replays of its case go on from there."),
        {QStringLiteral("secret set d1 authorization-1 < token.txt")},
        Access::Write,
        [options](const CommandContext& context) {
            return std::make_unique<SecretSetCommand>(context, *options);
        }};
    entry.readsInput = [] { return true; };
    CLI::App& app = table.add(group, std::move(entry));
    addText(app, "id", options->id, CliText::tr("A delivery or capture of the case: d1"))->required();
    addText(app, "name", options->name, CliText::tr("The placeholder's name: authorization-1"))->required();
}

} // namespace hookworks
