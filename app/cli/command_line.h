// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "workbench/design/providers.h"

#include <QStringList>

namespace hookworks {

/// How a command uses the workspace.
enum class Access
{
    None, ///< runs beside any workspace, damaged or missing: it gets an empty one of its own
    Read, ///< works beside another process that holds it
    Write ///< is handed to the holder where there is one
};

/// What a command line asked for.
struct Invocation
{
    QString command;   ///< `report list`
    QString workspace; ///< as typed; empty: the user's own
    OutputOptions output;
    Access access = Access::None;
    bool temporary = false;   ///< works in a workspace of its own, made for this run, unless one is named
    bool goesOn = false;      ///< goes on where the process that ran it is gone, see CommandProgress
    bool readsInput = false;  ///< wants the whole of standard input
    QByteArray inputVariable; ///< else this variable of the environment is its input; empty: none is
    std::function<std::unique_ptr<Command>(const CommandContext&)> make;
};

/// A command line that ends without a command: help, version, or wrong usage.
struct EarlyEnd
{
    ExitStatus status = ExitStatus::Done;
    QByteArray out;
    QByteArray err;
};

/// Reads a command line, without the program's name. Global options may stand before or after the command.
/// Pure.
tl::expected<Invocation, EarlyEnd> parseCommandLine(const QStringList& arguments, const Providers& providers);

/// The paths of all commands, as `report list`, in the order of the help.
QStringList commandPaths(const Providers& providers);

} // namespace hookworks
