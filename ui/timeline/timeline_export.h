// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "ui/timeline/timeline_painter.h"

#include <QString>

namespace hookworks {

/// Most rows that a picture holds; what is below is left out.
constexpr int exportedRows = 1000;

/// Writes the picture of `frame` with all its rows (not only the visible ones) to a `.png` or `.svg` file, as
/// its name says. Fails where the file cannot be written or its name says neither.
Result<void> exportTimeline(TimelineFrame frame, const QString& path);

} // namespace hookworks
