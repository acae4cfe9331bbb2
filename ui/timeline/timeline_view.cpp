// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include "ui/timeline/timeline_accessible.h"
#include "ui/timeline/timeline_card.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr int fitMargin = space::section;

/// Room for what stands behind the last mark: `ends in 2 h 7 min`.
int endRoom()
{
    return scaled(170);
}

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_card(new TimelineCard(viewport()))
    , m_texts(font())
{
    installTimelineAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline"));
    setObjectName(QStringLiteral("timeline"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(laneHeight());
    horizontalScrollBar()->setSingleStep(space::section);
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(TimelineModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_current = m_hovered = {};
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, &TimelineView::rowsChanged);
        connect(model, &QAbstractItemModel::rowsInserted, this, &TimelineView::rowsChanged);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelineView::rowsChanged);
        connect(model, &QAbstractItemModel::dataChanged, this, &TimelineView::rowsChanged);
    }
    fit();
}

void TimelineView::rowsChanged()
{
    const TimelinePlace now = whereCurrentIs();
    if (m_currentDelivery && now.row >= 0)
        m_current = now;
    else
        setCurrent(now);
    if (m_hovered.row >= m_model->rowCount())
        setHovered({});
    if (m_fitted)
        fit();
    else
        updateScrollBars();
    viewport()->update();
}

/// The delivery and attempt that are current, in the rows as they are now.
TimelinePlace TimelineView::whereCurrentIs() const
{
    if (!m_currentDelivery)
        return m_current.row < m_model->rowCount() ? TimelinePlace{m_current.row, -1} : TimelinePlace{};
    const int row = m_model->rowOf(*m_currentDelivery);
    const TimelineLane* const lane = m_model->lane(row);
    if (!lane)
        return {};
    const auto mark = std::ranges::find(lane->marks, m_currentNumber, &TimelineMark::number);
    return {row, mark == lane->marks.end() ? -1 : static_cast<int>(mark - lane->marks.begin())};
}

void TimelineView::setNow(WorkTime now)
{
    if (now == m_now)
        return;
    m_now = now;
    if (isVisible())
        viewport()->update();
}

void TimelineView::setAxis(AxisKind axis)
{
    if (axis == m_scale.kind())
        return;
    m_scale = TimelineScale(axis, m_scale.start(), spanToShow(), viewport()->width());
    fit();
}

Micros TimelineView::spanToShow() const
{
    if (!m_model)
        return std::chrono::minutes(5);
    if (m_scale.kind() == AxisKind::Logarithmic)
        return std::max(m_model->longest(), Micros(std::chrono::seconds(30)));
    const auto extent = m_model->extent();
    if (!extent)
        return std::chrono::minutes(5);
    return std::max(Micros(extent->second - extent->first), Micros(std::chrono::seconds(1)));
}

void TimelineView::fit()
{
    const auto extent = m_model ? m_model->extent() : std::nullopt;
    const double width = viewport()->width() - headerWidth() - fitMargin - endRoom();
    const TimelineScale scale(m_scale.kind(), extent ? extent->first : m_now, spanToShow(),
                              std::max<double>(scaled(120), width));
    setScale(scale.scrolledTo(-fitMargin));
    m_fitted = true;
}

void TimelineView::setScale(const TimelineScale& scale)
{
    m_fitted = false;
    m_scale = scale.scrolledTo(std::max(scale.scrolled(), -static_cast<double>(fitMargin)));
    updateScrollBars();
    viewport()->update();
}

void TimelineView::zoom(double factor)
{
    const double x = m_current.mark >= 0 ? placeRect(m_current).center().x() - headerWidth()
                                         : (viewport()->width() - headerWidth()) / 2.0;
    setScale(m_scale.zoomed(factor, x));
}

void TimelineView::setOutage(std::optional<Outage> outage)
{
    if (outage == m_outage)
        return;
    m_outage = outage;
    viewport()->update();
    emit outageChanged();
}

int TimelineView::headerWidth() const
{
    return std::clamp(viewport()->width() / 4, scaled(120), scaled(300));
}

double TimelineView::plotX(QPoint position) const
{
    return position.x() - headerWidth();
}

WorkTime TimelineView::originAt(int row) const
{
    const TimelineLane* const lane = m_model ? m_model->lane(row) : nullptr;
    return lane ? lane->origin() : m_scale.start();
}

/// On the axis and beside the lanes, the current lane's time counts; on a lane, its own.
WorkTime TimelineView::timeAt(QPoint position) const
{
    const TimelinePlace place = placeAt(position);
    int row = place.row >= 0 ? place.row : m_current.row;
    if (row < 0 && m_model && m_model->rowCount() > 0)
        row = m_model->lane(0) ? 0 : 1;
    return m_scale.time(originAt(row), plotX(position));
}

const TimelineLane* TimelineView::currentLane() const
{
    return m_model ? m_model->lane(m_current.row) : nullptr;
}

const TimelineMark* TimelineView::currentMark() const
{
    const TimelineLane* const lane = currentLane();
    return lane && m_current.mark >= 0 && m_current.mark < lane->marks.size() ? &lane->marks[m_current.mark]
                                                                              : nullptr;
}

void TimelineView::setCurrent(TimelinePlace place)
{
    if (place == m_current)
        return;
    m_current = place;
    m_currentDelivery = currentLane() ? std::optional(currentLane()->delivery) : std::nullopt;
    m_currentNumber = currentMark() ? currentMark()->number : 0;
    viewport()->update();
    if (hasFocus())
        showCard(m_current);
    announce();
    emit currentChanged(place);
}

void TimelineView::showDelivery(DeliveryId delivery)
{
    const int row = m_model ? m_model->rowOf(delivery) : -1;
    if (row < 0)
        return;
    const QList<TimelineMark>& marks = m_model->lane(row)->marks;
    const auto planned = std::ranges::find_if(marks, &TimelineMark::planned);
    const auto made = static_cast<int>(planned - marks.begin());
    const TimelinePlace newest{row, made - 1};
    if (newest == m_current)
        return;
    setCurrent(newest);
    ensureVisible(m_current);
}

TimelineFrame TimelineView::frame(QSize size) const
{
    TimelineFrame frame;
    frame.model = m_model;
    frame.scale = m_scale;
    frame.now = m_now;
    frame.outage = m_outage;
    frame.size = size;
    frame.axisHeight = sized(Size::ListHeader);
    frame.headerWidth = headerWidth();
    frame.scrollY = verticalScrollBar()->value();
    frame.current = m_current;
    frame.hovered = m_hovered;
    frame.focused = hasFocus();
    frame.palette = palette();
    return frame;
}

QRect TimelineView::placeRect(TimelinePlace place) const
{
    const TimelineFrame now = frame(viewport()->size());
    const QRect row(0, now.rowTop(place.row), viewport()->width(), laneHeight());
    const TimelineLane* const lane = m_model ? m_model->lane(place.row) : nullptr;
    if (!lane || place.mark < 0 || place.mark >= lane->marks.size())
        return row;
    const double x = headerWidth() + m_scale.x(lane->origin(), lane->marks[place.mark].at);
    const int radius = static_cast<int>(std::ceil(markRadius()));
    return QRect(static_cast<int>(std::lround(x)) - radius, row.top(), 2 * radius, laneHeight());
}

TimelinePlace TimelineView::placeAt(QPoint position) const
{
    const TimelineFrame now = frame(viewport()->size());
    if (!m_model || position.y() < now.axisHeight)
        return {};
    const int row = (position.y() - now.axisHeight + now.scrollY) / laneHeight();
    if (row >= m_model->rowCount())
        return {};
    const TimelineLane* const lane = m_model->lane(row);
    if (!lane || position.x() < now.headerWidth)
        return {row, -1};
    const LaneLayout layout = layoutLane(*lane, now.layoutContext(m_texts));
    return {row, static_cast<int>(markAt(layout, plotX(position)))};
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
    TimelineFrame shown = frame(viewport()->size());
    shown.pixmaps = &m_pixmaps;
    paintTimeline(painter, shown, m_texts);
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_fitted)
        fit();
    else
        updateScrollBars();
}

void TimelineView::updateScrollBars()
{
    const TimelineFrame now = frame(viewport()->size());
    const int rows = m_model ? m_model->rowCount() : 0;
    const int visible = std::max(0, viewport()->height() - now.axisHeight);
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setRange(0, std::max(0, rows * laneHeight() - visible));
    const double content = std::min(m_scale.contentWidth(spanToShow()) + endRoom(), 1e9);
    const int over =
        std::max(static_cast<int>(content) - now.plotWidth(), static_cast<int>(m_scale.scrolled()));
    const QSignalBlocker quiet(horizontalScrollBar());
    horizontalScrollBar()->setPageStep(now.plotWidth());
    horizontalScrollBar()->setRange(-fitMargin, std::max(-fitMargin, over));
    horizontalScrollBar()->setValue(static_cast<int>(m_scale.scrolled()));
}

void TimelineView::scrollContentsBy(int, int)
{
    m_scale = m_scale.scrolledTo(horizontalScrollBar()->value());
    if (horizontalScrollBar()->isSliderDown())
        m_fitted = false;
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        setHovered({});
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_texts = TimelineTexts(font());
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current.row < 0 && m_model && m_model->rowCount() > 0)
        setCurrent({0, -1});
    showCard(m_current);
    announce();
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    showCard(m_hovered);
    viewport()->update();
}

void TimelineView::setHovered(TimelinePlace place)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    viewport()->setCursor(place.mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    showCard(place.mark >= 0 ? place : hasFocus() ? m_current : TimelinePlace{});
    viewport()->update();
}

void TimelineView::showCard(TimelinePlace place)
{
    const TimelineLane* const lane = m_model ? m_model->lane(place.row) : nullptr;
    if (!lane || place.mark < 0 || place.mark >= lane->marks.size()) {
        m_card->hide();
        return;
    }
    m_card->showMark(*lane, place.mark, m_now, placeRect(place));
}

void TimelineView::announce()
{
    if (!hasFocus() || !QAccessible::isActive())
        return;
    QAccessibleInterface* const whole = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface* const place = whole ? whole->focusChild() : nullptr;
    if (!place)
        return;
    QAccessibleEvent event(place, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace hookworks
