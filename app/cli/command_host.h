// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_line.h"
#include "workbench/holder/holder.h"

#include <QObject>
#include <QTimer>

#include <chrono>
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
             const CommandProgress& progress, Done done);
    /// For a Holder: runs what another process asks for.
    Holder::Runner runner();
    int running() const { return static_cast<int>(m_runs.size()); }
    /// The workbench is to end: no further attempts; those in flight may end, and so may commands that cannot
    /// go on elsewhere, but not for longer than `patience`. The rest is let go without a status: whoever
    /// asked for it goes on with it. Then calls `then`, once, later.
    void leave(std::chrono::milliseconds patience, std::function<void()> then);

private:
    struct Run
    {
        Command* command;
        bool goesOn;
    };

    void runHanded(const HandedCommand& handed, HandedRun& run);
    void leaveWhenAllowed();
    void depart();

    Workbench* m_workbench;
    std::vector<Run> m_runs;
    QTimer m_patience;
    std::function<void()> m_then; ///< set: it is leaving
    bool m_stopping = false;
};

} // namespace hookworks
