// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/painted_icon.h"

#include <QPainter>
#include <QPixmap>

namespace hookworks {

PaintedIcon::PaintedIcon(Paint paint)
    : m_paint(std::move(paint))
{
}

void PaintedIcon::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    m_paint(*painter, rect, mode);
    painter->restore();
}

QPixmap PaintedIcon::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

QIconEngine* PaintedIcon::clone() const
{
    return new PaintedIcon(m_paint);
}

} // namespace hookworks
