// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/switch.h"

#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QKeyEvent>
#include <QPainter>

namespace hookworks {

void paintSwitch(QPainter& painter, const QRect& area, bool on, bool enabled, const QPalette& palette)
{
    const QSize size(sized(Size::SwitchWidth), sized(Size::SwitchHeight));
    QRectF track(area.left(), area.center().y() - size.height() / 2 + 0.5, size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!enabled ? colour(Colour::Line, palette)
                              : colour(on ? Colour::Accent : Colour::Faint, palette));
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const double side = track.height() - 2 * space::hair;
    QRectF knob(0, track.top() + space::hair, side, side);
    knob.moveLeft(on ? track.right() - space::hair - side : track.left() + space::hair);
    painter.setBrush(on && enabled ? onAccent(palette) : colour(Colour::Surface, palette));
    painter.drawEllipse(knob);
    painter.restore();
}

Switch::Switch(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    const int words =
        text().isEmpty() ? 0 : space::normal + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return {sized(Size::SwitchWidth) + words + 2 * space::tight, sized(Size::SubControl)};
}

void Switch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = rect().adjusted(space::tight, 0, 0, 0);
    paintSwitch(painter, area, isChecked(), isEnabled(), palette());
    painter.setPen(colour(isEnabled() ? Colour::Text : Colour::Faint, palette()));
    painter.drawText(area.adjusted(sized(Size::SwitchWidth) + space::normal, 0, 0, 0),
                     Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, text());
    if (hasFocus())
        paintFocusRing(painter, rect(), palette());
}

/// Return presses a dialog's button elsewhere; here nothing else would come of it.
void Switch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace hookworks
