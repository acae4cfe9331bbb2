// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "ui/widgets/tokens.h"

#include <QIcon>
#include <QPalette>
#include <QRectF>
#include <QString>

class QPainter;

namespace hookworks {

StateKind stateKind(DeliveryState state);
StateKind stateKind(Outcome outcome);

/// Draws the state's shape, centred in the largest square of `area`; crisp from 10 px on.
void paintStateMark(QPainter& painter, const QRectF& area, StateKind kind, const QPalette& palette);

/// The same as an icon; it reads the application's palette when it is painted, so it follows the theme by
/// itself.
QIcon stateIcon(StateKind kind);

/// `Delivered`, `Exhausted`, `Outcome unknown`: the state as a column says it, translated.
QString stateWords(DeliveryState state);

} // namespace hookworks
