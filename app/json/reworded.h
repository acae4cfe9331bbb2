// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/text_edit.h"

namespace hookworks {

/// The text, which `now` was read from, changed to say what `wanted` says. Values that say the same keep
/// their bytes, white space and escapes included; an object or array whose members come, go or change places
/// is written anew, in the style of the text. Both have at most some hundred levels.
QByteArray reworded(const QByteArray& text, const JsonValue& now, const JsonValue& wanted);

} // namespace hookworks
