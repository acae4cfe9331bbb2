// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/where.h"
#include "domain/secret_names.h"
#include "workbench/inspect/exporter.h"
#include "workbench/session/saved_file.h"
#include "workbench/session/workbench.h"

#include <QRegularExpression>
namespace hookworks {

namespace {

struct ExportOptions
{
    QStringList ids;
    QString where, of, format, file;
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
        const Result<Query> where = whereQueryUnless(m_options.ids, m_options.where);
        if (!where)
            return fail(where.error());
        if (where->isEverything())
            return exportThese(m_options.ids);
        whenAnswered(idsFound(workbench(), *this, *where, rowsChosen(m_options.of, *where)),
                     [this](const QStringList& ids) { exportThese(ids); });
    }

private:
    void exportThese(const QStringList& ids)
    {
        const ExportFormat format = exportFormatFromString(m_options.format).value_or(ExportFormat::Raw);
        whenAnswered(workbench().exporter().write(ids, format, m_options.withSecrets),
                     [this](const Exported& exported) { write(exported); });
    }

    void write(const Exported& exported)
    {
        if (m_options.file.isEmpty() || m_options.file == QLatin1String("-")) {
            output().raw(exported.bytes);
            return end(exported);
        }
        const auto mode = m_options.withSecrets
                              ? std::optional<QFileDevice::Permissions>(QFile::ReadOwner | QFile::WriteOwner)
                              : std::nullopt;
        const Result<void> saved =
            saveFile(context().folder.absoluteFilePath(m_options.file), exported.bytes, mode);
        if (!saved)
            return fail({saved.error().code, CliText::tr("--out: %1 cannot be written.").arg(m_options.file),
                         saved.error().detail});
        output().summary(
            CliText::tr("%1 bytes written to %2.").arg(exported.bytes.size()).arg(m_options.file));
        end(exported);
    }

    void end(const Exported& exported)
    {
        for (const QString& note : exported.notes)
            output().summary(note);
        for (const Error& error : exported.refused)
            output().error(error);
        finish(exported.refused.isEmpty() ? ExitStatus::Done : ExitStatus::Failed);
    }

    ExportOptions m_options;
};

QStringList formatNames()
{
    QStringList names;
    for (const ExportFormat format : exportFormats())
        names << toString(format);
    return names;
}

} // namespace

void addExportCommand(CommandTable& table)
{
    const auto options = std::make_shared<ExportOptions>();
    CLI::App& app = table.add(table.root(),
                              {QStringLiteral("export"),
                               CliText::tr("Writes deliveries and captures in forms that other tools read."),
                               {QStringLiteral("export d1 --format curl"),
                                QStringLiteral("export c1 c2 --format har --out requests.har"),
                                QStringLiteral("export d1 --format html --out d1.html"),
                                QStringLiteral("export d1 --format case --out d1.hookworks-case"),
                                QStringLiteral("export --where 'status>=500 after:1d' --format ndjson")},
                               Access::Read,
                               [options](const CommandContext& context) {
                                   return std::make_unique<ExportCommand>(context, *options);
                               }});
    addTexts(app, "id", options->ids, CliText::tr("Deliveries and captures: d1 c5"));
    addWhere(app, options->where, CliText::tr("Those for which it holds, instead of ids."));
    addOf(app, options->of);
    addChoice(
        app, "--format", options->format, formatNames(),
        CliText::tr(
            "The form. curl and httpie are commands for a POSIX shell, powershell one with curl.exe; python "
            "(requests), node (fetch) and csharp (HttpClient) are programs; html is a report of one "
            "delivery with its timeline; bruno is a file of one request; case is for 'import' in another "
            "Hookworks: with the attempts, their captures and the reply rules that answered"))
        ->required();
    addSwitch(
        app, "--with-secrets", options->withSecrets,
        CliText::tr("Do not mask secrets. Masked are the secrets that the workspace knows, wherever they "
                    "stand, and what has one of the names that 'mask list' says; in a workspace that "
                    "changed nothing: %1")
            .arg(SecretNames::builtIn().filter(QRegularExpression(QStringLiteral("^[^!]"))).join(u' ')));
    addText(
        app, "--out", options->file,
        CliText::tr("A file instead of standard output, written whole or not at all; with --with-secrets for "
                    "its owner's eyes only"))
        ->type_name("FILE");
}

} // namespace hookworks
