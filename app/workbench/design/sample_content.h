// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/time.h"

namespace hookworks {

class Writer;

/// The sample workspace, in one transaction; false where something is there already.
Result<bool> addSample(Writer& writer, RealTime now);

} // namespace hookworks
