// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_host.h"

#include "workbench/workbench.h"

#include <QPointer>

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
}

CommandHost::~CommandHost()
{
    for (Command* command : m_commands)
        delete command;
}

void CommandHost::run(const Invocation& invocation, Streams& streams, const QByteArray& input,
                      const QDir& folder, Done done)
{
    Command* const command =
        invocation.make(CommandContext{m_workbench, Output(streams, invocation.output), input, folder})
            .release();
    m_commands.push_back(command);
    connect(&streams, &Streams::cancelled, command, &Command::cancel);
    connect(command, &Command::finished, this, [this, command, done = std::move(done)](ExitStatus status) {
        command->deleteLater();
        done(status);
        forget(command);
    });
    command->start();
}

void CommandHost::forget(Command* command)
{
    std::erase(m_commands, command);
    if (m_commands.empty())
        Q_EMIT idle();
}

void CommandHost::cancelAll()
{
    const auto commands = m_commands;
    for (Command* command : commands)
        command->cancel();
}

Holder::Runner CommandHost::runner()
{
    return [this](const HandedCommand& handed, HandedRun& handedRun) { runHanded(handed, handedRun); };
}

void CommandHost::runHanded(const HandedCommand& handed, HandedRun& handedRun)
{
    const auto invocation = parseCommandLine(handed.arguments);
    if (!invocation) {
        handedRun.out(invocation.error().out);
        handedRun.err(invocation.error().err);
        handedRun.finish(static_cast<int>(invocation.error().status));
        return;
    }
    auto* const streams = new HandedStreams(handedRun, {handed.colour, handed.unicode});
    run(*invocation, *streams, handed.input, QDir(handed.folder),
        [other = QPointer<HandedRun>(&handedRun)](ExitStatus status) {
            if (other)
                other->finish(static_cast<int>(status));
        });
}

} // namespace hookworks
