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
    QString file, as, secretsFile;
    QStringList secrets;
};

/// `NAME=VALUE` as a placeholder's value; the value may hold further equals signs.
Result<void> takeSecret(PlaceholderValues& values, const QByteArray& line, const QString& where)
{
    const qsizetype equals = line.indexOf('=');
    const QString name = QString::fromUtf8(line.first(std::max<qsizetype>(equals, 0)).trimmed());
    if (!isPlaceholderName(name) || equals + 1 == line.size())
        return fail(ErrorCode::BadInput,
                    CliText::tr("%1: write NAME=VALUE, with a name that the case has, such as "
                                "authorization-1=VALUE.")
                        .arg(where));
    values.insert(name, line.sliced(equals + 1));
    return {};
}

/// A value a line; empty lines and those that begin with # are passed over.
Result<void> takeSecretLines(PlaceholderValues& values, const QByteArray& text)
{
    const QByteArrayList lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray line = withoutNewline(lines[i] + '\n');
        if (line.trimmed().isEmpty() || line.startsWith('#'))
            continue;
        const auto taken = takeSecret(values, line, CliText::tr("--secrets, line %1").arg(i + 1));
        if (!taken)
            return taken;
    }
    return {};
}

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
        const auto values = secretValues();
        if (!values)
            return fail(values.error());
        const Result<QByteArray> bytes = readFile(m_options.file);
        if (!bytes)
            return fail(bytes.error());
        const ImportFormat format =
            importFormatFromString(m_options.as).value_or(guessedFormat(m_options.file, *bytes));
        if (format != ImportFormat::Case && !values->isEmpty())
            return fail({ErrorCode::BadInput,
                         CliText::tr("--secret and --secrets are for a case, and the file is none."),
                         {}});
        whenAnswered(workbench().importer().take(format, *bytes, *values),
                     [this](const ImportDone& done) { print(done); });
    }

private:
    Result<PlaceholderValues> secretValues() const
    {
        PlaceholderValues values;
        if (!m_options.secretsFile.isEmpty()) {
            if (m_options.secretsFile == QLatin1String("-") && m_options.file == QLatin1String("-"))
                return hookworks::fail(
                    ErrorCode::BadInput,
                    CliText::tr("Only one of the file and --secrets can be standard input."));
            const auto read = readFile(m_options.secretsFile).and_then([&](const QByteArray& text) {
                return takeSecretLines(values, text);
            });
            if (!read)
                return tl::unexpected<Error>(read.error());
        }
        for (const QString& each : m_options.secrets) {
            const auto taken = takeSecret(values, each.toUtf8(), QStringLiteral("--secret"));
            if (!taken)
                return tl::unexpected<Error>(taken.error());
        }
        return values;
    }

    void print(const ImportDone& done)
    {
        if (output().json() || done.deliveries.isEmpty()) {
            printDeliveries(output(), done.deliveries, false);
            printCaptures(output(), done.captures, false);
        } else {
            printTables(done);
        }
        for (const QString& note : done.notes)
            output().note(note);
        for (const Placeholder& each : done.unfilled)
            output().note(CliText::tr("A replay waits for the secret %1 (%2): secret set %3 %1")
                              .arg(each.name, each.place, done.firstId()));
        if (!done.deliveries.isEmpty())
            output().summary(CliText::tr("Deliveries imported: %1.").arg(done.deliveries.size()));
        output().summary(CliText::tr("Requests imported: %1.").arg(done.captures.size()));
        finish(ExitStatus::Done);
    }

    void printTables(const ImportDone& done) const
    {
        QList<DeliverySummaryRecord> deliveries;
        for (const DeliveryRecord& record : done.deliveries)
            deliveries << DeliverySummaryRecord{summaryOf(record.delivery), record.attempts};
        printDeliveries(output(), deliveries);
        printCaptures(output(), QList<CaptureSummary>(done.captures.begin(), done.captures.end()));
    }

    ImportOptions m_options;
};

} // namespace

void addImportCommand(CommandTable& table)
{
    const auto options = std::make_shared<ImportOptions>();
    CommandEntry entry{
        QStringLiteral("import"),
        CliText::tr("Takes requests of other tools in, as captures to look at and replay; and cases, which "
                    "another Hookworks exported. Nothing in the file is run or sent, and no other file is "
                    "read."),
        {QStringLiteral("import requests.har"), QStringLiteral("import - --as curl < command.txt"),
         QStringLiteral("import d1.hookworks-case --secrets secrets.txt")},
        Access::Write,
        [options](const CommandContext& context) {
            return std::make_unique<ImportCommand>(context, *options);
        }};
    entry.readsInput = [options] {
        return options->file == QLatin1String("-") || options->secretsFile == QLatin1String("-");
    };
    CLI::App& app = table.add(table.root(), std::move(entry));
    addText(app, "file", options->file, CliText::tr("The file; - is standard input"))->required();
    addChoice(app, "--as", options->as,
              {QStringLiteral("har"), QStringLiteral("postman"), QStringLiteral("curl"),
               QStringLiteral("http"), QStringLiteral("raw"), QStringLiteral("case")},
              CliText::tr("What it is; without it, its name and its first bytes decide"));
    addText(app, "--secrets", options->secretsFile,
            CliText::tr("A file (- is standard input) with lines NAME=VALUE for the placeholders of a case"))
        ->type_name("FILE");
    addTexts(app, "--secret", options->secrets,
             CliText::tr("NAME=VALUE, one of them; everybody on this machine can see it while the command "
                         "runs, so rather use --secrets"))
        ->type_name("NAME=VALUE");
}

} // namespace hookworks
