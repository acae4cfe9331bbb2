// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/references.h"
#include "json/made.h"
#include "workbench/inspect/marks.h"
#include "workbench/session/workbench.h"

#include <algorithm>

namespace hookworks {

namespace {

struct MarkOptions
{
    QStringList ids;
    QString colour, note;
    bool namesNote = false; ///< an empty one, too
    bool clear = false;
};

class MarkRowsCommand final : public Command
{
public:
    MarkRowsCommand(const CommandContext& context, const MarkOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        const auto rows = rowIds(m_options.ids);
        const auto change = changeAsked();
        if (!rows || !change)
            return fail(rows ? change.error() : rows.error());
        whenAnswered(workbench().rows().marks.change(*rows, *change),
                     [this, rows = *rows, change = *change](const QList<MarkedRow>& before) {
                         print(rows, change, before);
                     });
    }

private:
    Result<MarkChange> changeAsked() const
    {
        if (m_options.clear)
            return MarkChange::clear();
        MarkChange change;
        if (!m_options.colour.isEmpty())
            change.colour = markColourFromString(m_options.colour);
        if (m_options.namesNote) {
            const auto note = tidyNote(m_options.note);
            if (!note)
                return hookworks::fail(ErrorCode::BadInput,
                                       QStringLiteral("--note: ") + note.error().message);
            change.note = *note;
        }
        if (change == MarkChange())
            return hookworks::fail(ErrorCode::BadInput, CliText::tr("Say --colour, --note or --clear."));
        return change;
    }

    void print(const QList<RowId>& rows, const MarkChange& change, const QList<MarkedRow>& before)
    {
        for (const RowId& row : rows) {
            const auto was = std::ranges::find(before, row, &MarkedRow::row);
            if (was != before.end())
                print(row, change.on(was->mark));
        }
        finish(ExitStatus::Done);
    }

    void print(const RowId& row, const Mark& mark) const
    {
        if (output().json()) {
            JsonValue object = JsonValue::object();
            object.append(QStringLiteral("id"), JsonValue::string(toString(row)));
            object.append(QStringLiteral("mark"), markJson(mark));
            return output().object(compactJson(object));
        }
        QStringList words{toString(row)};
        if (mark.isEmpty())
            words << CliText::tr("no mark");
        if (mark.colour)
            words << toString(*mark.colour);
        if (!mark.note.isEmpty())
            words << mark.note.simplified();
        output().line(words.join(QStringLiteral("  ")));
    }

    MarkOptions m_options;
};

QStringList colourChoices()
{
    QStringList words;
    for (const MarkColour colour : markColours())
        words << toString(colour);
    return words << QStringLiteral("none");
}

} // namespace

void addMarkCommand(CommandTable& table)
{
    const auto options = std::make_shared<MarkOptions>();
    CLI::App& app = table.add(
        table.root(), {QStringLiteral("mark"),
                       CliText::tr("Puts a colour or a note on captures and deliveries, to find them again."),
                       {QStringLiteral("mark c5 d3 --colour red --note 'lost the token here'"),
                        QStringLiteral("mark c5 --colour none"), QStringLiteral("mark c5 d3 --clear"),
                        QStringLiteral("captures --where 'is:marked note~token'")},
                       Access::Write,
                       [options](const CommandContext& context) {
                           return std::make_unique<MarkRowsCommand>(context, *options);
                       }});
    addTexts(app, "id", options->ids, CliText::tr("Captures and deliveries: c5 d3"))->required();
    auto* const colour = addChoice(app, "--colour", options->colour, colourChoices(),
                                   CliText::tr("The colour; none takes it away, and the note stays"));
    auto* const note =
        addText(app, "--note", options->note,
                CliText::tr("The note, plain text of at most %1 characters; '' takes it away, and the colour "
                            "stays")
                    .arg(longestNote))
            ->type_name("TEXT")
            ->each([options](const std::string&) { options->namesNote = true; });
    addSwitch(app, "--clear", options->clear, CliText::tr("Take colour and note away"))
        ->excludes(colour)
        ->excludes(note);
}

} // namespace hookworks
