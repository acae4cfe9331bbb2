// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QDir>
#include <QFile>

namespace hookworks {

namespace {

constexpr int patience = 120000;

} // namespace

QList<QByteArray> ProgramResult::lines() const
{
    QList<QByteArray> lines = out.split('\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

Home::Home()
{
    for (const char* folder : {"data", "config", "run"})
        QDir(m_folder.path()).mkpath(QString::fromLatin1(folder));
    QFile::setPermissions(path(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

QString Home::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    return file.fileName();
}

std::unique_ptr<QProcess> Home::process(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("HOOKWORKS_KEY_FILE"));
    environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")); // the developer's keyring is none of ours
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_folder.path());
    process->setProgram(QStringLiteral(HOOKWORKS_BINARY_DIR "/bin/hookworks-cli"));
    process->setArguments(arguments);
    return process;
}

ProgramResult Home::run(const QStringList& arguments, const QByteArray& input) const
{
    return runPlain(QStringList{QStringLiteral("--workspace"), workspace()} + arguments, input);
}

ProgramResult Home::runPlain(const QStringList& arguments, const QByteArray& input) const
{
    const auto running = process(arguments);
    running->start();
    running->write(input);
    running->closeWriteChannel();
    return end(*running);
}

std::unique_ptr<QProcess> Home::start(const QStringList& arguments, const QByteArray& input) const
{
    auto running = process(QStringList{QStringLiteral("--workspace"), workspace()} + arguments);
    running->start();
    running->write(input);
    running->closeWriteChannel();
    running->waitForStarted(patience);
    return running;
}

std::unique_ptr<QProcess> Home::startShell(const QString& script) const
{
    auto running = process({QStringLiteral("-c"), script});
    QProcessEnvironment environment = running->processEnvironment();
    environment.insert(QStringLiteral("cli"),
                       running->program() + QStringLiteral(" --workspace ") + workspace());
    running->setProcessEnvironment(environment);
    running->setProgram(QStringLiteral("/bin/sh"));
    running->start();
    running->closeWriteChannel();
    running->waitForStarted(patience);
    return running;
}

ProgramResult Home::end(QProcess& process)
{
    ProgramResult result;
    if (process.waitForFinished(patience))
        result.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    else
        process.kill();
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

QByteArray Home::nextLine(QProcess& process)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patience))
            return {};
    }
    return process.readLine().trimmed();
}

} // namespace hookworks
