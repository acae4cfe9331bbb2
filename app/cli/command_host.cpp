// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_host.h"

#include "cli/resumed_streams.h"
#include "workbench/session/workbench.h"

#include <QPointer>

#include <algorithm>

namespace hookworks {

namespace {

/// The streams of another process.
class HandedStreams final : public Streams
{
public:
    HandedStreams(HandedRun& run, TextLook look)
        : Streams(&run)
        , m_run(&run)
        , m_look(look)
    {
        connect(&run, &HandedRun::interrupted, this, &Streams::cancelled);
        connect(&run, &HandedRun::hasRoom, this, &Streams::hasRoom);
    }

    void out(const QByteArray& bytes) override { m_run->out(bytes); }
    void err(const QByteArray& bytes) override { m_run->err(bytes); }
    void remember(const QByteArray& state) override { m_run->remember(state); }
    bool isFull() const override { return m_run->isFull(); }
    TextLook look() const override { return m_look; }

private:
    HandedRun* m_run;
    TextLook m_look;
};

} // namespace

CommandHost::CommandHost(Workbench& workbench, QObject* parent)
    : QObject(parent)
    , m_workbench(&workbench)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &CommandHost::depart);
}

CommandHost::~CommandHost()
{
    for (const Run& run : m_runs)
        delete run.command;
}

void CommandHost::run(const Invocation& invocation, Streams& streams, const QByteArray& input,
                      const QDir& folder, const CommandProgress& progress, Done done)
{
    Streams& rest = progress.printed > 0 ? *new ResumedStreams(streams, progress.printed) : streams;
    Command* const command =
        invocation.make(CommandContext{m_workbench, Output(rest, invocation.output), input, folder, progress})
            .release();
    m_runs.push_back({command, invocation.goesOn});
    connect(&streams, &Streams::cancelled, command, &Command::cancel);
    connect(command, &Command::finished, this, [this, command, done = std::move(done)](ExitStatus status) {
        command->deleteLater();
        std::erase_if(m_runs, [command](const Run& run) { return run.command == command; });
        done(status);
        leaveWhenAllowed();
    });
    command->start();
}

void CommandHost::leave(std::chrono::milliseconds patience, std::function<void()> then)
{
    m_then = std::move(then);
    m_patience.start(patience);
    leaveWhenAllowed();
}

void CommandHost::leaveWhenAllowed()
{
    if (!m_then || m_stopping || std::ranges::any_of(m_runs, [](const Run& run) { return !run.goesOn; }))
        return;
    m_stopping = true;
    m_workbench->stop().then(this, [this](const Result<void>&) { depart(); });
}

/// Nothing of the workbench's end reaches the commands as an error of theirs.
void CommandHost::depart()
{
    m_patience.stop();
    for (const Run& run : std::exchange(m_runs, {}))
        delete run.command;
    if (auto then = std::exchange(m_then, nullptr))
        QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
}

Holder::Runner CommandHost::runner()
{
    return [this](const HandedCommand& handed, HandedRun& handedRun) { runHanded(handed, handedRun); };
}

void CommandHost::runHanded(const HandedCommand& handed, HandedRun& handedRun)
{
    const auto invocation = parseCommandLine(handed.arguments, m_workbench->providers());
    if (!invocation) {
        handedRun.out(invocation.error().out);
        handedRun.err(invocation.error().err);
        handedRun.finish(static_cast<int>(invocation.error().status));
        return;
    }
    auto* const streams = new HandedStreams(handedRun, {handed.colour, handed.unicode, handed.terminal});
    run(*invocation, *streams, handed.input, QDir(handed.folder), handed.progress,
        [other = QPointer<HandedRun>(&handedRun)](ExitStatus status) {
            if (other)
                other->finish(static_cast<int>(status));
        });
}

} // namespace hookworks
