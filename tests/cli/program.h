// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace hookworks {

/// What a run of the program left.
struct ProgramResult
{
    int status = -1; ///< -1: it did not end, -2: it died of a signal
    QByteArray out, err;
    QList<QByteArray> lines() const;
};

/// A home of its own for one test: nothing of the user's is read or written, and no test sees another's
/// workspace.
class Home
{
public:
    Home();
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const;
    QString workspace() const { return path(QStringLiteral("test.hookworks")); }

    /// Runs hookworks-cli with the home's workspace to its end.
    ProgramResult run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The same, with exactly these arguments.
    ProgramResult runPlain(const QStringList& arguments, const QByteArray& input = {}) const;
    /// Starts it and leaves it running; killed at the latest when the pointer dies.
    std::unique_ptr<QProcess> start(const QStringList& arguments, const QByteArray& input = {}) const;

    /// Starts a shell script in which $cli is the program with the home's workspace.
    std::unique_ptr<QProcess> startShell(const QString& script) const;

    static ProgramResult end(QProcess& process);
    /// The next line of its standard output; empty when none comes.
    static QByteArray nextLine(QProcess& process);

private:
    std::unique_ptr<QProcess> process(const QStringList& arguments) const;

    QTemporaryDir m_folder;
};

} // namespace hookworks
