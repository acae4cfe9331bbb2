// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFileDevice>

#include <optional>

namespace hookworks {

/// Writes a whole file: all of it is on the disk under its name, or what was there before is still there.
/// What is no regular file (a device, a pipe) is written to as it is. `mode` is set before the first byte;
/// nullopt leaves it to the umask. CannotWrite, or DiskFull where there is no room; the message names the
/// file. Blocks: for small files. Any thread.
Result<void> saveFile(const QString& path, const QByteArray& bytes,
                      std::optional<QFileDevice::Permissions> mode = std::nullopt);

} // namespace hookworks
