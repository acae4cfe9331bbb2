// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/pair_delegate.h"

#include "ui/simulate/coverage_model.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/state_mark.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace hookworks {

namespace {

int leftMargin(int column)
{
    return column == 0 ? space::wide : space::close;
}

QRect tickRect(const QRect& cell)
{
    const int side = sized(Size::Check);
    return {cell.left() + leftMargin(1), cell.center().y() - side / 2, side, side};
}

} // namespace

void PairDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
    QRect room = cell.rect.adjusted(leftMargin(index.column()), 0, -space::close, 0);
    painter->save();
    if (const QVariant tick = index.data(Qt::CheckStateRole); tick.isValid()) {
        QStyleOptionViewItem box = cell;
        box.rect = tickRect(cell.rect);
        box.state.setFlag(QStyle::State_On, tick.toInt() == Qt::Checked);
        box.state.setFlag(QStyle::State_Off, tick.toInt() != Qt::Checked);
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, cell.widget);
        room.setLeft(box.rect.right() + space::normal);
    }
    if (const QVariant state = index.data(CellStateRole); state.isValid()) {
        const int side = sized(Size::StateShape);
        paintStateMark(*painter, QRect(room.left(), room.center().y() - side / 2, side, side),
                       static_cast<StateKind>(state.toInt()), cell.palette);
        room.setLeft(room.left() + side + space::close);
    }
    const bool quiet = index.data(CellQuietRole).toBool();
    const bool current = index.column() > 0 && (option.state & QStyle::State_HasFocus);
    painter->setFont(fontOf(index.column() == 0 || current ? Face::Strong : Face::Body));
    painter->setPen(colour(quiet ? Colour::Quiet : Colour::Text, cell.palette));
    painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(cell.text, Qt::ElideRight, room.width()));
    painter->restore();
}

bool PairDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    const bool clicked = event->type() == QEvent::MouseButtonRelease &&
                         tickRect(option.rect)
                             .adjusted(-space::tight, -space::tight, space::tight, space::tight)
                             .contains(static_cast<QMouseEvent*>(event)->position().toPoint());
    const bool typed =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!clicked && !typed)
        return false;
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

WebhookHeader::WebhookHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("coverageColumns"));
    setHighlightSections(false);
    setSectionsClickable(false);
}

QSize WebhookHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), sized(Size::PageBar)};
}

void WebhookHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, colour(Colour::Well, palette()));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), shape::line),
                      colour(Colour::Line, palette()));
    const QRect room = rect.adjusted(leftMargin(section), 0, -space::close, -shape::line);
    const QString name = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const QString url = model()->headerData(section, Qt::Horizontal, CoverageModel::UrlRole).toString();
    const auto write = [&](const QString& text, Face face, Colour role, const QRect& place,
                           Qt::TextElideMode mode) {
        painter->setFont(fontOf(face));
        painter->setPen(colour(role, palette()));
        painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, mode, place.width()));
    };
    if (section == 0) {
        write(name, Face::Caption, Colour::Quiet, room, Qt::ElideRight);
    } else {
        const int upper = room.height() / 2;
        write(name, Face::Strong, Colour::Text,
              QRect(room.left(), room.top(), room.width(), upper + space::hair), Qt::ElideMiddle);
        write(url, Face::Caption, Colour::Quiet,
              QRect(room.left(), room.top() + upper - space::hair, room.width(), upper), Qt::ElideMiddle);
    }
    painter->restore();
}

} // namespace hookworks
