// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

namespace hookworks {

/// What hookworks-cli tells its caller when it ends.
enum class ExitStatus
{
    Done = 0,      ///< what was asked for succeeded
    Failed = 1,    ///< done, but a delivery failed for good, a check failed, or nothing matched
    Usage = 2,     ///< bad usage or bad input
    Workspace = 3, ///< the workspace cannot be opened or written, or the output cannot be written
    Address = 4,   ///< an address cannot be listened on
    Interrupted = 130
};

/// The status that a command ends with when this is why it failed.
ExitStatus exitStatusOf(ErrorCode code);

} // namespace hookworks
