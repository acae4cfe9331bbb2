// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/url_parts.h"

namespace hookworks {

/// The address that a reply rule passes requests on to: splitUrl(), and what only such an address must not
/// have. BadInput as well for a fragment, which is never sent, for a user and password, which would stand in
/// for the sender's own Authorization, and for a host that is not written in ASCII (the words give it so).
Result<UrlParts> forwardAddress(const QString& url);

} // namespace hookworks
