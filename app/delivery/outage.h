// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

namespace hookworks {

/// A receiver that is down from `from` up to, not including, `to`; both counted from the first attempt.
struct PlannedOutage
{
    Micros from{0};
    Micros to{0};
    bool operator==(const PlannedOutage&) const = default;
};

/// What an outage does to a plan.
struct OutagePreview
{
    QList<bool> fails;             ///< for each planned attempt that would be made: it falls into the outage
    std::optional<int> survivesAt; ///< number of the attempt that succeeds; nullopt: the delivery is lost
    std::optional<Micros> deliveredAfter; ///< when that is, since the first attempt
    bool operator==(const OutagePreview&) const = default;
};

/// Attempts after the one that succeeds are not made and not listed.
OutagePreview previewOutage(const QList<PlannedAttempt>& plan, const QList<PlannedOutage>& outages);

/// Reads `FROM-TO` in seconds, or with the units of `30s`, `10m`, `2h`, `1d`: `0-600`, `10m-2h`.
Result<PlannedOutage> outageFromText(QStringView text);

} // namespace hookworks
