// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/turning_splitter.h"

#include "ui/widgets/tokens.h"

#include <algorithm>

namespace hookworks {

TurningSplitter::TurningSplitter(double least, const QList<int>& beside, const QList<int>& above,
                                 QWidget* parent)
    : QSplitter(parent)
    , m_least(least)
    , m_beside(beside)
    , m_above(above)
{
    setChildrenCollapsible(false);
}

/// It may become as narrow as the wider of its parts, for then it turns.
QSize TurningSplitter::minimumSizeHint() const
{
    QSize least = QSplitter::minimumSizeHint();
    if (orientation() == Qt::Vertical)
        return least;
    least.setWidth(0);
    for (int i = 0; i < count(); ++i) {
        const QWidget& part = *widget(i);
        least.setWidth(std::max({least.width(), part.minimumWidth(), part.minimumSizeHint().width()}));
    }
    return least;
}

/// What was remembered may stand the other way.
void TurningSplitter::showEvent(QShowEvent* event)
{
    QSplitter::showEvent(event);
    turn();
}

void TurningSplitter::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    turn();
}

void TurningSplitter::turn()
{
    const Qt::Orientation now = width() < scaled(m_least) ? Qt::Vertical : Qt::Horizontal;
    if (now == orientation())
        return;
    (orientation() == Qt::Horizontal ? m_beside : m_above) = sizes();
    setOrientation(now);
    setSizes(now == Qt::Horizontal ? m_beside : m_above);
}

} // namespace hookworks
