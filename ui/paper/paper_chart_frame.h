// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_axis.h"
#include "ui/paper/paper_chart_data.h"
#include "ui/paper/paper_items.h"
#include "ui/paper/paper_theme.h"

namespace hookworks {

/// How the words below a chart stand: in a line, in two, or upwards; where there are too many, not each one.
struct CategoryWords
{
    bool wrapped = false, turned = false;
    qsizetype every = 1;
    double height = 0;
};

/// What stands around the plot of a chart: legend, names of the axes, grid and words. Used once: `begin`,
/// then room is taken from the plot on the left and below, then it is painted in.
class ChartFrame
{
public:
    ChartFrame(PaperItems& items, const JsonValue& options, const PaperTheme& theme, bool highlighted,
               int fontSize);
    /// The legend above, room for the names beside and below; the plot is what remains.
    void begin(const QRectF& rect, ChartData data);
    void nameAxes();

    const ChartData& data() const { return m_data; }
    const JsonValue& options() const { return m_options; }
    const QRectF& plot() const { return m_plot; }
    /// Of one place among the categories.
    double step() const { return m_plot.width() / double(std::max<qsizetype>(1, m_data.categories.size())); }
    double lineSize() const { return m_font.size * 1.35; }
    double widthOf(const QString& words) const { return widthOfText(m_font, words); }
    QColor colourOf(size_t series) const;
    const QColor& gridColour() const { return m_grid; }
    const QColor& lineColour() const { return m_quiet; }

    void takeLeft(double width) { m_plot.setLeft(m_plot.left() + width); }
    void takeBelow(double height) { m_plot.setBottom(m_plot.bottom() - height); }
    /// Room at the right, so that the last words below an axis stand where they belong.
    void takeRight(const ChartAxis& axis);
    /// The axis of what is measured, for a plot that is as high as now.
    ChartAxis heightAxis(const ChartRange& range, bool fromZero) const;
    /// Room for the words of an axis on the left.
    void takeLeft(const ChartAxis& axis);
    CategoryWords arrangedWords() const;

    void paintGrid(const ChartAxis& axis);
    void paintWords(const CategoryWords& words);
    /// Below the plot, none beyond the chart's edges.
    void paintTicks(const ChartAxis& axis);
    void text(const QRectF& rect, const QString& words, Qt::Alignment align, bool turned = false,
              bool wraps = false);
    void line(const QPointF& a, const QPointF& b, const QColor& colour, double width);
    void add(PaperItem item) { m_items.push_back(std::move(item)); }

    static constexpr double belowAxis = 6; ///< the words of the axis from it

private:
    double legend(const QRectF& rect);

    PaperItems& m_items;
    const JsonValue& m_options;
    PaperFont m_font;
    QColor m_quiet, m_grid, m_accent;
    QStringList m_scheme;
    bool m_hasScheme;
    ChartData m_data;
    QRectF m_rect, m_plot;
};

inline bool isTooSmall(const ChartFrame& frame)
{
    return frame.plot().width() < 10 || frame.plot().height() < 10;
}
/// What the chart's options say of the values along `x` or `y`.
AxisWish wishOf(const JsonValue& options, QChar axis, bool fromZero);
/// Its own, else its series'.
QColor colourOfPoint(const ChartFrame& frame, size_t series, const ChartSeries::Point& point);

/// Grouped side by side, or stacked where the chart says that they are not grouped.
void drawBars(ChartFrame& frame);
void drawLyingBars(ChartFrame& frame);
/// Of the look `line`, `time-series` or `scatter`.
void drawLines(ChartFrame& frame, const QString& look);

} // namespace hookworks
