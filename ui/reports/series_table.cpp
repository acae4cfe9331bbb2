// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/series_table.h"

#include "json/path.h"
#include "ui/reports/sheet_text.h"

#include <QCoreApplication>

namespace hookworks {

namespace {

struct SeriesText
{
    Q_DECLARE_TR_FUNCTIONS(SeriesText)
};

bool isPlain(const JsonValue* value)
{
    return !value || (!value->isArray() && !value->isObject());
}

/// Names in the order of the points that have them first.
struct NamesInOrder
{
    QStringList& names;
    std::vector<size_t>& firsts;
    QHash<QString, int> known = {};

    int placeOf(const QString& name, size_t point)
    {
        const auto found = known.constFind(name);
        if (found != known.cend())
            return *found;
        const auto place = static_cast<int>(names.size());
        known.insert(name, place);
        names << name;
        firsts.push_back(point);
        return place;
    }
};

SeriesTable unfitFor(const QString& problem)
{
    SeriesTable table;
    table.problem = problem;
    return table;
}

QString nameOf(const QString& name)
{
    return name.size() > 40 ? name.first(40) + QChar(0x2026) : name;
}

} // namespace

bool SeriesTable::byRows() const
{
    return series.size() > 1 && places.size() > 1 && places[0].first == places[1].first;
}

size_t SeriesTable::placeFor(int row, int column) const
{
    const bool rowsTogether = byRows();
    std::optional<size_t> before, behind;
    for (size_t i = 0; i < places.size(); ++i) {
        const auto [itsRow, itsColumn] = places[i];
        if (rowsTogether ? itsRow == row : itsColumn == column && itsRow < row)
            before = i + 1;
        else if (!rowsTogether && itsColumn == column && !behind)
            behind = i;
    }
    return before ? *before : behind.value_or(places.size());
}

SeriesTable seriesTable(const JsonValue& points, const PointKeys& keys)
{
    SeriesTable table;
    NamesInOrder rows{table.rows, table.firstOfRow};
    NamesInOrder series{table.series, table.firstOfSeries};
    for (size_t i = 0; i < points.items.size(); ++i) {
        const JsonValue& point = points.items[i];
        const JsonValue* x = point.find(keys.x);
        const JsonValue* name = point.find(keys.series);
        if (!x || x->isNull() || !isPlain(x) || !isPlain(name) || !isPlain(point.find(keys.y)))
            return unfitFor(SeriesText::tr("Point %1 has no plain x and y").arg(i + 1));
        const std::pair place(rows.placeOf(leafText(*x), i), series.placeOf(cellText(name), i));
        if (table.series.size() >= mostSheetColumns)
            return unfitFor(SeriesText::tr("There are over %1 series").arg(mostSheetColumns - 1));
        if (table.points.contains(place)) {
            const QString row = nameOf(table.rows[place.first]);
            const QString in = nameOf(table.series[place.second]);
            return unfitFor(in.isEmpty() ? SeriesText::tr("“%1” has two points").arg(row)
                                         : SeriesText::tr("“%1” has two points in “%2”").arg(row, in));
        }
        table.places.push_back(place);
        table.points.insert(place, i);
    }
    if (table.series.isEmpty())
        table.series << QString();
    return table;
}

} // namespace hookworks
