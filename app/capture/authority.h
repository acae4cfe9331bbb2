// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/trust_step.h"
#include "net/identity_file.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace hookworks {

/// What `ca show` prints.
struct AuthorityInfo
{
    QByteArray pem;      ///< the authority's certificate, never its key
    QString file;        ///< where it lies
    QString fingerprint; ///< SHA-256, `AB:CD:…`
    QString subject;
    QString validUntil;           ///< ISO 8601
    QList<TrustStep> howToTrust;  ///< for curl, browsers, languages and the system
    QList<TrustStep> howToRemove; ///< the way back
};

/// The local authority of `folder`, made where there is none: `ca.pem` and `ca.key` (0600). Blocks for some
/// milliseconds. Fails with CannotWrite where the folder takes no files, Damaged where the files there are no
/// authority.
Result<AuthorityInfo> localAuthority(const QString& folder);

/// A leaf of that authority for localhost, 127.0.0.1, ::1 and the machine's name: `leaf.pem` (with the
/// authority's certificate behind it) and `leaf.key` (0600); made anew where there is none, it ends within 30
/// days, or the machine's name is another. Fails as localAuthority().
Result<TlsFiles> localLeaf(const QString& folder);

} // namespace hookworks
