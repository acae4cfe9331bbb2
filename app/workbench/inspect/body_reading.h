// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"

namespace hookworks {

class ProviderCatalogue;

/// How searches look into bodies: with what the program knows of content codings and providers.
BodyReading realBodyReading(const ProviderCatalogue& providers);

} // namespace hookworks
