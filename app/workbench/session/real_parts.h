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

/// The system's clock, randomness, lock, store and wire for the workspace of that file. Only main.cpp calls
/// it, on any thread: what it makes is the main thread's. Blocks for as long as the disk needs. `secrets`:
/// from platform/sealing_key.h; none: the key file's. Fails as Store::open(), with Conflict where another
/// process holds the workspace.
Result<WorkbenchParts> realParts(const Paths& paths, const QString& workspaceFile, OpenMode mode,
                                 std::shared_ptr<const ProviderCatalogue> providers,
                                 std::shared_ptr<const SecretBox> secrets = {});

} // namespace hookworks
