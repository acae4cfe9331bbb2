// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numbered_text.h"

#include "ui/widgets/theme.h"
#include "ui/widgets/tokens.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace hookworks {

namespace {

class NumberColumn final : public QWidget
{
public:
    explicit NumberColumn(NumberedText& text)
        : QWidget(&text)
        , m_text(text)
    {
    }

private:
    void paintEvent(QPaintEvent* event) override { m_text.paintNumbers(event->rect()); }

    NumberedText& m_text;
};

} // namespace

NumberedText::NumberedText(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_numbers(new NumberColumn(*this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setMonospace(*this);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &NumberedText::makeRoom);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update(0, area.y(), m_numbers->width(), area.height());
    });
    makeRoom();
}

void NumberedText::setFirstNumber(qint64 number)
{
    m_first = number;
    makeRoom();
    m_numbers->update();
}

int NumberedText::numbersWidth() const
{
    const QString widest = QString::number(m_first + blockCount());
    return fontMetrics().horizontalAdvance(widest) + space::wide + space::normal;
}

void NumberedText::makeRoom()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    m_numbers->setGeometry(contentsRect().left(), contentsRect().top(), numbersWidth(),
                           contentsRect().height());
}

void NumberedText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    makeRoom();
}

void NumberedText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_numbers)
        makeRoom();
}

void NumberedText::paintNumbers(const QRect& area)
{
    QPainter painter(m_numbers);
    painter.fillRect(area, colour(Colour::Surface, palette()));
    painter.setFont(font());
    painter.setPen(colour(Colour::Quiet, palette()));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > area.bottom())
            return;
        const QRect place(0, static_cast<int>(line.top()), m_numbers->width() - space::normal,
                          fontMetrics().height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignTop,
                         QString::number(m_first + block.blockNumber()));
    }
}

} // namespace hookworks
