// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QList>
#include <QString>

namespace hookworks {

enum class AxisKind
{
    Real,       ///< one axis for all lanes: the workbench's clock
    Logarithmic ///< each lane counts from its own first attempt, so that a schedule's gaps are all readable
};

/// One label of the axis.
struct AxisTick
{
    double x = 0;
    QString label;     ///< `30 s`, `5 min`, `1 h`
    double labelX = 0; ///< where it begins: in the middle of x, where the edges let it
    bool operator==(const AxisTick&) const = default;
};

/// Time ↔ pixels. A value: zoomed and panned ones are made from it. x counts from the left edge of the
/// drawing area.
class TimelineScale
{
public:
    TimelineScale() = default;
    /// Shows [start, start + span] in `width` pixels.
    TimelineScale(AxisKind kind, WorkTime start, Micros span, double width);

    AxisKind kind() const { return m_kind; }
    WorkTime start() const { return m_start; }
    /// `origin` is the lane's first mark; the real axis ignores it.
    double x(WorkTime origin, WorkTime time) const;
    WorkTime time(WorkTime origin, double x) const;
    /// The pixels that a stretch takes from there on: a mark's tail.
    double length(WorkTime origin, WorkTime from, Micros duration) const;

    /// Larger by `factor`, with what is at x staying there. Stays within readable limits.
    TimelineScale zoomed(double factor, double x) const;
    TimelineScale panned(double pixels) const;
    /// How many pixels lie left of the drawing area, 0 when it shows the start.
    double scrolled() const { return m_scroll; }
    TimelineScale scrolledTo(double pixels) const;
    /// The whole width in pixels of a stretch of `span` from the start.
    double contentWidth(Micros span) const;

    /// Labels from left to right whose texts do not touch; `textWidth` gives a label's pixels.
    template <class Measure>
    QList<AxisTick> ticks(double width, Measure textWidth) const
    {
        QList<AxisTick> chosen;
        double free = -1e9;
        for (const AxisTick& tick : candidates(width)) {
            const double text = textWidth(tick.label);
            const double left = std::max(2.0, std::min(tick.x - text / 2, width - text - 2));
            if (tick.x < -0.5 || tick.x > width || left < free)
                continue;
            chosen << AxisTick{tick.x, tick.label, left};
            free = left + text + 16;
        }
        return chosen;
    }

    bool operator==(const TimelineScale&) const = default;

private:
    double units(Micros since) const;
    Micros since(double units) const;
    QList<AxisTick> candidates(double width) const;
    QList<AxisTick> evenTicks(double width) const;
    QList<AxisTick> logarithmicTicks(double width) const;

    AxisKind m_kind = AxisKind::Logarithmic;
    WorkTime m_start;
    double m_pixelsPerUnit = 100; ///< Real: per second; Logarithmic: per doubling
    double m_scroll = 0;
};

} // namespace hookworks
