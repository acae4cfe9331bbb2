// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deliveries/timeline_layout.h"
#include "ui/deliveries/timeline_model.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPalette>
#include <QSize>

class QPainter;

namespace hookworks {

/// A row of the timeline, and a mark of its lane; mark −1 is the whole lane, row −1 is nowhere.
struct TimelinePlace
{
    int row = -1;
    int mark = -1;
    bool operator==(const TimelinePlace&) const = default;
};

/// Widths of texts in one font, measured once each.
class TextWidths
{
public:
    explicit TextWidths(const QFont& font)
        : m_metrics(font)
    {
    }
    double operator()(const QString& text);

private:
    QFontMetricsF m_metrics;
    QHash<QString, double> m_widths;
};

/// All that a picture of the timeline is made from: the window's and an export's alike.
struct TimelineFrame
{
    const TimelineModel* model = nullptr;
    TimelineScale scale;
    WorkTime now;
    std::optional<Outage> outage;
    QSize size;
    int axisHeight = 24;
    int headerWidth = 220; ///< the lanes' names
    int scrollY = 0;       ///< pixels of rows above the first visible one
    TimelinePlace current, hovered;
    bool focused = false;
    QPalette palette;
    QFont font, smallFont;

    int plotWidth() const { return std::max(0, size.width() - headerWidth); }
    int firstRow() const { return scrollY / laneHeight; }
    /// One past the last row that shows at least a pixel.
    int endRow() const;
    /// The top of a row in the picture.
    int rowTop(int row) const { return axisHeight + row * laneHeight - scrollY; }
    LayoutContext layoutContext(TextWidths& widths) const;
};

void paintTimeline(QPainter& painter, const TimelineFrame& frame, TextWidths& widths);

/// The clock's time as the now line says it, in local time: `14:03:22`.
QString clockWords(WorkTime time);

} // namespace hookworks
