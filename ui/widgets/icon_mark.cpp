// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon_mark.h"

#include <QPainter>

namespace hookworks {

IconMark::IconMark(int side, const QIcon& icon, QIcon::Mode mode, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_mode(mode)
{
    setFixedSize(side, side);
}

void IconMark::setIcon(const QIcon& icon)
{
    m_icon = icon;
    update();
}

void IconMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, m_mode);
}

} // namespace hookworks
