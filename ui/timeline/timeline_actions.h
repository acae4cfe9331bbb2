// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lane.h"

#include <QObject>

class QKeyEvent;
class QMenu;

namespace hookworks {

/// What can be done with a delivery or an attempt of the timeline, by key or from a menu. Acts on nothing
/// itself: what the user asks for leaves as a signal.
class TimelineActions final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// R, Shift+R, T, C, H, D, J, O, Del and Enter; false: the key is none of them. `mark` is null for the
    /// lane as a whole.
    bool takeKey(const QKeyEvent& event, const TimelineLane& lane, const TimelineMark* mark, WorkTime now);
    /// `at`: the time that the clock may jump to.
    void fill(QMenu& menu, const TimelineLane& lane, const TimelineMark* mark, WorkTime at, WorkTime now);
    /// A made attempt is to be looked at.
    void open(const TimelineLane& lane, const TimelineMark* mark);

signals:
    /// `asks`: how is asked first.
    void replayRequested(hookworks::DeliveryId delivery, bool asks);
    void removalRequested(hookworks::DeliveryId delivery);
    /// Of a made attempt, with the one before; 0: of the whole delivery.
    void comparisonRequested(hookworks::DeliveryId delivery, int number);
    void retryRequested(hookworks::DeliveryId delivery);
    void cancelRequested(hookworks::DeliveryId delivery);
    void holdRequested(hookworks::DeliveryId delivery);
    void jumpRequested(hookworks::WorkTime time);
    void attemptRequested(hookworks::DeliveryId delivery, int number);
    void captureRequested(hookworks::CaptureId capture);
};

} // namespace hookworks
