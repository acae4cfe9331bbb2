// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/wrapped_text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>

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
    if (wordWrap() && !paintsItself()) // the document gives the last line its leading, too
        setContentsMargins(0, 0, 0, -leading());
    m_dressing = false;
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (!m_dressing &&
        (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange))
        dress();
}

/// A label whose text can be selected keeps it in a document of its own.
void TextLabel::letSelect()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (auto* document = findChild<QTextDocument*>())
        connect(document, &QTextDocument::contentsChanged, this, [this, document] { spread(*document); });
    dress();
}

void TextLabel::spread(QTextDocument& text)
{
    if (m_spreading)
        return;
    m_spreading = true;
    QTextCursor all(&text);
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(leading(), QTextBlockFormat::LineDistanceHeight);
    all.mergeBlockFormat(format);
    m_spreading = false;
}

bool TextLabel::paintsItself() const
{
    return wordWrap() && textInteractionFlags() == Qt::LinksAccessibleByMouse; // what it is at first
}

int TextLabel::leading() const
{
    return leadingOf(m_face, font());
}

/// How high the text is within that width; painted where there is a painter.
int TextLabel::layOut(int width, QPainter* painter) const
{
    const int height = layOutWrapped(text(), m_face, font(), width, alignment());
    if (!painter)
        return height;
    const QRect room = contentsRect();
    const int below = room.height() - height;
    const int top = alignment() & Qt::AlignTop ? 0 : alignment() & Qt::AlignBottom ? below : below / 2;
    const QPointF at(room.left(), room.top() + top);
    return layOutWrapped(text(), m_face, font(), width, alignment(), painter, &at);
}

int TextLabel::heightForWidth(int width) const
{
    if (!paintsItself())
        return QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    return layOut(width - margins.left() - margins.right(), nullptr) + margins.top() + margins.bottom();
}

QSize TextLabel::sizeHint() const
{
    QSize hint = QLabel::sizeHint();
    if (paintsItself())
        hint.setHeight(heightForWidth(hint.width()));
    return hint;
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (!paintsItself())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    layOut(contentsRect().width(), &painter);
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
