// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_items.h"
#include "ui/paper/paper_theme.h"

namespace hookworks {

/// One line or one colour of bars.
struct ChartSeries
{
    struct Point
    {
        QString x;     ///< as it is written
        double at = 0; ///< as a number or a time; of texts: their place in order
        double y = 0;
        QColor colour; ///< its own; invalid: the series'
        bool operator==(const Point&) const = default;
    };
    QString name;
    std::vector<Point> points;
    bool operator==(const ChartSeries&) const = default;
};

/// A chart's points by series, in the order of the document. Points belong together by the member that
/// `colour_by` names, else by their label. At most some thousands are read.
struct ChartData
{
    std::vector<ChartSeries> series;
    QStringList categories; ///< the different x in order
    bool numbers = false;   ///< every x is a number or a time
    bool operator==(const ChartData&) const = default;
};

ChartData chartData(const JsonValue& options, bool isTime);

/// A time written in a strftime-like format; `%s` at its end is read as seconds, as the vendor's own default
/// has it. nullopt: it does not fit.
std::optional<double> secondsOfTime(const QString& text, const QString& format);

/// Round values over a range, for an axis: at most `most` of them.
std::vector<double> ticksBetween(double low, double high, int most);
/// `150 k`, `2.5`, `1,200`.
QString tickWords(double value);

/// A chart of that look (`bar`, `horizontal-bar`, `line`, `time-series`, `scatter`) in a rectangle.
void addChart(PaperItems& items, const QString& look, const JsonValue& options, const QRectF& rect,
              const PaperTheme& theme, int fontSize);
/// A line without axes.
void addSparkLine(PaperItems& items, const std::vector<double>& values, const QRectF& rect,
                  const QColor& colour);
void addSparkBars(PaperItems& items, const std::vector<double>& values, const QRectF& rect,
                  const QColor& colour);

std::vector<double> numbersOf(const JsonValue* array);

} // namespace hookworks
