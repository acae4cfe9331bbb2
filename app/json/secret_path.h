// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/path.h"

namespace hookworks {

/// Whether the name of a member on the way calls it a secret (see namesSecret()): all below it is one.
bool leadsToSecret(const JsonPath& path);

} // namespace hookworks
