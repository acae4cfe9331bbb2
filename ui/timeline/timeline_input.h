// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_painter.h"

#include <QObject>
#include <QPoint>

class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace hookworks {

class TimelineView;

/// What mouse and keys do in a timeline.
///
/// Mouse: drag pans, Ctrl+wheel zooms, drag on the axis paints an outage. Keys: arrows, Home, End, Page up
/// and down, + and − zoom, 0 fits; Esc takes the outage away; the others are those of TimelineActions.
class TimelineInput final : public QObject
{
    Q_OBJECT

public:
    /// `view` is its parent.
    explicit TimelineInput(TimelineView& view);

private:
    enum class Drag
    {
        None,
        Pan,
        Outage
    };

    bool eventFilter(QObject* watched, QEvent* event) override;
    bool inViewport(QEvent& event);
    bool wheel(QWheelEvent& event);
    bool press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void doubleClick(const QMouseEvent& event);
    bool key(const QKeyEvent& event);
    bool moveByKey(int key);
    bool zoomByKey(int key);
    void moveMark(int step);
    void moveRow(int step);
    void openMenu(const QContextMenuEvent& event);

    TimelineView& m_view;
    Drag m_drag = Drag::None;
    QPoint m_dragFrom;
    WorkTime m_outageFrom;
};

} // namespace hookworks
