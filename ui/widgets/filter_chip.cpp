// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_chip.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace hookworks {

FilterChip::FilterChip(const QString& term, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(term);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Term %1").arg(term));
    setAccessibleDescription(tr("Enter edits it, Delete removes it"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFont(fontOf(Face::Caption));
    setFocusPolicy(Qt::StrongFocus);
}

QSize FilterChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * space::normal + scaled(14), sized(Size::Badge)};
}

QSize FilterChip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), scaled(56)), sizeHint().height()};
}

QRect FilterChip::cross() const
{
    const int side = scaled(8);
    QRect place(0, 0, side, side);
    place.moveCenter(rect().center());
    place.moveRight(width() - space::normal);
    return place;
}

bool FilterChip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || width() >= sizeHint().width())
        return QAbstractButton::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(text()), this);
    return true;
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit openWanted();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        emit removeWanted();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    if (event->position().x() >= cross().left() - space::tight)
        emit removeWanted();
    else
        emit openWanted();
}

void FilterChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = stateTint(StateKind::Sending, palette());
    const QColor ink = stateInk(StateKind::Sending, palette());
    painter.setPen(hasFocus() ? QPen(colour(Colour::Accent, palette()), shape::focusRing) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? mixed(ground, ink, 0.08) : ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
    const QRect words = rect().adjusted(space::normal, 0, -space::normal - scaled(12), 0);
    painter.setPen(QPen(ink, 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width() + 1));
    const QRectF x = cross();
    painter.drawLine(x.topLeft(), x.bottomRight());
    painter.drawLine(x.topRight(), x.bottomLeft());
}

} // namespace hookworks
