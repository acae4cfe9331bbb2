// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hookworks {

namespace {

/// On the logarithmic axis a stretch much shorter than this is nearly linear; documented gaps start at 30 s.
constexpr double logarithmicUnitSeconds = 10;
constexpr std::array<double, 2> realLimits{1e-6, 2e5}; ///< pixels per second
constexpr std::array<double, 2> logarithmicLimits{8, 4e4};

constexpr std::array<double, 26> niceSeconds{0.001, 0.002, 0.005, 0.01,  0.02,  0.05,  0.1,    0.2,   0.5,
                                             1,     2,     5,     10,    30,    60,    120,    300,   600,
                                             1800,  3600,  7200,  21600, 43200, 86400, 172800, 604800};

} // namespace

TimelineScale::TimelineScale(AxisKind kind, WorkTime start, Micros span, double width)
    : m_kind(kind)
    , m_start(start)
{
    const double wanted = std::max(1.0, width) / std::max(1e-9, units(std::max(span, Micros(1000))));
    const auto& limits = kind == AxisKind::Real ? realLimits : logarithmicLimits;
    m_pixelsPerUnit = std::clamp(wanted, limits[0], limits[1]);
}

double TimelineScale::units(Micros since) const
{
    if (m_kind == AxisKind::Real)
        return seconds(since);
    const double magnitude = std::log2(1 + std::abs(seconds(since)) / logarithmicUnitSeconds);
    return since.count() < 0 ? -magnitude : magnitude;
}

Micros TimelineScale::since(double units) const
{
    if (m_kind == AxisKind::Real)
        return microsFromSeconds(std::clamp(units, -1e12, 1e12));
    const double magnitude = (std::exp2(std::min(std::abs(units), 40.0)) - 1) * logarithmicUnitSeconds;
    return microsFromSeconds(units < 0 ? -magnitude : magnitude);
}

double TimelineScale::x(WorkTime origin, WorkTime time) const
{
    const WorkTime zero = m_kind == AxisKind::Real ? m_start : origin;
    return units(time - zero) * m_pixelsPerUnit - m_scroll;
}

WorkTime TimelineScale::time(WorkTime origin, double x) const
{
    const WorkTime zero = m_kind == AxisKind::Real ? m_start : origin;
    return zero + since((x + m_scroll) / m_pixelsPerUnit);
}

double TimelineScale::length(WorkTime origin, WorkTime from, Micros duration) const
{
    return x(origin, from + duration) - x(origin, from);
}

TimelineScale TimelineScale::zoomed(double factor, double x) const
{
    TimelineScale scale = *this;
    const auto& limits = m_kind == AxisKind::Real ? realLimits : logarithmicLimits;
    scale.m_pixelsPerUnit = std::clamp(m_pixelsPerUnit * factor, limits[0], limits[1]);
    scale.m_scroll = (x + m_scroll) * (scale.m_pixelsPerUnit / m_pixelsPerUnit) - x;
    return scale;
}

TimelineScale TimelineScale::panned(double pixels) const
{
    return scrolledTo(m_scroll + pixels);
}

TimelineScale TimelineScale::scrolledTo(double pixels) const
{
    TimelineScale scale = *this;
    scale.m_scroll = pixels;
    return scale;
}

double TimelineScale::contentWidth(Micros span) const
{
    return units(span) * m_pixelsPerUnit;
}

QList<AxisTick> TimelineScale::candidates(double width) const
{
    return m_kind == AxisKind::Real ? evenTicks(width) : logarithmicTicks(width);
}

QList<AxisTick> TimelineScale::evenTicks(double width) const
{
    constexpr double leastPixels = 72;
    double step = niceSeconds.back();
    for (const double candidate : niceSeconds) {
        if (candidate * m_pixelsPerUnit >= leastPixels) {
            step = candidate;
            break;
        }
    }
    while (step * m_pixelsPerUnit < leastPixels)
        step *= 2;
    QList<AxisTick> ticks;
    const double first = std::max(0.0, std::ceil(m_scroll / m_pixelsPerUnit / step));
    for (double i = first; i * step * m_pixelsPerUnit - m_scroll <= width; ++i)
        ticks << AxisTick{i * step * m_pixelsPerUnit - m_scroll, durationWords(microsFromSeconds(i * step))};
    return ticks;
}

QList<AxisTick> TimelineScale::logarithmicTicks(double width) const
{
    QList<AxisTick> ticks{{-m_scroll, durationWords(Micros(0))}};
    for (const double candidate : niceSeconds) {
        const double x = units(microsFromSeconds(candidate)) * m_pixelsPerUnit - m_scroll;
        if (x <= width)
            ticks << AxisTick{x, durationWords(microsFromSeconds(candidate))};
    }
    return ticks;
}

} // namespace hookworks
