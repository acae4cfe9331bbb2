// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_actions.h"
#include "ui/timeline/timeline_cursor.h"
#include "ui/timeline/timeline_hover.h"
#include "ui/timeline/timeline_outage.h"
#include "ui/timeline/timeline_zoom.h"

#include <QAbstractScrollArea>
#include <QPointer>

namespace hookworks {

struct TimelineSpot;

/// The timeline: a lane per delivery, past and planned attempts, now. Painted by us, only what is visible.
/// What mouse and keys do is TimelineInput's; what the user asks for leaves by deliveryActions().
class TimelineView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    /// Not owned. nullptr takes it away.
    void setModel(TimelineModel* model);
    TimelineModel* model() const { return m_model; }
    /// What the workbench's clock shows; the page calls this as it runs.
    void setNow(WorkTime now);
    WorkTime now() const { return m_now; }

    TimelineCursor& timelineCursor() const { return *m_cursor; }
    TimelineActions& deliveryActions() const { return *m_actions; }
    TimelineHover& hover() const { return *m_hover; }
    TimelineZoom& zooming() const { return *m_zoom; }
    TimelineOutage& outage() const { return *m_outage; }
    /// The current mark stays where it is, or else the middle.
    void zoom(double factor);

    /// What the viewport shows, for exports, too.
    TimelineFrame frame() const;
    /// Where a lane or a mark of it is in the viewport.
    QRect placeRect(TimelinePlace place) const;
    TimelineSpot spotAt(QPoint viewportPosition) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// Somebody went there by mouse or keys, even if it was current already.
    void placeChosen(hookworks::TimelinePlace place);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void rowsChanged();
    void measure();
    void reveal(TimelinePlace place);

    QPointer<TimelineModel> m_model;
    WorkTime m_now;
    TimelineCursor* m_cursor;
    TimelineActions* m_actions;
    TimelineZoom* m_zoom;
    TimelineOutage* m_outage;
    TimelineHover* m_hover;
    mutable TimelineTexts m_texts;
    MarkPixmaps m_pixmaps;
};

} // namespace hookworks
