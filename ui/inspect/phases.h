// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"

#include <QList>
#include <QString>

namespace hookworks {

/// One phase of an exchange on the axis that both ends share; 0 is where the attempt's first phase begins.
struct Phase
{
    QString name; ///< translated: `connect`, `wait`, `think`
    Micros from{0}, length{0};
    bool operator==(const Phase&) const = default;
};

/// Both ends of one exchange, and its passing on. `received` is empty where no capture is known, `forwarded`
/// where it was not passed on.
struct ExchangePhases
{
    QList<Phase> sent, received, forwarded;
    bool operator==(const ExchangePhases&) const = default;
    Micros end() const;
};

/// The attempt's phases one after the other from its start, the capture's placed by their own clock times,
/// its passing on where it was read whole. Both ends are on this machine's clock. A phase that did not happen
/// is left out.
ExchangePhases phasesOf(const Attempt& attempt, const Capture* capture);
/// A capture alone: 0 is where its first phase begins.
ExchangePhases phasesOf(const Capture& capture);

/// `queue 0 ms, connect 0.3 ms, wait 12 ms`.
QString spoken(const QList<Phase>& phases);

} // namespace hookworks
