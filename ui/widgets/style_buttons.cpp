// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace hookworks {

namespace {

bool enabled(const QStyleOption& option)
{
    return option.state & QStyle::State_Enabled;
}

/// A shade darker under the pointer, two while it is pressed.
QColor pressedOr(const QColor& ground, const QStyleOption& option)
{
    const QColor text = colour(Colour::Text, option.palette);
    if (!enabled(option))
        return ground;
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return mixed(ground, text, 0.1);
    return option.state & QStyle::State_MouseOver ? mixed(ground, text, 0.045) : ground;
}

struct CheckColours
{
    QColor ground, border, mark;
};

CheckColours checkColours(const QStyleOption& option)
{
    const QPalette& palette = option.palette;
    const bool marked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!enabled(option))
        return {colour(Colour::Window, palette), colour(Colour::Line, palette),
                colour(Colour::Faint, palette)};
    if (marked)
        return {colour(Colour::Accent, palette), colour(Colour::Accent, palette), onAccent(palette)};
    return {pressedOr(colour(Colour::Surface, palette), option), colour(Colour::Faint, palette), {}};
}

} // namespace

void paintRounded(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& border,
                  bool focused, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = focused ? shape::focusRing : shape::line;
    const double inset = width / 2;
    painter.setPen(focused            ? QPen(colour(Colour::Accent, palette), width)
                   : border.isValid() ? QPen(border, width)
                                      : QPen(Qt::NoPen));
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), shape::radius - inset,
                            shape::radius - inset);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRect& rect, const QPalette& palette)
{
    paintRounded(painter, rect, {}, {}, true, palette);
}

void paintChevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction, const QColor& colour)
{
    const double half = std::min({scaled(4), rect.width() / 2, rect.height() / 2});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect).center());
    painter.rotate(direction == Qt::UpArrow      ? 180
                   : direction == Qt::LeftArrow  ? 90
                   : direction == Qt::RightArrow ? -90
                                                 : 0);
    painter.setPen(QPen(colour, scaled(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{-half, -half / 2}, {0, half / 2}, {half, -half / 2}});
    painter.restore();
}

void paintButton(QPainter& painter, const QStyleOption& option, ButtonLook look)
{
    const QPalette& palette = option.palette;
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool on = look != ButtonLook::Bare && (option.state & QStyle::State_On);
    const bool touched = on || (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    switch (look) {
    case ButtonLook::Primary: {
        const QColor ground =
            enabled(option) ? colour(Colour::Accent, palette) : colour(Colour::Line, palette);
        paintRounded(painter, option.rect, pressedOr(ground, option), {}, false, palette);
        if (focused) // the accent on the accent would not be seen
            paintRounded(painter, option.rect.adjusted(2, 2, -2, -2), {}, onAccent(palette), false, palette);
        return;
    }
    case ButtonLook::Secondary:
        return paintRounded(painter, option.rect, pressedOr(colour(Colour::Surface, palette), option),
                            controlBorder(palette), focused, palette);
    case ButtonLook::Quiet:
    case ButtonLook::Bare:
    case ButtonLook::Link:
        break;
    }
    const QColor hover = colour(Colour::Hover, palette);
    if (touched && enabled(option))
        paintRounded(painter, option.rect, on ? pressedOr(hover, option) : hover, {}, focused, palette);
    else if (focused)
        paintFocusRing(painter, option.rect, palette);
}

QColor buttonTextColour(const QStyleOption& option, ButtonLook look)
{
    const QPalette& palette = option.palette;
    if (!enabled(option))
        return colour(look == ButtonLook::Primary ? Colour::Quiet : Colour::Faint, palette);
    if (look == ButtonLook::Primary)
        return onAccent(palette);
    return colour(look == ButtonLook::Link ? Colour::Accent : Colour::Text, palette);
}

void paintToolButton(QPainter& painter, const QStyleOption& option, ButtonLook look)
{
    paintButton(painter, option, look);
}

void paintCheckBox(QPainter& painter, const QStyleOption& option)
{
    const CheckColours colours = checkColours(option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(option.rect.width(), option.rect.height());
    painter.translate(QRectF(option.rect).center());
    painter.scale(side / 14, side / 14);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(QRectF(-6.5, -6.5, 13, 13), 3, 3);
    painter.setPen(QPen(colours.mark, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_NoChange)
        painter.drawLine(QPointF(-3, 0), QPointF(3, 0));
    else if (option.state & QStyle::State_On)
        painter.drawPolyline(QPolygonF{{-3.4, 0.2}, {-1, 2.8}, {3.6, -2.6}});
    painter.restore();
}

void paintRadioButton(QPainter& painter, const QStyleOption& option)
{
    const CheckColours colours = checkColours(option);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(option.rect.width(), option.rect.height());
    painter.translate(QRectF(option.rect).center());
    painter.scale(side / 14, side / 14);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.ground);
    painter.drawEllipse(QPointF(), 6.5, 6.5);
    if (option.state & QStyle::State_On) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.mark);
        painter.drawEllipse(QPointF(), 2.6, 2.6);
    }
    painter.restore();
}

} // namespace hookworks
