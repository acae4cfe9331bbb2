// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/file_watch.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace hookworks {

namespace {

/// The name of a copy; empty where there is nothing to copy, or it cannot be made.
QString copiedAside(const QString& log)
{
    QString name = log + QStringLiteral(".set-aside");
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = QStringLiteral("%1.set-aside-%2").arg(log).arg(i);
    return QFileInfo(log).size() > 0 && QFile::copy(log, name) ? name : QString();
}

} // namespace

FileWatch::FileWatch(QString path)
    : m_path(std::move(path))
{
}

/// The time of a file is asked for only where it is needed: a kernel that was asked for the log's notes a new
/// time with the next write to it, and each commit then waits for the disk once more.
std::optional<FileWatch::Seen> FileWatch::seenAt(const QString& path, Times times)
{
    const unsigned wanted = STATX_INO | STATX_SIZE | (times == Times::Asked ? STATX_MTIME : 0U);
    struct statx status = {};
    if (::statx(AT_FDCWD, QFile::encodeName(path).constData(), 0, wanted, &status) != 0)
        return std::nullopt;
    return Seen{makedev(status.stx_dev_major, status.stx_dev_minor), status.stx_ino,
                static_cast<qint64>(status.stx_size),
                status.stx_mtime.tv_sec * qint64(1'000'000'000) + status.stx_mtime.tv_nsec};
}

/// SQLite puts the log beside the file itself, not beside a link to it.
void FileWatch::remember()
{
    const std::lock_guard lock(m_mutex);
    if (m_loss)
        return;
    const QString file = QFileInfo(m_path).canonicalFilePath();
    m_logPath = file + QStringLiteral("-wal");
    m_indexPath = file + QStringLiteral("-shm");
    m_file = seenAt(m_path, Times::Asked);
    m_log = seenAt(m_logPath, Times::NotAsked);
    m_index = seenAt(m_indexPath, Times::NotAsked);
    m_logBytes = m_log ? m_log->bytes : 0;
}

std::optional<FileWatch::Loss> FileWatch::find()
{
    const auto file = seenAt(m_path, Times::Asked);
    if (!file)
        return Loss::Gone;
    if (!m_file || !file->isFileOf(*m_file))
        return Loss::Replaced;
    if (file->bytes != m_file->bytes || file->changed != m_file->changed)
        return Loss::Overwritten;
    const auto log = seenAt(m_logPath, Times::NotAsked);
    m_logBytes = log ? log->bytes : 0;
    if (!m_log)
        m_log = log;
    if (!m_index)
        m_index = seenAt(m_indexPath, Times::NotAsked);
    if (m_log && (!log || !log->isFileOf(*m_log)))
        return Loss::LogGone;
    return std::nullopt;
}

Result<void> FileWatch::look()
{
    const std::lock_guard lock(m_mutex);
    if (!m_loss)
        m_loss = find();
    return m_loss ? Result<void>(tl::unexpected<Error>(error())) : Result<void>();
}

qint64 FileWatch::logBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_logBytes;
}

bool FileWatch::isOursElsewhere() const
{
    const std::lock_guard lock(m_mutex);
    return m_loss && m_loss != Loss::Overwritten;
}

/// Cut off before it goes: the connection cannot write back what it does not find. The index is mapped into
/// memory, and is not cut off.
void FileWatch::removeLog()
{
    const std::lock_guard lock(m_mutex);
    const auto isOurs = [](const QString& path, const std::optional<Seen>& ours) {
        const auto there = seenAt(path, Times::NotAsked);
        return ours && there && there->isFileOf(*ours);
    };
    if (isOurs(m_logPath, m_log)) {
        if (m_loss == Loss::Overwritten)
            m_setAside = copiedAside(m_logPath);
        if (QFile::resize(m_logPath, 0))
            QFile::remove(m_logPath);
    }
    if (isOurs(m_indexPath, m_index))
        QFile::remove(m_indexPath);
}

Result<void> FileWatch::mayRead() const
{
    const std::lock_guard lock(m_mutex);
    return m_loss == Loss::Overwritten ? Result<void>(tl::unexpected<Error>(error())) : Result<void>();
}

Error FileWatch::error() const
{
    const auto made = [this](const QString& words) {
        return Error{ErrorCode::CannotOpen, words.arg(m_path), {}};
    };
    switch (*m_loss) {
    case Loss::Gone:
        return made(QCoreApplication::translate(
            "hookworks",
            "The workspace %1 was deleted or moved away while it was open. Nothing is stored any more. "
            "Put it back if you can, end this program and start it again."));
    case Loss::Replaced:
        return made(QCoreApplication::translate(
            "hookworks",
            "Another file was put in the place of the workspace %1 while it was open. That file was left "
            "as it is, and nothing is stored any more. End this program and start it again to work with "
            "that file."));
    case Loss::Overwritten:
        return made(
            QCoreApplication::translate("hookworks", "Another program wrote into the workspace %1 while it "
                                                     "was open. What is there now was left as it "
                                                     "is, and nothing is stored any more. End this program "
                                                     "and start it again to work with what is "
                                                     "there now.") +
            (m_setAside.isEmpty()
                 ? QString()
                 : u' ' + QCoreApplication::translate(
                              "hookworks", "What had not been written into the file yet is set aside in %1.")
                              .arg(m_setAside)));
    case Loss::LogGone:
        break;
    }
    return made(QCoreApplication::translate(
        "hookworks",
        "The log beside the workspace, %1-wal, was deleted or replaced while it was open. What was stored "
        "is in the workspace, and nothing more is stored. End this program and start it again."));
}

} // namespace hookworks
