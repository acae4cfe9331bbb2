// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_button.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPainter>

namespace hookworks {

SearchButton::SearchButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setText(tr("Search everything"));
    setAccessibleName(tr("Search everything"));
    setToolTip(tr("Find an action, report, webhook, delivery or capture (Ctrl+K)"));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
}

QSize SearchButton::sizeHint() const
{
    const int least = shape::windowWidth / 4; // a large font must leave room for the menus
    return {std::min(scaled(300), least) + space::wide, sized(Size::Control)};
}

void SearchButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Colour::Window, palette()));
    painter.setPen(colour(Colour::Line, palette()));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    const QRect field = rect().adjusted(0, space::hair + 1, -space::wide, -space::hair - 2);
    paintRounded(painter, field, colour(underMouse() ? Colour::Hover : Colour::Surface, palette()),
                 controlBorder(palette()), hasFocus(), palette());
    const QRect room = field.adjusted(shape::fieldPadding, 0, -shape::fieldPadding, 0);
    painter.setFont(fontOf(Face::Caption));
    painter.setPen(colour(Colour::Quiet, palette()));
    const QString keys = tr("Ctrl+K");
    const int left = room.width() - painter.fontMetrics().horizontalAdvance(keys) - space::normal;
    painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, left));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, keys);
}

void SearchButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace hookworks
