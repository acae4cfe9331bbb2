// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_model.h"
#include "ui/timeline/timeline_scale.h"

#include <QObject>
#include <QPointer>

namespace hookworks {

/// How much of the time is in view: all lanes are fitted in, until somebody zooms or pans.
class TimelineZoom final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Not owned; nullptr: none.
    void setModel(TimelineModel* model) { m_model = model; }
    /// What an empty timeline begins at.
    void setNow(WorkTime now) { m_now = now; }
    /// Of the drawing area, in pixels.
    void setWidth(double width);

    const TimelineScale& scale() const { return m_scale; }
    bool isFitted() const { return m_fitted; }
    /// The stretch that all lanes take.
    Micros span() const;
    /// In pixels, with room for what stands behind the last mark.
    double contentWidth() const;
    /// Below 0: the room before the first mark.
    static double leastScroll();

    void setAxis(AxisKind axis);
    void fit();
    /// What is at `x` of the drawing area stays there.
    void zoom(double factor, double x);
    void pan(double pixels);
    /// `byHand`: somebody drags the scroll bar.
    void scrollTo(double pixels, bool byHand);

signals:
    void changed();

private:
    void set(const TimelineScale& scale);

    QPointer<TimelineModel> m_model;
    TimelineScale m_scale;
    WorkTime m_now;
    double m_width = 0;
    bool m_fitted = true;
};

} // namespace hookworks
