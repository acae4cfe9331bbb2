// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/inspect/differ.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

struct DiffOptions
{
    QString left, right;
    bool withSecrets = false;
};

QString verdictOf(const Difference& difference)
{
    if (difference.sameBytes)
        return CliText::tr("They are the same, byte for byte.");
    return difference.same
               ? CliText::tr("They are the same by value; the bytes differ in order, case or spacing.")
               : CliText::tr("They differ.");
}

QString wordOf(DifferenceLine::Kind kind)
{
    switch (kind) {
    case DifferenceLine::Kind::Same:
        return QStringLiteral("same");
    case DifferenceLine::Kind::Added:
        return QStringLiteral("added");
    case DifferenceLine::Kind::Removed:
        return QStringLiteral("removed");
    case DifferenceLine::Kind::Changed:
        break;
    }
    return QStringLiteral("changed");
}

class DiffCommand final : public Command
{
public:
    DiffCommand(const CommandContext& context, DiffOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        whenAnswered(workbench().differ().compare(m_options.left, m_options.right, m_options.withSecrets),
                     [this](const Difference& difference) {
                         for (const DifferenceLine& line : difference.lines)
                             print(line);
                         output().summary(verdictOf(difference));
                         finish(difference.same ? ExitStatus::Done : ExitStatus::Failed);
                     });
    }

private:
    void print(const DifferenceLine& line) const
    {
        if (output().json())
            printJson(line);
        else
            printText(line);
    }

    void printJson(const DifferenceLine& line) const
    {
        if (line.kind == DifferenceLine::Kind::Same)
            return;
        JsonLine object;
        object.add("kind", wordOf(line.kind));
        object.add("place", line.place.isEmpty() ? std::nullopt : std::optional(line.place));
        object.add("left",
                   line.kind == DifferenceLine::Kind::Added ? std::nullopt : std::optional(line.left));
        object.add("right",
                   line.kind == DifferenceLine::Kind::Removed ? std::nullopt : std::optional(line.right));
        output().object(object.text());
    }

    void printText(const DifferenceLine& line) const
    {
        const QString place = line.place.isEmpty() ? QString() : line.place + QStringLiteral(": ");
        if (line.kind == DifferenceLine::Kind::Same)
            return output().line(QStringLiteral("  ") + line.left);
        if (line.kind != DifferenceLine::Kind::Added)
            output().coloured("31", QStringLiteral("- ") + place + line.left);
        if (line.kind != DifferenceLine::Kind::Removed)
            output().coloured("32", QStringLiteral("+ ") + place + line.right);
    }

    DiffOptions m_options;
};

} // namespace

void addDiffCommand(CommandTable& table)
{
    const auto options = std::make_shared<DiffOptions>();
    CLI::App& app =
        table.add(table.root(), {QStringLiteral("diff"),
                                 CliText::tr("Compares two captures or deliveries as they were on the wire: "
                                             "structurally where both bodies are "
                                             "JSON, else by line. Secrets are compared, and shown as ***."),
                                 {QStringLiteral("diff c1 c2"), QStringLiteral("diff d1 c1 --json")},
                                 Access::Read,
                                 [options](const CommandContext& context) {
                                     return std::make_unique<DiffCommand>(context, *options);
                                 }});
    addText(app, "left", options->left, CliText::tr("A delivery or a capture"))->required();
    addText(app, "right", options->right, CliText::tr("A delivery or a capture"))->required();
    addSwitch(app, "--with-secrets", options->withSecrets, CliText::tr("Show secrets as they are"));
}

} // namespace hookworks
