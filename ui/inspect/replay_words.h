// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/replay_series.h"
#include "workbench/inspect/answer_change.h"

namespace hookworks {

/// Of the labels in the replay dialog, so that its forms line up; to be scaled.
inline constexpr double replayLabelWidth = 78;

/// "20 requests to http://127.0.0.1:9000/hook, released together.": what a series will do. `address`: for
/// showing; empty: each its own. `policy`: how often each is tried, in words; empty: once.
QString seriesWords(const ReplaySeries& series, const QString& address, const QString& policy);
/// "12 of 20 sent, 3 failed"
QString replayCountWords(const ReplayProgress& progress);
/// "d1 answered 503, now 200; the answer's body differs"
QString answerChangeWords(const AnswerChange& change);

} // namespace hookworks
