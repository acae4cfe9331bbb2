// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/body_files.h"

#include "domain/words.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace hookworks {

namespace {

constexpr qsizetype filesHeld = 64;
constexpr qint64 bytesHeld = 2 * largestBodyFile; ///< where one more would not fit, none is held any longer

} // namespace

Result<QByteArray> BodyFiles::read(const QString& path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile()) // opening a pipe would wait
        return fail(ErrorCode::NotFound, tr("The reply rule's body file cannot be read: %1").arg(path));
    if (info.size() > largestBodyFile)
        return fail(
            ErrorCode::NotFound,
            tr("The reply rule's body file is larger than %1: %2")
                .arg(QLocale().formattedDataSize(largestBodyFile, 0, QLocale::DataSizeSIFormat), path));
    const auto known = m_files.constFind(path);
    if (known != m_files.constEnd() && known->changed == info.lastModified() && known->size == info.size())
        return known->bytes;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, tr("The reply rule's body file cannot be read: %1").arg(path));
    forget(path);
    if (m_files.size() >= filesHeld || m_bytes + info.size() > bytesHeld) {
        m_files.clear();
        m_bytes = 0;
    }
    const Entry entry{info.lastModified(), info.size(), file.read(largestBodyFile)};
    m_files.insert(path, entry);
    m_bytes += entry.bytes.size();
    return entry.bytes;
}

void BodyFiles::forget(const QString& path)
{
    m_bytes -= m_files.take(path).bytes.size();
}

} // namespace hookworks
