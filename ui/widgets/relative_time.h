// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QString>

namespace hookworks {

/// `just now`, `12 s ago`, `5 min ago`, `3 h ago`, then the local date and time; what lies ahead as `in 12
/// s`.
QString relativeTime(RealTime time, RealTime now);

/// Local time with its offset, to the millisecond: `2026-01-02 03:04:05.006 +01:00`. For tool tips and
/// details.
QString exactTime(RealTime time);

/// The local time of day as a list of traffic shows it: `09:40:16.738`; of another day than `now`'s with its
/// date before it: `28 Nov 05:03:21`; of another year `28 Nov 2025 05:03`.
QString timeOfDay(RealTime time, RealTime now, bool milliseconds = true);

/// What is left until something is due: `now`, `0:12`, `2:00`, `1:04:00`.
QString countdown(Micros left);

/// A duration that was measured: `340 µs`, `31 ms`, `1.25 s`.
QString measured(Micros duration);

} // namespace hookworks
