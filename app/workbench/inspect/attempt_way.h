// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// What an attempt's request met on its way, one sentence each: the proxy it went through, the certificate
/// that was shown, that it left again. Empty: nothing of that.
QString wayWords(const Attempt& attempt);

} // namespace hookworks
