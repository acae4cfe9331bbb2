// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/state_mark.h"

#include "ui/widgets/painted_icon.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace hookworks {

namespace {

/// Draws in a square whose half side is 1, centred at 0.
class MarkPainting
{
public:
    MarkPainting(QPainter& painter, const QColor& colour, const QColor& ground)
        : m_painter(painter)
        , m_colour(colour)
        , m_ground(ground)
    {
    }

    void paint(StateKind kind)
    {
        switch (kind) {
        case StateKind::Delivered:
            fill();
            m_painter.drawEllipse(QPointF(), 0.9, 0.9);
            stroke(m_ground, 0.24);
            return m_painter.drawPolyline(QPolygonF{{-0.42, 0.04}, {-0.12, 0.36}, {0.42, -0.30}});
        case StateKind::Failed:
            return paintFailed();
        case StateKind::Waiting:
            return paintWaiting();
        case StateKind::Sending:
            stroke(m_colour, 0.22);
            m_painter.drawEllipse(QPointF(), 0.78, 0.78);
            fill();
            return m_painter.drawPie(QRectF(-0.78, -0.78, 1.56, 1.56), -90 * 16, 180 * 16);
        case StateKind::Planned:
            stroke(m_colour, 0.2);
            return m_painter.drawEllipse(QPointF(), 0.72, 0.72);
        case StateKind::Unknown:
            return paintUnknown();
        case StateKind::Cancelled:
            stroke(m_colour, 0.3);
            return m_painter.drawLine(QPointF(-0.55, 0), QPointF(0.55, 0));
        }
    }

private:
    void fill()
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colour);
    }

    void stroke(const QColor& colour, double width)
    {
        m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }

    void paintFailed()
    {
        m_painter.setPen(QPen(m_colour, 0.16, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(m_colour);
        m_painter.drawPolygon(QPolygonF{{0, -0.9}, {0.9, 0}, {0, 0.9}, {-0.9, 0}});
        stroke(m_ground, 0.22);
        m_painter.drawLine(QPointF(-0.27, -0.27), QPointF(0.27, 0.27));
        m_painter.drawLine(QPointF(0.27, -0.27), QPointF(-0.27, 0.27));
    }

    void paintWaiting()
    {
        stroke(m_colour, 0.22);
        m_painter.drawArc(QRectF(-0.72, -0.72, 1.44, 1.44), 50 * 16, 280 * 16);
        fill();
        m_painter.drawPolygon(QPolygonF{{0.12, -0.62}, {0.86, -0.92}, {0.80, -0.12}});
    }

    void paintUnknown()
    {
        QPainterPath circle;
        circle.addEllipse(QPointF(), 0.74, 0.74);
        stroke(m_colour, 0.18);
        m_painter.drawPath(circle);
        m_painter.setClipPath(circle, Qt::IntersectClip);
        for (const double offset : {-0.8, -0.27, 0.27, 0.8})
            m_painter.drawLine(QPointF(offset - 0.8, 0.8), QPointF(offset + 0.8, -0.8));
    }

    QPainter& m_painter;
    QColor m_colour, m_ground;
};

} // namespace

StateKind stateKind(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
    case DeliveryState::Retrying:
        return StateKind::Waiting;
    case DeliveryState::Sending:
        return StateKind::Sending;
    case DeliveryState::Held:
        return StateKind::Planned;
    case DeliveryState::Delivered:
        return StateKind::Delivered;
    case DeliveryState::Exhausted:
        return StateKind::Failed;
    case DeliveryState::Unknown:
        return StateKind::Unknown;
    case DeliveryState::Cancelled:
        break;
    }
    return StateKind::Cancelled;
}

StateKind stateKind(Outcome outcome)
{
    if (outcome == Outcome::Success)
        return StateKind::Delivered;
    return outcome == Outcome::Unknown ? StateKind::Unknown : StateKind::Failed;
}

void paintStateMark(QPainter& painter, const QRectF& area, StateKind kind, const QPalette& palette)
{
    const double half = std::min(area.width(), area.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.center());
    painter.scale(half, half);
    MarkPainting(painter, stateColour(kind, palette), palette.color(QPalette::Base)).paint(kind);
    painter.restore();
}

QIcon stateIcon(StateKind kind)
{
    return QIcon(new PaintedIcon([kind](QPainter& painter, const QRect& rect, QIcon::Mode) {
        paintStateMark(painter, QRectF(rect).adjusted(1, 1, -1, -1), kind, QGuiApplication::palette());
    }));
}

QString stateWords(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Waiting:
        return QCoreApplication::translate("hookworks", "Waiting");
    case DeliveryState::Sending:
        return QCoreApplication::translate("hookworks", "Sending");
    case DeliveryState::Retrying:
        return QCoreApplication::translate("hookworks", "Retrying");
    case DeliveryState::Held:
        return QCoreApplication::translate("hookworks", "Held");
    case DeliveryState::Delivered:
        return QCoreApplication::translate("hookworks", "Delivered");
    case DeliveryState::Exhausted:
        return QCoreApplication::translate("hookworks", "Exhausted");
    case DeliveryState::Unknown:
        return QCoreApplication::translate("hookworks", "Outcome unknown");
    case DeliveryState::Cancelled:
        break;
    }
    return QCoreApplication::translate("hookworks", "Cancelled");
}

} // namespace hookworks
