// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_input.h"

#include "ui/timeline/timeline_places.h"
#include "ui/timeline/timeline_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hookworks {

namespace {

constexpr double zoomStep = 1.25;
constexpr int dragThreshold = 4;

} // namespace

TimelineInput::TimelineInput(TimelineView& view)
    : QObject(&view)
    , m_view(view)
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

/// Of the view and its viewport, which gets events while the view is taken down, and asking for it is too
/// late.
bool TimelineInput::eventFilter(QObject* watched, QEvent* event)
{
    bool taken = false;
    if (watched != &m_view)
        taken = inViewport(*event);
    else if (event->type() == QEvent::KeyPress)
        taken = key(static_cast<const QKeyEvent&>(*event));
    else if (event->type() == QEvent::ContextMenu)
        taken = inViewport(*event);
    return taken || QObject::eventFilter(watched, event);
}

bool TimelineInput::inViewport(QEvent& event)
{
    switch (event.type()) {
    case QEvent::Wheel:
        return wheel(static_cast<QWheelEvent&>(event));
    case QEvent::MouseButtonPress:
        return press(static_cast<const QMouseEvent&>(event));
    case QEvent::MouseMove:
        move(static_cast<const QMouseEvent&>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(static_cast<const QMouseEvent&>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        doubleClick(static_cast<const QMouseEvent&>(event));
        return true;
    case QEvent::ContextMenu:
        openMenu(static_cast<const QContextMenuEvent&>(event));
        return true;
    default:
        return false;
    }
}

bool TimelineInput::wheel(QWheelEvent& event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    m_view.zooming().zoom(std::pow(zoomStep, event.angleDelta().y() / 120.0),
                          plotX(m_view.frame(), event.position().toPoint()));
    event.accept();
    return true;
}

bool TimelineInput::press(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton)
        return false;
    m_dragFrom = event.pos();
    const TimelinePlace place = m_view.spotAt(event.pos()).place;
    const TimelineFrame frame = m_view.frame();
    if (place.row >= 0) {
        m_view.timelineCursor().set(place);
        emit m_view.placeChosen(place);
        m_drag = Drag::Pan;
    } else if (event.pos().y() < frame.axisHeight && plotX(frame, event.pos()) >= 0) {
        m_drag = Drag::Outage;
        m_outageFrom = m_view.spotAt(event.pos()).time;
    }
    return true;
}

void TimelineInput::move(const QMouseEvent& event)
{
    QWidget* const viewport = m_view.viewport();
    const bool moved = (event.pos() - m_dragFrom).manhattanLength() > dragThreshold;
    if (m_drag == Drag::Outage && moved) {
        const WorkTime to = m_view.spotAt(QPoint(event.pos().x(), 0)).time;
        m_view.outage().paint(Outage{std::min(m_outageFrom, to), std::max(m_outageFrom, to)});
    } else if (m_drag == Drag::Pan && (moved || viewport->cursor().shape() == Qt::ClosedHandCursor)) {
        const QPoint by = m_dragFrom - event.pos();
        viewport->setCursor(Qt::ClosedHandCursor);
        m_view.zooming().pan(by.x());
        m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() + by.y());
        m_dragFrom = event.pos();
    } else if (m_drag == Drag::None) {
        m_view.hover().set(m_view.spotAt(event.pos()).place);
    }
}

void TimelineInput::release(const QMouseEvent& event)
{
    const bool click = (event.pos() - m_dragFrom).manhattanLength() <= dragThreshold;
    if (m_drag == Drag::Outage && click)
        m_view.outage().paint(std::nullopt);
    if (m_drag == Drag::Pan)
        m_view.viewport()->setCursor(m_view.hover().place().mark >= 0 ? Qt::PointingHandCursor
                                                                      : Qt::ArrowCursor);
    m_drag = Drag::None;
}

void TimelineInput::doubleClick(const QMouseEvent& event)
{
    TimelineCursor& cursor = m_view.timelineCursor();
    cursor.set(m_view.spotAt(event.pos()).place);
    if (const TimelineLane* const lane = cursor.lane())
        m_view.deliveryActions().open(*lane, cursor.mark());
}

bool TimelineInput::key(const QKeyEvent& event)
{
    if (!m_view.model())
        return false;
    const TimelineCursor& cursor = m_view.timelineCursor();
    return moveByKey(event.key()) || zoomByKey(event.key()) ||
           (cursor.lane() &&
            m_view.deliveryActions().takeKey(event, *cursor.lane(), cursor.mark(), m_view.now()));
}

bool TimelineInput::moveByKey(int key)
{
    const int page = std::max(1, m_view.verticalScrollBar()->pageStep() / laneHeight() - 1);
    switch (key) {
    case Qt::Key_Left:
        moveMark(-1);
        return true;
    case Qt::Key_Right:
        moveMark(1);
        return true;
    case Qt::Key_Up:
        moveRow(-1);
        return true;
    case Qt::Key_Down:
        moveRow(1);
        return true;
    case Qt::Key_PageUp:
        moveRow(-page);
        return true;
    case Qt::Key_PageDown:
        moveRow(page);
        return true;
    case Qt::Key_Home:
        moveMark(-1'000'000);
        return true;
    case Qt::Key_End:
        moveMark(1'000'000);
        return true;
    default:
        return false;
    }
}

bool TimelineInput::zoomByKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view.zoom(zoomStep);
        return true;
    case Qt::Key_Minus:
        m_view.zoom(1 / zoomStep);
        return true;
    case Qt::Key_0:
        m_view.zooming().fit();
        return true;
    case Qt::Key_Escape:
        if (!m_view.outage().painted())
            return false;
        m_view.outage().paint(std::nullopt);
        return true;
    default:
        return false;
    }
}

void TimelineInput::moveMark(int step)
{
    TimelineCursor& cursor = m_view.timelineCursor();
    const TimelineLane* const lane = cursor.lane();
    if (!lane || lane->marks.isEmpty())
        return;
    const int last = static_cast<int>(lane->marks.size()) - 1;
    cursor.set({cursor.place().row, std::clamp(cursor.place().mark + step, 0, last)});
    emit m_view.placeChosen(cursor.place());
    cursor.go(cursor.place());
}

/// In the new lane the keyboard stays near the place where it was.
void TimelineInput::moveRow(int step)
{
    const TimelinePlace now = m_view.timelineCursor().place();
    const int row = std::clamp(now.row + step, 0, m_view.model()->rowCount() - 1);
    if (row < 0 || row == now.row)
        return;
    int mark = -1;
    const TimelineLane* const lane = m_view.model()->lane(row);
    if (lane && now.mark >= 0) {
        const int x = m_view.placeRect(now).center().x();
        int nearest = std::numeric_limits<int>::max();
        for (int i = 0; i < lane->marks.size(); ++i) {
            const int distance = std::abs(m_view.placeRect({row, i}).center().x() - x);
            if (distance < nearest) {
                nearest = distance;
                mark = i;
            }
        }
    }
    m_view.timelineCursor().go({row, mark});
}

void TimelineInput::openMenu(const QContextMenuEvent& event)
{
    TimelineCursor& cursor = m_view.timelineCursor();
    const bool byMouse = event.reason() == QContextMenuEvent::Mouse;
    if (byMouse)
        cursor.set(m_view.spotAt(event.pos()).place);
    if (!cursor.lane())
        return;
    const QPoint at = byMouse ? event.pos() : m_view.placeRect(cursor.place()).center();
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_view.deliveryActions().fill(*menu, *cursor.lane(), cursor.mark(),
                                  byMouse || !cursor.mark() ? m_view.spotAt(at).time : cursor.mark()->at,
                                  m_view.now());
    menu->popup(m_view.viewport()->mapToGlobal(at));
}

} // namespace hookworks
