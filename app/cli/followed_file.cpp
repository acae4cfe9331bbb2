// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/followed_file.h"

#include <QFileInfo>

#include <chrono>

namespace hookworks {

FollowedFile::FollowedFile(const QString& file, std::function<void()> changed)
    : m_file(file)
{
    m_timer.setInterval(std::chrono::milliseconds(100));
    m_timer.setSingleShot(true);
    m_watcher.addPath(file);
    m_watcher.addPath(QFileInfo(file).absolutePath());
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(changed));
    const auto soon = [this] { m_timer.start(); };
    QObject::connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_timer, soon);
    QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_timer, soon);
}

} // namespace hookworks
