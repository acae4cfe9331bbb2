// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/validate.h"

namespace hookworks {

/// Of a document that is a scheduled task: that its frequency is one that nobody knows. Its place in the text
/// is the member's.
std::optional<Problem> unknownFrequency(const ProviderProfile& profile, const JsonValue& root);

/// Says of a text that is no time that it is none, in place of that it is of a wrong type.
void nameUnreadableTimes(const ProviderProfile& profile, const JsonValue& root, QList<Problem>& problems);

} // namespace hookworks
