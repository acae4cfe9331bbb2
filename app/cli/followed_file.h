// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QString>
#include <QTimer>

#include <functional>

namespace hookworks {

/// A file that others may write anew or replace.
class FollowedFile
{
public:
    /// `changed` is called a moment after the last change.
    FollowedFile(const QString& file, std::function<void()> changed);
    /// Follows the file that is there now.
    void followAgain() { m_watcher.addPath(m_file); }

private:
    QString m_file;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
};

} // namespace hookworks
