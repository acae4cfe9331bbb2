// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_painter.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace hookworks {

/// The lane and mark that the keyboard is at. It stays with its delivery and attempt, wherever their row
/// goes.
class TimelineCursor final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Not owned; nullptr: none.
    void setModel(TimelineModel* model);
    /// The rows have changed.
    void follow();

    TimelinePlace place() const { return m_place; }
    void set(TimelinePlace place);
    /// The same, and it is to be seen.
    void go(TimelinePlace place);
    /// To the delivery's lane, at its last made attempt, to be seen; nothing where it is not shown. The program
    /// follows it there: nobody chose it.
    void goTo(DeliveryId delivery);

    /// nullptr: it is at none.
    const TimelineLane* lane() const;
    const TimelineMark* mark() const;

signals:
    void moved(hookworks::TimelinePlace place);
    /// As moved(), but for goTo().
    void chosen(hookworks::TimelinePlace place);
    /// It is to be seen there.
    void shown(hookworks::TimelinePlace place);

private:
    bool put(TimelinePlace place);
    TimelinePlace placeNow() const;

    QPointer<TimelineModel> m_model;
    TimelinePlace m_place;
    std::optional<DeliveryId> m_delivery; ///< whose lane it is at
    int m_number = 0;                     ///< of its mark; 0: the lane as a whole
};

} // namespace hookworks
