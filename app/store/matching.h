// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"

namespace hookworks {

class SqlConnection;
class Ledger;

// An attempt and the capture it caused find each other by connection and place on it, whichever is stored
// last; candidates come from RecentTraffic.

/// nullopt where it is not there (yet).
Result<std::optional<CaptureId>> captureBehind(SqlConnection& connection, Ledger& ledger,
                                               const Attempt& attempt);
Result<std::optional<AttemptKey>> attemptBehind(SqlConnection& connection, Ledger& ledger,
                                                const Capture& capture);
/// Each refers to the other from now on.
Result<void> tie(SqlConnection& connection, Ledger& ledger, const AttemptKey& attempt, CaptureId capture);

} // namespace hookworks
