// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_model.h"
#include "ui/widgets/state_mark.h"

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QPalette>
#include <QPixmap>
#include <QSize>
#include <QStaticText>

class QPainter;

namespace hookworks {

/// A row of the timeline, and a mark of its lane; mark −1 is the whole lane, row −1 is nowhere.
struct TimelinePlace
{
    int row = -1;
    int mark = -1;
    bool operator==(const TimelinePlace&) const = default;
};

/// Texts of one font, laid out and elided once each: a screenful has hundreds, and they stay the same.
class TextCache
{
public:
    explicit TextCache(const QFont& font)
        : m_font(font)
        , m_metrics(font)
    {
    }
    double width(const QString& text) { return of(text).width; }
    /// Cut in the middle or at the right, whole where it fits.
    QString elided(const QString& text, Qt::TextElideMode mode, int width);
    /// In the painter's pen, with its left edge and its vertical middle at `place`.
    void draw(QPainter& painter, QPointF place, const QString& text);

private:
    struct Text
    {
        QStaticText text;
        double width = 0, height = 0;
    };
    const Text& of(const QString& text);

    QFont m_font;
    QFontMetricsF m_metrics;
    QHash<QString, Text> m_texts;
    QHash<std::pair<QString, int>, QString> m_elided;
};

/// The fonts of a timeline.
struct TimelineTexts
{
    TextCache normal, small, bold;
    explicit TimelineTexts(const QFont& font);
};

/// The marks of one palette, painted once each: a screenful has hundreds.
class MarkPixmaps
{
public:
    /// Painted for `ratio` pixels per unit; centred in the pixmap.
    QPixmap of(StateKind kind, const QPalette& palette, double ratio);

private:
    QHash<int, QPixmap> m_pixmaps;
    qint64 m_palette = 0;
    double m_ratio = 0;
};

/// A mark of a state around `centre`, on a ground that lets no line through.
void paintTimelineMark(QPainter& painter, QPointF centre, StateKind kind, const QPalette& palette);

/// All that a picture of the timeline is made from: the window's and an export's alike.
struct TimelineFrame
{
    const TimelineModel* model = nullptr;
    TimelineScale scale;
    WorkTime now;
    std::optional<Outage> outage;
    QSize size;
    int axisHeight = sized(Size::ListHeader);
    int headerWidth = scaled(220); ///< the lanes' names
    int scrollY = 0;               ///< pixels of rows above the first visible one
    TimelinePlace current, hovered;
    bool focused = false;
    QPalette palette;
    MarkPixmaps* pixmaps = nullptr; ///< none: marks are painted as shapes, for pictures that scale

    int plotWidth() const { return std::max(0, size.width() - headerWidth); }
    int firstRow() const { return scrollY / laneHeight(); }
    /// One past the last row that shows at least a pixel.
    int endRow() const;
    /// The top of a row in the picture.
    int rowTop(int row) const { return axisHeight + row * laneHeight() - scrollY; }
    LayoutContext layoutContext(TimelineTexts& texts) const;
};

void paintTimeline(QPainter& painter, const TimelineFrame& frame, TimelineTexts& texts);

/// The clock's time as the now line says it, in local time: `14:03:22`; with its date where that is not
/// today, as on a clock that runs ahead.
QString clockWords(WorkTime time);

} // namespace hookworks
