// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart_frame.h"

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr double lineWidth = 1.8;
constexpr double smallDot = 2.6, largeDot = 3.5, largestDot = 20;

QPolygonF stepped(const QPolygonF& points, const QString& format)
{
    QPolygonF steps;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF before = points[std::max<qsizetype>(0, i - 1)];
        if (format == u"StepBefore") {
            steps << QPointF(before.x(), points[i].y());
        } else if (format == u"StepAfter") {
            steps << QPointF(points[i].x(), before.y());
        } else {
            const double middle = (before.x() + points[i].x()) / 2;
            steps << QPointF(middle, before.y()) << QPointF(middle, points[i].y());
        }
        steps << points[i];
    }
    return steps;
}

/// Steps where the format says so, a smooth line where its name is a curve's, else as it is.
QPolygonF curved(const QPolygonF& points, const QString& format)
{
    if (format.startsWith(u"Step"))
        return stepped(points, format);
    if (format.isEmpty() || format == u"Linear" || points.size() < 3)
        return points;
    QPolygonF smooth;
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF before = points[std::max<qsizetype>(0, i - 1)];
        const QPointF after = points[std::min(points.size() - 1, i + 2)];
        const QPointF in = points[i] + (points[i + 1] - before) / 6;
        const QPointF out = points[i + 1] - (after - points[i]) / 6;
        for (int part = 0; part < 8; ++part) {
            const double t = part / 8.0;
            const double u = 1 - t;
            smooth << u * u * u * points[i] + 3 * u * u * t * in + 3 * u * t * t * out +
                          t * t * t * points[i + 1];
        }
    }
    return smooth << points.last();
}

/// A line that says little where it starts from zero has a range of its own.
bool startsAtZero(const ChartRange& range)
{
    const double span = range.high - range.low;
    const double farthest = std::max(std::abs(range.low), std::abs(range.high));
    return range.low <= 0 || span > farthest * 0.25 || span <= 0;
}

/// Dots stand off the edges.
ChartRange widened(const ChartRange& range)
{
    const double by = (range.high - range.low) * 0.04;
    return {range.low >= 0 ? std::max(0.0, range.low - by) : range.low - by, range.high + by};
}

class LinePainter
{
public:
    LinePainter(ChartFrame& frame, const QString& look)
        : m_frame(frame)
        , m_dots(look == u"scatter")
        , m_times(look == u"time-series")
        , m_byPlace(!frame.data().numbers || frame.data().categories.isEmpty())
    {
    }

    void draw()
    {
        const ChartRange range = m_frame.data().rangeOfY();
        m_y = m_frame.heightAxis(m_dots ? widened(range) : range, !m_dots && startsAtZero(range));
        m_frame.takeLeft(m_y);
        const CategoryWords words = m_byPlace ? m_frame.arrangedWords() : CategoryWords();
        m_frame.takeBelow((m_byPlace ? words.height : m_frame.lineSize()) + ChartFrame::belowAxis);
        if (isTooSmall(m_frame))
            return;
        m_x = axisOfX();
        m_frame.takeRight(m_x);
        m_frame.paintGrid(m_y);
        const QRectF plot = m_frame.plot();
        m_frame.line(plot.bottomLeft(), plot.bottomRight(), m_frame.lineColour(), 1);
        for (size_t s = 0; s < m_frame.data().series.size(); ++s)
            series(s);
        if (m_byPlace)
            m_frame.paintWords(words);
        else
            m_frame.paintTicks(m_x);
    }

private:
    ChartAxis axisOfX() const
    {
        const ChartRange range = m_frame.data().rangeOfX();
        if (m_byPlace) // in the middle of its room each
            return {-0.5, double(std::max<qsizetype>(1, m_frame.data().categories.size())) - 0.5, {}};
        const ChartRange used = m_dots ? widened(range) : range;
        const QString format = chartText(m_frame.options(), u"tick_format");
        return fittingAxis(
            [&](int most) {
                return m_times ? timeAxis(used.low, used.high, most, format)
                               : numberAxis(used.low, used.high, most, {});
            },
            [this](const QString& words) { return m_frame.widthOf(words); }, m_frame.plot().width());
    }

    QPointF placeOf(const ChartSeries::Point& point) const
    {
        const QRectF plot = m_frame.plot();
        return {plot.left() + m_x.share(point.at) * plot.width(),
                plot.bottom() - m_y.share(*point.y) * plot.height()};
    }

    /// A line ends where a value is missing, and another begins behind it.
    void series(size_t index)
    {
        const ChartSeries& series = m_frame.data().series[index];
        const bool marked = chartFlag(m_frame.options(), u"plot_dots", false);
        QPolygonF run;
        for (const ChartSeries::Point& point : series.points) {
            if (point.y)
                run << placeOf(point);
            else
                endRun(run, index);
            if (point.y && (m_dots || marked))
                dot(run.last(), colourOfPoint(m_frame, index, point));
        }
        endRun(run, index);
    }

    void endRun(QPolygonF& run, size_t index)
    {
        if (run.size() == 1 && !m_dots)
            dot(run.first(), m_frame.colourOf(index));
        if (run.size() > 1 && !m_dots)
            m_frame.add(PaperShape{curved(run, chartText(m_frame.options(), u"curve_format")),
                                   m_frame.colourOf(index),
                                   lineWidth,
                                   {},
                                   false});
        run.clear();
    }

    void dot(const QPointF& at, const QColor& colour)
    {
        const double wanted = drawnNumber(m_frame.options().find(u"radius")).value_or(0);
        const double radius = m_dots ? (wanted > 0 ? std::min(wanted, largestDot) : largeDot) : smallDot;
        m_frame.add(PaperBox{{at.x() - radius, at.y() - radius, radius * 2, radius * 2}, colour, {}, radius});
    }

    ChartFrame& m_frame;
    bool m_dots, m_times;
    bool m_byPlace; ///< along x: texts in their order, not numbers
    ChartAxis m_x, m_y;
};

} // namespace

void drawLines(ChartFrame& frame, const QString& look)
{
    LinePainter(frame, look).draw();
}

} // namespace hookworks
