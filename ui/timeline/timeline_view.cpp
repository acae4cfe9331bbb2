// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/timeline_accessible.h"
#include "ui/timeline/timeline_input.h"
#include "ui/timeline/timeline_places.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace hookworks {

TimelineView::TimelineView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_cursor(new TimelineCursor(this))
    , m_actions(new TimelineActions(this))
    , m_zoom(new TimelineZoom(this))
    , m_outage(new TimelineOutage(this))
    , m_hover(new TimelineHover(*this))
    , m_texts(font())
{
    new TimelineInput(*this);
    installTimelineAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    setObjectName(QStringLiteral("timeline"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(laneHeight());
    horizontalScrollBar()->setSingleStep(space::section);
    connect(m_zoom, &TimelineZoom::changed, this, &TimelineView::measure);
    connect(m_cursor, &TimelineCursor::shown, this, &TimelineView::reveal);
    connect(m_cursor, &TimelineCursor::moved, this, [this] {
        viewport()->update();
        if (hasFocus())
            m_hover->showCard(m_cursor->place());
        announceTimelinePlace(*this);
    });
    connect(m_outage, &TimelineOutage::changed, viewport(), qOverload<>(&QWidget::update));
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(TimelineModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_hover->set({});
    m_cursor->setModel(model);
    m_zoom->setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, &TimelineView::rowsChanged);
        connect(model, &QAbstractItemModel::rowsInserted, this, &TimelineView::rowsChanged);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::rowsChanged);
        connect(model, &QAbstractItemModel::dataChanged, this, &TimelineView::rowsChanged);
    }
    m_zoom->fit();
}

void TimelineView::rowsChanged()
{
    m_cursor->follow();
    if (m_hover->place().row >= m_model->rowCount())
        m_hover->set({});
    if (m_zoom->isFitted())
        m_zoom->fit();
    else
        measure();
}

void TimelineView::setNow(WorkTime now)
{
    if (now == m_now)
        return;
    m_now = now;
    m_zoom->setNow(now);
    if (isVisible())
        viewport()->update();
}

void TimelineView::zoom(double factor)
{
    const TimelineFrame now = frame();
    const bool atMark = m_cursor->place().mark >= 0;
    m_zoom->zoom(factor,
                 atMark ? plotX(now, rectOf(now, m_cursor->place()).center()) : now.plotWidth() / 2.0);
}

TimelineFrame TimelineView::frame() const
{
    TimelineFrame frame;
    frame.model = m_model;
    frame.scale = m_zoom->scale();
    frame.now = m_now;
    frame.outage = m_outage->painted();
    frame.size = viewport()->size();
    frame.axisHeight = sized(Size::ListHeader);
    frame.headerWidth = std::clamp(viewport()->width() / 4, scaled(120), scaled(300));
    frame.scrollY = verticalScrollBar()->value();
    frame.current = m_cursor->place();
    frame.hovered = m_hover->place();
    frame.focused = hasFocus();
    frame.palette = palette();
    return frame;
}

QRect TimelineView::placeRect(TimelinePlace place) const
{
    return rectOf(frame(), place);
}

TimelineSpot TimelineView::spotAt(QPoint position) const
{
    return hookworks::spotAt(frame(), position, m_texts);
}

QSize TimelineView::sizeHint() const
{
    return {scaled(640), sized(Size::ListHeader) + 6 * laneHeight()};
}

QSize TimelineView::minimumSizeHint() const
{
    return {scaled(320), sized(Size::ListHeader) + 2 * laneHeight()};
}

void TimelineView::paintEvent(QPaintEvent*)
{
    if (!m_model)
        return;
    QPainter painter(viewport());
    TimelineFrame shown = frame();
    shown.pixmaps = &m_pixmaps;
    paintTimeline(painter, shown, m_texts);
}

/// What changes the view's own state.
bool TimelineView::event(QEvent* event)
{
    const bool taken = QAbstractScrollArea::event(event);
    switch (event->type()) {
    case QEvent::FocusIn:
        if (m_cursor->place().row < 0 && m_model && m_model->rowCount() > 0)
            m_cursor->set({0, -1});
        m_hover->showCard(m_cursor->place());
        announceTimelinePlace(*this);
        viewport()->update();
        break;
    case QEvent::FocusOut:
        m_hover->showCard(m_hover->place());
        viewport()->update();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        m_texts = TimelineTexts(font());
        break;
    default:
        break;
    }
    return taken;
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_zoom->setWidth(frame().plotWidth());
    measure();
}

/// Sets the scroll bars to what there is to see.
void TimelineView::measure()
{
    const TimelineFrame now = frame();
    const int rows = m_model ? m_model->rowCount() : 0;
    const int visible = std::max(0, viewport()->height() - now.axisHeight);
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setRange(0, std::max(0, rows * laneHeight() - visible));
    const int least = static_cast<int>(TimelineZoom::leastScroll());
    const int scrolled = static_cast<int>(now.scale.scrolled());
    const int over = std::max(static_cast<int>(m_zoom->contentWidth()) - now.plotWidth(), scrolled);
    const QSignalBlocker quiet(horizontalScrollBar());
    horizontalScrollBar()->setPageStep(now.plotWidth());
    horizontalScrollBar()->setRange(least, std::max(least, over));
    horizontalScrollBar()->setValue(scrolled);
    viewport()->update();
}

void TimelineView::scrollContentsBy(int, int)
{
    m_zoom->scrollTo(horizontalScrollBar()->value(), horizontalScrollBar()->isSliderDown());
    viewport()->update();
}

void TimelineView::reveal(TimelinePlace place)
{
    const TimelineFrame now = frame();
    const int top = place.row * laneHeight();
    const int visible = viewport()->height() - now.axisHeight;
    if (top < now.scrollY)
        verticalScrollBar()->setValue(top);
    else if (top + laneHeight() > now.scrollY + visible)
        verticalScrollBar()->setValue(top + laneHeight() - visible);
    if (place.mark < 0 || m_zoom->isFitted()) // all of it is in view, and stays fitted
        return;
    const double x = plotX(now, rectOf(now, place).center());
    constexpr double margin = 24;
    if (x < margin)
        m_zoom->pan(x - margin);
    else if (x > now.plotWidth() - margin)
        m_zoom->pan(x - now.plotWidth() + margin);
    m_hover->showCard(hasFocus() ? place : m_hover->place());
}

} // namespace hookworks
