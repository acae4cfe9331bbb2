// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/ssl_context.h"
#include "domain/listener_config.h"
#include "domain/result.h"

namespace hookworks {

/// OpenSSL's context of a listener with TLS. Without files of the listener's own, the local authority of
/// `authorityFolder` makes them. BadInput, in words that name the file and the remedy, where the files are no
/// certificate with its key, or the clients' authorities cannot be read.
Result<SslContext> serverTls(const ListenerConfig& config, const QString& authorityFolder);

} // namespace hookworks
