// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_blocks.h"

namespace hookworks {

/// What one component is drawn with: its options read as colours and sizes, and its title and caption.
struct PartBrush
{
    PaperBlock& block;
    const JsonValue& component;
    const QRectF room;
    const PaperTheme& theme;
    const bool highlighted;

    PaperItems& items() const { return block.items; }
    QColor colour(const char* variable) const;
    /// The variable that an option names (or its other spelling), else that one.
    QColor colourOption(QStringView key, QStringView other, const char* otherwise) const;
    QString textOption(QStringView key, QStringView other) const;
    PaperText text(const QString& words, int size, const QColor& ink, bool bold = false) const;
    /// Return where they end, from the top of the room.
    double title(QStringView key, double y) const;
    double caption(double y) const;
    /// With room for a heading and what is written above and below.
    double highestOnPage() const { return std::max(60.0, room.height() * 0.84); }
};

/// In page units, from a size's word or from pixels.
int sizeOption(const JsonValue& component, QStringView key, int otherwise);

/// Each returns how high it is.
double addTable(const PartBrush& brush);
double addRing(const PartBrush& brush);
double addProgress(const PartBrush& brush);
double addSpark(const PartBrush& brush, bool isRing);

} // namespace hookworks
