// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace hookworks {

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PaletteEntry& entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::DecorationRole:
        return entry.icon;
    case DetailRole:
        return entry.detail;
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? entry.title : entry.title + QStringLiteral(", ") + entry.detail;
    default:
        return {};
    }
}

void PaletteModel::setEntries(QList<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, sized(Size::Row)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    row.icon = {};
    row.features &= ~QStyleOptionViewItem::HasDecoration;
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const QRect rect = option.rect.adjusted(space::normal, 0, -space::normal, 0);
    const int icon = sized(Size::Icon);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QRect(rect.left(), rect.center().y() - icon / 2, icon, icon));
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    const int most = rect.width() / 2;
    const QString shownDetail = option.fontMetrics.elidedText(detail, Qt::ElideMiddle, most);
    const int detailWidth = option.fontMetrics.horizontalAdvance(shownDetail);
    const QRect titleRect = rect.adjusted(icon + space::normal, 0, -detailWidth - space::wide, 0);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(
        titleRect, Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, titleRect.width()));
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                             : quietTextColour(option.palette));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shownDetail);
}

} // namespace hookworks
