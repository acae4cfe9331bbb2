// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_model.h"
#include "ui/timeline/timeline_painter.h"

#include <QAbstractScrollArea>
#include <QPointer>

#include <optional>

class QMenu;

namespace hookworks {

class TimelineCard;

/// The timeline: a lane per delivery, past and planned attempts, now. Painted by us, only what is visible. It
/// acts on nothing itself: what the user asks for leaves as a signal with the current lane's delivery.
///
/// Mouse: drag pans, Ctrl+wheel zooms, drag on the axis paints an outage. Keys: arrows, Home, End, Page up
/// and down,
/// + and − zoom, 0 fits; R, Del, H, J, Enter and O act on the current attempt; Esc takes the outage away.
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

    void setAxis(AxisKind axis);
    AxisKind axis() const { return m_scale.kind(); }
    void fit();
    void zoom(double factor);

    void setOutage(std::optional<Outage> outage);
    std::optional<Outage> outage() const { return m_outage; }

    /// The lane and mark that the keyboard is at; mark −1 is the lane as a whole.
    TimelinePlace current() const { return m_current; }
    void setCurrent(TimelinePlace place);
    /// Makes the delivery's lane the current one, at its last made attempt, and scrolls there.
    void showDelivery(DeliveryId delivery);
    const TimelineLane* currentLane() const;
    const TimelineMark* currentMark() const;

    /// What the viewport shows, in `size`, for exports and accessibility.
    TimelineFrame frame(QSize size) const;
    /// Where a lane or a mark of it is in the viewport.
    QRect placeRect(TimelinePlace place) const;
    TimelinePlace placeAt(QPoint viewportPosition) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void currentChanged(hookworks::TimelinePlace place);
    /// Somebody went there by mouse or keys, even if it was current already.
    void placeChosen(hookworks::TimelinePlace place);
    void outageChanged();
    void retryRequested(hookworks::DeliveryId delivery);
    void cancelRequested(hookworks::DeliveryId delivery);
    void holdRequested(hookworks::DeliveryId delivery);
    void jumpRequested(hookworks::WorkTime time);
    void attemptRequested(hookworks::DeliveryId delivery, int number);
    void captureRequested(hookworks::CaptureId capture);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Drag
    {
        None,
        Pan,
        Outage
    };

    void rowsChanged();
    TimelinePlace whereCurrentIs() const;
    void updateScrollBars();
    void setScale(const TimelineScale& scale);
    int headerWidth() const;
    double plotX(QPoint position) const;
    WorkTime timeAt(QPoint position) const;
    WorkTime originAt(int row) const;
    Micros spanToShow() const;
    void moveMark(int step);
    void moveRow(int step);
    void ensureVisible(TimelinePlace place);
    bool moveByKey(QKeyEvent* event);
    bool actByKey(QKeyEvent* event);
    bool zoomByKey(QKeyEvent* event);
    void fillMenu(QMenu& menu, WorkTime at);
    void dragOutage(QPoint position);
    void setHovered(TimelinePlace place);
    void showCard(TimelinePlace place);
    void announce();

    QPointer<TimelineModel> m_model;
    TimelineScale m_scale;
    WorkTime m_now;
    std::optional<Outage> m_outage;
    TimelinePlace m_current, m_hovered;
    std::optional<DeliveryId> m_currentDelivery; ///< whose lane m_current is, wherever its row goes
    int m_currentNumber = 0;                     ///< of its mark; 0: the lane as a whole
    bool m_fitted = true;                        ///< until the user zooms or pans, new lanes are fitted in
    Drag m_drag = Drag::None;
    QPoint m_dragFrom;
    WorkTime m_outageFrom;
    TimelineCard* m_card;
    mutable TimelineTexts m_texts;
    MarkPixmaps m_pixmaps;
};

} // namespace hookworks
