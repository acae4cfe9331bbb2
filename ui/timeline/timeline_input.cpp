// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What mouse and keys do in the timeline; the rest of TimelineView is in timeline_view.cpp.
#include "ui/timeline/timeline_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr double zoomStep = 1.25;
constexpr int dragThreshold = 4;

} // namespace

void TimelineView::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double factor = std::pow(zoomStep, event->angleDelta().y() / 120.0);
        setScale(m_scale.zoomed(factor, plotX(event->position().toPoint())));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    m_dragFrom = event->pos();
    const TimelinePlace place = placeAt(event->pos());
    if (place.row >= 0) {
        setCurrent(place);
        emit placeChosen(place);
        m_drag = Drag::Pan;
    } else if (event->pos().y() < frame(viewport()->size()).axisHeight && plotX(event->pos()) >= 0) {
        m_drag = Drag::Outage;
        m_outageFrom = timeAt(event->pos());
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const bool moved = (event->pos() - m_dragFrom).manhattanLength() > dragThreshold;
    if (m_drag == Drag::Outage && moved) {
        dragOutage(event->pos());
    } else if (m_drag == Drag::Pan && (moved || viewport()->cursor().shape() == Qt::ClosedHandCursor)) {
        const QPoint by = m_dragFrom - event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
        setScale(m_scale.panned(by.x()));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + by.y());
        m_dragFrom = event->pos();
    } else if (m_drag == Drag::None) {
        setHovered(placeAt(event->pos()));
    }
}

void TimelineView::dragOutage(QPoint position)
{
    const WorkTime to = timeAt(QPoint(position.x(), 0));
    setOutage(Outage{std::min(m_outageFrom, to), std::max(m_outageFrom, to)});
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool click = (event->pos() - m_dragFrom).manhattanLength() <= dragThreshold;
    if (m_drag == Drag::Outage && click)
        setOutage(std::nullopt);
    if (m_drag == Drag::Pan)
        viewport()->setCursor(m_hovered.mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_drag = Drag::None;
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const TimelinePlace place = placeAt(event->pos());
    setCurrent(place);
    const TimelineMark* const mark = currentMark();
    if (mark && !mark->planned)
        emit attemptRequested(currentLane()->delivery, mark->number);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (!m_model || !(moveByKey(event) || zoomByKey(event) || actByKey(event)))
        QAbstractScrollArea::keyPressEvent(event);
}

bool TimelineView::moveByKey(QKeyEvent* event)
{
    const int page = std::max(1, verticalScrollBar()->pageStep() / laneHeight() - 1);
    switch (event->key()) {
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

bool TimelineView::zoomByKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(zoomStep);
        return true;
    case Qt::Key_Minus:
        zoom(1 / zoomStep);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_Escape:
        if (!m_outage)
            return false;
        setOutage(std::nullopt);
        return true;
    default:
        return false;
    }
}

bool TimelineView::actByKey(QKeyEvent* event)
{
    const TimelineLane* const lane = currentLane();
    if (!lane || (event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const TimelineMark* const mark = currentMark();
    switch (event->key()) {
    case Qt::Key_R:
        emit retryRequested(lane->delivery);
        return true;
    case Qt::Key_Delete:
        emit cancelRequested(lane->delivery);
        return true;
    case Qt::Key_H:
        emit holdRequested(lane->delivery);
        return true;
    case Qt::Key_J:
        if (mark && mark->at > m_now)
            emit jumpRequested(mark->at);
        return true;
    case Qt::Key_O:
        if (mark && mark->capture)
            emit captureRequested(*mark->capture);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (mark && !mark->planned)
            emit attemptRequested(lane->delivery, mark->number);
        return true;
    default:
        return false;
    }
}

void TimelineView::moveMark(int step)
{
    const TimelineLane* const lane = currentLane();
    if (!lane || lane->marks.isEmpty())
        return;
    const int last = static_cast<int>(lane->marks.size()) - 1;
    setCurrent({m_current.row, std::clamp(m_current.mark + step, 0, last)});
    emit placeChosen(m_current);
    ensureVisible(m_current);
}

/// In the new lane the keyboard stays near the place where it was.
void TimelineView::moveRow(int step)
{
    const int row = std::clamp(m_current.row + step, 0, m_model->rowCount() - 1);
    if (row < 0 || row == m_current.row)
        return;
    int mark = -1;
    const TimelineLane* const lane = m_model->lane(row);
    if (lane && m_current.mark >= 0) {
        const int x = placeRect(m_current).center().x();
        int nearest = std::numeric_limits<int>::max();
        for (int i = 0; i < lane->marks.size(); ++i) {
            const int distance = std::abs(placeRect({row, i}).center().x() - x);
            if (distance < nearest) {
                nearest = distance;
                mark = i;
            }
        }
    }
    setCurrent({row, mark});
    ensureVisible(m_current);
}

void TimelineView::ensureVisible(TimelinePlace place)
{
    const TimelineFrame now = frame(viewport()->size());
    const int top = place.row * laneHeight();
    const int visible = viewport()->height() - now.axisHeight;
    if (top < now.scrollY)
        verticalScrollBar()->setValue(top);
    else if (top + laneHeight() > now.scrollY + visible)
        verticalScrollBar()->setValue(top + laneHeight() - visible);
    if (place.mark < 0 || m_fitted) // all of it is in view, and stays fitted
        return;
    const double x = placeRect(place).center().x() - headerWidth();
    constexpr double margin = 24;
    if (x < margin)
        setScale(m_scale.panned(x - margin));
    else if (x > now.plotWidth() - margin)
        setScale(m_scale.panned(x - now.plotWidth() + margin));
    showCard(hasFocus() ? place : m_hovered);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse)
        setCurrent(placeAt(event->pos()));
    if (!currentLane())
        return;
    const QPoint at = byMouse ? event->pos() : placeRect(m_current).center();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, byMouse || !currentMark() ? timeAt(at) : currentMark()->at);
    menu->popup(viewport()->mapToGlobal(at));
}

void TimelineView::fillMenu(QMenu& menu, WorkTime at)
{
    const DeliveryId delivery = currentLane()->delivery;
    const bool open = !isFinal(currentLane()->state);
    const TimelineMark* const mark = currentMark();
    menu.addAction(tr("Retry now") + QStringLiteral("\tR"), this,
                   [this, delivery] { emit retryRequested(delivery); });
    menu.addAction(currentLane()->state == DeliveryState::Held ? tr("Release") + QStringLiteral("\tH")
                                                               : tr("Hold") + QStringLiteral("\tH"),
                   this, [this, delivery] { emit holdRequested(delivery); })
        ->setEnabled(open);
    menu.addAction(tr("Cancel") + QStringLiteral("\tDel"), this,
                   [this, delivery] { emit cancelRequested(delivery); })
        ->setEnabled(open);
    menu.addSeparator();
    menu.addAction(tr("Jump the clock to %1").arg(clockWords(at)) + QStringLiteral("\tJ"), this,
                   [this, at] { emit jumpRequested(at); })
        ->setEnabled(at > m_now);
    menu.addSeparator();
    const int number = mark ? mark->number : 0;
    menu.addAction(tr("Open the attempt") + QStringLiteral("\tEnter"), this,
                   [this, delivery, number] { emit attemptRequested(delivery, number); })
        ->setEnabled(mark && !mark->planned);
    const std::optional<CaptureId> capture = mark ? mark->capture : std::nullopt;
    menu.addAction(tr("Open its capture") + QStringLiteral("\tO"), this,
                   [this, capture] { emit captureRequested(*capture); })
        ->setEnabled(capture.has_value());
}

} // namespace hookworks
