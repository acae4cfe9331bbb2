// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <chrono>
#include <thread>

namespace hookworks {

/// Whether asking again may help: a disk that failed to give a page once is told from a damaged file by
/// nothing else, and another program may have been in the way.
inline bool mayPass(const Error& error)
{
    return error.code == ErrorCode::Damaged || error.code == ErrorCode::CannotWrite;
}

/// Calls `attempt`, which takes whether it is the last time and returns a Result, up to three times while it
/// fails with what may pass. Blocks for some hundredths of a second between them: for the store's threads.
template <class Attempt>
auto patiently(Attempt attempt)
{
    constexpr int mostTries = 3;
    constexpr std::chrono::milliseconds gap{20};
    for (int tries = 1;; ++tries) {
        auto result = attempt(tries == mostTries);
        if (result || !mayPass(result.error()) || tries == mostTries)
            return result;
        std::this_thread::sleep_for(gap * tries);
    }
}

} // namespace hookworks
