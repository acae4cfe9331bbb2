// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

/// The window side of listener_bench, in a process of its own: the window on `file` with its Captures page,
/// composed as main() does, and a listener on a free port, which it prints. While standard input is open the
/// list follows what arrives; after that it is scrolled from end to end. Prints how long the event loop was
/// blocked in each part, and its memory.
int watchCapturesWindow(int argc, char** argv, const QString& file);

} // namespace hookworks
