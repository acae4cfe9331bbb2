// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/sendable_request.h"

namespace hookworks {

/// The text of a form, or a clause that names what it cannot carry.
using RequestForm = tl::expected<QByteArray, QString>;

// Each sends the same method, target, own fields and body when it is run; what its tool would change is
// refused.

/// A script for Python 3 with requests 2.26 or newer.
RequestForm pythonScript(const SendableRequest& request);
/// A script for Node 18 or newer. fetch() adds fields of its own.
RequestForm nodeScript(const SendableRequest& request);
/// Statements for a program of .NET 6 or newer.
RequestForm csharpProgram(const SendableRequest& request);
/// A command of HTTPie 3 for a POSIX shell.
RequestForm httpieCommand(const SendableRequest& request);
/// Lines for PowerShell that give curl.exe a file of options, so that no quoting of the shell touches them.
RequestForm powershellCommand(const SendableRequest& request);

} // namespace hookworks
