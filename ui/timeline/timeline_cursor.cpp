// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_cursor.h"

#include <algorithm>

namespace hookworks {

void TimelineCursor::setModel(TimelineModel* model)
{
    m_model = model;
    m_place = {};
    m_delivery.reset();
    m_number = 0;
}

/// The delivery and attempt that it is at, in the rows as they are now.
TimelinePlace TimelineCursor::placeNow() const
{
    if (!m_delivery)
        return m_place.row < m_model->rowCount() ? TimelinePlace{m_place.row, -1} : TimelinePlace{};
    const int row = m_model->rowOf(*m_delivery);
    const TimelineLane* const lane = m_model->lane(row);
    if (!lane)
        return {};
    const auto mark = std::ranges::find(lane->marks, m_number, &TimelineMark::number);
    return {row, mark == lane->marks.end() ? -1 : static_cast<int>(mark - lane->marks.begin())};
}

void TimelineCursor::follow()
{
    const TimelinePlace now = placeNow();
    if (m_delivery && now.row >= 0)
        m_place = now;
    else
        set(now);
}

bool TimelineCursor::put(TimelinePlace place)
{
    if (place == m_place)
        return false;
    m_place = place;
    m_delivery = lane() ? std::optional(lane()->delivery) : std::nullopt;
    m_number = mark() ? mark()->number : 0;
    emit moved(place);
    return true;
}

void TimelineCursor::set(TimelinePlace place)
{
    if (put(place))
        emit chosen(place);
}

void TimelineCursor::go(TimelinePlace place)
{
    set(place);
    emit shown(m_place);
}

void TimelineCursor::goTo(DeliveryId delivery)
{
    const int row = m_model ? m_model->rowOf(delivery) : -1;
    if (row < 0)
        return;
    const QList<TimelineMark>& marks = m_model->lane(row)->marks;
    const auto planned = std::ranges::find_if(marks, &TimelineMark::planned);
    const TimelinePlace newest{row, static_cast<int>(planned - marks.begin()) - 1};
    if (put(newest))
        emit shown(newest);
}

const TimelineLane* TimelineCursor::lane() const
{
    return m_model ? m_model->lane(m_place.row) : nullptr;
}

const TimelineMark* TimelineCursor::mark() const
{
    const TimelineLane* const found = lane();
    return found && m_place.mark >= 0 && m_place.mark < found->marks.size() ? &found->marks[m_place.mark]
                                                                            : nullptr;
}

} // namespace hookworks
