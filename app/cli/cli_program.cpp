// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_program.h"

#include "cli/command_table.h"

#include <QFileInfo>

#include <chrono>

namespace hookworks {

namespace {

using namespace std::chrono_literals;

constexpr int mostTries = 100;
constexpr auto betweenTries = 100ms;
/// A refusal that comes later than this is no refusal: the holder may have begun with the command, so it is
/// not handed over twice.
constexpr std::chrono::milliseconds quickRefusal = 500ms;
/// How long an attempt in flight may take to end after the command has; afterwards its outcome is unknown.
constexpr auto gentleEnd = 3s;

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
    connect(m_streams, &Streams::cancelled, this, [this] {
        m_cancelled = true;
        if (m_client)
            m_client->interrupt();
        else if (m_host)
            m_host->cancelAll();
        else
            end(ExitStatus::Interrupted);
    });
}

CliProgram::~CliProgram() = default;

void CliProgram::start(const Invocation& invocation, const QStringList& arguments, const QByteArray& input)
{
    m_invocation = invocation;
    m_arguments = arguments;
    m_input = input;
    m_file = invocation.workspace.isEmpty() ? m_opener.usersWorkspace
                                            : QFileInfo(invocation.workspace).absoluteFilePath();
    if (invocation.temporary && invocation.workspace.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_file = m_temporary->filePath(QStringLiteral("demo.hookworks"));
    }
    attempt();
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
    ++m_tries;
    Result<WorkbenchParts> parts = open();
    if (parts) {
        runHere(std::move(*parts));
    } else if (parts.error().code == ErrorCode::Conflict && m_tries < mostTries) {
        handOver();
    } else {
        Output(*m_streams, m_invocation.output).error(parts.error());
        const bool held =
            parts.error().code == ErrorCode::Conflict || parts.error().code == ErrorCode::NotFound;
        end(held ? ExitStatus::Workspace : exitStatusOf(parts.error().code));
    }
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
                [this](ExitStatus status) { commandEnded(status); });
}

/// Ends when the commands of other processes have ended too: their work is done here.
void CliProgram::commandEnded(ExitStatus status)
{
    m_status = status;
    connect(m_host.get(), &CommandHost::idle, this, &CliProgram::endWorkbench, Qt::QueuedConnection);
    if (m_host->running() > 1)
        Output(*m_streams, m_invocation.output)
            .summary(CliText::tr("Done; commands of other processes still run here. Ctrl+C ends them."));
}

void CliProgram::endWorkbench()
{
    if (m_ended || m_host->running() > 0)
        return;
    m_holder.reset();
    if (!m_workbench->isStarted()) {
        end(m_status);
        return;
    }
    m_patience.start(gentleEnd);
    m_workbench->stop().then(this, [this](const Result<void>&) { end(m_status); });
}

void CliProgram::handOver()
{
    m_client = std::make_unique<HolderClient>(m_opener.socketOf(m_file));
    connect(m_client.get(), &HolderClient::out, this, [this](const QByteArray& bytes) {
        m_clientSpoke = true;
        m_streams->out(bytes);
    });
    connect(m_client.get(), &HolderClient::err, this, [this](const QByteArray& bytes) {
        m_clientSpoke = true;
        m_streams->err(bytes);
    });
    connect(m_client.get(), &HolderClient::finished, this,
            [this](int status) { end(static_cast<ExitStatus>(status)); });
    connect(m_client.get(), &HolderClient::failed, this, &CliProgram::handOverFailed);
    const TextLook look = m_streams->look();
    m_handed.start();
    m_client->run(HandedCommand{m_arguments, m_input, QDir::currentPath(), look.colour, look.unicode});
}

/// The holder may just be starting or ending: try again, unless it has begun with the command.
void CliProgram::handOverFailed(const Error& error)
{
    m_client.release()->deleteLater();
    if (m_cancelled) {
        end(ExitStatus::Interrupted);
    } else if (m_clientSpoke || m_handed.hasExpired(quickRefusal.count()) || m_tries >= mostTries) {
        Output(*m_streams, m_invocation.output).error(error);
        end(ExitStatus::Workspace);
    } else {
        m_again.start(betweenTries);
    }
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
