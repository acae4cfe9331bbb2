// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/workspace_lock.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace hookworks {

namespace {

/// Two names of one workspace must meet at one side file.
QString sideFileOf(const QString& workspaceFile)
{
    const QFileInfo info(workspaceFile);
    return (info.exists() ? info.canonicalFilePath() : info.absoluteFilePath()) + QStringLiteral("-hold");
}

} // namespace

WorkspaceLock::WorkspaceLock(const QString& workspaceFile)
    : m_file(sideFileOf(workspaceFile))
{
}

WorkspaceLock::~WorkspaceLock()
{
    unlock();
}

Result<WorkspaceLock::State> WorkspaceLock::tryLock()
{
    if (isHeld())
        return State::Held;
    const int descriptor = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(ErrorCode::CannotWrite,
                    QCoreApplication::translate("hookworks",
                                                "The workspace's folder cannot be written: %1 cannot be "
                                                "created. Choose another folder or change its permissions.")
                        .arg(m_file),
                    QString::fromLocal8Bit(std::strerror(errno)));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return State::HeldByOther;
    }
    m_descriptor = descriptor;
    const QByteArray process = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, process.constData(), static_cast<size_t>(process.size()), 0) < 0)
        return State::Held; // only holder() is poorer for it
    return State::Held;
}

qint64 WorkspaceLock::holder() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readLine(32).trimmed().toLongLong() : 0;
}

void WorkspaceLock::unlock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

} // namespace hookworks
