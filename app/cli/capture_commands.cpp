// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_table.h"
#include "cli/printing.h"
#include "cli/references.h"
#include "cli/where.h"
#include "workbench/inspect/inspecting.h"
#include "workbench/listen/captures.h"
#include "workbench/session/workbench.h"

namespace hookworks {

namespace {

struct CapturesOptions
{
    QString where;
    std::optional<int> limit;
    bool bodies = false;
};

class CapturesCommand final : public Command
{
public:
    CapturesCommand(const CommandContext& context, const CapturesOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        const Result<Query> where = whereQuery(m_options.where);
        if (!where)
            return fail(where.error());
        CaptureFilter filter;
        filter.where = *where;
        filter.limit = m_options.limit.value_or(0);
        filter.bodies = m_options.bodies;
        if (output().json()) {
            whenAnswered(workbench().captures().findAll(filter), [this](const CapturePage& page) {
                printCaptures(output(), page.rows, m_options.bodies);
                end(page.rows.size(), page.unreadable);
            });
            return;
        }
        whenAnswered(workbench().captures().findAllSummaries(filter), [this](const CaptureSummaryPage& page) {
            printCaptures(output(), page.rows);
            end(page.rows.size(), page.unreadable);
        });
    }

private:
    void end(qsizetype found, qint64 unreadable)
    {
        tellUnreadable(output(), unreadable);
        if (found == 0)
            output().summary(CliText::tr("No capture matches."));
        finish(found == 0 && !m_options.where.isEmpty() ? ExitStatus::Failed : ExitStatus::Done);
    }

    CapturesOptions m_options;
};

struct CaptureOptions
{
    QString id;
    bool raw = false, body = false;
};

class CaptureCommand final : public Command
{
public:
    CaptureCommand(const CommandContext& context, const CaptureOptions& options)
        : Command(context)
        , m_options(options)
    {
    }

    void start() override
    {
        const auto id = captureId(m_options.id);
        if (!id)
            return fail(id.error());
        whenAnswered(workbench().captures().get(*id), [this](const Capture& capture) { print(capture); });
    }

private:
    void print(const Capture& capture)
    {
        if (m_options.raw || m_options.body) {
            const QByteArray& sent = capture.wireBody.isEmpty() ? capture.body : capture.wireBody;
            output().raw(m_options.raw ? capture.head + sent : capture.body);
            return finish(ExitStatus::Done);
        }
        whenAnswered(workbench().inspecting().nearestRules(capture.id),
                     [this, capture](const QList<PassedOverRule>& nearest) {
                         printWholeCapture(output(), capture, nearest);
                         finish(ExitStatus::Done);
                     });
    }

    CaptureOptions m_options;
};

} // namespace

void addCaptureCommands(CommandTable& table)
{
    const auto many = std::make_shared<CapturesOptions>();
    CLI::App& list = table.add(
        table.root(), {QStringLiteral("captures"),
                       CliText::tr("Lists what was received, newest first."),
                       {QStringLiteral("captures --limit 10"),
                        QStringLiteral("captures --where 'path=/hook* (status>=500 or is:malformed)' --json"),
                        QStringLiteral("captures --where '\"out of memory\" after:10m'"),
                        QStringLiteral("captures --where '$.event=report.failed and header.X-Tenant=a*'")},
                       Access::Read,
                       [many](const CommandContext& context) {
                           return std::make_unique<CapturesCommand>(context, *many);
                       }});
    addWhere(list, many->where, CliText::tr("Only those for which it holds."));
    addCount(list, "--limit", many->limit, 1, 1'000'000'000, CliText::tr("At most so many"));
    addSwitch(list, "--bodies", many->bodies, CliText::tr("With the bodies"));
    addRemoveCommand(table, list, RowsChosen::Captures);

    const auto options = std::make_shared<CaptureOptions>();
    CLI::App& one = table.add(
        table.root(), {QStringLiteral("capture"),
                       CliText::tr("Shows one capture."),
                       {QStringLiteral("capture c1"), QStringLiteral("capture c1 --raw > request.http")},
                       Access::Read,
                       [options](const CommandContext& context) {
                           return std::make_unique<CaptureCommand>(context, *options);
                       }});
    addText(one, "id", options->id, CliText::tr("A capture: c1"))->required();
    auto* const raw = addSwitch(one, "--raw", options->raw,
                                CliText::tr("Write the exact bytes received, and nothing else"));
    addSwitch(one, "--body", options->body,
              CliText::tr("Write the body, without transfer coding, and nothing else"))
        ->excludes(raw);
}

} // namespace hookworks
