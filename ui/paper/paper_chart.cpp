// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr size_t mostPoints = 5000;
constexpr int mostSeries = 24;
constexpr double gridWidth = 0.7;
constexpr double farthest = 1e15; ///< what lies beyond is drawn there

QString textIn(const JsonValue& object, QStringView key)
{
    const JsonValue* value = object.find(key);
    return value && !value->isNull() ? leafText(*value) : QString();
}

bool isOn(const JsonValue& object, QStringView key)
{
    const JsonValue* value = object.find(key);
    return value && value->isBool() && value->flag;
}

double numberOf(const JsonValue* value)
{
    const double number = value && (value->isNumber() || value->isString()) ? value->text.toDouble() : 0;
    return std::isfinite(number) ? std::clamp(number, -farthest, farthest) : 0;
}

/// The next digits as a number, at most so many.
std::optional<int> takeDigits(QStringView& rest, int most)
{
    int count = 0;
    while (count < most && count < rest.size() && rest[count].isDigit())
        ++count;
    bool good = count > 0;
    const int number = good ? rest.first(count).toInt(&good) : 0;
    rest = rest.sliced(count);
    return good ? std::optional(number) : std::nullopt;
}

struct DateParts
{
    int year = 2000, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

std::optional<int> takeMonthName(QStringView& rest)
{
    for (int month = 1; month <= 12; ++month) {
        for (const QLocale::FormatType form : {QLocale::LongFormat, QLocale::ShortFormat}) {
            const QString name = QLocale::c().monthName(month, form);
            if (!rest.startsWith(name, Qt::CaseInsensitive))
                continue;
            rest = rest.sliced(name.size());
            return month;
        }
    }
    return std::nullopt;
}

bool takePart(QStringView& rest, QChar code, DateParts& parts)
{
    const auto take = [&rest](int& target, int most) {
        const auto number = takeDigits(rest, most);
        target = number.value_or(0);
        return number.has_value();
    };
    switch (code.unicode()) {
    case u'Y':
        return take(parts.year, 4);
    case u'm':
        return take(parts.month, 2);
    case u'd':
    case u'e':
        return take(parts.day, 2);
    case u'H':
    case u'I':
        return take(parts.hour, 2);
    case u'M':
        return take(parts.minute, 2);
    case u'S':
    case u's':
        return take(parts.second, 2);
    case u'b':
    case u'B': {
        const auto month = takeMonthName(rest);
        parts.month = month.value_or(1);
        return month.has_value();
    }
    case u'y': {
        const bool good = take(parts.year, 2);
        parts.year += 2000;
        return good;
    }
    default:
        return false;
    }
}

/// What a point belongs to: the member that colour_by names, else its label.
QString seriesOf(const JsonValue& point, const QString& by)
{
    return textIn(point, by.isEmpty() ? QStringView(u"label") : QStringView(by));
}

struct Axis
{
    double low = 0, high = 1;
    std::vector<double> ticks;
    double share(double value) const { return (value - low) / (high - low); }
};

Axis axisOf(double low, double high, int most, bool fromZero)
{
    if (fromZero) {
        low = std::min(0.0, low);
        high = std::max(0.0, high);
    }
    if (high - low < 1e-12)
        high = low + 1;
    Axis axis{low, high, ticksBetween(low, high, most)};
    if (axis.ticks.size() > 1) {
        const double step = axis.ticks[1] - axis.ticks[0];
        axis.low = std::min(low, std::floor(low / step) * step);
        axis.high = std::max(high, std::ceil(high / step) * step);
        axis.ticks = ticksBetween(axis.low, axis.high, most + 1);
    }
    return axis;
}

/// What one chart is drawn with; used once.
class ChartPainter
{
public:
    ChartPainter(PaperItems& items, const JsonValue& options, const PaperTheme& theme, int fontSize)
        : m_items(items)
        , m_options(options)
        , m_font{theme.paragraphs, std::max(6, fontSize), false}
        , m_quiet(theme.colour(QStringLiteral("sub-headline")))
        , m_scheme(theme.scheme(textIn(options, u"color_scheme")))
    {
        m_grid = m_quiet;
        m_grid.setAlphaF(0.25F);
    }

    void draw(const QString& look, QRectF rect)
    {
        m_data = chartData(m_options, look == u"time-series");
        if (m_data.series.size() > 1)
            rect.setTop(legend(rect));
        const bool lying = look == u"horizontal-bar";
        const QString below = textIn(m_options, u"x_label");
        const QString beside = textIn(m_options, u"y_label");
        m_plot =
            rect.adjusted(lying ? widest() + 10 : 44, 6, -8, -(lineSize() * (below.isEmpty() ? 1.6 : 3)));
        if (!beside.isEmpty()) {
            text({rect.left(), m_plot.top(), lineSize(), m_plot.height()}, beside, Qt::AlignCenter, true);
            m_plot.setLeft(m_plot.left() + lineSize());
        }
        if (!below.isEmpty())
            text({m_plot.left(), rect.bottom() - lineSize() * 1.3, m_plot.width(), lineSize() * 1.2}, below,
                 Qt::AlignCenter);
        if (m_plot.width() < 10 || m_plot.height() < 10)
            return;
        if (lying)
            lyingBars();
        else if (look == u"bar")
            bars();
        else
            lines(look);
    }

private:
    double lineSize() const { return m_font.size * 1.35; }

    double widest() const
    {
        double width = 20;
        const QFontMetricsF metrics(m_font.toFont());
        for (const QString& word : m_data.categories)
            width = std::max(width, std::min(120.0, metrics.horizontalAdvance(word)));
        return width;
    }

    void text(const QRectF& rect, const QString& words, Qt::Alignment align, bool turned = false)
    {
        PaperText made;
        made.rect = rect;
        made.text = words;
        made.font = m_font;
        made.colour = m_quiet;
        made.align = align;
        made.turned = turned;
        m_items.push_back(made);
    }

    void line(const QPointF& a, const QPointF& b, const QColor& colour, double width)
    {
        m_items.push_back(PaperShape{QPolygonF(QList<QPointF>{a, b}), colour, width, {}, false});
    }

    QColor colourOf(size_t series) const
    {
        return m_scheme.isEmpty() ? QColor(Qt::gray)
                                  : QColor(m_scheme[static_cast<qsizetype>(series) % m_scheme.size()]);
    }

    /// The series' names in a line; returns where it ends.
    double legend(const QRectF& rect)
    {
        double x = rect.left() + 44;
        const QFontMetricsF metrics(m_font.toFont());
        for (size_t i = 0; i < m_data.series.size(); ++i) {
            const double width = std::min(140.0, metrics.horizontalAdvance(m_data.series[i].name) + 4);
            if (x + width + 14 > rect.right())
                break;
            m_items.push_back(PaperBox{{x, rect.top() + 3, 9, 9}, colourOf(i), {}, 2});
            text({x + 13, rect.top(), width, lineSize()}, m_data.series[i].name,
                 Qt::AlignVCenter | Qt::AlignLeft);
            x += width + 26;
        }
        return rect.top() + lineSize() + 6;
    }

    std::pair<double, double> rangeOfY() const
    {
        double low = 0, high = 0;
        bool first = true;
        for (const ChartSeries& series : m_data.series) {
            for (const ChartSeries::Point& point : series.points) {
                low = first ? point.y : std::min(low, point.y);
                high = first ? point.y : std::max(high, point.y);
                first = false;
            }
        }
        return {low, high};
    }

    void gridOfY(const Axis& axis)
    {
        for (const double tick : axis.ticks) {
            const double y = m_plot.bottom() - axis.share(tick) * m_plot.height();
            if (y < m_plot.top() - 1 || y > m_plot.bottom() + 1)
                continue;
            line({m_plot.left(), y}, {m_plot.right(), y}, m_grid, gridWidth);
            text({m_plot.left() - 46, y - lineSize() / 2, 42, lineSize()}, tickWords(tick),
                 Qt::AlignRight | Qt::AlignVCenter);
        }
    }

    /// The words below, as many as have room.
    void words(const QStringList& categories)
    {
        const double step = m_plot.width() / double(std::max<qsizetype>(1, categories.size()));
        const auto every = static_cast<qsizetype>(std::max(1.0, std::ceil(34.0 / step)));
        for (qsizetype i = 0; i < categories.size(); i += every)
            text({m_plot.left() + double(i) * step, m_plot.bottom() + 3, step * double(every), lineSize()},
                 categories[i], Qt::AlignHCenter | Qt::AlignTop);
    }

    void bars()
    {
        const auto [low, high] = rangeOfY();
        const bool grouped = m_data.series.size() > 1;
        const Axis axis = axisOf(low, high, 5, true);
        gridOfY(axis);
        const double step = m_plot.width() / double(std::max<qsizetype>(1, m_data.categories.size()));
        const double width = step * 0.72 / double(m_data.series.size());
        const double zero = m_plot.bottom() - axis.share(0) * m_plot.height();
        for (size_t s = 0; s < m_data.series.size(); ++s) {
            for (const ChartSeries::Point& point : m_data.series[s].points) {
                const double x = m_plot.left() + (double(m_data.categories.indexOf(point.x)) + 0.14) * step +
                                 double(grouped ? s : 0) * width;
                const double y = m_plot.bottom() - axis.share(point.y) * m_plot.height();
                const QRectF bar(x, std::min(y, zero), width * 0.94, std::abs(zero - y));
                m_items.push_back(PaperBox{bar, point.colour.isValid() ? point.colour : colourOf(s), {}, 1});
            }
        }
        line({m_plot.left(), zero}, {m_plot.right(), zero}, m_quiet, 1);
        words(m_data.categories);
    }

    void lyingBars()
    {
        const auto [low, high] = rangeOfY();
        const Axis axis = axisOf(low, high, 6, true);
        for (const double tick : axis.ticks) {
            const double x = m_plot.left() + axis.share(tick) * m_plot.width();
            line({x, m_plot.top()}, {x, m_plot.bottom()}, m_grid, gridWidth);
            text({x - 30, m_plot.bottom() + 3, 60, lineSize()}, tickWords(tick),
                 Qt::AlignHCenter | Qt::AlignTop);
        }
        const double step = m_plot.height() / double(std::max<qsizetype>(1, m_data.categories.size()));
        const double height = step * 0.7 / double(m_data.series.size());
        const double zero = m_plot.left() + axis.share(0) * m_plot.width();
        for (size_t s = 0; s < m_data.series.size(); ++s) {
            for (const ChartSeries::Point& point : m_data.series[s].points) {
                const double y = m_plot.top() + (double(m_data.categories.indexOf(point.x)) + 0.15) * step +
                                 double(s) * height;
                const double x = m_plot.left() + axis.share(point.y) * m_plot.width();
                m_items.push_back(PaperBox{{std::min(x, zero), y, std::abs(x - zero), height * 0.94},
                                           point.colour.isValid() ? point.colour : colourOf(s),
                                           {},
                                           1});
            }
        }
        for (qsizetype i = 0; i < m_data.categories.size(); ++i)
            text({m_plot.left() - widest() - 6, m_plot.top() + double(i) * step, widest(), step},
                 m_data.categories[i], Qt::AlignRight | Qt::AlignVCenter);
        line({zero, m_plot.top()}, {zero, m_plot.bottom()}, m_quiet, 1);
    }

    Axis axisOfX(const QString& look) const
    {
        double low = 0, high = 0;
        bool first = true;
        for (const ChartSeries& series : m_data.series) {
            for (const ChartSeries::Point& point : series.points) {
                low = first ? point.at : std::min(low, point.at);
                high = first ? point.at : std::max(high, point.at);
                first = false;
            }
        }
        if (high - low < 1e-12)
            high = low + 1;
        if (look == u"scatter" || (m_data.numbers && look == u"line"))
            return axisOf(low, high, 7, false);
        return {low, high, {}};
    }

    void lines(const QString& look)
    {
        const auto [low, high] = rangeOfY();
        const Axis y = axisOf(low, high, 5, look != u"scatter");
        const Axis x = axisOfX(look);
        gridOfY(y);
        line({m_plot.left(), m_plot.bottom()}, {m_plot.right(), m_plot.bottom()}, m_quiet, 1);
        for (size_t s = 0; s < m_data.series.size(); ++s) {
            QPolygonF points;
            for (const ChartSeries::Point& point : m_data.series[s].points)
                points << QPointF(m_plot.left() + x.share(point.at) * m_plot.width(),
                                  m_plot.bottom() - y.share(point.y) * m_plot.height());
            if (look != u"scatter")
                m_items.push_back(PaperShape{curved(points), colourOf(s), 1.8, {}, false});
            if (look == u"scatter" || isOn(m_options, u"plot_dots"))
                dots(points, colourOf(s), look == u"scatter");
        }
        labelsOfX(look, x);
    }

    void dots(const QPolygonF& points, const QColor& colour, bool large)
    {
        const double wanted = numberOf(m_options.find(u"radius"));
        const double radius = large ? (wanted > 0 ? std::min(wanted, 20.0) : 3.5) : 2.6;
        for (const QPointF& point : points)
            m_items.push_back(PaperBox{
                {point.x() - radius, point.y() - radius, radius * 2, radius * 2}, colour, {}, radius});
    }

    void labelsOfX(const QString& look, const Axis& x)
    {
        for (const double tick : x.ticks)
            text({m_plot.left() + x.share(tick) * m_plot.width() - 30, m_plot.bottom() + 3, 60, lineSize()},
                 tickWords(tick), Qt::AlignHCenter | Qt::AlignTop);
        if (!x.ticks.empty() || m_data.categories.isEmpty())
            return;
        const qsizetype most = 6;
        const qsizetype every = std::max<qsizetype>(1, (m_data.categories.size() + most - 1) / most);
        for (qsizetype i = 0; i < m_data.categories.size(); i += every) {
            const double share =
                look == u"time-series" ? x.share(positionOf(m_data.categories[i])) : x.share(double(i));
            text({m_plot.left() + share * m_plot.width() - 44, m_plot.bottom() + 3, 88, lineSize()},
                 look == u"time-series" ? shortTime(m_data.categories[i]) : m_data.categories[i],
                 Qt::AlignHCenter | Qt::AlignTop);
        }
    }

    double positionOf(const QString& category) const
    {
        for (const ChartSeries& series : m_data.series) {
            for (const ChartSeries::Point& point : series.points) {
                if (point.x == category)
                    return point.at;
            }
        }
        return 0;
    }

    /// The day, and the time of day where the points lie within some days.
    QString shortTime(const QString& written) const
    {
        const double at = positionOf(written);
        const Axis x = axisOfX(QStringLiteral("time-series"));
        if (at < 86'400.0 * 365)
            return written;
        const QDateTime time = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(at), Qt::UTC);
        return QLocale::c().toString(time, x.high - x.low < 3 * 86'400.0 ? QStringLiteral("d MMM hh:mm")
                                                                         : QStringLiteral("d MMM"));
    }

    /// Steps where the format says so, a smooth line where its name is a curve's, else as it is.
    QPolygonF curved(const QPolygonF& points) const
    {
        const QString format = textIn(m_options, u"curve_format");
        if (format.startsWith(u"Step"))
            return stepped(points);
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

    static QPolygonF stepped(const QPolygonF& points)
    {
        QPolygonF steps;
        for (qsizetype i = 0; i < points.size(); ++i) {
            if (i > 0)
                steps << QPointF(points[i].x(), points[i - 1].y());
            steps << points[i];
        }
        return steps;
    }

    PaperItems& m_items;
    const JsonValue& m_options;
    PaperFont m_font;
    QColor m_quiet, m_grid;
    QStringList m_scheme;
    ChartData m_data;
    QRectF m_plot;
};

} // namespace

std::optional<double> secondsOfTime(const QString& text, const QString& format)
{
    DateParts parts;
    QStringView rest(text);
    for (qsizetype i = 0; i < format.size(); ++i) {
        const bool code = format[i] == u'%' && i + 1 < format.size();
        if (code && takePart(rest, format[i + 1], parts)) {
            ++i;
            continue;
        }
        if (code || rest.isEmpty() || rest[0] != format[i])
            return std::nullopt;
        rest = rest.sliced(1);
    }
    const QDateTime time(QDate(parts.year, parts.month, parts.day),
                         QTime(parts.hour, parts.minute, parts.second), Qt::UTC);
    return time.isValid() ? std::optional(double(time.toSecsSinceEpoch())) : std::nullopt;
}

ChartData chartData(const JsonValue& options, bool isTime)
{
    ChartData data;
    const JsonValue* points = options.find(u"data");
    const QString by = textIn(options, u"colour_by");
    QString format = textIn(options, u"time_format");
    if (format.isEmpty())
        format = QStringLiteral("%Y-%m-%d %H:%M:%s");
    QHash<QString, size_t> known;
    QHash<QString, int> places;
    data.numbers = true;
    for (size_t i = 0; points && i < std::min(points->items.size(), mostPoints); ++i) {
        const JsonValue& point = points->items[i];
        const QString name = seriesOf(point, by);
        if (!known.contains(name)) {
            if (data.series.size() >= mostSeries)
                continue;
            known.insert(name, data.series.size());
            data.series.push_back({name, {}});
        }
        const QString x = textIn(point, u"x");
        if (!places.contains(x)) {
            places.insert(x, static_cast<int>(data.categories.size()));
            data.categories << x;
        }
        const JsonValue* written = point.find(u"x");
        const auto seconds = isTime ? secondsOfTime(x, format) : std::nullopt;
        const bool number = written && written->isNumber();
        data.numbers = data.numbers && (number || seconds);
        data.series[known[name]].points.push_back({x,
                                                   seconds  ? *seconds
                                                   : number ? numberOf(written)
                                                            : places[x],
                                                   numberOf(point.find(u"y")),
                                                   QColor(textIn(point, u"color"))});
    }
    if (!data.numbers) {
        for (ChartSeries& series : data.series) {
            for (ChartSeries::Point& point : series.points)
                point.at = isTime && point.at > 1e6 ? point.at : places[point.x];
        }
    }
    return data;
}

std::vector<double> ticksBetween(double low, double high, int most)
{
    const double raw = (high - low) / std::max(1, most);
    if (!(raw > 0) || !std::isfinite(raw))
        return {low};
    const double power = std::pow(10, std::floor(std::log10(raw)));
    const double share = raw / power;
    const double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    std::vector<double> ticks;
    for (double tick = std::ceil(low / step - 1e-9) * step; tick <= high + step * 1e-6 && ticks.size() < 60;
         tick += step)
        ticks.push_back(std::abs(tick) < step * 1e-9 ? 0 : tick);
    return ticks;
}

QString tickWords(double value)
{
    const QLocale words = QLocale::c();
    const double size = std::abs(value);
    if (size >= 1e9)
        return words.toString(value / 1e9, 'g', 4) + QStringLiteral(" bn");
    if (size >= 1e6)
        return words.toString(value / 1e6, 'g', 4) + QStringLiteral(" m");
    if (size >= 1e4)
        return words.toString(value / 1e3, 'g', 4) + QStringLiteral(" k");
    return words.toString(value, 'g', 5);
}

void addChart(PaperItems& items, const QString& look, const JsonValue& options, const QRectF& rect,
              const PaperTheme& theme, int fontSize)
{
    ChartPainter(items, options, theme, fontSize).draw(look, rect);
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
    const double high = std::max(1e-9, std::ranges::max(values));
    const double step = rect.width() / double(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const double height = std::max(0.0, values[i]) / high * rect.height();
        items.push_back(PaperBox{
            {rect.left() + double(i) * step, rect.bottom() - height, step * 0.8, height}, colour, {}, 1});
    }
}

std::vector<double> numbersOf(const JsonValue* array)
{
    std::vector<double> numbers;
    for (size_t i = 0; array && i < std::min(array->items.size(), mostPoints); ++i)
        numbers.push_back(numberOf(&array->items[i]));
    return numbers;
}

} // namespace hookworks
