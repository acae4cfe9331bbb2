// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/stored_dispatch.h"

namespace hookworks {

constexpr double mostLateMs = 20;

/// The 99th percentile of how late attempts start, in milliseconds: 50 due a second, 10,000 more waiting. The
/// dispatcher has been resumed.
double lateness(StoredDispatch& side, const QString& url);

} // namespace hookworks
