// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/deliver/replay_series.h"
#include "workbench/inspect/answer_change.h"

namespace hookworks {

/// The address of --to, where it is given.
Result<void> checkReplayAddress(const QString& url);

/// A replay that has ended, with its verdict and how its answer differs from the one before; `change`:
/// nullopt: there is none to compare with.
void printReplay(const Output& output, const DeliveryRecord& record,
                 const std::optional<AnswerChange>& change);
/// "120 of 10,000 sent, 3 failed."
QString replayProgressWords(const ReplayProgress& progress);
/// The same in the end, with the verdicts.
QString replaySummaryWords(const ReplayProgress& progress);

} // namespace hookworks
