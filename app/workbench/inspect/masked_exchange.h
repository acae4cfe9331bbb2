// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/masking.h"
#include "workbench/simulate/requests.h"

namespace hookworks {

/// The exchange as it may be given away: heads, bodies, addresses and words masked, and framed anew where a
/// body became longer or shorter. What is made of it needs no more masking.
ExportedExchange masked(ExportedExchange exchange, const Masking& masking);

/// Whether it has a body whose content coding cannot be undone, so that nothing in it was masked.
bool holdsUnreadableBody(const ExportedExchange& exchange);

} // namespace hookworks
