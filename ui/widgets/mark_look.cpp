// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mark_look.h"

#include "ui/widgets/painted_icon.h"
#include "ui/widgets/tokens.h"

#include <QGuiApplication>
#include <QPainter>

#include <array>

namespace hookworks {

namespace {

struct MarkTone
{
    QRgb light, dark;
    const char* name;
};

constexpr std::array markTones{
    MarkTone{0xcf222e, 0xf85149, QT_TRANSLATE_NOOP("hookworks::Mark", "Red")},
    MarkTone{0xbc4c00, 0xf0883e, QT_TRANSLATE_NOOP("hookworks::Mark", "Orange")},
    MarkTone{0x9a7b00, 0xe3c53b, QT_TRANSLATE_NOOP("hookworks::Mark", "Yellow")},
    MarkTone{0x1a7f37, 0x3fb950, QT_TRANSLATE_NOOP("hookworks::Mark", "Green")},
    MarkTone{0x0969da, 0x58a6ff, QT_TRANSLATE_NOOP("hookworks::Mark", "Blue")},
    MarkTone{0x8250df, 0xbc8cff, QT_TRANSLATE_NOOP("hookworks::Mark", "Purple")},
};

constexpr int barWidth = 4;

const MarkTone& toneOf(MarkColour colour)
{
    return markTones.at(static_cast<std::size_t>(colour));
}

QString markText(const char* text)
{
    return QCoreApplication::translate("hookworks::Mark", text);
}

} // namespace

QColor markColour(MarkColour colour, const QPalette& palette)
{
    return QColor(isDark(palette) ? toneOf(colour).dark : toneOf(colour).light);
}

QString markColourName(MarkColour colour)
{
    return markText(toneOf(colour).name);
}

QIcon markIcon(MarkColour colour)
{
    return QIcon(new PaintedIcon([colour](QPainter& painter, const QRect& rect, QIcon::Mode) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(markColour(colour, QGuiApplication::palette()));
        painter.drawEllipse(QRectF(rect).adjusted(space::hair, space::hair, -space::hair, -space::hair));
    }));
}

QString markWords(const Mark& mark)
{
    QStringList words;
    if (mark.colour)
        words << markText(QT_TRANSLATE_NOOP("hookworks::Mark", "Marked %1"))
                     .arg(markColourName(*mark.colour).toLower());
    if (!mark.note.isEmpty())
        words << markText(QT_TRANSLATE_NOOP("hookworks::Mark", "Note: %1")).arg(mark.note);
    return words.join(u'\n');
}

void paintMarkBar(QPainter& painter, const QRect& row, MarkColour colour, const QPalette& palette)
{
    painter.fillRect(QRect(row.left(), row.top(), barWidth, row.height()), markColour(colour, palette));
}

void paintNoteSign(QPainter& painter, const QRect& place, const QPalette& palette)
{
    const int height = sized(Size::StateShape);
    const double width = height * 0.8;
    const QRectF sheet(place.center().x() + 1 - width / 2, place.center().y() + 1 - height / 2.0, width,
                       height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Colour::Quiet, palette), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    for (const double at : {0.32, 0.52, 0.72}) {
        const double y = sheet.top() + height * at;
        painter.drawLine(QPointF(sheet.left() + width * 0.25, y),
                         QPointF(sheet.right() - width * (at > 0.6 ? 0.45 : 0.25), y));
    }
    painter.restore();
}

} // namespace hookworks
