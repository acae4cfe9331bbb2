// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/literal_values.h"

namespace hookworks {

/// Where a list of `• key: value` lines begins, before `limit` (−1: anywhere); −1: there is none.
qsizetype startOfOutline(const QString& text, qsizetype limit);

/// Reads such a list as an object: what stands further to the right belongs to the member above it. It ends
/// with the first line that is no member.
std::optional<JsonValue> readOutline(LiteralText& text, LiteralValues& values);

} // namespace hookworks
