// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

namespace hookworks {

class ProviderCatalogue;
class Reader;

/// Other deliveries that explain one.
struct RelatedDeliveries
{
    std::optional<DeliveryId> fixedBy; ///< the newest replay to its address, which was delivered
    /// Of its webhook and event, from before it where there is one, and where it is found soon.
    std::optional<DeliveryId> lastGood;
    /// A replay with another id, time or body than what it replays, and the same signature.
    bool hasOldSignature = false;
    bool operator==(const RelatedDeliveries&) const = default;
};

/// What fixed it and when it went well are of one that failed. `listener`: what `{listener}` stands for;
/// empty: nothing.
Result<RelatedDeliveries> relatedDeliveries(Reader& reader, const ProviderCatalogue& providers, DeliveryId id,
                                            const QString& listener);

} // namespace hookworks
