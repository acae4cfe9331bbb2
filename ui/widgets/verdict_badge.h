// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/replay_verdict.h"
#include "ui/widgets/badge.h"

namespace hookworks {

/// `Fixed`, `Still failing`, `First time`: a replay's verdict as screens say it, translated.
QString verdictWords(Verdict verdict);
/// The shape that goes with it.
StateKind verdictKind(Verdict verdict);
BadgeLook verdictBadge(Verdict verdict);

} // namespace hookworks
