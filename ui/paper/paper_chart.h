// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_items.h"
#include "ui/paper/paper_theme.h"

namespace hookworks {

/// A chart of that look (`bar`, `horizontal-bar`, `line`, `time-series`, `scatter`) in a rectangle.
void addChart(PaperItems& items, const QString& look, const JsonValue& options, const QRectF& rect,
              const PaperTheme& theme, bool highlighted, int fontSize);
/// A line without axes.
void addSparkLine(PaperItems& items, const std::vector<double>& values, const QRectF& rect,
                  const QColor& colour);
void addSparkBars(PaperItems& items, const std::vector<double>& values, const QRectF& rect,
                  const QColor& colour);

} // namespace hookworks
