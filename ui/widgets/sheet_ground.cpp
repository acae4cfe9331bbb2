// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet_ground.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QVBoxLayout>

namespace hookworks {

QColor sheetGround(const QPalette& palette)
{
    return mixed(colour(Colour::Window, palette), colour(Colour::Faint, palette), 0.12);
}

void paintSheetEdge(QPainter& painter, const QRectF& sheet, const QPalette& palette)
{
    painter.fillRect(sheet.adjusted(-1, -1, 1, 2), colour(Colour::Line, palette));
}

SheetGround::SheetGround(QWidget* sheet, QWidget* parent)
    : QWidget(parent)
    , m_sheet(sheet)
{
    sheet->setPalette(lightPalette());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::broad, space::broad, space::broad, space::broad);
    column->addWidget(sheet);
}

void SheetGround::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), sheetGround(palette()));
    paintSheetEdge(painter, m_sheet->geometry(), palette());
}

} // namespace hookworks
