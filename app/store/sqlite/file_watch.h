// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

#include <mutex>
#include <optional>
#include <sys/types.h>

namespace hookworks {

/// Watches over the file of an open workspace: whether it is still the one that was opened, and untouched by
/// others. SQLite itself writes on into a file that was deleted, moved or replaced, and its log would change
/// the one that took its place. What is lost stays lost: the workspace is opened anew, or not at all.
/// Thread-safe.
class FileWatch
{
public:
    explicit FileWatch(QString path);

    /// The file as it is now is ours: after it was opened, and after the log was written back into it.
    void remember();
    /// CannotOpen, in words, once the file or its log is not the one that was remembered, or the file was
    /// written by somebody else. Costs two looks at the folder.
    Result<void> look();
    /// How long the log was at the last look, in bytes.
    qint64 logBytes() const;

    /// After a loss: whether the connection still leads to a file of this workspace alone (it was moved or
    /// deleted, or its log was), so that the log may be written back into it.
    bool isOursElsewhere() const;
    /// Removes the log and its index where they are still ours, so that they change no other file; the
    /// connection can write nothing back after that. Where somebody else wrote into the file, a copy of the
    /// log is set aside: it was not that file's, or all that happened was that the file was touched.
    void removeLog();
    /// CannotOpen where somebody else wrote into the file: what would be read of it is a mixture.
    Result<void> mayRead() const;

private:
    enum class Loss
    {
        Gone,
        Replaced,
        Overwritten,
        LogGone
    };
    struct Seen
    {
        dev_t device = 0;
        ino_t inode = 0;
        qint64 bytes = 0;
        qint64 changed = 0; ///< nanoseconds; of no meaning where it was not asked for
        bool isFileOf(const Seen& other) const { return device == other.device && inode == other.inode; }
    };

    enum class Times
    {
        Asked,
        NotAsked
    };

    static std::optional<Seen> seenAt(const QString& path, Times times);
    std::optional<Loss> find();
    Error error() const;

    QString m_path;
    mutable std::mutex m_mutex;
    QString m_logPath, m_indexPath;
    std::optional<Seen> m_file, m_log, m_index;
    qint64 m_logBytes = 0;
    std::optional<Loss> m_loss;
    QString m_setAside; ///< the copy of the log; empty: none
};

} // namespace hookworks
