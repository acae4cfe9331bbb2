// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toggle_chip.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace hookworks {

namespace {

int tickWidth()
{
    return scaled(12);
}

} // namespace

ToggleChip::ToggleChip(const QString& word, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(fontOf(Face::Body));
}

QSize ToggleChip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + tickWidth() + space::tight + 2 * space::normal,
            sized(Size::Badge) + space::tight};
}

void ToggleChip::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontOf(Face::Body));
}

void ToggleChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ToggleChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    const QColor ground = on ? stateTint(StateKind::Sending, palette()) : colour(Colour::Surface, palette());
    const QColor ink = on ? stateInk(StateKind::Sending, palette()) : colour(Colour::Quiet, palette());
    const QColor edge = hasFocus() ? colour(Colour::Accent, palette())
                        : on       ? mixed(ground, ink, 0.3)
                                   : colour(Colour::Faint, palette());
    painter.setPen(QPen(edge, hasFocus() ? shape::focusRing : shape::line));
    painter.setBrush(underMouse() ? mixed(ground, ink, 0.08) : ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);
    const QRect inside = rect().adjusted(space::normal, 0, -space::normal, 0);
    const QPointF tick(inside.left(), height() / 2.0);
    painter.setPen(QPen(ink, scaled(2) * 0.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on)
        painter.drawPolyline(QPolygonF{tick + QPointF(scaled(1), 0), tick + QPointF(scaled(4), scaled(3)),
                                       tick + QPointF(scaled(9), -scaled(4))});
    painter.drawText(inside.adjusted(tickWidth() + space::tight, 0, 0, 0),
                     Qt::AlignVCenter | Qt::TextSingleLine, text());
}

} // namespace hookworks
