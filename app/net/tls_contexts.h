// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/client_certificate.h"
#include "domain/result.h"
#include "net/receiver_connection.h"
#include "net/wire.h"

#include <map>

namespace hookworks {

/// The client's TLS contexts: TLS 1.2 and newer, the receiver's certificate verified, no ALPN; one for each
/// client certificate that is shown. Made when first needed, as reading the system's authorities takes a
/// while, and anew when a file has changed. Belongs to the wire thread.
class TlsContexts
{
public:
    explicit TlsContexts(TlsTrust trust);

    /// BadInput, in words with a remedy, where the authorities or the certificate cannot be used.
    Result<TlsContext> context(const ClientCertificate& certificate);

private:
    struct Identified
    {
        TlsContext context;
        QByteArray stamp; ///< of the certificate's files when they were read
    };

    Result<void> prepareTrusting();
    Result<TlsContext> identified(const ClientCertificate& certificate) const;

    TlsTrust m_trust;
    QByteArray m_fileContent; ///< of the trust's file when `m_trusting` was made
    TlsContext m_trusting;    ///< shows no certificate
    std::map<QByteArray, Identified> m_identified;
};

/// The subject of the certificate that a context shows; empty: it has none.
QString shownCertificate(const TlsContext& context);

} // namespace hookworks
