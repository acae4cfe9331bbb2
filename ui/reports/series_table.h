// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QHash>
#include <QStringList>

namespace hookworks {

/// The members of a chart's points.
struct PointKeys
{
    QString x, y;
    QString series; ///< names the series that a point is of
    bool operator==(const PointKeys&) const = default;
};

/// A chart's points as people keep them in a spreadsheet: a row for each x, a column for each series, both in
/// the order of their first points. A value, read from the points whenever they change.
struct SeriesTable
{
    QStringList rows;
    QStringList series;                      ///< an empty name: of points that name none
    std::vector<std::pair<int, int>> places; ///< of each point: its row and its series
    QHash<std::pair<int, int>, size_t> points;
    std::vector<size_t> firstOfRow, firstOfSeries; ///< points
    QString problem;                               ///< why the points make no such table; empty: they do

    /// The points of one x stand together in the document; else those of one series do.
    bool byRows() const;
    /// Where a new point belongs among the points.
    size_t placeFor(int row, int column) const;
};

SeriesTable seriesTable(const JsonValue& points, const PointKeys& keys);

} // namespace hookworks
