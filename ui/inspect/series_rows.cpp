// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/series_rows.h"

#include "domain/visible_text.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/text_views.h"

namespace hookworks {

namespace {

QString differenceWords(const SeriesPair& pair)
{
    if (!pair.isWhole())
        return SeriesRows::tr("no counterpart");
    if (pair.sameBytes && pair.differences == 0)
        return SeriesRows::tr("the same bytes");
    const QString count = pair.differences == 0   ? SeriesRows::tr("no difference")
                          : pair.differences == 1 ? SeriesRows::tr("1 difference")
                                                  : SeriesRows::tr("%1 differences").arg(pair.differences);
    return pair.ignored == 0 ? count : SeriesRows::tr("%1, %2 ignored").arg(count).arg(pair.ignored);
}

QString cellText(const SeriesPair& pair, int column)
{
    switch (column) {
    case SeriesRows::Left:
        return pair.left.isEmpty() ? QStringLiteral("—") : pair.left;
    case SeriesRows::Right:
        return pair.right.isEmpty() ? QStringLiteral("—") : pair.right;
    case SeriesRows::Kind:
        return pair.kind;
    default:
        return differenceWords(pair);
    }
}

} // namespace

SeriesRows::SeriesRows(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void SeriesRows::show(const QList<SeriesPair>& pairs)
{
    beginResetModel();
    m_pairs = pairs;
    endResetModel();
}

SeriesPair SeriesRows::pair(int row) const
{
    return m_pairs.value(row);
}

int SeriesRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

int SeriesRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeriesRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const SeriesPair& pair = m_pairs[index.row()];
    const QString text = visibleText(cellText(pair, index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case CellStateRole:
        return index.column() == Differences
                   ? QVariant(static_cast<int>(pair.counts() ? StateKind::Failed : StateKind::Delivered))
                   : QVariant();
    case CellQuietRole:
        return !pair.counts() && index.column() == Kind;
    default:
        return {};
    }
}

QVariant SeriesRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Left"), tr("Right"), tr("What"), tr("Differences")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace hookworks
