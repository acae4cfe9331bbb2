// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace hookworks {

/// From a height to a lower one, in page units.
struct PaperSpan
{
    double top = 0, bottom = 0;
    bool operator==(const PaperSpan&) const = default;
};

struct PaperFont
{
    QString family;
    int size = 13; ///< in units
    bool bold = false;
    bool operator==(const PaperFont&) const = default;
    QFont toFont() const;
};

struct PaperText
{
    QRectF rect;
    QString text;
    PaperFont font;
    QColor colour;
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignTop;
    bool wraps = false; ///< else it is one line, cut at the rectangle's end
    bool markdown = false;
    QColor headline;     ///< of Markdown's headings
    bool turned = false; ///< reads upwards
    bool operator==(const PaperText&) const = default;
};

/// How high a text is when it is wrapped at that width: between words, and within a word that is longer than
/// a line.
double heightOfText(const PaperText& text, double width);
/// Its lines, from its top; the first two and the last two as one, so that none stands alone on a page.
std::vector<PaperSpan> linesOfText(const PaperText& text, double width);
/// How wide it is on one line.
double widthOfText(const PaperFont& font, const QString& text);
/// The lines of it that are in the piece.
void paintText(QPainter& painter, const PaperText& text, const PaperSpan& piece);

} // namespace hookworks
