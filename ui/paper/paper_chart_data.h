// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <QColor>
#include <QStringList>

#include <optional>
#include <vector>

namespace hookworks {

/// One line or one colour of bars.
struct ChartSeries
{
    struct Point
    {
        QString x;               ///< as it is written
        double at = 0;           ///< as a number or a time; of texts: their place in order
        std::optional<double> y; ///< nothing: a gap
        QColor colour;           ///< its own; invalid: the series'
        bool operator==(const Point&) const = default;
    };
    QString name;
    std::vector<Point> points;
    bool operator==(const ChartSeries&) const = default;
};

/// From the least value to the greatest; of none: from 0 to 0.
struct ChartRange
{
    double low = 0, high = 0;
    bool operator==(const ChartRange&) const = default;
};

/// A chart's points by series, in the order of the document. Points belong together by the member that
/// `colour_by` names, else by their label. At most some thousands are read.
struct ChartData
{
    std::vector<ChartSeries> series;
    QStringList categories; ///< the different x in order
    bool numbers = false;   ///< every x is a number or a time

    ChartRange rangeOfX() const;
    ChartRange rangeOfY() const;
    /// Of the sums of what stands at one x, those above and those below zero each for themselves.
    ChartRange rangeOfSums() const;
    /// No x has a value in more than one series.
    bool isOneEach() const;
    bool operator==(const ChartData&) const = default;
};

ChartData chartData(const JsonValue& options, bool isTime);
/// A list's values; what is no number counts as 0.
std::vector<double> numbersOf(const JsonValue* array);
/// Within bounds that can be drawn; nothing: it is no number.
std::optional<double> drawnNumber(const JsonValue* value);
/// A member as a text; empty: it is not set.
QString chartText(const JsonValue& object, QStringView key);
bool chartFlag(const JsonValue& object, QStringView key, bool otherwise);

} // namespace hookworks
