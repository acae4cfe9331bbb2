// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lane.h"
#include "ui/timeline/timeline_scale.h"
#include "ui/timeline/what_if.h"
#include "ui/widgets/tokens.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace hookworks {

/// A lane's height and the radius of a mark, in device-independent pixels, for the application's font.
inline int laneHeight()
{
    return sized(Size::Row);
}
inline double markRadius()
{
    return sized(Size::StateShape) / 2.0 - 0.5;
}

/// Where one mark is; `index` counts in the lane's marks.
struct MarkBox
{
    qsizetype index = 0;
    double x = 0;
    double tail = 0;    ///< pixels of its duration, from x to the right
    bool fails = false; ///< planned, and it would fall into the painted outage
    bool operator==(const MarkBox&) const = default;
};

/// A piece of the line between marks.
struct LineBox
{
    double from = 0, to = 0;
    bool dashed = false; ///< time to come
    bool operator==(const LineBox&) const = default;
};

/// A text whose middle stands at x.
struct LabelBox
{
    double x = 0, width = 0;
    QString text;
    bool quiet = true; ///< gaps; results are not
    bool operator==(const LabelBox&) const = default;
};

/// One lane in its drawing area, from x = 0 to `width`; what lies outside is left out.
struct LaneLayout
{
    QList<LineBox> lines;
    QList<MarkBox> marks;
    QList<LabelBox> labels;    ///< from left to right
    std::optional<double> now; ///< where the lane's own now is; on the real axis it is the same in all
    std::optional<std::pair<double, double>> outage;
    bool operator==(const LaneLayout&) const = default;
};

/// What a layout is made from besides the lane.
struct LayoutContext
{
    TimelineScale scale;
    WorkTime now;
    double width = 0;
    std::optional<Outage> outage;
    std::function<double(const QString&)> textWidth;
    double radius = 0; ///< of a mark
};

/// Pure: the same input gives the same boxes.
LaneLayout layoutLane(const TimelineLane& lane, const LayoutContext& context);

/// The mark under x, the nearest one within reach; -1 when there is none.
qsizetype markAt(const LaneLayout& layout, double x);

/// `ends in 2 h 7 min`, `delivered in 4 min`, `lost`: what stands at the end of a lane with coming
/// time.
QString endWords(const TimelineLane& lane, WorkTime now, const std::optional<Outage>& outage);

} // namespace hookworks
