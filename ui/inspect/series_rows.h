// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/series.h"

#include <QAbstractTableModel>

namespace hookworks {

/// The pairs of two series, one a row.
class SeriesRows final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Left,
        Right,
        Kind,
        Differences,
        ColumnCount
    };

    explicit SeriesRows(QObject* parent = nullptr);

    void show(const QList<SeriesPair>& pairs);
    SeriesPair pair(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<SeriesPair> m_pairs;
};

} // namespace hookworks
