// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/widgets/state_mark.h"
#include "ui/widgets/text_views.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hookworks {

namespace {

int markWidth(const BadgeLook& badge)
{
    return badge.state ? scaled(12) + space::tight : 0;
}

} // namespace

QSize badgeSize(const BadgeLook& badge)
{
    if (badge.words.isEmpty())
        return {};
    const QFontMetrics metrics(fontOf(Face::Caption));
    return {metrics.horizontalAdvance(badge.words) + markWidth(badge) + 2 * space::normal,
            sized(Size::Badge)};
}

void paintBadge(QPainter& painter, const QRect& area, const BadgeLook& badge, const QPalette& palette)
{
    const QSize size = badgeSize(badge);
    if (size.isEmpty())
        return;
    QRect pill(area.left(), 0, std::min(size.width(), area.width()), size.height());
    pill.moveTop(area.center().y() - size.height() / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badge.state ? stateTint(*badge.state, palette) : colour(Colour::Hover, palette));
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    QRect text = pill.adjusted(space::normal, 0, -space::normal, 0);
    if (badge.state) {
        const int side = scaled(12);
        const QRectF mark(text.left(), pill.center().y() - side / 2.0 + 0.5, side, side);
        paintStateMark(painter, mark, *badge.state, palette);
        text.setLeft(text.left() + markWidth(badge));
    }
    painter.setFont(fontOf(Face::Caption));
    painter.setPen(badge.state ? stateInk(*badge.state, palette) : colour(Colour::Quiet, palette));
    const QString words = painter.fontMetrics().elidedText(badge.words, Qt::ElideRight, text.width() + 1);
    constexpr qsizetype fewest =
        4; // letters that still say something, with the dots; else the mark alone does
    if (!badge.state || words == badge.words || words.size() >= fewest)
        painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine, words);
    painter.restore();
}

Badge::Badge(const BadgeLook& look, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setLook(look);
}

void Badge::setLook(const BadgeLook& look)
{
    m_look = look;
    setAccessibleName(look.words);
    updateGeometry();
    update();
}

QSize Badge::minimumSizeHint() const
{
    constexpr qsizetype shortest = 4; // a status is never cut
    const QSize hint = sizeHint();
    const int least = m_look.state ? 2 * space::normal + markWidth(m_look) : scaled(48);
    return {m_look.words.size() <= shortest ? hint.width() : std::min(hint.width(), least), hint.height()};
}

bool Badge::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || width() >= sizeHint().width())
        return QWidget::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(m_look.words), this);
    return true;
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_look, palette());
}

} // namespace hookworks
