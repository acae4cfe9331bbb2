// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/time.h"

namespace hookworks {

class ProviderCatalogue;
class Writer;

/// The sample workspace, in one transaction; false where something is there already.
Result<bool> addSample(Writer& writer, const ProviderCatalogue& providers, RealTime now);

} // namespace hookworks
