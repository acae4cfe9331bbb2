// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_items.h"
#include "ui/paper/paper_theme.h"

namespace hookworks {

/// A component that holds no others, drawn from the top of `room`, which is as high as a page; its look is
/// the profile's. Returns how high it is, and says in the block where it may be cut. What is not known is a
/// box with its name.
double addPart(PaperBlock& block, const QString& look, const JsonValue& component, const QRectF& room,
               const PaperTheme& theme, bool highlighted);

/// A text at the top of a rectangle, wrapped; returns how high it is. The text's rectangle is set by it.
double addText(PaperItems& items, PaperText text, const QRectF& room);
/// The place of an icon whose drawing is the platform's: its first letter.
void addIcon(PaperItems& items, const QString& name, const QRectF& square, const PaperTheme& theme,
             bool highlighted);
/// The place of a picture that is not in the document.
void addPicturePlace(PaperItems& items, const QString& address, const QRectF& frame, const PaperTheme& theme,
                     bool highlighted);
Qt::Alignment alignOfWord(const QString& word);

} // namespace hookworks
