// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

/// The other side of waiting_bench, in a process of its own, because start-up counts: the window on `file`
/// with its Deliveries page, composed as main() does, then used while a probe watches its event loop.
/// `startedAt`: when the process was started, in nanoseconds of the steady clock. Prints what it measured;
/// returns 1 where a limit was missed.
int watchWaitingWindow(int argc, char** argv, const QString& file, qint64 startedAt);

} // namespace hookworks
