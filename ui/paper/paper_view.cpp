// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paper/paper_view.h"

#include "ui/widgets/sheet_ground.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace hookworks {

namespace {

constexpr double zoomStep = 1.1;

bool within(const JsonPath& inner, const JsonPath& outer)
{
    return inner.steps.size() >= outer.steps.size() && inner.steps.first(outer.steps.size()) == outer.steps;
}

} // namespace

PaperView::PaperView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setObjectName(QStringLiteral("paper"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The report's pages, an approximation"));
    verticalScrollBar()->setSingleStep(scaled(24));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PaperView::scrolled);
}

void PaperView::setPaper(Paper paper)
{
    m_paper = std::move(paper);
    fit();
    viewport()->update();
}

void PaperView::setChosen(const std::optional<JsonPath>& path)
{
    m_chosen = path;
    viewport()->update();
    const QRectF place = path ? placeOnScreen(*path) : QRectF();
    if (place.isEmpty() || viewport()->rect().intersects(place.toRect()))
        return;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + int(place.top()) - space::section);
}

void PaperView::setZoom(double zoom)
{
    m_zoom = zoom <= 0 ? 0 : std::clamp(zoom, leastZoom, mostZoom);
    fit();
    viewport()->update();
    emit zoomChanged(m_zoom);
}

PaperPlacing PaperView::placing() const
{
    const double scale = m_zoom > 0 ? m_zoom : PaperPlacing::scaleToFit(m_paper.size, viewport()->width());
    return {m_paper.size,
            m_paper.pages.size(),
            scale,
            viewport()->size(),
            {horizontalScrollBar()->value(), verticalScrollBar()->value()}};
}

void PaperView::fit()
{
    const QSizeF whole = placing().whole();
    verticalScrollBar()->setRange(0, std::max(0, int(whole.height()) - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    horizontalScrollBar()->setRange(0, std::max(0, int(whole.width()) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

size_t PaperView::pageShown() const
{
    return placing().pageShown();
}

QRectF PaperView::placeOnScreen(const JsonPath& path) const
{
    const std::vector<PaperPlace> places = placesOf(m_paper, path);
    return places.empty() ? QRectF() : placing().onScreen(places.front());
}

std::optional<PaperPlace> PaperView::placeUnder(const QPointF& point) const
{
    const auto at = placing().onPage(point);
    return at ? placeAt(m_paper, at->first, at->second) : std::nullopt;
}

void PaperView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), sheetGround(palette()));
    const PaperPlacing now = placing();
    for (size_t page = 0; page < m_paper.pages.size(); ++page) {
        const QRectF rect = now.rectOf(page);
        if (!rect.intersects(QRectF(event->rect())))
            continue;
        paintSheetEdge(painter, rect, palette());
        painter.save();
        painter.setClipRect(rect);
        painter.translate(rect.topLeft());
        painter.scale(now.scale, now.scale);
        paintPage(painter, m_paper, page);
        painter.restore();
    }
    paintChosen(painter);
    paintDrop(painter);
}

/// Its outline, with its name above.
void PaperView::paintChosen(QPainter& painter) const
{
    if (!m_chosen)
        return;
    const QColor accent = colour(Colour::Accent, palette());
    painter.setFont(fontOf(Face::Caption));
    for (const PaperPlace& place : placesOf(m_paper, *m_chosen)) {
        const QRectF rect =
            placing().onScreen(place).adjusted(-space::tight, -space::hair, space::tight, space::hair);
        painter.setPen(QPen(accent, shape::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, shape::smallRadius, shape::smallRadius);
        const double width = painter.fontMetrics().horizontalAdvance(place.title) + 2 * space::close;
        const QRectF tag(rect.left() + space::normal, rect.top() - scaled(16), width, scaled(16));
        if (place.title.isEmpty())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(accent);
        painter.drawRoundedRect(tag, shape::smallRadius, shape::smallRadius);
        painter.setPen(onAccent(palette()));
        painter.drawText(tag, Qt::AlignCenter | Qt::TextSingleLine, place.title);
    }
}

void PaperView::paintDrop(QPainter& painter) const
{
    if (!m_drop)
        return;
    const QRectF rect = placing().onScreen(m_drop->place);
    painter.setPen(QPen(colour(Colour::Accent, palette()), shape::focusRing + 1));
    if (m_drop->sideways) {
        const double x = m_drop->behind ? rect.right() : rect.left();
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    } else {
        const double y = m_drop->behind ? rect.bottom() : rect.top();
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    }
}

void PaperView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void PaperView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_held = placeUnder(m_pressed);
    emit chosen(m_held ? m_held->path : JsonPath());
}

void PaperView::mouseMoveEvent(QMouseEvent* event)
{
    const bool far = (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !m_held || (!far && !m_drop))
        return;
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_drop = dropAt(event->position());
    viewport()->update();
}

void PaperView::mouseReleaseEvent(QMouseEvent* event)
{
    viewport()->unsetCursor();
    const auto drop = std::exchange(m_drop, std::nullopt);
    const auto held = std::exchange(m_held, std::nullopt);
    viewport()->update();
    if (event->button() == Qt::LeftButton && drop && held)
        emit moveWanted(held->path, drop->place.path, drop->behind);
}

/// Before or behind what is under the pointer; side by side where it does not fill its line.
std::optional<PaperView::Drop> PaperView::dropAt(const QPointF& point) const
{
    const auto place = placeUnder(point);
    if (!place || within(place->path, m_held->path))
        return std::nullopt;
    const QRectF rect = placing().onScreen(*place);
    Drop drop{*place, false, place->rect.width() < m_paper.size.width() * 0.6};
    drop.behind = drop.sideways ? point.x() > rect.center().x() : point.y() > rect.center().y();
    return drop;
}

void PaperView::wheelEvent(QWheelEvent* event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    setZoom(placing().scale * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void PaperView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_drop) {
        m_drop.reset();
        m_held.reset();
        viewport()->update();
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace hookworks
