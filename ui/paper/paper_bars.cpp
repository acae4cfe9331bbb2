// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart_frame.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr double barShare = 0.72; ///< of the room of its category

/// Where bars begin and end, of those that stand on each other and those that stand side by side.
class BarPlaces
{
public:
    explicit BarPlaces(const ChartFrame& frame)
        : m_data(frame.data())
        , m_oneEach(m_data.isOneEach())
        , m_stacked(m_data.series.size() > 1 && !chartFlag(frame.options(), u"grouped_bars", true))
        , m_lanes(m_oneEach || m_stacked ? 1 : m_data.series.size())
    {
    }

    ChartRange range() const { return m_stacked ? m_data.rangeOfSums() : m_data.rangeOfY(); }
    /// Across the axis: from where to where of its category's room, in shares.
    std::pair<double, double> across(size_t series) const
    {
        const double width = barShare / double(m_lanes);
        const double start = (1 - barShare) / 2 + (m_lanes > 1 ? double(series) * width : 0);
        return {start, start + width * (m_lanes > 1 ? 0.94 : 1)};
    }
    /// Along the axis; a bar of a stack begins where the one before ended.
    std::pair<double, double> along(const ChartSeries::Point& point)
    {
        const double value = point.y.value_or(0);
        if (!m_stacked)
            return {0, value};
        double& sum = (value < 0 ? m_below : m_above)[point.x];
        const double start = sum;
        sum += value;
        return {start, sum};
    }

private:
    const ChartData& m_data;
    bool m_oneEach, m_stacked;
    size_t m_lanes;
    QHash<QString, double> m_above, m_below;
};

template <class Draw>
void eachBar(const ChartFrame& frame, const Draw& draw)
{
    BarPlaces places(frame);
    QHash<QString, qsizetype> indexes;
    for (qsizetype i = 0; i < frame.data().categories.size(); ++i)
        indexes.insert(frame.data().categories[i], i);
    for (size_t s = 0; s < frame.data().series.size(); ++s) {
        for (const ChartSeries::Point& point : frame.data().series[s].points) {
            const auto [start, end] = places.along(point);
            const auto [from, to] = places.across(s);
            const auto index = double(indexes.value(point.x));
            draw(QRectF(QPointF(index + from, start), QPointF(index + to, end)),
                 colourOfPoint(frame, s, point));
        }
    }
}

} // namespace

void drawBars(ChartFrame& frame)
{
    const ChartAxis axis = frame.heightAxis(BarPlaces(frame).range(), true);
    frame.takeLeft(axis);
    const CategoryWords words = frame.arrangedWords();
    frame.takeBelow(words.height + ChartFrame::belowAxis);
    if (isTooSmall(frame))
        return;
    frame.paintGrid(axis);
    const QRectF plot = frame.plot();
    const auto height = [&](double value) { return plot.bottom() - axis.share(value) * plot.height(); };
    eachBar(frame, [&](const QRectF& bar, const QColor& colour) {
        const QRectF drawn(QPointF(plot.left() + bar.left() * frame.step(), height(bar.top())),
                           QPointF(plot.left() + bar.right() * frame.step(), height(bar.bottom())));
        frame.add(PaperBox{drawn.normalized(), colour, {}, 1});
    });
    frame.line({plot.left(), height(0)}, {plot.right(), height(0)}, frame.lineColour(), 1);
    frame.paintWords(words);
}

void drawLyingBars(ChartFrame& frame)
{
    double widest = 0;
    for (const QString& word : frame.data().categories)
        widest = std::max(widest, frame.widthOf(word) + 2);
    widest = std::min(widest, frame.plot().width() * 0.45);
    frame.takeLeft(widest + 8);
    frame.takeBelow(frame.lineSize() + ChartFrame::belowAxis);
    if (isTooSmall(frame))
        return;
    const AxisWish wish = wishOf(frame.options(), u'x', true);
    const ChartRange range = BarPlaces(frame).range();
    const ChartAxis axis =
        fittingAxis([&](int most) { return numberAxis(range.low, range.high, most, wish); },
                    [&](const QString& words) { return frame.widthOf(words); }, frame.plot().width());
    frame.takeRight(axis);
    const QRectF plot = frame.plot();
    const auto x = [&](double value) { return plot.left() + axis.share(value) * plot.width(); };
    for (const ChartAxis::Tick& tick : axis.ticks)
        frame.line({x(tick.at), plot.top()}, {x(tick.at), plot.bottom()}, frame.gridColour(), 0.7);
    frame.paintTicks(axis);
    const double step = plot.height() / double(std::max<qsizetype>(1, frame.data().categories.size()));
    eachBar(frame, [&](const QRectF& bar, const QColor& colour) {
        const QRectF drawn(QPointF(x(bar.top()), plot.top() + bar.left() * step),
                           QPointF(x(bar.bottom()), plot.top() + bar.right() * step));
        frame.add(PaperBox{drawn.normalized(), colour, {}, 1});
    });
    const bool wraps = step > 2 * frame.lineSize();
    for (qsizetype i = 0; i < frame.data().categories.size(); ++i)
        frame.text({plot.left() - widest - 6, plot.top() + double(i) * step, widest, step},
                   frame.data().categories[i], Qt::AlignRight | Qt::AlignVCenter, false, wraps);
    frame.line({x(0), plot.top()}, {x(0), plot.bottom()}, frame.lineColour(), 1);
}

} // namespace hookworks
