// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mark.h"

#include <QColor>
#include <QIcon>

class QPainter;
class QPalette;
class QRect;

namespace hookworks {

/// How a mark is seen and said. A colour never stands alone: its name is in menus, tool tips and what a
/// screen reader says.

/// At least 3:1 on every ground of a list.
QColor markColour(MarkColour colour, const QPalette& palette);
/// `Red`.
QString markColourName(MarkColour colour);
/// A spot of that colour; it follows the theme by itself.
QIcon markIcon(MarkColour colour);
/// `Marked red`, the note below it; empty: there is no mark.
QString markWords(const Mark& mark);

/// At the left edge of a row.
void paintMarkBar(QPainter& painter, const QRect& row, MarkColour colour, const QPalette& palette);
/// A small sheet with lines, upright in the middle of `place`: there is a note.
void paintNoteSign(QPainter& painter, const QRect& place, const QPalette& palette);

} // namespace hookworks
