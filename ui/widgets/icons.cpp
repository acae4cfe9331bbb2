// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include "ui/widgets/painted_icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace hookworks {

namespace {

QColor iconColour(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                         QPalette::WindowText);
}

void paintDrawing(const QString& name, QPainter& painter, const QRect& rect, QIcon::Mode mode)
{
    QFile file(QStringLiteral(":/hookworks/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", iconColour(mode).name().toLatin1());
    QSvgRenderer renderer(drawing);
    const int side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    renderer.render(&painter, square);
}

} // namespace

QIcon themedIcon(const QString& name)
{
    return QIcon(new PaintedIcon([name](QPainter& painter, const QRect& rect, QIcon::Mode mode) {
        paintDrawing(name, painter, rect, mode);
    }));
}

} // namespace hookworks
