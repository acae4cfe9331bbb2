// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/yielding_row.h"

#include "ui/widgets/tokens.h"

#include <QEvent>

#include <algorithm>

namespace hookworks {

YieldingRow::YieldingRow(const QList<QWidget*>& widgets, QWidget* parent)
    : QWidget(parent)
    , m_widgets(widgets)
{
    for (QWidget* widget : m_widgets) {
        widget->setParent(this);
        QSizePolicy policy = widget->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // so that one that is hidden tells when it wants another size
        widget->setSizePolicy(policy);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize YieldingRow::sizeHint() const
{
    QSize size(0, 0);
    for (const QWidget* widget : m_widgets) {
        const QSize one = widget->sizeHint();
        size.rwidth() += (size.width() > 0 && one.width() > 0 ? space::tight : 0) + one.width();
        size.setHeight(std::max(size.height(), one.height()));
    }
    return size;
}

QSize YieldingRow::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

bool YieldingRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        place();
    return QWidget::event(event);
}

void YieldingRow::place()
{
    int x = 0;
    bool room = true;
    for (QWidget* widget : m_widgets) {
        const QSize size = widget->sizeHint();
        room = room && x + size.width() <= width();
        widget->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        widget->setVisible(room && size.width() > 0);
        x += size.width() + space::tight;
    }
}

} // namespace hookworks
