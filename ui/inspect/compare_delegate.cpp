// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/compare_delegate.h"

#include "ui/inspect/compare_rows.h"
#include "ui/widgets/tokens.h"

#include <QPainter>

namespace hookworks {

namespace {

QColor groundOf(const CompareRow& row, int column, const QPalette& palette)
{
    if (row.isHeading)
        return colour(Colour::Well, palette);
    const bool isSide = column == CompareRows::Left || column == CompareRows::Right;
    if (!row.counts() || !isSide)
        return {};
    switch (row.kind) {
    case DifferenceLine::Kind::Removed:
        return column == CompareRows::Left ? stateTint(StateKind::Failed, palette) : QColor();
    case DifferenceLine::Kind::Added:
        return column == CompareRows::Right ? stateTint(StateKind::Delivered, palette) : QColor();
    default:
        return stateTint(StateKind::Waiting, palette);
    }
}

QColor inkOf(const CompareRow& row, int column, const QPalette& palette)
{
    if (row.isHeading)
        return colour(Colour::Quiet, palette);
    if (row.ignored)
        return colour(Colour::Quiet, palette);
    if (column == CompareRows::Place)
        return codeColour(CodeColour::Key, palette);
    return colour(column == CompareRows::Mark ? Colour::Quiet : Colour::Text, palette);
}

} // namespace

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {scaled(80), sized(Size::ListHeader)};
}

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto* rows = static_cast<const CompareRows*>(index.model());
    const CompareRow row = rows->row(index.row());
    cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    painter->save();
    const bool chosen = cell.state & QStyle::State_Selected;
    if (const QColor ground = groundOf(row, index.column(), cell.palette); ground.isValid() && !chosen)
        painter->fillRect(cell.rect, ground);
    painter->fillRect(QRect(cell.rect.bottomLeft(), QSize(cell.rect.width(), shape::line)),
                      rowLine(cell.palette));
    const bool strong = row.isHeading && index.column() == CompareRows::Place;
    const QFont font = fontOf(strong ? Face::Strong : row.isHeading ? Face::Body : Face::Code);
    painter->setFont(font);
    painter->setPen(inkOf(row, index.column(), cell.palette));
    const int side = index.column() == CompareRows::Place ? space::wide : space::normal;
    const QRect room = cell.rect.adjusted(side, 0, -space::tight, 0);
    const QString text = QString(cell.text).replace(u'\n', QStringLiteral("\\n"));
    const auto where =
        index.column() == CompareRows::Mark ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignLeft;
    painter->drawText(room, static_cast<int>(where) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace hookworks
