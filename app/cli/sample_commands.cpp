// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/output.h"
#include "cli/references.h"
#include "json/bodies.h"
#include "json/values_sample.h"
#include "workbench/session/workbench.h"
#include "workbench/simulate/samples.h"

namespace hookworks {

namespace {

struct SampleOptions
{
    QString name, id;
    bool body = false;
};

void printSample(const Output& output, const SampleBody& sample, Bodies bodies)
{
    if (output.json())
        return output.object(compactJson(sampleJson(sample, bodies)));
    output.line(QStringLiteral("%1  %2  %3  %4")
                    .arg(sample.name, sample.provider, sample.event, sample.contentType)
                    .trimmed());
}

class ListSamplesCommand final : public Command
{
public:
    using Command::Command;

    void start() override
    {
        whenAnswered(workbench().rows().samples.list(), [this](const QList<SampleBody>& samples) {
            print(samples);
            finish(ExitStatus::Done);
        });
    }

private:
    void print(const QList<SampleBody>& samples) const
    {
        TextTable table({CliText::tr("NAME"), CliText::tr("PROVIDER"), CliText::tr("EVENT"),
                         CliText::tr("CONTENT TYPE"), CliText::tr("KEPT")});
        for (const SampleBody& sample : samples) {
            if (output().json())
                printSample(output(), sample, Bodies::Leave);
            else
                table.add({sample.name, sample.provider, sample.event, sample.contentType,
                           toIso(sample.createdAt)});
        }
        if (!output().json())
            table.print(output());
    }
};

class AddSampleCommand final : public Command
{
public:
    AddSampleCommand(const CommandContext& context, const SampleOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        const auto row = rowId(m_options.id);
        if (!row)
            return fail(row.error());
        whenAnswered(workbench().rows().samples.add(*row, m_options.name), [this](const SampleBody& sample) {
            printSample(output(), sample, Bodies::Include);
            finish(ExitStatus::Done);
        });
    }

private:
    SampleOptions m_options;
};

class ShowSampleCommand final : public Command
{
public:
    ShowSampleCommand(const CommandContext& context, const SampleOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        whenAnswered(workbench().rows().samples.get(m_options.name), [this](const SampleBody& sample) {
            if (m_options.body)
                output().raw(sample.body);
            else
                print(sample);
            finish(ExitStatus::Done);
        });
    }

private:
    void print(const SampleBody& sample) const
    {
        printSample(output(), sample, Bodies::Include);
        if (output().json())
            return;
        for (const QString& line : QString::fromUtf8(sample.body).split(u'\n'))
            output().line(line);
    }

    SampleOptions m_options;
};

class RemoveSampleCommand final : public Command
{
public:
    RemoveSampleCommand(const CommandContext& context, const SampleOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        whenAnswered(workbench().rows().samples.remove(m_options.name), [this](const SampleBody& sample) {
            output().summary(CliText::tr("Sample \"%1\" removed.").arg(sample.name));
            finish(ExitStatus::Done);
        });
    }

private:
    SampleOptions m_options;
};

template <class SampleCommand>
CLI::App& addNamed(CommandTable& table, CLI::App& group, CommandEntry entry,
                   const std::shared_ptr<SampleOptions>& options)
{
    entry.make = [options](const CommandContext& context) {
        return std::make_unique<SampleCommand>(context, *options);
    };
    return table.add(group, std::move(entry));
}

void addAdd(CommandTable& table, CLI::App& group)
{
    const auto options = std::make_shared<SampleOptions>();
    CLI::App& app = addNamed<AddSampleCommand>(
        table, group,
        {QStringLiteral("add"),
         CliText::tr("Keeps the body of a capture or a delivery by a name, without its content coding."),
         {QStringLiteral("sample add c5 --name 'report without rows'")},
         Access::Write,
         {}},
        options);
    addText(app, "id", options->id, CliText::tr("A capture or a delivery: c5, d3"))->required();
    addText(app, "--name", options->name, CliText::tr("The name"))->required();
}

} // namespace

void addSampleCommands(CommandTable& table)
{
    CLI::App& group =
        table.addGroup(QStringLiteral("sample"), CliText::tr("Samples: bodies that are kept by name."));
    table.add(group,
              {QStringLiteral("list"),
               CliText::tr("Lists the samples."),
               {QStringLiteral("sample list --json")},
               Access::Read,
               [](const CommandContext& context) { return std::make_unique<ListSamplesCommand>(context); }});
    addAdd(table, group);
    const auto shown = std::make_shared<SampleOptions>();
    CLI::App& show =
        addNamed<ShowSampleCommand>(table, group,
                                    {QStringLiteral("show"),
                                     CliText::tr("Shows a sample."),
                                     {QStringLiteral("sample show 'report without rows' --body > body.json")},
                                     Access::Read,
                                     {}},
                                    shown);
    addText(show, "name", shown->name, CliText::tr("The sample"))->required();
    addSwitch(show, "--body", shown->body, CliText::tr("Write the body, and nothing else"));
    const auto removed = std::make_shared<SampleOptions>();
    CLI::App& remove = addNamed<RemoveSampleCommand>(table, group,
                                                     {QStringLiteral("remove"),
                                                      CliText::tr("Removes a sample."),
                                                      {QStringLiteral("sample remove 'report without rows'")},
                                                      Access::Write,
                                                      {}},
                                                     removed);
    addText(remove, "name", removed->name, CliText::tr("The sample"))->required();
}

} // namespace hookworks
