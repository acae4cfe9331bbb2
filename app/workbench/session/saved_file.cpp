// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/saved_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace hookworks {

namespace {

tl::unexpected<Error> cannotSave(const QFileDevice& file, const QString& path)
{
    const bool noRoom = file.error() == QFileDevice::ResourceError;
    const ErrorCode code = noRoom ? ErrorCode::DiskFull : ErrorCode::CannotWrite;
    return fail(code, QCoreApplication::translate("hookworks", "%1 cannot be written.").arg(path),
                file.errorString());
}

/// The file's own buffer is emptied here: QSaveFile::commit() does not look at what that brought.
bool writeAll(QFileDevice& file, const QByteArray& bytes, std::optional<QFileDevice::Permissions> mode)
{
    return file.open(QIODevice::WriteOnly) && (!mode || file.setPermissions(*mode)) &&
           file.write(bytes) == bytes.size() && file.flush();
}

} // namespace

Result<void> saveFile(const QString& path, const QByteArray& bytes,
                      std::optional<QFileDevice::Permissions> mode)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile() && !there.isDir()) {
        QFile device(path);
        return writeAll(device, bytes, std::nullopt) ? Result<void>() : cannotSave(device, path);
    }
    QSaveFile file(path);
    return writeAll(file, bytes, mode) && file.commit() ? Result<void>() : cannotSave(file, path);
}

} // namespace hookworks
