// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace hookworks {

/// A certificate that is shown to receivers that ask for one.
struct ClientCertificate
{
    QString file;          ///< PEM or PKCS#12; empty: none is shown
    QString keyFile;       ///< PEM; empty: the key is in `file`
    QByteArray passphrase; ///< of the key or the PKCS#12 file. A secret: the store seals it
    explicit operator bool() const { return !file.isEmpty(); }
    bool operator==(const ClientCertificate&) const = default;
};

} // namespace hookworks
