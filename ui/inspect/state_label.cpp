// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/state_label.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace hookworks {

namespace {

int markSide()
{
    return sized(Size::StateShape);
}

} // namespace

StateLabel::StateLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StateLabel::setText(std::optional<StateKind> kind, const QString& text)
{
    m_kind = kind;
    m_text = text.simplified();
    setAccessibleName(m_text);
    setToolTip(plainToolTip(text));
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + markSide() + space::normal,
            std::max(markSide(), metrics.height()) + space::hair};
}

QSize StateLabel::minimumSizeHint() const
{
    return {scaled(80), sizeHint().height()};
}

void StateLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int left = 0;
    if (m_kind) {
        paintStateMark(painter, QRectF(0, (height() - markSide()) / 2.0, markSide(), markSide()), *m_kind,
                       palette());
        left = markSide() + space::close;
    }
    painter.setPen(palette().color(QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width() - left);
    painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, shown);
}

} // namespace hookworks
