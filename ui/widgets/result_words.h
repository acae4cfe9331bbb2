// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

namespace hookworks {

/// How one attempt ended, in a list's cell: `200 in 12 ms`, `timed out`, `refused`; `sending` while it has
/// not.
QString outcomeWords(const Attempt& attempt);

/// What came of a delivery so far: `200 in 12 ms`, `503, retrying 3/9`, `waiting`, `cancelled`. `attempts`:
/// by number, those that were made.
QString resultWords(const Delivery& delivery, const QList<Attempt>& attempts);

} // namespace hookworks
