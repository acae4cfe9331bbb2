// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command_host.h"
#include "workbench/holder/holder_client.h"
#include "workbench/session/workbench.h"

#include <QDeadlineTimer>
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
    /// What opening needs and has to be waited for, as a key from a keyring; none: nothing. Not for
    /// workspaces that are thrown away.
    std::function<QFuture<Result<void>>()> prepare;
    /// Conflict where another process holds it and the purpose is to write.
    std::function<Result<WorkbenchParts>(const QString& file, Purpose purpose)> open;
    /// For a workspace in a folder that is thrown away: keys and certificates lie there too.
    std::function<Result<WorkbenchParts>(const QString& file, const QString& folder)> openTemporary;
    /// Where the holder of that workspace listens.
    std::function<QString(const QString& file)> socketOf;
};

/// One run of hookworks-cli: opens the workspace, or finds who holds it and hands the command to that
/// process; goes on with it here or with the next holder where that one goes; serves others while it holds
/// the workspace, and ends when its own command has. Main thread.
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
    void handOverFailed(HolderClient::Failure failure, const Error& error);
    void holderWasLost(const Error& error);
    void refuse(const Error& error, ExitStatus status);
    void cancel();
    void commandEnded(ExitStatus status);
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
    QTimer m_again, m_patience;
    QDeadlineTimer m_until; ///< for finding somebody who runs it
    CommandProgress m_progress;
    Error m_problem; ///< why it could last not be handed over
    bool m_cancelled = false, m_ended = false, m_commandEnded = false;
    ExitStatus m_status = ExitStatus::Done;
};

} // namespace hookworks
