// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include "ui/widgets/text_views.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace hookworks {

namespace {

constexpr int leastLetters = 4;

QPalette::ColorRole paletteRole(Colour role)
{
    switch (role) {
    case Colour::Quiet:
        return QPalette::PlaceholderText;
    case Colour::Accent:
        return QPalette::Link;
    default:
        return QPalette::WindowText;
    }
}

} // namespace

TextLabel::TextLabel(const QString& text, Face face, Colour role, QWidget* parent)
    : QLabel(text, parent)
    , m_face(face)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(paletteRole(role));
    dress();
}

void TextLabel::dress()
{
    m_dressing = true;
    setFont(fontOf(m_face));
    m_dressing = false;
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (!m_dressing &&
        (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange))
        dress();
}

ElidedLabel::ElidedLabel(const QString& text, Face face, Colour role, QWidget* parent)
    : TextLabel(text, face, role, parent)
{
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

bool ElidedLabel::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int least = fontMetrics().averageCharWidth() * leastLetters;
    return {std::min(least, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return TextLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                       isCut() ? plainToolTip(text()) : QString(), this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    const QRect room = contentsRect();
    painter.drawText(room, static_cast<int>(alignment() | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), m_mode, room.width()));
}

} // namespace hookworks
