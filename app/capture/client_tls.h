// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/ssl_context.h"
#include "domain/result.h"

#include <QByteArray>
#include <QString>

namespace hookworks {

/// How a listener trusts the applications it passes requests on to: the system's authorities, and the
/// program's own where there is one.
class ClientTls
{
public:
    explicit ClientTls(QString authorityFolder);

    /// Made at the first use, and anew when the program's own authority came or changed. Reads one small
    /// file; where that cannot be read, the last one stays. A share of it, which outlives a change. Fails
    /// with Internal where OpenSSL has no memory.
    Result<SslContext> context();

private:
    QString m_folder;
    QByteArray m_own;
    SslContext m_context;
};

} // namespace hookworks
