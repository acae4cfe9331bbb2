// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/inspect/exporter.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

struct MaskOptions
{
    QStringList added, removed;
};

/// Says the names that masking goes by, after changing what was said.
class MaskCommand final : public Command
{
public:
    MaskCommand(const CommandContext& context, MaskOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        Exporter& exporter = workbench().exporter();
        const bool changes = !m_options.added.isEmpty() || !m_options.removed.isEmpty();
        whenAnswered(changes ? exporter.changeMaskedNames(m_options.added, m_options.removed)
                             : exporter.maskedNames(),
                     [this](const QStringList& names) { print(names); });
    }

private:
    void print(const QStringList& names)
    {
        for (const QString& name : names) {
            const bool open = name.startsWith(u'!');
            if (output().json()) {
                JsonLine object;
                object.add("name", open ? name.sliced(1) : name);
                object.add("masked", !open);
                output().object(object.text());
            } else {
                output().line(name);
            }
        }
        finish(ExitStatus::Done);
    }

    MaskOptions m_options;
};

void addMaskCommand(CommandTable& table, CLI::App& group, const QString& name, const QString& summary,
                    const QString& example, QStringList MaskOptions::*names)
{
    const auto options = std::make_shared<MaskOptions>();
    CLI::App& app =
        table.add(group, {name, summary, {example}, Access::Write, [options](const CommandContext& context) {
                              return std::make_unique<MaskCommand>(context, *options);
                          }});
    addTexts(
        app, "name", (*options).*names,
        CliText::tr(
            "A name of a header field, a query parameter, a form field or a JSON key. Case, hyphens, dots "
            "and underscores do not count; * at an end stands for any characters; with ! before it the "
            "name is never masked"))
        ->required();
}

} // namespace

void addMaskCommands(CommandTable& table)
{
    CLI::App& group =
        table.addGroup(QStringLiteral("mask"),
                       CliText::tr("The names whose values are secrets: exports and comparisons mask them."));
    table.add(group, {QStringLiteral("list"),
                      CliText::tr("Lists the names; one with ! before it is never masked."),
                      {QStringLiteral("mask list --json")},
                      Access::Read,
                      [](const CommandContext& context) {
                          return std::make_unique<MaskCommand>(context, MaskOptions());
                      }});
    addMaskCommand(table, group, QStringLiteral("add"), CliText::tr("Adds names, and lists them."),
                   QStringLiteral("mask add X-Tenant-Code '!next_token'"), &MaskOptions::added);
    addMaskCommand(table, group, QStringLiteral("remove"),
                   CliText::tr("Takes names away, and lists the rest."),
                   QStringLiteral("mask remove X-Tenant-Code"), &MaskOptions::removed);
}

} // namespace hookworks
