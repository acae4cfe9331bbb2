// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace hookworks {

namespace {

constexpr int underlined = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;

void paintMenuSeparator(QPainter& painter, const QStyleOptionMenuItem& item)
{
    painter.setPen(colour(Colour::Line, item.palette));
    const int middle = item.rect.center().y();
    painter.drawLine(item.rect.left() + space::normal, middle, item.rect.right() - space::normal, middle);
}

void paintMenuMark(QPainter& painter, const QStyleOptionMenuItem& item, const QRect& place, bool enabled)
{
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        QStyleOption check;
        check.palette = item.palette;
        check.rect = place;
        check.state = item.state & QStyle::State_Enabled;
        if (item.checked)
            check.state |= QStyle::State_On;
        item.checkType == QStyleOptionMenuItem::Exclusive ? paintRadioButton(painter, check)
                                                          : paintCheckBox(painter, check);
        return;
    }
    if (!item.icon.isNull())
        item.icon.paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

int shortcutWidth(const QStyleOptionMenuItem& item)
{
    return item.reservedShortcutWidth > 0 ? item.reservedShortcutWidth + space::section : space::normal;
}

} // namespace

QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& contents)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), space::normal + shape::line};
    const int sides = space::wide + sized(Size::Icon) + space::normal + space::section;
    return {contents.width() + sides + shortcutWidth(item), scaled(26)};
}

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& item)
{
    painter.save();
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        paintMenuSeparator(painter, item);
        painter.restore();
        return;
    }
    const bool enabled = item.state & QStyle::State_Enabled;
    if ((item.state & QStyle::State_Selected) && enabled)
        paintRounded(painter, item.rect.adjusted(space::tight, 0, -space::tight, 0),
                     colour(Colour::Selection, item.palette), {}, false, item.palette);
    const int icon =
        item.checkType == QStyleOptionMenuItem::NotCheckable ? sized(Size::Icon) : sized(Size::Check);
    QRect mark(item.rect.left() + space::wide, 0, icon, icon);
    mark.moveTop(item.rect.center().y() - icon / 2);
    paintMenuMark(painter, item, mark, enabled);
    const QRect text =
        item.rect.adjusted(space::wide + sized(Size::Icon) + space::normal, 0, -space::wide, 0);
    painter.setFont(item.font);
    painter.setPen(colour(enabled ? Colour::Text : Colour::Faint, item.palette));
    painter.drawText(text, underlined | Qt::AlignLeft, item.text.section(u'\t', 0, 0));
    painter.setPen(colour(enabled ? Colour::Quiet : Colour::Faint, item.palette));
    painter.drawText(text, underlined | Qt::AlignRight, item.text.section(u'\t', 1));
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintChevron(painter, QRect(text.right() - space::normal, text.top(), space::wide, text.height()),
                     Qt::RightArrow, colour(Colour::Quiet, item.palette));
    painter.restore();
}

void paintMenuBarGround(QPainter& painter, const QStyleOption& option)
{
    painter.fillRect(option.rect, colour(Colour::Window, option.palette));
    painter.setPen(colour(Colour::Line, option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void paintMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item)
{
    painter.save();
    paintMenuBarGround(painter, item);
    if (item.state & (QStyle::State_Selected | QStyle::State_Sunken))
        paintRounded(painter, item.rect.adjusted(0, space::hair, 0, -space::hair - 1),
                     colour(Colour::Hover, item.palette), {}, false, item.palette);
    painter.setPen(colour(item.state & QStyle::State_Enabled ? Colour::Text : Colour::Faint, item.palette));
    painter.drawText(item.rect, underlined | Qt::AlignHCenter, item.text);
    painter.restore();
}

void paintPanel(QPainter& painter, const QStyleOption& option)
{
    painter.fillRect(option.rect, colour(Colour::Surface, option.palette));
    painter.setPen(controlBorder(option.palette));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

void paintTab(QPainter& painter, const QStyleOptionTab& tab)
{
    const bool chosen = tab.state & QStyle::State_Selected;
    QRect line = tab.rect;
    line.setTop(line.bottom() - (chosen ? shape::focusRing : shape::line) + 1);
    if ((tab.state & QStyle::State_MouseOver) && !chosen)
        painter.fillRect(tab.rect, colour(Colour::Hover, tab.palette));
    painter.fillRect(line, colour(chosen ? Colour::Accent : Colour::Line, tab.palette));
}

} // namespace hookworks
