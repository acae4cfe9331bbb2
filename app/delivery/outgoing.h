// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/url_parts.h"

namespace hookworks {

/// The request with what TransportKind::Manager sends beside its own fields.
Request withOwnFields(Request request);

/// Qt's manager would change this request: duplicate or empty fields, a path it rewrites, framing of its own.
bool needsPlainSocket(const Request& request, const UrlParts& url);

} // namespace hookworks
