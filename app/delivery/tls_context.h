// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/receiver_connection.h"
#include "delivery/wire.h"
#include "domain/result.h"

namespace hookworks {

/// A client's context: TLS 1.2 and newer, the receiver's certificate verified, no ALPN.
Result<TlsContext> makeTlsContext(const TlsTrust& trust);

} // namespace hookworks
