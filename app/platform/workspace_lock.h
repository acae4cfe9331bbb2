// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace hookworks {

/// Says which process holds a workspace. It locks a file beside the workspace, `<workspace>-hold`, with
/// flock(2), which the kernel releases however the process ends. Never the workspace itself: closing it would
/// drop SQLite's own locks (POSIX).
class WorkspaceLock
{
public:
    explicit WorkspaceLock(const QString& workspaceFile);
    ~WorkspaceLock();
    WorkspaceLock(const WorkspaceLock&) = delete;
    WorkspaceLock& operator=(const WorkspaceLock&) = delete;

    enum class State
    {
        Held,
        HeldByOther
    };
    /// Never waits. CannotWrite where the side file cannot be made (a read-only folder). Held again where
    /// this object holds it.
    Result<State> tryLock();
    bool isHeld() const { return m_descriptor >= 0; }
    /// The process that holds it, as it wrote into the side file; 0: unknown.
    qint64 holder() const;
    void unlock();

private:
    QString m_file;
    int m_descriptor = -1;
};

} // namespace hookworks
