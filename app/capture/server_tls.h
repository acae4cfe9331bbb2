// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/authority.h"
#include "domain/result.h"

#include <memory>

struct ssl_ctx_st;

namespace hookworks {

struct ServerTlsDeleter
{
    void operator()(ssl_ctx_st* context) const;
};
/// OpenSSL's context of a listener, shared by its connections: TLS 1.2 and later.
using ServerTls = std::unique_ptr<ssl_ctx_st, ServerTlsDeleter>;

/// BadInput, with OpenSSL's words as detail, where the files are no certificate with its key.
Result<ServerTls> serverTls(const TlsFiles& files, bool askClientCertificate);

} // namespace hookworks
