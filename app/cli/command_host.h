// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "workbench/holder.h"

#include <QObject>

#include <vector>

namespace hookworks {

/// Runs commands on one workbench: this process' own, and those that other processes hand to it. The window
/// uses it too: `Holder holder(host.runner())`. Main thread; the workbench outlives it.
class CommandHost final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(ExitStatus)>;

    explicit CommandHost(Workbench& workbench, QObject* parent = nullptr);
    ~CommandHost() override;

    /// `streams` outlive the run; `done` is called once, later or at once.
    void run(const Invocation& invocation, Streams& streams, const QByteArray& input, const QDir& folder,
             Done done);
    /// For a Holder: runs what another process asks for.
    Holder::Runner runner();
    int running() const { return static_cast<int>(m_commands.size()); }
    /// All end soon, as after Ctrl+C.
    void cancelAll();

Q_SIGNALS:
    /// The last of the running commands has ended.
    void idle();

private:
    void runHanded(const HandedCommand& handed, HandedRun& run);
    void forget(Command* command);

    Workbench* m_workbench;
    std::vector<Command*> m_commands;
};

} // namespace hookworks
