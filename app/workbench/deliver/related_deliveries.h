// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

namespace hookworks {

class Reader;

/// Other deliveries that explain one that failed.
struct RelatedDeliveries
{
    std::optional<DeliveryId> fixedBy;  ///< the newest replay to its address, which was delivered
    std::optional<DeliveryId> lastGood; ///< of its webhook and event, from before it where there is one
    bool operator==(const RelatedDeliveries&) const = default;
};

/// Of one that was delivered or is not final: none. `listener`: what `{listener}` stands for; empty: nothing.
Result<RelatedDeliveries> relatedDeliveries(Reader& reader, DeliveryId id, const QString& listener);

} // namespace hookworks
