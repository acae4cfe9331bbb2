// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QIcon>
#include <QString>

namespace hookworks {

/// A switch between two contacts: joined while the circuit is closed, lifted while it is open, dashed while
/// one attempt may go out. Follows the palette.
QIcon circuitIcon(CircuitState state);

/// `Circuit open, tries again in 0:42`, `Circuit half-open, one attempt decides`, `Circuit closed`. `left`:
/// in real time, until an open circuit tries again; nullopt: the clock is paused.
QString circuitWords(const Circuit& circuit, std::optional<Micros> left);

} // namespace hookworks
