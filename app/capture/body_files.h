// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

namespace hookworks {

constexpr qint64 largestBodyFile = 100'000'000;

/// The files that reply rules give as bodies. Each is read once while its time and size stay, so that however
/// many answers go out with it share its bytes.
class BodyFiles
{
public:
    /// Reads on the calling thread. NotFound, in words, where it is no regular file, cannot be read, or is
    /// over largestBodyFile.
    Result<QByteArray> read(const QString& path);

private:
    struct Entry
    {
        QDateTime changed;
        qint64 size = 0;
        QByteArray bytes;
    };
    void forget(const QString& path);

    QHash<QString, Entry> m_files;
    qint64 m_bytes = 0; ///< of all of them
};

} // namespace hookworks
