// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace hookworks {

/// A command line taken apart as a POSIX shell would, without running anything.
struct ShellCommand
{
    QList<QByteArray> words;
    bool takesInput = false; ///< it stands behind a pipe
    bool operator==(const ShellCommand&) const = default;
};

/// The commands of a script: quotes, escapes, `$'…'`, line continuations, and `"$(printf '%b' '…')"` with
/// what it would print. BadInput for what would have to be run or looked up: variables, other substitutions,
/// redirections.
Result<QList<ShellCommand>> shellCommands(const QByteArray& script);
/// Whether it is a script for Windows' cmd, as browsers copy it: lines go on behind `^`, or `^"` begins
/// words.
bool isCmdScript(const QByteArray& script);
/// Its commands, as cmd and then the program's runtime take them apart. BadInput for a quotation mark that is
/// not closed.
Result<QList<ShellCommand>> cmdCommands(const QByteArray& script);
/// What `printf '%b'` prints of its argument.
QByteArray unescapedByPrintf(const QByteArray& text);

} // namespace hookworks
