// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_places.h"

#include <cmath>

namespace hookworks {

QRect rectOf(const TimelineFrame& frame, TimelinePlace place)
{
    const QRect row(0, frame.rowTop(place.row), frame.size.width(), laneHeight());
    const TimelineLane* const lane = frame.model ? frame.model->lane(place.row) : nullptr;
    if (!lane || place.mark < 0 || place.mark >= lane->marks.size())
        return row;
    const double x = frame.headerWidth + frame.scale.x(lane->origin(), lane->marks[place.mark].at);
    const int radius = static_cast<int>(std::ceil(markRadius()));
    return QRect(static_cast<int>(std::lround(x)) - radius, row.top(), 2 * radius, laneHeight());
}

namespace {

TimelinePlace placeAt(const TimelineFrame& frame, QPoint position, TimelineTexts& texts)
{
    if (!frame.model || position.y() < frame.axisHeight)
        return {};
    const int row = (position.y() - frame.axisHeight + frame.scrollY) / laneHeight();
    if (row >= frame.model->rowCount())
        return {};
    const TimelineLane* const lane = frame.model->lane(row);
    if (!lane || position.x() < frame.headerWidth)
        return {row, -1};
    const LaneLayout layout = layoutLane(*lane, frame.layoutContext(texts));
    return {row, static_cast<int>(markAt(layout, plotX(frame, position)))};
}

} // namespace

double plotX(const TimelineFrame& frame, QPoint position)
{
    return position.x() - frame.headerWidth;
}

TimelineSpot spotAt(const TimelineFrame& frame, QPoint position, TimelineTexts& texts)
{
    const TimelinePlace place = placeAt(frame, position, texts);
    int row = place.row >= 0 ? place.row : frame.current.row;
    if (row < 0 && frame.model && frame.model->rowCount() > 0)
        row = frame.model->lane(0) ? 0 : 1;
    const TimelineLane* const lane = frame.model ? frame.model->lane(row) : nullptr;
    return {place, frame.scale.time(lane ? lane->origin() : frame.scale.start(), plotX(frame, position))};
}

} // namespace hookworks
