// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace hookworks {

/// In this thread and those it starts, writing to an end that has gone is an error, not the program's death:
/// OpenSSL writes without MSG_NOSIGNAL.
inline void blockSigPipe()
{
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
}

} // namespace hookworks
