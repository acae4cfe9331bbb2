// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/two_part_line.h"

#include "ui/widgets/tokens.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace hookworks {

TwoPartLine::TwoPartLine(QWidget* first, QWidget* second, QWidget* parent)
    : QWidget(parent)
    , m_first(first)
    , m_second(second)
    , m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::normal);
    m_line->addWidget(m_first, 0, Qt::AlignLeft);
    m_line->addWidget(m_second, 1);
}

bool TwoPartLine::isBroken() const
{
    return m_line->direction() == QBoxLayout::TopToBottom;
}

/// As narrow as below each other.
QSize TwoPartLine::minimumSizeHint() const
{
    const QMargins around = contentsMargins();
    return {std::max(m_first->minimumSizeHint().width(), m_second->minimumSizeHint().width()) +
                around.left() + around.right(),
            m_line->minimumSize().height() + around.top() + around.bottom()};
}

bool TwoPartLine::event(QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void TwoPartLine::fit()
{
    const int both = m_first->sizeHint().width() + space::normal + m_second->minimumSizeHint().width();
    const auto wanted = both > contentsRect().width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (wanted == m_line->direction())
        return;
    m_line->setDirection(wanted);
    m_line->setSpacing(wanted == QBoxLayout::TopToBottom ? 0 : space::normal);
    updateGeometry();
}

} // namespace hookworks
