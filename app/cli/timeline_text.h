// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// A delivery's attempts and what is planned on one line: `●──30 s──●──1 min──✓   503 503 200`; with
/// `unicode` false in ASCII: `x--30 s--x--1 min--*   503 503 200`. Gaps of the plan are labelled as planned,
/// others as they were on the workbench's clock.
QString timelineText(const Delivery& delivery, const QList<Attempt>& attempts, bool unicode);

/// How an attempt ended in a word or two: `503`, `reset`, `running`.
QString resultText(const Attempt& attempt);

} // namespace hookworks
