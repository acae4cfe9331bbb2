// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_program.h"

#include "cli/command_table.h"
#include "workbench/deliver/dispatch_status.h"

#include <QFileInfo>
#include <QUuid>

#include <chrono>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenTries = 30ms;
/// How long it looks for somebody who runs the command, while one holder ends and the next begins.
constexpr auto longestSearch = 20s;
/// How long an attempt in flight may take to end after an interrupt; afterwards its outcome is unknown.
constexpr auto gentleEnd = 3s;
/// The same after the command's own end, where attempts of other processes' commands may be in flight.
constexpr auto gentleHandOver = 8s;
/// How long the holder may take to end an interrupted command.
constexpr auto interruptedEnd = 5s;

} // namespace

CliProgram::CliProgram(WorkspaceOpener opener, Streams& streams, QObject* parent)
    : QObject(parent)
    , m_opener(std::move(opener))
    , m_streams(&streams)
{
    m_again.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &CliProgram::attempt);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(m_status); });
    connect(m_streams, &Streams::cancelled, this, &CliProgram::cancel);
}

CliProgram::~CliProgram() = default;

void CliProgram::start(const Invocation& invocation, const QStringList& arguments, const QByteArray& input)
{
    m_invocation = invocation;
    m_arguments = arguments;
    m_input = input;
    m_until.setRemainingTime(longestSearch);
    m_progress.run = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_file = invocation.workspace.isEmpty() ? m_opener.usersWorkspace
                                            : QFileInfo(invocation.workspace).absoluteFilePath();
    const bool needsNone = invocation.access == Access::None;
    if (needsNone || (invocation.temporary && invocation.workspace.isEmpty())) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = m_temporary->filePath(QStringLiteral("demo.hookworks"));
    }
    if (m_temporary || !m_opener.prepare)
        return attempt();
    m_opener.prepare().then(this, [this](const Result<void>& prepared) {
        if (prepared)
            attempt();
        else if (!m_ended)
            refuse(prepared.error(), exitStatusOf(prepared.error().code));
    });
}

Result<WorkbenchParts> CliProgram::open()
{
    if (m_temporary)
        return m_opener.openTemporary(m_file, m_temporary->path());
    if (m_invocation.access == Access::Write)
        return m_opener.open(m_file, WorkspaceOpener::Purpose::ReadAndWrite);
    return openToRead(m_file);
}

/// Beside whoever holds it; a workspace that is missing or of an older version is made ready first.
Result<WorkbenchParts> CliProgram::openToRead(const QString& file)
{
    Result<WorkbenchParts> beside = m_opener.open(file, WorkspaceOpener::Purpose::Read);
    const bool canBeMadeReady = !beside && (beside.error().code == ErrorCode::NotFound ||
                                            beside.error().code == ErrorCode::CannotOpen);
    if (!canBeMadeReady)
        return beside;
    Result<WorkbenchParts> held = m_opener.open(file, WorkspaceOpener::Purpose::ReadAndWrite);
    return held || held.error().code != ErrorCode::Conflict ? std::move(held) : std::move(beside);
}

void CliProgram::attempt()
{
    if (m_ended)
        return;
    Result<WorkbenchParts> parts = open();
    if (parts)
        return runHere(std::move(*parts));
    if (parts.error().code == ErrorCode::Conflict && !m_until.hasExpired())
        return handOver();
    Error error = parts.error();
    if (error.code == ErrorCode::Conflict && error.detail.isEmpty())
        error.detail = m_problem.message;
    const bool held = error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound;
    refuse(error, held ? ExitStatus::Workspace : exitStatusOf(error.code));
}

void CliProgram::runHere(WorkbenchParts parts)
{
    const bool holds = parts.lock != nullptr;
    m_workbench = std::make_unique<Workbench>(std::move(parts));
    m_host = std::make_unique<CommandHost>(*m_workbench);
    if (holds && !m_temporary) {
        m_holder = std::make_unique<Holder>(m_host->runner());
        if (const auto listening = m_holder->listen(m_opener.socketOf(m_file)); !listening)
            Output(*m_streams, m_invocation.output).note(listening.error().message);
    }
    m_host->run(m_invocation, *m_streams, m_input, QDir::current(),
                m_progress.begun ? m_progress : CommandProgress(),
                [this](ExitStatus status) { commandEnded(status); });
}

/// What other processes asked for goes on with one of them.
void CliProgram::commandEnded(ExitStatus status)
{
    m_status = status;
    m_commandEnded = true;
    if (m_holder)
        m_holder->close();
    const bool alone = m_host->running() == 0;
    if (!alone && m_workbench->dispatch().work().inFlight > 0)
        Output(*m_streams, m_invocation.output)
            .summary(CliText::tr("Other commands' attempts under way may end first; Ctrl+C does not wait."));
    m_host->leave(alone || m_cancelled ? gentleEnd : gentleHandOver, [this] {
        m_holder.reset();
        end(m_status);
    });
}

void CliProgram::cancel()
{
    m_cancelled = true;
    if (m_commandEnded) {
        end(m_status);
    } else if (m_client && m_client->isBegun()) {
        m_client->interrupt();
        m_status = ExitStatus::Interrupted;
        m_patience.start(interruptedEnd);
    } else if (!m_host) {
        end(ExitStatus::Interrupted);
    }
}

void CliProgram::handOver()
{
    m_client = std::make_unique<HolderClient>(m_opener.socketOf(m_file));
    connect(m_client.get(), &HolderClient::out, this, [this](const QByteArray& bytes) {
        ++m_progress.printed;
        m_streams->out(bytes);
    });
    connect(m_client.get(), &HolderClient::err, m_streams, &Streams::err);
    connect(m_client.get(), &HolderClient::remembered, this, [this](const QByteArray& state) {
        m_progress.state = state;
        m_progress.printed = 0;
    });
    connect(m_client.get(), &HolderClient::finished, this,
            [this](int status) { end(static_cast<ExitStatus>(status)); });
    connect(m_client.get(), &HolderClient::failed, this, &CliProgram::handOverFailed);
    const TextLook look = m_streams->look();
    m_client->run(HandedCommand{m_arguments, m_input, QDir::currentPath(), look.colour, look.unicode,
                                look.terminal, m_progress});
}

void CliProgram::handOverFailed(HolderClient::Failure failure, const Error& error)
{
    m_client.release()->deleteLater();
    m_problem = error;
    if (m_cancelled)
        end(ExitStatus::Interrupted);
    else if (failure == HolderClient::Failure::Silent)
        refuse(error, ExitStatus::Workspace);
    else if (failure == HolderClient::Failure::Lost)
        holderWasLost(error);
    else
        m_again.start(betweenTries);
}

/// A command that would do its work twice is not run again: it says what is known.
void CliProgram::holderWasLost(const Error& error)
{
    m_progress.begun = true;
    m_until.setRemainingTime(longestSearch);
    if (m_invocation.goesOn)
        return attempt();
    refuse({error.code, error.message,
            CliText::tr("What it does may be done already: look before you ask for it again.")},
           ExitStatus::Workspace);
}

void CliProgram::refuse(const Error& error, ExitStatus status)
{
    Output(*m_streams, m_invocation.output).error(error);
    end(status);
}

void CliProgram::end(ExitStatus status)
{
    if (m_ended)
        return;
    m_ended = true;
    QMetaObject::invokeMethod(
        this, [this, status] { Q_EMIT finished(static_cast<int>(status)); }, Qt::QueuedConnection);
}

} // namespace hookworks
