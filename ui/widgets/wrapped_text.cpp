// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

namespace hookworks {

int leadingOf(Face face, const QFont& font)
{
    return std::max(0, lineHeight(face) - QFontMetrics(font).height());
}

int layOutWrapped(const QString& text, Face face, const QFont& font, int width, Qt::Alignment alignment,
                  QPainter* painter, const QPointF* at)
{
    QTextLayout lines(QString(text).replace(u'\n', QChar::LineSeparator), font);
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WordWrap);
    lines.setTextOption(option);
    lines.beginLayout();
    int height = 0;
    for (QTextLine line = lines.createLine(); line.isValid(); line = lines.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height > 0 ? height + leadingOf(face, font) : 0));
        height = qCeil(line.y() + line.height());
    }
    lines.endLayout();
    if (painter && at)
        lines.draw(painter, *at);
    return height;
}

} // namespace hookworks
