// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_axis.h"

#include "ui/paper/paper_times.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace hookworks {

namespace {

constexpr double hour = 3600, day = 24 * hour, month = 30 * day, year = 365 * day;
constexpr size_t mostTicks = 60;

const QLocale& english()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

/// In thousands, millions or more where the largest of an axis is.
QString tickWords(double value, double largest)
{
    struct Unit
    {
        double from, size;
        const char* name;
    };
    static constexpr std::array units{Unit{1e9, 1e9, " bn"}, Unit{1e6, 1e6, " M"}, Unit{1e4, 1e3, " k"}};
    for (const Unit& unit : units) {
        if (largest >= unit.from && value != 0)
            return english().toString(value / unit.size, 'g', 4) + QString::fromLatin1(unit.name);
    }
    return english().toString(value, 'g', 5);
}

QString wordsOf(double value, double largest, const AxisWish& wish)
{
    if (wish.decimals)
        return english().toString(value, 'f', *wish.decimals);
    return wish.plain ? english().toString(value, 'g', 15) : tickWords(value, largest);
}

/// The shortest step that gives no more than `most` ticks; those above a day are months and years.
double timeStep(double range, int most)
{
    static constexpr std::array steps{
        1.0,      5.0,      15.0,      30.0,      60.0,      300.0,     900.0,      1800.0,     hour,
        3 * hour, 6 * hour, 12 * hour, day,       2 * day,   7 * day,   month,      3 * month,  6 * month,
        year,     2 * year, 5 * year,  10 * year, 20 * year, 50 * year, 100 * year, 1000 * year};
    for (const double step : steps) {
        if (range / step <= std::max(1, most))
            return step;
    }
    return steps.back() * std::ceil(range / steps.back() / std::max(1, most));
}

QString timeWords(double at, double step)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(at), Qt::UTC);
    const bool midnight = time.time() == QTime(0, 0);
    const auto words = [&time](const QString& format) { return QLocale::c().toString(time, format); };
    if (step >= year)
        return words(QStringLiteral("yyyy"));
    if (step >= month)
        return words(time.date().month() == 1 ? QStringLiteral("yyyy") : QStringLiteral("MMM"));
    if (step >= day || midnight)
        return words(QStringLiteral("d MMM"));
    return words(step < 60 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

/// The first day of every so many months, from January on.
std::vector<double> monthTicks(double low, double high, int months)
{
    std::vector<double> ticks;
    const QDate first = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(low), Qt::UTC).date();
    const int years = std::max(1, months / 12);
    QDate at(first.year() - first.year() % years, 1, 1);
    for (; at.isValid() && ticks.size() < mostTicks; at = at.addMonths(months)) {
        const auto seconds = double(QDateTime(at, QTime(0, 0), Qt::UTC).toSecsSinceEpoch());
        if (seconds > high)
            break;
        if (seconds >= low)
            ticks.push_back(seconds);
    }
    return ticks;
}

} // namespace

ChartAxis numberAxis(double low, double high, int most, const AxisWish& wish)
{
    if (wish.fromZero) {
        low = std::min(0.0, low);
        high = std::max(0.0, high);
    }
    if (high - low < 1e-12)
        high = low + 1;
    ChartAxis axis{low, high, {}};
    std::vector<double> ticks = ticksBetween(low, high, most);
    if (ticks.size() > 1) {
        const double step = ticks[1] - ticks[0];
        axis.low = std::min(low, std::floor(low / step) * step);
        axis.high = std::max(high, std::ceil(high / step) * step);
        ticks = ticksBetween(axis.low, axis.high, most + 1);
    }
    const double largest = std::max(std::abs(axis.low), std::abs(axis.high));
    for (const double tick : ticks)
        axis.ticks.push_back({tick, wordsOf(tick, largest, wish)});
    return axis;
}

ChartAxis timeAxis(double low, double high, int most, const QString& format)
{
    ChartAxis axis{low, high - low < 1e-9 ? low + 1 : high, {}};
    const double step = timeStep(axis.high - axis.low, most);
    std::vector<double> ticks;
    if (step >= month) {
        ticks = monthTicks(axis.low, axis.high, static_cast<int>(std::lround(step / year * 12)));
    } else {
        const double weekStart = step > 2 * day ? 4 * day : 0; // the first Monday of the count
        for (double at = std::ceil((axis.low - weekStart) / step) * step + weekStart;
             at <= axis.high && ticks.size() < mostTicks; at += step)
            ticks.push_back(at);
    }
    for (const double tick : ticks)
        axis.ticks.push_back({tick, format.isEmpty() ? timeWords(tick, step) : timeInFormat(tick, format)});
    return axis;
}

ChartAxis fittingAxis(const std::function<ChartAxis(int most)>& make,
                      const std::function<double(const QString&)>& widthOf, double room)
{
    constexpr double apart = 14;
    for (int most = 10; most > 1; --most) {
        ChartAxis axis = make(most);
        double widest = 0;
        for (const ChartAxis::Tick& tick : axis.ticks)
            widest = std::max(widest, widthOf(tick.words) + apart);
        if (widest * double(axis.ticks.size()) <= room + widest)
            return axis;
    }
    return make(1);
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
    for (double tick = std::ceil(low / step - 1e-9) * step;
         tick <= high + step * 1e-6 && ticks.size() < mostTicks; tick += step)
        ticks.push_back(std::abs(tick) < step * 1e-9 ? 0 : tick);
    return ticks;
}

QString tickWords(double value)
{
    return tickWords(value, std::abs(value));
}

} // namespace hookworks
