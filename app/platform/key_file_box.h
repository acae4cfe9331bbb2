// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/secret_box.h"

#include <QString>

#include <memory>

namespace hookworks {

/// Seals with AES-256-GCM (NIST SP 800-38D) and a key of 32 bytes, from a file or the keyring. Thread-safe.
class KeyFileBox final : public SecretBox
{
public:
    /// Reads the key, or makes one where there is no such file (0600, its folder 0700). CannotOpen where
    /// others may read it, where it is no key, or where it cannot be read; CannotWrite where it cannot be
    /// made.
    static Result<std::unique_ptr<KeyFileBox>> open(const QString& keyFile);
    /// The key of a file that is there; fails as open() does.
    static Result<QByteArray> keyIn(const QString& keyFile);
    /// Writes that key into a new file. CannotWrite where it cannot be made, or where there is one already
    /// that has another key.
    static Result<void> put(const QString& keyFile, const QByteArray& key);
    /// `key` is one.
    explicit KeyFileBox(QByteArray key);
    static QByteArray newKey();
    static bool isKey(const QByteArray& bytes);
    ~KeyFileBox() override;
    KeyFileBox(const KeyFileBox&) = delete;
    KeyFileBox& operator=(const KeyFileBox&) = delete;

    QByteArray seal(const QByteArray& plain) const override;
    Result<QByteArray> open(const QByteArray& sealed) const override;

private:
    QByteArray m_key;
};

} // namespace hookworks
