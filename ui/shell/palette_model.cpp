// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace hookworks {

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_entries.isEmpty() && !m_none.isEmpty() ? 1 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (!at(index.row()))
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? m_none : QVariant();
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

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    return index.isValid() && at(index.row()) ? QAbstractListModel::flags(index) : Qt::NoItemFlags;
}

void PaletteModel::setEntries(QList<PaletteEntry> entries, const QString& none)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_none = none;
    endResetModel();
}

const PaletteEntry* PaletteModel::at(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
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
    painter->setPen(!(index.flags() & Qt::ItemIsEnabled)
                        ? quietTextColour(option.palette)
                        : option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(
        titleRect, Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, titleRect.width()));
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                             : quietTextColour(option.palette));
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shownDetail);
}

} // namespace hookworks
