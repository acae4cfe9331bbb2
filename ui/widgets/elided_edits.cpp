// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elided_edits.h"

#include "ui/widgets/text_views.h"
#include "ui/widgets/tokens.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>
#include <QToolTip>

namespace hookworks {

namespace {

QStyleOptionFrame frameOf(const QLineEdit& edit)
{
    QStyleOptionFrame frame;
    frame.initFrom(&edit);
    frame.rect = edit.contentsRect();
    frame.state |= QStyle::State_Sunken;
    frame.state.setFlag(QStyle::State_ReadOnly, edit.isReadOnly());
    frame.lineWidth =
        edit.hasFrame() ? edit.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &frame, &edit) : 0;
    return frame;
}

/// Where its text stands: within its margins, beside the buttons in it.
QRect textRoom(const QLineEdit& edit)
{
    const QStyleOptionFrame frame = frameOf(edit);
    QRect room = edit.style()->subElementRect(QStyle::SE_LineEditContents, &frame, &edit);
    room = room.marginsRemoved(edit.textMargins()).adjusted(space::hair, 0, -space::hair, 0);
    for (const auto* button : edit.findChildren<QToolButton*>(Qt::FindDirectChildrenOnly)) {
        if (!button->isVisible())
            continue;
        if (button->geometry().center().x() < edit.width() / 2)
            room.setLeft(std::max(room.left(), button->geometry().right() + 1));
        else
            room.setRight(std::min(room.right(), button->geometry().left() - 1));
    }
    return room;
}

void paintCut(QLineEdit& edit)
{
    QPainter painter(&edit);
    const QStyleOptionFrame frame = frameOf(edit);
    edit.style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, &edit);
    const QRect room = textRoom(edit);
    painter.setPen(edit.palette().color(QPalette::Text));
    painter.drawText(room, static_cast<int>((edit.alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter),
                     edit.fontMetrics().elidedText(edit.displayText(), Qt::ElideMiddle, room.width()));
}

/// A field that says something else on hover goes on saying that.
bool tellWhole(const QLineEdit& edit, const QHelpEvent& event)
{
    const auto* box = qobject_cast<const QComboBox*>(edit.parentWidget());
    if (edit.echoMode() != QLineEdit::Normal || !edit.toolTip().isEmpty() ||
        (box && !box->toolTip().isEmpty()))
        return false;
    QToolTip::showText(event.globalPos(), plainToolTip(edit.text()));
    return true;
}

} // namespace

bool isCut(const QLineEdit& edit)
{
    return edit.fontMetrics().horizontalAdvance(edit.displayText()) > textRoom(edit).width();
}

bool showCutText(QLineEdit& edit, QEvent& event)
{
    if (event.type() == QEvent::Paint && !edit.hasFocus() && isCut(edit)) {
        paintCut(edit);
        return true;
    }
    return event.type() == QEvent::ToolTip && isCut(edit) &&
           tellWhole(edit, static_cast<const QHelpEvent&>(event));
}

} // namespace hookworks
