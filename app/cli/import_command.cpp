// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "workbench/inspect/importer.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

struct ImportOptions
{
    QString file, as;
};

class ImportCommand final : public Command
{
public:
    ImportCommand(const CommandContext& context, ImportOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        const Result<QByteArray> bytes = readFile(m_options.file);
        if (!bytes)
            return fail(bytes.error());
        const ImportFormat format =
            importFormatFromString(m_options.as).value_or(guessedFormat(m_options.file, *bytes));
        whenAnswered(workbench().importer().take(format, *bytes), [this](const ImportDone& done) {
            printCaptures(output(), done.captures, false);
            for (const QString& note : done.notes)
                output().note(note);
            output().summary(CliText::tr("Requests imported: %1.").arg(done.captures.size()));
            finish(ExitStatus::Done);
        });
    }

private:
    ImportOptions m_options;
};

} // namespace

void addImportCommand(CommandTable& table)
{
    const auto options = std::make_shared<ImportOptions>();
    CommandEntry entry{
        QStringLiteral("import"),
        CliText::tr("Takes requests of other tools in, as captures to look at and replay. Nothing in the "
                    "file is run, "
                    "and no other file is read."),
        {QStringLiteral("import requests.har"), QStringLiteral("import - --as curl < command.txt")},
        Access::Write,
        [options](const CommandContext& context) {
            return std::make_unique<ImportCommand>(context, *options);
        }};
    entry.readsInput = [options] { return options->file == QLatin1String("-"); };
    CLI::App& app = table.add(table.root(), std::move(entry));
    addText(app, "file", options->file, CliText::tr("The file; - is standard input"))->required();
    addChoice(app, "--as", options->as,
              {QStringLiteral("har"), QStringLiteral("postman"), QStringLiteral("curl"),
               QStringLiteral("http"), QStringLiteral("raw")},
              CliText::tr("What it is; without it, its name and its first bytes decide"));
}

} // namespace hookworks
