// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart_data.h"

#include "json/path.h"
#include "ui/paper/paper_times.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr size_t mostPoints = 5000;
constexpr size_t mostSeries = 24;
constexpr double farthest = 1e15; ///< what lies beyond is drawn there

/// What a point belongs to: the member that colour_by names, else its label.
QString seriesOf(const JsonValue& point, const QString& by)
{
    return chartText(point, by.isEmpty() ? QStringView(u"label") : QStringView(by));
}

template <class Visit>
void eachPoint(const ChartData& data, const Visit& visit)
{
    for (const ChartSeries& series : data.series) {
        for (const ChartSeries::Point& point : series.points)
            visit(point);
    }
}

void widen(std::optional<ChartRange>& range, double value)
{
    range = range ? ChartRange{std::min(range->low, value), std::max(range->high, value)}
                  : ChartRange{value, value};
}

/// Puts points into the series that they belong to.
class PointReader
{
public:
    PointReader(const JsonValue& options, bool isTime)
        : m_isTime(isTime)
        , m_by(chartText(options, u"colour_by"))
        , m_format(chartText(options, u"time_format"))
    {
        if (m_format.isEmpty())
            m_format = QStringLiteral("%Y-%m-%d %H:%M:%s");
        m_data.numbers = true;
    }

    void take(const JsonValue& point)
    {
        const QString name = seriesOf(point, m_by);
        if (!m_known.contains(name)) {
            if (m_data.series.size() >= mostSeries)
                return;
            m_known.insert(name, m_data.series.size());
            m_data.series.push_back({name, {}});
        }
        const QString x = chartText(point, u"x");
        if (!m_places.contains(x)) {
            m_places.insert(x, static_cast<int>(m_data.categories.size()));
            m_data.categories << x;
        }
        const auto seconds = m_isTime ? secondsOfTime(x, m_format) : std::nullopt;
        const JsonValue* written = point.find(u"x");
        const auto number = written && written->isNumber() ? drawnNumber(written) : std::nullopt;
        m_data.numbers = m_data.numbers && (number || seconds);
        m_data.series[m_known[name]].points.push_back({x,
                                                       seconds  ? *seconds
                                                       : number ? *number
                                                                : m_places[x],
                                                       drawnNumber(point.find(u"y")),
                                                       QColor(chartText(point, u"color"))});
    }

    ChartData taken()
    {
        if (!m_data.numbers) {
            for (ChartSeries& series : m_data.series) {
                for (ChartSeries::Point& point : series.points)
                    point.at = m_places[point.x];
            }
        }
        return std::move(m_data);
    }

private:
    bool m_isTime;
    QString m_by, m_format;
    ChartData m_data;
    QHash<QString, size_t> m_known;
    QHash<QString, int> m_places;
};

} // namespace

ChartRange ChartData::rangeOfX() const
{
    std::optional<ChartRange> range;
    eachPoint(*this, [&](const ChartSeries::Point& point) { widen(range, point.at); });
    return range.value_or(ChartRange());
}

ChartRange ChartData::rangeOfY() const
{
    std::optional<ChartRange> range;
    eachPoint(*this, [&](const ChartSeries::Point& point) {
        if (point.y)
            widen(range, *point.y);
    });
    return range.value_or(ChartRange());
}

ChartRange ChartData::rangeOfSums() const
{
    QHash<QString, ChartRange> sums;
    ChartRange range;
    eachPoint(*this, [&](const ChartSeries::Point& point) {
        ChartRange& sum = sums[point.x];
        sum.low += std::min(0.0, point.y.value_or(0));
        sum.high += std::max(0.0, point.y.value_or(0));
        range = {std::min(range.low, sum.low), std::max(range.high, sum.high)};
    });
    return range;
}

bool ChartData::isOneEach() const
{
    QSet<QString> seen;
    for (const ChartSeries& one : series) {
        QSet<QString> mine;
        for (const ChartSeries::Point& point : one.points)
            mine.insert(point.x);
        if (seen.intersects(mine))
            return false;
        seen.unite(mine);
    }
    return true;
}

ChartData chartData(const JsonValue& options, bool isTime)
{
    const JsonValue* points = options.find(u"data");
    PointReader reader(options, isTime);
    for (size_t i = 0; points && i < std::min(points->items.size(), mostPoints); ++i)
        reader.take(points->items[i]);
    return reader.taken();
}

std::vector<double> numbersOf(const JsonValue* array)
{
    std::vector<double> numbers;
    for (size_t i = 0; array && i < std::min(array->items.size(), mostPoints); ++i)
        numbers.push_back(drawnNumber(&array->items[i]).value_or(0));
    return numbers;
}

std::optional<double> drawnNumber(const JsonValue* value)
{
    bool good = value && (value->isNumber() || value->isString());
    const double number = good ? value->text.toDouble(&good) : 0;
    return good && !std::isnan(number) ? std::optional(std::clamp(number, -farthest, farthest))
                                       : std::nullopt;
}

QString chartText(const JsonValue& object, QStringView key)
{
    const JsonValue* value = object.find(key);
    return value && !value->isNull() ? leafText(*value) : QString();
}

bool chartFlag(const JsonValue& object, QStringView key, bool otherwise)
{
    const JsonValue* value = object.find(key);
    return value && value->isBool() ? value->flag : otherwise;
}

} // namespace hookworks
