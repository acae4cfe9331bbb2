// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/json_line.h"
#include "workbench/inspect/differ.h"
#include "workbench/inspect/series.h"
#include "workbench/session/workbench.h"

#include <QFile>

namespace hookworks {

namespace {

struct DiffOptions
{
    QString left, right;
    bool withSecrets = false, series = false;
};

QString verdictOf(const Difference& difference)
{
    if (difference.sameBytes)
        return CliText::tr("The requests are the same, byte for byte.");
    return difference.same
               ? CliText::tr("The requests are the same by value; the bytes differ in order, case "
                             "or spacing.")
               : CliText::tr("The requests differ.");
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
        const QString left = sideNamed(m_options.left), right = sideNamed(m_options.right);
        if (m_options.series || isArchive(left) || isArchive(right))
            return compareSeries(left, right);
        if (right.isEmpty())
            return fail({ErrorCode::BadInput,
                         CliText::tr("Name what to compare %1 with, or compare its attempts with --series.")
                             .arg(m_options.left),
                         {}});
        whenAnswered(workbench().differ().compare(left, right, m_options.withSecrets),
                     [this](const Difference& difference) {
                         for (const DifferenceLine& line : difference.lines)
                             print(line);
                         output().summary(verdictOf(difference));
                         finish(difference.same ? ExitStatus::Done : ExitStatus::Failed);
                     });
    }

private:
    /// A file by its whole path; anything else is a name in the workspace.
    QString sideNamed(const QString& typed) const
    {
        const QString file = typed.section(u'#', 0, 0);
        const QString path = context().folder.absoluteFilePath(file);
        const bool isFile = file.endsWith(QLatin1String(".har")) || (!file.isEmpty() && QFile::exists(path));
        return isFile ? path + typed.sliced(file.size()) : typed;
    }

    static bool isArchive(const QString& name)
    {
        return QDir::isAbsolutePath(name) && !name.section(u'/', -1).contains(u'#');
    }

    void compareSeries(const QString& left, const QString& right)
    {
        whenAnswered(workbench().differ().compareSeries(left, right), [this](const SeriesComparison& series) {
            for (const SeriesPair& pair : series.pairs)
                print(pair);
            if (series.cut)
                output().note(
                    CliText::tr("There are more; the first %1 were compared.").arg(series.pairs.size()));
            output().summary(series.pairs.isEmpty() ? nothingBefore() : countOf(series));
            finish(series.differing() == 0 ? ExitStatus::Done : ExitStatus::Failed);
        });
    }

    /// Of a series of one.
    QString nothingBefore() const
    {
        return CliText::tr("Nothing was compared: %1 has one request, and none before it.")
            .arg(m_options.left);
    }

    static QString countOf(const SeriesComparison& series)
    {
        return CliText::tr("%1 of %2 differ. Ignored: %3.")
            .arg(series.differing())
            .arg(series.pairs.size())
            .arg(series.ignore.isEmpty() ? CliText::tr("nothing") : series.ignore.join(u", "));
    }

    void print(const SeriesPair& pair) const
    {
        if (output().json()) {
            JsonLine object;
            const auto named = [](const QString& name) {
                return name.isEmpty() ? std::nullopt : std::optional(name);
            };
            object.add("left", named(pair.left));
            object.add("right", named(pair.right));
            object.add("kind", pair.kind);
            object.add("differences", pair.isWhole() ? std::optional(pair.differences) : std::nullopt);
            object.add("ignored", pair.isWhole() ? std::optional(pair.ignored) : std::nullopt);
            object.add("sameBytes", pair.sameBytes);
            return output().object(object.text());
        }
        const auto orDash = [](const QString& name) { return name.isEmpty() ? QStringLiteral("–") : name; };
        const QString count = pair.differences == 1 ? CliText::tr("1 difference")
                                                    : CliText::tr("%1 differences").arg(pair.differences);
        const QString words = !pair.isWhole()                           ? CliText::tr("no counterpart")
                              : pair.sameBytes && pair.differences == 0 ? CliText::tr("the same bytes")
                              : pair.ignored == 0
                                  ? count
                                  : CliText::tr("%1, %2 ignored").arg(count).arg(pair.ignored);
        output().line(
            QStringLiteral("%1  %2  %3  %4").arg(orDash(pair.left), orDash(pair.right), pair.kind, words));
    }

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
    CLI::App& app = table.add(
        table.root(),
        {QStringLiteral("diff"),
         CliText::tr("Compares two captures or deliveries as they were on the wire: "
                     "structurally where both bodies are "
                     "JSON, else by line. Secrets are compared, and shown as ***. "
                     "HTTP archives, and anything with --series, are compared request "
                     "by request, by the fields that the workspace does not ignore."),
         {QStringLiteral("diff c1 c2"), QStringLiteral("diff d1 c1 --json"), QStringLiteral("diff d1/1 d1/3"),
          QStringLiteral("diff d1 d2 --series"), QStringLiteral("diff monday.har tuesday.har")},
         Access::Read,
         [options](const CommandContext& context) {
             return std::make_unique<DiffCommand>(context, *options);
         }});
    addText(app, "left", options->left,
            CliText::tr("A delivery (d1), one of its attempts (d1/2), a capture (c1), an HTTP archive or an "
                        "entry of one (requests.har#4); for a series also several: d1,d2 or d3..d9"))
        ->required();
    addText(
        app, "right", options->right,
        CliText::tr("The same; may be missing in a series, of which each is compared with the one before"));
    addSwitch(app, "--series", options->series,
              CliText::tr("Compare two series, request by request: of one delivery all attempts. Prints a "
                          "line a pair, with how many fields differ"));
    addSwitch(app, "--with-secrets", options->withSecrets, CliText::tr("Show secrets as they are"));
}

} // namespace hookworks
