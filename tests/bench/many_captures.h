// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace hookworks {

/// About 300 bytes that differ in their number, from 1.
Capture captureNumber(int i, RealTime now);
/// With so many of them. Ends the program where it cannot.
void fill(Store& store, int count, RealTime now);
/// How many the index does not have yet.
qint64 notIndexed(Store& store);
/// What the first screen of a filter took, page after page; in milliseconds.
double firstScreen(Store& store, const char* where, RealTime now);

} // namespace hookworks
