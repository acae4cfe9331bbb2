// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "json/literal_reader.h"
#include "json/value.h"
#include "workbench/design/designer.h"
#include "workbench/design/published.h"
#include "workbench/session/workbench.h"

#include <algorithm>

namespace hookworks {

namespace {

class ReportListCommand final : public Command
{
public:
    using Command::Command;

    void start() override
    {
        whenAnswered(workbench().designer().reports(), [this](const QList<Report>& reports) {
            printReports(output(), reports);
            if (reports.isEmpty())
                output().summary(CliText::tr("There is no report; 'hookworks-cli report import' makes one."));
            finish(ExitStatus::Done);
        });
    }
};

/// What one report is asked for by its id or name.
class OneReportCommand final : public Command
{
public:
    enum class Kind
    {
        Show,
        Remove,
        Export
    };

    OneReportCommand(const CommandContext& context, Kind kind, QString name, Secrets secrets)
        : Command(context)
        , m_kind(kind)
        , m_name(std::move(name))
        , m_secrets(secrets)
    {
    }

    void start() override
    {
        whenAnswered(workbench().designer().findReport(m_name),
                     [this](const Report& report) { found(report); });
    }

private:
    void found(const Report& report)
    {
        if (m_kind == Kind::Show) {
            printReport(output(), workbench().providers(), report, m_secrets);
            finish(ExitStatus::Done);
        } else if (m_kind == Kind::Export) {
            whenAnswered(workbench().designer().exportReport(report.id), [this](const QByteArray& document) {
                output().raw(document);
                finish(ExitStatus::Done);
            });
        } else {
            whenAnswered(
                workbench().designer().removeReport(report.id), [this](const RemovedReport& removed) {
                    output().summary(CliText::tr("%1 is removed.").arg(removed.report.id.toString()));
                    finish(ExitStatus::Done);
                });
        }
    }

    Kind m_kind;
    QString m_name;
    Secrets m_secrets;
};

struct DocumentOptions
{
    bool withSecrets = false;
    bool mend = false;
    bool last = false;
    QString file, provider, name;
};

class ImportReportCommand final : public Command
{
public:
    ImportReportCommand(const CommandContext& context, DocumentOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        const Result<QByteArray> read = readFile(m_options.file);
        if (!read)
            return fail(read.error());
        const Result<QByteArray> document = m_options.mend ? mended(*read) : read;
        if (!document)
            return failAt(document.error());
        workbench()
            .designer()
            .importReport(*document, m_options.provider, m_options.name)
            .then(this, [this](const Result<Report>& report) {
                if (!report)
                    return failAt(report.error());
                printReport(output(), workbench().providers(), *report,
                            m_options.withSecrets ? Secrets::Include : Secrets::Leave);
                for (const DesignProblem& problem :
                     workbench().providers().checkDocument(report->provider, report->document))
                    output().summary(QStringLiteral("%1: %2: %3")
                                         .arg(toString(problem.level), problem.path, problem.message));
                finish(ExitStatus::Done);
            });
    }

private:
    /// The JSON that the text stands for; what had to be changed is told.
    Result<QByteArray> mended(const QByteArray& text) const
    {
        return readPublished(workbench().providers(), text, m_options.provider,
                             m_options.last ? LiteralChoice::Last : LiteralChoice::First)
            .map([this](const PublishedDocument& published) {
                for (const LiteralChange& change : published.changes)
                    output().note(wordsOf(change));
                return published.document;
            });
    }

    bool standsForJson() const
    {
        const Result<QByteArray> text = readFile(m_options.file);
        return text && !readJson(*text) && readLiteral(*text);
    }

    void failAt(Error error)
    {
        if (error.code == ErrorCode::BadInput) {
            error.message.prepend(m_options.file + QStringLiteral(": "));
            if (!m_options.mend && standsForJson())
                error.message +=
                    QLatin1Char(' ') + CliText::tr("It can be read as a JavaScript literal: --mend does "
                                                   "so, and says what it changes.");
        }
        fail(error);
    }

    DocumentOptions m_options;
};

class ValidateCommand final : public Command
{
public:
    ValidateCommand(const CommandContext& context, DocumentOptions options)
        : Command(context)
        , m_options(std::move(options))
    {
    }

    void start() override
    {
        const Result<QByteArray> document = readFile(m_options.file);
        if (!document)
            return fail(document.error());
        const QString provider =
            m_options.provider.isEmpty() ? workbench().providers().recognise(*document) : m_options.provider;
        if (provider.isEmpty())
            return fail({ErrorCode::BadInput,
                         CliText::tr("%1: whose report this is cannot be told; name one with --provider: %2.")
                             .arg(m_options.file, workbench().providers().keys().join(QStringLiteral(", "))),
                         {}});
        const QList<DesignProblem> problems = workbench().providers().checkDocument(provider, *document);
        for (const DesignProblem& problem : problems)
            printProblem(output(), problem);
        if (const Result<JsonValue> json = parseJson(*document); !json)
            return fail(
                {ErrorCode::BadInput, m_options.file + QStringLiteral(": ") + json.error().message, {}});
        finish(statusOf(problems));
    }

private:
    ExitStatus statusOf(const QList<DesignProblem>& problems) const
    {
        if (problems.isEmpty())
            output().summary(CliText::tr("No problem was found."));
        const bool wrong = std::ranges::any_of(
            problems, [](const DesignProblem& each) { return each.level == ProblemLevel::Error; });
        return wrong ? ExitStatus::Failed : ExitStatus::Done;
    }

    DocumentOptions m_options;
};

void addOne(CommandTable& table, CLI::App& group, OneReportCommand::Kind kind, const QString& word,
            const QString& summary)
{
    const auto name = std::make_shared<QString>();
    const auto withSecrets = std::make_shared<bool>(false);
    const Access access = kind == OneReportCommand::Kind::Remove ? Access::Write : Access::Read;
    CLI::App& app =
        table.add(group, {word,
                          summary,
                          {QStringLiteral("report %1 r1").arg(word)},
                          access,
                          [name, kind, withSecrets](const CommandContext& context) {
                              return std::make_unique<OneReportCommand>(
                                  context, kind, *name, *withSecrets ? Secrets::Include : Secrets::Leave);
                          }});
    addText(app, "id", *name, CliText::tr("The report: its id or name"))->required();
    if (kind == OneReportCommand::Kind::Show)
        addSwitch(app, "--with-secrets", *withSecrets, CliText::tr("Do not mask secrets"));
}

template <class Which>
CLI::App& addDocument(CommandTable& table, CLI::App& group, const std::shared_ptr<DocumentOptions>& options,
                      CommandEntry entry)
{
    entry.make = [options](const CommandContext& context) {
        return std::make_unique<Which>(context, *options);
    };
    entry.readsInput = [options] { return options->file == QLatin1String("-"); };
    CLI::App& app = table.add(group, std::move(entry));
    addText(app, "file", options->file, CliText::tr("The document; - for standard input"))->required();
    addChoice(app, "--provider", options->provider, table.providers().keys(),
              CliText::tr("Whose report it is; recognised from the document if not given"));
    return app;
}

} // namespace

void addReportCommands(CommandTable& table)
{
    CLI::App& group = table.addGroup(QStringLiteral("report"), CliText::tr("Report definitions."));
    table.add(group,
              {QStringLiteral("list"),
               CliText::tr("Lists the reports."),
               {QStringLiteral("report list --json")},
               Access::Read,
               [](const CommandContext& context) { return std::make_unique<ReportListCommand>(context); }});
    addOne(table, group, OneReportCommand::Kind::Show, QStringLiteral("show"),
           CliText::tr("Shows a report; the tokens of its webhooks are shown as ***."));
    addOne(table, group, OneReportCommand::Kind::Remove, QStringLiteral("remove"),
           CliText::tr("Removes a report and its own webhooks; what was delivered stays."));
    const auto import = std::make_shared<DocumentOptions>();
    CLI::App& app =
        addDocument<ImportReportCommand>(table, group, import,
                                         {QStringLiteral("import"),
                                          CliText::tr("Stores a report's document, unchanged."),
                                          {QStringLiteral("report import report.json --provider hybiscus")},
                                          Access::Write,
                                          {}});
    addText(app, "--name", import->name, CliText::tr("How to call it; made from the document if not given"));
    addSwitch(app, "--with-secrets", import->withSecrets,
              CliText::tr("Do not mask secrets in what is printed"));
    addSwitch(
        app, "--mend", import->mend,
        CliText::tr("Take JavaScript literals and published lists as the JSON that they stand for, and say "
                    "what was changed"));
    addSwitch(app, "--last", import->last,
              CliText::tr("With --mend: take the last of values that stand side by side, as in 'a' || 'b'"));
    addScheduleCommands(table, group);
    addOne(table, group, OneReportCommand::Kind::Export, QStringLiteral("export"),
           CliText::tr("Writes a report's document as it was given."));
    addDocument<ValidateCommand>(table, group, std::make_shared<DocumentOptions>(),
                                 {QStringLiteral("validate"),
                                  CliText::tr("Checks a document, and prints one problem a line."),
                                  {QStringLiteral("report validate report.json --json")},
                                  Access::Read,
                                  {}});
}

} // namespace hookworks
