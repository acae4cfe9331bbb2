// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace hookworks {

/// What a replay is measured by. It is settled when the replay is made, and never changes.
///
/// The chain of a replay is everything that goes back to the same first source: the delivery or capture that
/// was replayed first, and all replays of it, and of those. A capture that an attempt of ours caused counts
/// as that delivery. The replay is compared with the newest of its chain that was made for the same address
/// (by any name it has: `{listener}`, localhost) and had an outcome before the replay's run began: delivered
/// is passed; exhausted, unknown, and as yet or for ever only attempts that failed, are failed. Where there
/// is none, with the capture, at each address of the listener that took it: passed is a 2xx that it got.
struct ReplayBasis
{
    QString root;         ///< the first source: `d3`, `c5`; empty: no replay
    QString comparedWith; ///< `d4`, `c5`; empty: nothing was known at that address
    bool passed = false;  ///< what came of that
    bool operator==(const ReplayBasis&) const = default;
};

/// A replay's result against the last time at its address.
enum class Verdict
{
    First, ///< there was no last time
    Fixed,
    StillFailing,
    Regressed,
    StillPassing
};

Verdict verdictOn(const ReplayBasis& basis, bool passed);

/// The words of cli.md: `still-failing`.
QString toString(Verdict verdict);

} // namespace hookworks
