// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "workbench/exporter.h"
#include "workbench/workbench.h"

#include <QSaveFile>

namespace hookworks {

namespace {

struct ExportOptions
{
    QStringList ids;
    QString format, file;
    bool withSecrets = false;
};

class ExportCommand final : public Command
{
public:
    ExportCommand(const CommandContext& context, const ExportOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        const ExportFormat format = exportFormatFromString(m_options.format).value_or(ExportFormat::Raw);
        whenAnswered(workbench().exporter().write(m_options.ids, format, m_options.withSecrets),
                     [this](const QByteArray& bytes) { write(bytes); });
    }

private:
    void write(const QByteArray& bytes)
    {
        if (m_options.file.isEmpty() || m_options.file == QLatin1String("-")) {
            output().raw(bytes);
            return finish(ExitStatus::Done);
        }
        QSaveFile file(context().folder.absoluteFilePath(m_options.file));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return fail({ErrorCode::BadInput, CliText::tr("--out: %1 cannot be written.").arg(m_options.file),
                         file.errorString()});
        output().summary(CliText::tr("%1 bytes written to %2.").arg(bytes.size()).arg(m_options.file));
        finish(ExitStatus::Done);
    }

    ExportOptions m_options;
};

} // namespace

void addExportCommand(CommandTable& table)
{
    const auto options = std::make_shared<ExportOptions>();
    CLI::App& app = table.add(table.root(),
                              {QStringLiteral("export"),
                               CliText::tr("Writes deliveries and captures in forms that other tools read."),
                               {QStringLiteral("export d1 --format curl"),
                                QStringLiteral("export c1 c2 --format har --out requests.har")},
                               Access::Read,
                               [options](const CommandContext& context) {
                                   return std::make_unique<ExportCommand>(context, *options);
                               }});
    addTexts(app, "id", options->ids, CliText::tr("Deliveries and captures: d1 c5"))->required();
    addChoice(app, "--format", options->format,
              {QStringLiteral("raw"), QStringLiteral("curl"), QStringLiteral("har"), QStringLiteral("ndjson"),
               QStringLiteral("csv")},
              CliText::tr("The form"))
        ->required();
    addSwitch(app, "--with-secrets", options->withSecrets, CliText::tr("Do not mask secrets"));
    addText(app, "--out", options->file, CliText::tr("A file instead of standard output"))->type_name("FILE");
}

} // namespace hookworks
