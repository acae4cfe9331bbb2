// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_host.h"
#include "workbench/workbench.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

namespace hookworks {

/// How a workspace is opened; main.cpp knows with what.
struct WorkspaceOpener
{
    enum class Purpose
    {
        ReadAndWrite,
        Read
    };

    QString usersWorkspace; ///< the file that stands for no --workspace
    /// Conflict where another process holds it and the purpose is to write.
    std::function<Result<WorkbenchParts>(const QString& file, Purpose purpose)> open;
    /// For a workspace in a folder that is thrown away: keys and certificates lie there too.
    std::function<Result<WorkbenchParts>(const QString& file, const QString& folder)> openTemporary;
    /// Where the holder of that workspace listens.
    std::function<QString(const QString& file)> socketOf;
};

/// One run of hookworks-cli: opens the workspace, or finds who holds it and hands the command to that
/// process; serves others while it holds it; ends gently. Main thread.
class CliProgram final : public QObject
{
    Q_OBJECT

public:
    CliProgram(WorkspaceOpener opener, Streams& streams, QObject* parent = nullptr);
    ~CliProgram() override;

    /// `arguments` are those that `invocation` was read from.
    void start(const Invocation& invocation, const QStringList& arguments, const QByteArray& input);

Q_SIGNALS:
    void finished(int exitStatus);

private:
    Result<WorkbenchParts> open();
    Result<WorkbenchParts> openToRead(const QString& file);
    void attempt();
    void runHere(WorkbenchParts parts);
    void handOver();
    void handOverFailed(const Error& error);
    void commandEnded(ExitStatus status);
    void endWorkbench();
    void end(ExitStatus status);

    WorkspaceOpener m_opener;
    Streams* m_streams;
    Invocation m_invocation;
    QStringList m_arguments;
    QByteArray m_input;
    QString m_file;
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<CommandHost> m_host;
    std::unique_ptr<Holder> m_holder;
    std::unique_ptr<HolderClient> m_client;
    QTimer m_again;
    QTimer m_patience;
    QElapsedTimer m_handed;
    int m_tries = 0;
    bool m_cancelled = false, m_ended = false, m_clientSpoke = false;
    ExitStatus m_status = ExitStatus::Done;
};

} // namespace hookworks
