// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hookworks {

/// The text with what one cannot see, or what would turn a line's direction, as `\u202e`-like escapes; line
/// feeds and tabs stay.
QString visibleText(const QString& text);

} // namespace hookworks
