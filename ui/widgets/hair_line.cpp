// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hair_line.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

namespace hookworks {

HairLine::HairLine(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(shape::line);
}

void HairLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Colour::Line, palette()));
}

} // namespace hookworks
