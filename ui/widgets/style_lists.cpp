// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style_painting.h"
#include "ui/widgets/tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>
#include <QTableView>

namespace hookworks {

namespace {

/// Whether no column is shown on that side of the cell's; `step`: -1 to the left, 1 to the right.
bool isLast(const QTableView& table, const QModelIndex& index, int step)
{
    const QHeaderView& header = *table.horizontalHeader();
    for (int i = header.visualIndex(index.column()) + step; i >= 0 && i < header.count(); i += step) {
        if (!header.isSectionHidden(header.logicalIndex(i)))
            return false;
    }
    return true;
}

/// The focus in a list of whole rows is a line around the row, painted cell by cell.
void paintRowFocus(QPainter& painter, const QStyleOptionViewItem& option, const QWidget* view)
{
    const QRect& rect = option.rect;
    painter.setPen(colour(Colour::Accent, option.palette));
    painter.drawLine(rect.topLeft(), rect.topRight());
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    if (startsRow(option, view))
        painter.drawLine(rect.topLeft(), rect.bottomLeft());
    if (endsRow(option, view))
        painter.drawLine(rect.topRight(), rect.bottomRight());
}

bool isFocusedRow(const QStyleOptionViewItem& option, const QWidget* widget)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (!view || !view->hasFocus())
        return false;
    const QModelIndex current = view->currentIndex();
    if (view->selectionBehavior() == QAbstractItemView::SelectRows)
        return current.row() == option.index.row() && current.parent() == option.index.parent();
    return current == option.index;
}

} // namespace

bool startsRow(const QStyleOptionViewItem& cell, const QWidget* view)
{
    if (const auto* table = qobject_cast<const QTableView*>(view))
        return isLast(*table, cell.index, -1);
    return cell.viewItemPosition == QStyleOptionViewItem::Beginning ||
           cell.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

bool endsRow(const QStyleOptionViewItem& cell, const QWidget* view)
{
    if (const auto* table = qobject_cast<const QTableView*>(view))
        return isLast(*table, cell.index, 1);
    return cell.viewItemPosition == QStyleOptionViewItem::End ||
           cell.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

void paintItemGround(QPainter& painter, const QStyleOptionViewItem& option, const QWidget* view)
{
    const QPalette& palette = option.palette;
    const bool table = qobject_cast<const QTableView*>(view) != nullptr;
    painter.save();
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, colour(Colour::Selection, palette));
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    else if ((option.state & QStyle::State_MouseOver) && !table)
        painter.fillRect(option.rect, colour(Colour::Hover, palette));
    if (table) {
        painter.setPen(rowLine(palette));
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    if (isFocusedRow(option, view))
        paintRowFocus(painter, option, view);
    painter.restore();
}

void paintHeader(QPainter& painter, const QStyleOptionHeader& option)
{
    const QPalette& palette = option.palette;
    const QRect& rect = option.rect;
    painter.save();
    painter.fillRect(rect, colour(Colour::Well, palette));
    painter.setPen(colour(Colour::Line, palette));
    if (option.orientation == Qt::Horizontal)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    else
        painter.drawLine(rect.topRight(), rect.bottomRight());
    const bool first = option.position == QStyleOptionHeader::Beginning ||
                       option.position == QStyleOptionHeader::OnlyOneSection;
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    const int arrow = sorted ? scaled(12) + space::tight : 0;
    QRect text = rect.adjusted(first ? space::wide : space::close, 0, -space::close - arrow, 0);
    painter.setFont(fontOf(Face::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString words = metrics.elidedText(option.text, Qt::ElideRight, text.width());
    painter.setPen(colour(Colour::Quiet, palette));
    painter.drawText(text, static_cast<int>(option.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     words);
    if (sorted) {
        const bool right = option.textAlignment & Qt::AlignRight;
        const int left = right ? text.right() + 1 : text.left() + metrics.horizontalAdvance(words);
        const QRect place(left + space::tight, rect.top(), arrow - space::tight, rect.height());
        paintChevron(painter, place.adjusted(1, 0, -1, 0),
                     option.sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow,
                     colour(Colour::Quiet, palette));
    }
    painter.restore();
}

void paintBranch(QPainter& painter, const QStyleOption& option)
{
    if (option.state & QStyle::State_Children)
        paintChevron(painter, option.rect.adjusted(space::tight, 0, -space::tight, 0),
                     option.state & QStyle::State_Open ? Qt::DownArrow : Qt::RightArrow,
                     colour(Colour::Quiet, option.palette));
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& slider)
{
    if (option.maximum <= option.minimum)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const bool touched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter.setBrush(colour(touched ? Colour::Quiet : Colour::Faint, option.palette));
    const bool upright = option.orientation == Qt::Vertical;
    const int breadth = upright ? slider.width() : slider.height();
    const int inset = (breadth - scaled(5)) / 2;
    const QRectF thumb = upright ? slider.adjusted(inset, space::hair, -inset, -space::hair)
                                 : slider.adjusted(space::hair, inset, -space::hair, -inset);
    const double radius = std::min(thumb.width(), thumb.height()) / 2;
    painter.drawRoundedRect(thumb, radius, radius);
    painter.restore();
}

void paintSplitter(QPainter& painter, const QStyleOption& option)
{
    painter.fillRect(option.rect, option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)
                                      ? colour(Colour::Accent, option.palette)
                                      : colour(Colour::Line, option.palette));
}

} // namespace hookworks
