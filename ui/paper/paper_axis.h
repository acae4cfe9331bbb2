// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace hookworks {

/// Round values over a range, for an axis: at most about `most` of them.
std::vector<double> ticksBetween(double low, double high, int most);
/// `150 k`, `2.5`, `1,200`.
QString tickWords(double value);

/// What stands along an axis, and where.
struct ChartAxis
{
    struct Tick
    {
        double at = 0;
        QString words;
    };
    double low = 0, high = 1;
    std::vector<Tick> ticks;
    double share(double value) const { return (value - low) / (high - low); }
};

/// How the values of an axis are to be read.
struct AxisWish
{
    bool fromZero = false;
    std::optional<int> decimals; ///< else as many as the value has
    bool plain = false;          ///< whole numbers in full, not `150 k`
};

/// Ends at round values.
ChartAxis numberAxis(double low, double high, int most, const AxisWish& wish);
/// Ends where the times do; in between full minutes, hours, days, months or years. `format` empty: what tells
/// them apart.
ChartAxis timeAxis(double low, double high, int most, const QString& format);
/// The axis with as many ticks as there is room for.
ChartAxis fittingAxis(const std::function<ChartAxis(int most)>& make,
                      const std::function<double(const QString&)>& widthOf, double room);

} // namespace hookworks
