// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_painter.h"

#include <QRect>

namespace hookworks {

// Where things are in a picture of the timeline.

/// What is at a point of it.
struct TimelineSpot
{
    TimelinePlace place;
    WorkTime time; ///< on a lane, its own; on the axis and beside the lanes, that of the current one
};

/// Of a lane, or of a mark of it.
QRect rectOf(const TimelineFrame& frame, TimelinePlace place);
TimelineSpot spotAt(const TimelineFrame& frame, QPoint position, TimelineTexts& texts);
/// From the left edge of the drawing area.
double plotX(const TimelineFrame& frame, QPoint position);

} // namespace hookworks
