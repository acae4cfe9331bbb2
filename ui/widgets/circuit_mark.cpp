// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/circuit_mark.h"

#include "ui/widgets/painted_icon.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/state_mark.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

namespace hookworks {

namespace {

StateKind colourOf(CircuitState state)
{
    switch (state) {
    case CircuitState::Open:
        return StateKind::Failed;
    case CircuitState::HalfOpen:
        return StateKind::Waiting;
    case CircuitState::Closed:
        break;
    }
    return StateKind::Delivered;
}

/// In a square whose half side is 1, centred at 0.
void paintSwitch(QPainter& painter, CircuitState state, const QColor& colour)
{
    QPen pen(colour, 0.26, Qt::SolidLine, Qt::RoundCap);
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(-0.68, 0.2), 0.24, 0.24);
    painter.drawEllipse(QPointF(0.68, 0.2), 0.24, 0.24);
    if (state == CircuitState::HalfOpen)
        pen.setDashPattern({0.6, 1.5});
    painter.setPen(pen);
    painter.drawLine(QPointF(-0.68, 0.2),
                     state == CircuitState::Open ? QPointF(0.38, -0.72) : QPointF(0.68, 0.2));
}

} // namespace

QIcon circuitIcon(CircuitState state)
{
    return QIcon(new PaintedIcon([state](QPainter& painter, const QRect& rect, QIcon::Mode) {
        const double half = std::min(rect.width(), rect.height()) / 2.0;
        painter.translate(QRectF(rect).center());
        painter.scale(half, half);
        paintSwitch(painter, state, stateColour(colourOf(state), QGuiApplication::palette()));
    }));
}

QString circuitWords(const Circuit& circuit, std::optional<Micros> left)
{
    switch (circuit.state) {
    case CircuitState::HalfOpen:
        return QCoreApplication::translate("hookworks", "Circuit half-open, one attempt decides");
    case CircuitState::Open:
        if (!left)
            return QCoreApplication::translate("hookworks", "Circuit open while the clock is paused");
        if (*left <= Micros(0))
            return QCoreApplication::translate("hookworks",
                                               "Circuit open, tries again with the next attempt");
        return QCoreApplication::translate("hookworks", "Circuit open, tries again in %1")
            .arg(countdown(*left));
    case CircuitState::Closed:
        break;
    }
    return QCoreApplication::translate("hookworks", "Circuit closed");
}

} // namespace hookworks
