// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/pane_head.h"

#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace hookworks {

PaneHead::PaneHead(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setFixedHeight(sized(Size::PaneHeader));
    m_row->setContentsMargins(space::wide, 0, space::normal, shape::line);
    m_row->setSpacing(space::normal);
}

void PaneHead::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(0, height() - shape::line, width(), shape::line, colour(Colour::Line, palette()));
}

} // namespace hookworks
