// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hairline.h"

#include "ui/widgets/tokens.h"

#include <QPainter>

namespace hookworks {

Hairline::Hairline(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(shape::line);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), colour(Colour::Line, palette()));
}

} // namespace hookworks
