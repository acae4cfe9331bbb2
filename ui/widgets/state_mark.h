// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

namespace hookworks {

/// The states that have a shape, a colour and a word of their own; lists, timeline and status bar draw the
/// same ones.
enum class StateKind
{
    Delivered, ///< filled circle with a tick
    Failed,    ///< filled diamond with a cross
    Waiting,   ///< circle with an arrow
    Sending,   ///< ring, half filled; also what is selected or on
    Planned,   ///< hollow circle
    Unknown,   ///< hatched circle
    Cancelled  ///< short dash; also what is off
};

StateKind stateKind(DeliveryState state);
StateKind stateKind(Outcome outcome);

/// The state's colour in a dark or light palette; at least 4.5:1 against the palette's base.
QColor stateColour(StateKind kind, const QPalette& palette);

/// Draws the state's shape, centred in the largest square of `area`; crisp from 10 px on.
void paintStateMark(QPainter& painter, const QRectF& area, StateKind kind, const QPalette& palette);

/// The same as an icon; it reads the application's palette when it is painted, so it follows the theme by
/// itself.
QIcon stateIcon(StateKind kind);

/// `Delivered`, `Exhausted`, `Outcome unknown`: the state as a column says it, translated.
QString stateWords(DeliveryState state);

} // namespace hookworks
