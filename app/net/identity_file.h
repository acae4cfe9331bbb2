// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QString>

struct ssl_ctx_st;

namespace hookworks {

/// Files of a certificate and its key, both PEM (or one PKCS#12 file as the certificate, and no key file).
struct TlsFiles
{
    QString certificateFile, keyFile;
    bool operator==(const TlsFiles&) const = default;
};

/// Gives a TLS context the certificate, its chain and its key from PEM files or from one PKCS#12 file; which
/// it is, the file's first bytes say. `passphrase` opens a PKCS#12 file or an encrypted PEM key. BadInput
/// names the file and the remedy: unreadable, damaged, another passphrase, an encryption that OpenSSL 3
/// refuses, a key of another certificate.
Result<void> useIdentity(ssl_ctx_st& context, const TlsFiles& files, const QByteArray& passphrase);

} // namespace hookworks
