// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace hookworks {

/// What is longer, or nested deeper, is shown as plain text: the editor's folds end at 3,071 levels, and its
/// speed before.
inline constexpr qsizetype mostEditedBytes = 5'000'000;
inline constexpr int mostEditedLevels = 2000;

} // namespace hookworks
