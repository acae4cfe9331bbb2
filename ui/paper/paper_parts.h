// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_items.h"
#include "ui/paper/paper_theme.h"

namespace hookworks {

/// A component that holds no others, drawn from the top of `room`, which is as high as a page; its look is
/// the profile's. Returns how high it is. What is not known is a box with its name.
double addPart(PaperItems& items, const QString& look, const JsonValue& component, const QRectF& room,
               const PaperTheme& theme, bool highlighted);

/// A table; its cells may be lines and rings.
double addTable(PaperItems& items, const JsonValue& component, const QRectF& room, const PaperTheme& theme);

/// A text at the top of a rectangle, wrapped; returns how high it is. The text's rectangle is set by it.
double addText(PaperItems& items, PaperText text, const QRectF& room);
Qt::Alignment alignOfWord(const QString& word);

} // namespace hookworks
