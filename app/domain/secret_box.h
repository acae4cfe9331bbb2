// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace hookworks {

/// Seals secrets for the disk. The real one is platform/key_file_box.h. Thread-safe.
class SecretBox
{
public:
    virtual ~SecretBox() = default;
    /// Different on each call for the same input; empty stays empty.
    virtual QByteArray seal(const QByteArray& plain) const = 0;
    /// Fails where the key is another or the bytes were changed.
    virtual Result<QByteArray> open(const QByteArray& sealed) const = 0;
};

} // namespace hookworks
