// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/paper/paper_placing.h"

#include <QAbstractScrollArea>

namespace hookworks {

/// The pages one below the other. A click chooses a component, a drag moves it; Ctrl and the wheel zoom.
class PaperView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PaperView(QWidget* parent = nullptr);
    void setPaper(Paper paper);
    const Paper& paper() const { return m_paper; }
    /// Outlines it and scrolls to it where it is not seen; none: nothing is chosen.
    void setChosen(const std::optional<JsonPath>& path);
    /// 0: as wide as the view. 1: 96 units to the inch of the screen.
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }
    /// From 0: the page in the middle of the view.
    size_t pageShown() const;
    /// Where a component is on the viewport now; empty: it is on no page. For tests and screen readers.
    QRectF placeOnScreen(const JsonPath& path) const;

signals:
    void chosen(const hookworks::JsonPath& path);
    /// Dropped before (or behind) that component.
    void moveWanted(const hookworks::JsonPath& part, const hookworks::JsonPath& beside, bool behind);
    void zoomChanged(double zoom);
    void scrolled();

private:
    struct Drop
    {
        PaperPlace place;
        bool behind = false;
        bool sideways = false;
    };

    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void fit();
    PaperPlacing placing() const;
    std::optional<PaperPlace> placeUnder(const QPointF& point) const;
    void paintChosen(QPainter& painter) const;
    void paintDrop(QPainter& painter) const;
    std::optional<Drop> dropAt(const QPointF& point) const;

    Paper m_paper;
    std::optional<JsonPath> m_chosen;
    double m_zoom = 0;
    QPointF m_pressed;
    std::optional<PaperPlace> m_held;
    std::optional<Drop> m_drop;
};

} // namespace hookworks
