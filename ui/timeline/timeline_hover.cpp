// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_hover.h"

#include "ui/timeline/timeline_card.h"
#include "ui/timeline/timeline_view.h"

#include <QEvent>

namespace hookworks {

TimelineHover::TimelineHover(TimelineView& view)
    : QObject(&view)
    , m_view(view)
    , m_card(new TimelineCard(view.viewport()))
{
    view.viewport()->installEventFilter(this);
}

void TimelineHover::set(TimelinePlace place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_view.viewport()->setCursor(place.mark >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    showCard(place.mark >= 0 ? place : m_view.hasFocus() ? m_view.timelineCursor().place() : TimelinePlace{});
    m_view.viewport()->update();
}

void TimelineHover::showCard(TimelinePlace place)
{
    const TimelineLane* const lane = m_view.model() ? m_view.model()->lane(place.row) : nullptr;
    if (!lane || place.mark < 0 || place.mark >= lane->marks.size()) {
        m_card->hide();
        return;
    }
    m_card->showMark(*lane, place.mark, m_view.now(), m_view.placeRect(place));
}

bool TimelineHover::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Leave)
        set({});
    return QObject::eventFilter(watched, event);
}

} // namespace hookworks
