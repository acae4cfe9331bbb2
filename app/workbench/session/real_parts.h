// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/session/workbench.h"

namespace hookworks {

class Paths;

/// How a workspace is opened.
enum class OpenMode
{
    Hold, ///< to read and write; Conflict where another process holds it: see workbench/holder/holder.h
    Read  ///< beside whoever holds it
};

/// The providers that the program knows. Only main.cpp calls it, once.
std::shared_ptr<const ProviderCatalogue> realProviders();

/// Takes the workspace of that file, whose folder is made where it is not there. CannotWrite in a read-only
/// folder, Conflict where another process holds it.
Result<std::shared_ptr<WorkspaceLock>> holdWorkspace(const QString& workspaceFile);

/// The system's clock, randomness, lock, store and wire for the workspace of that file. Only main.cpp calls
/// it, on any thread: what it makes is the main thread's. Blocks for as long as the disk needs. `secrets`:
/// from platform/sealing_key.h; none: the key file's. `lock`: of that workspace; none: it is only read. Fails
/// as Store::open().
Result<WorkbenchParts> realParts(const Paths& paths, const QString& workspaceFile,
                                 std::shared_ptr<WorkspaceLock> lock,
                                 std::shared_ptr<const ProviderCatalogue> providers,
                                 std::shared_ptr<const SecretBox> secrets = {});
/// The same, with a lock of its own where it is to be held.
Result<WorkbenchParts> realParts(const Paths& paths, const QString& workspaceFile, OpenMode mode,
                                 std::shared_ptr<const ProviderCatalogue> providers,
                                 std::shared_ptr<const SecretBox> secrets = {});

} // namespace hookworks
