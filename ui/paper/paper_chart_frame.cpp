// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_chart_frame.h"

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr double gridWidth = 0.7;
constexpr double wordGap = 6; ///< between words and what they are about
constexpr double wordsApart = 10;
constexpr double swatch = 9; ///< of a legend
constexpr int mostDecimals = 6;

} // namespace

ChartFrame::ChartFrame(PaperItems& items, const JsonValue& options, const PaperTheme& theme, bool highlighted,
                       int fontSize)
    : m_items(items)
    , m_options(options)
    , m_font{theme.paragraphs, std::max(6, fontSize), false}
    , m_quiet(theme.colour(QStringLiteral("sub-headline"), highlighted))
    , m_accent(theme.colour(QStringLiteral("accent"), highlighted))
    , m_scheme(theme.scheme(chartText(options, u"color_scheme")))
    , m_hasScheme(!chartText(options, u"color_scheme").isEmpty())
{
    m_grid = m_quiet;
    m_grid.setAlphaF(0.25F);
}

void ChartFrame::begin(const QRectF& rect, ChartData data)
{
    m_data = std::move(data);
    m_rect = rect;
    m_plot = rect.adjusted(0, m_font.size * 0.7, -wordGap, 0);
    if (m_data.series.size() > 1)
        m_plot.setTop(legend(rect) + m_font.size);
    if (!chartText(m_options, u"x_label").isEmpty())
        takeBelow(lineSize() + wordGap);
    if (!chartText(m_options, u"y_label").isEmpty())
        takeLeft(lineSize() + wordGap);
}

/// In the middle of the plot as it is in the end.
void ChartFrame::nameAxes()
{
    text({m_plot.left(), m_rect.bottom() - lineSize(), m_plot.width(), lineSize()},
         chartText(m_options, u"x_label"), Qt::AlignCenter);
    text({m_rect.left(), m_plot.top(), lineSize(), m_plot.height()}, chartText(m_options, u"y_label"),
         Qt::AlignCenter, true);
}

QColor ChartFrame::colourOf(size_t series) const
{
    if (m_scheme.isEmpty() || (!m_hasScheme && m_data.series.size() <= 1))
        return m_accent;
    return QColor(m_scheme[static_cast<qsizetype>(series) % m_scheme.size()]);
}

QColor colourOfPoint(const ChartFrame& frame, size_t series, const ChartSeries::Point& point)
{
    return point.colour.isValid() ? point.colour : frame.colourOf(series);
}

/// The series' names, on as many lines as they need; returns where the last ends.
double ChartFrame::legend(const QRectF& rect)
{
    double x = rect.left(), y = rect.top();
    for (size_t i = 0; i < m_data.series.size(); ++i) {
        const double width = std::min(rect.width() - 2 * swatch, widthOf(m_data.series[i].name) + 1);
        if (x > rect.left() && x + width + swatch + 4 > rect.right()) {
            x = rect.left();
            y += lineSize();
        }
        m_items.push_back(PaperBox{{x, y + (lineSize() - swatch) / 2, swatch, swatch}, colourOf(i), {}, 2});
        text({x + swatch + 4, y, width, lineSize()}, m_data.series[i].name, Qt::AlignVCenter | Qt::AlignLeft);
        x += width + swatch + 18;
    }
    return y + lineSize();
}

AxisWish wishOf(const JsonValue& options, QChar axis, bool fromZero)
{
    AxisWish wish;
    wish.fromZero = fromZero;
    if (const auto decimals = drawnNumber(options.find(axis + QStringLiteral("_ticks_decimals"))))
        wish.decimals = std::clamp(static_cast<int>(*decimals), 0, mostDecimals);
    wish.plain = !chartFlag(options, QStringLiteral("format_%1_ticks").arg(axis), true);
    return wish;
}

ChartAxis ChartFrame::heightAxis(const ChartRange& range, bool fromZero) const
{
    const int most = std::clamp(static_cast<int>(m_plot.height() / (lineSize() * 2)), 2, 6);
    return numberAxis(range.low, range.high, most, wishOf(m_options, u'y', fromZero));
}

void ChartFrame::takeRight(const ChartAxis& axis)
{
    double beyond = 0;
    for (const ChartAxis::Tick& tick : axis.ticks) {
        const double x = m_plot.left() + axis.share(tick.at) * m_plot.width();
        beyond = std::max(beyond, x + widthOf(tick.words) / 2 + 1 - m_rect.right());
    }
    m_plot.setRight(m_plot.right() - std::min(beyond, m_plot.width() / 4));
}

void ChartFrame::takeLeft(const ChartAxis& axis)
{
    double widest = 0;
    for (const ChartAxis::Tick& tick : axis.ticks)
        widest = std::max(widest, widthOf(tick.words));
    takeLeft(std::min(widest + wordGap, m_plot.width() / 3));
}

CategoryWords ChartFrame::arrangedWords() const
{
    const double room = step() - wordsApart;
    double widest = 0, widestPart = 0, highest = lineSize();
    for (const QString& word : m_data.categories.first(std::min<qsizetype>(200, m_data.categories.size()))) {
        widest = std::max(widest, widthOf(word));
        for (const QString& part : word.split(u' '))
            widestPart = std::max(widestPart, widthOf(part));
        PaperText text;
        text.text = word;
        text.font = m_font;
        text.wraps = true;
        if (room > 10)
            highest = std::max(highest, heightOfText(text, room));
    }
    const auto every = [this](double wanted) {
        return std::max<qsizetype>(1, static_cast<qsizetype>(std::ceil(wanted / std::max(0.01, step()))));
    };
    if (widest <= room)
        return {false, false, 1, lineSize()};
    if (widestPart <= room && highest < std::min(lineSize() * 3.2, m_plot.height() * 0.45))
        return {true, false, 1, highest};
    // Short ones of which there are many: not each of them is needed.
    if (m_data.categories.size() > 12 && widest < 60)
        return {false, false, every(widest + 2 * wordGap), lineSize()};
    return {false, true, every(lineSize()), std::min(widest, m_plot.height() * 0.5) + wordGap};
}

void ChartFrame::paintGrid(const ChartAxis& axis)
{
    for (const ChartAxis::Tick& tick : axis.ticks) {
        const double y = m_plot.bottom() - axis.share(tick.at) * m_plot.height();
        if (y < m_plot.top() - 1 || y > m_plot.bottom() + 1)
            continue;
        line({m_plot.left(), y}, {m_plot.right(), y}, m_grid, gridWidth);
        const double width = widthOf(tick.words) + 1;
        text({m_plot.left() - wordGap - width, y - lineSize() / 2, width, lineSize()}, tick.words,
             Qt::AlignRight | Qt::AlignVCenter);
    }
}

void ChartFrame::paintWords(const CategoryWords& words)
{
    const double top = m_plot.bottom() + belowAxis;
    for (qsizetype i = 0; i < m_data.categories.size(); i += words.every) {
        const double middle = m_plot.left() + (double(i) + 0.5) * step();
        const QString& word = m_data.categories[i];
        const double width = words.every > 1 ? std::min(widthOf(word) + 2, step() * double(words.every))
                                             : step() - (words.wrapped ? wordsApart : 2);
        const double left = std::min(middle - width / 2, m_rect.right() - width); // the last one, too
        if (words.turned)
            text({middle - lineSize() / 2, top, lineSize(), words.height - belowAxis}, word,
                 Qt::AlignRight | Qt::AlignVCenter, true);
        else
            text({left, top, width, words.height}, word, Qt::AlignHCenter | Qt::AlignTop, false,
                 words.wrapped);
    }
}

void ChartFrame::paintTicks(const ChartAxis& axis)
{
    for (const ChartAxis::Tick& tick : axis.ticks) {
        const double width = widthOf(tick.words) + 2;
        const double x = m_plot.left() + axis.share(tick.at) * m_plot.width();
        const double left =
            std::clamp(x - width / 2, m_rect.left(), std::max(m_rect.left(), m_rect.right() - width));
        text({left, m_plot.bottom() + belowAxis, width, lineSize()}, tick.words,
             Qt::AlignHCenter | Qt::AlignTop);
    }
}

void ChartFrame::text(const QRectF& rect, const QString& words, Qt::Alignment align, bool turned, bool wraps)
{
    if (words.isEmpty())
        return;
    PaperText made;
    made.rect = rect;
    made.text = words;
    made.font = m_font;
    made.colour = m_quiet;
    made.align = align;
    made.turned = turned;
    made.wraps = wraps;
    m_items.push_back(made);
}

void ChartFrame::line(const QPointF& a, const QPointF& b, const QColor& colour, double width)
{
    m_items.push_back(PaperShape{QPolygonF(QList<QPointF>{a, b}), colour, width, {}, false});
}

} // namespace hookworks
