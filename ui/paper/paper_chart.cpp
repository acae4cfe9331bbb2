// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart.h"

#include "ui/paper/paper_chart_frame.h"

#include <algorithm>
#include <cmath>

namespace hookworks {

void addChart(PaperItems& items, const QString& look, const JsonValue& options, const QRectF& rect,
              const PaperTheme& theme, bool highlighted, int fontSize)
{
    ChartFrame frame(items, options, theme, highlighted, fontSize);
    frame.begin(rect, chartData(options, look == u"time-series"));
    if (isTooSmall(frame))
        return;
    if (look == u"horizontal-bar")
        drawLyingBars(frame);
    else if (look == u"bar")
        drawBars(frame);
    else
        drawLines(frame, look);
    frame.nameAxes();
}

void addSparkLine(PaperItems& items, const std::vector<double>& values, const QRectF& rect,
                  const QColor& colour)
{
    if (values.empty())
        return;
    const auto [low, high] = std::ranges::minmax(values);
    const double range = high - low > 0 ? high - low : 1;
    QPolygonF points;
    for (size_t i = 0; i < values.size(); ++i)
        points << QPointF(rect.left() +
                              double(i) * rect.width() / double(std::max<size_t>(1, values.size() - 1)),
                          rect.bottom() - (values[i] - low) / range * rect.height());
    items.push_back(PaperShape{points, colour, 1.8, {}, false});
}

void addSparkBars(PaperItems& items, const std::vector<double>& values, const QRectF& rect,
                  const QColor& colour)
{
    if (values.empty())
        return;
    const double high = std::max(0.0, std::ranges::max(values));
    const double low = std::min(0.0, std::ranges::min(values));
    const double unit = rect.height() / std::max(1e-9, high - low);
    const double zero = rect.top() + high * unit;
    const double step = rect.width() / double(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const double end = zero - values[i] * unit;
        items.push_back(PaperBox{{rect.left() + double(i) * step, std::min(zero, end), step * 0.8,
                                  std::max(0.5, std::abs(zero - end))},
                                 colour,
                                 {},
                                 1});
    }
}

} // namespace hookworks
