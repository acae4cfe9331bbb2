// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/app_style.h"

#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionViewItem;

namespace hookworks {

/// The pieces that AppStyle paints, each from the tokens and from nothing but its option. In the coordinates
/// of the option's rectangle.

/// Whether a cell is its row's first or last one that is shown; a table does not tell that by itself.
bool startsRow(const QStyleOptionViewItem& cell, const QWidget* view);
bool endsRow(const QStyleOptionViewItem& cell, const QWidget* view);

/// A rounded ground with a border; the border is the focus ring where `focused`.
void paintRounded(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& border,
                  bool focused, const QPalette& palette);
/// Around what has the focus and paints no ground of its own.
void paintFocusRing(QPainter& painter, const QRect& rect, const QPalette& palette);
void paintChevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction, const QColor& colour);

void paintButton(QPainter& painter, const QStyleOption& option, ButtonLook look);
/// Of the text and icon on such a button.
QColor buttonTextColour(const QStyleOption& option, ButtonLook look);
void paintToolButton(QPainter& painter, const QStyleOption& option, ButtonLook look);
void paintCheckBox(QPainter& painter, const QStyleOption& option);
void paintRadioButton(QPainter& painter, const QStyleOption& option);

void paintField(QPainter& painter, const QStyleOption& option);
void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow);
void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down);

void paintItemGround(QPainter& painter, const QStyleOptionViewItem& option, const QWidget* view);
void paintHeader(QPainter& painter, const QStyleOptionHeader& option);
void paintBranch(QPainter& painter, const QStyleOption& option);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& slider);
void paintSplitter(QPainter& painter, const QStyleOption& option);

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& item);
void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item);
void paintMenuBarGround(QPainter& painter, const QStyleOption& option);
void paintPanel(QPainter& painter, const QStyleOption& option);
void paintTab(QPainter& painter, const QStyleOptionTab& tab);

/// The room that a menu's item needs: icon or tick, text, shortcut, arrow.
QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& contents);

} // namespace hookworks
