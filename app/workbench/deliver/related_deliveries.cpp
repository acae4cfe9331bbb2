// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/related_deliveries.h"

#include "signing/standard_webhooks.h"
#include "store/reader.h"
#include "workbench/deliver/replay_basis.h"
#include "workbench/deliver/replay_source.h"

namespace hookworks {

namespace {

constexpr std::chrono::milliseconds patienceForGood{50}; ///< among millions; then none is offered

/// A replay is of no webhook: its event and provider are all that is known. Where none came before, the
/// newest.
Result<std::optional<DeliveryId>> lastGood(Reader& reader, const Delivery& failed)
{
    if (failed.event.isEmpty())
        return std::nullopt;
    DeliveryFilter filter;
    filter.states = {DeliveryState::Delivered};
    filter.provider = failed.provider;
    filter.event = failed.event;
    filter.webhook = failed.webhook;
    filter.limit = 1;
    for (const std::optional<DeliveryId>& before : {std::optional(failed.id), std::optional<DeliveryId>()}) {
        filter.before = before;
        const auto page = reader.findDeliveryIds(filter, patienceForGood);
        if (!page)
            return tl::unexpected<Error>(page.error());
        if (!page->rows.isEmpty())
            return page->rows.first();
    }
    return std::nullopt;
}

/// What cannot be read any more tells nothing.
bool hasOldSignature(Reader& reader, const ProviderCatalogue& providers, const Delivery& replay)
{
    if (replay.replayOf.isEmpty() || !isSigned(replay.request.headers))
        return false;
    const auto whole = reader.delivery(replay.id);
    const auto source = sourceOf(reader, providers, replay.replayOf);
    return whole && source &&
           keepsSignature({source->request.headers, source->request.body},
                          {whole->request.headers, whole->request.body});
}

} // namespace

Result<RelatedDeliveries> relatedDeliveries(Reader& reader, const ProviderCatalogue& providers, DeliveryId id,
                                            const QString& listener)
{
    const auto known = reader.deliveriesOf({id});
    if (!known)
        return tl::unexpected<Error>(known.error());
    if (known->isEmpty())
        return RelatedDeliveries();
    const Delivery& delivery = known->first();
    RelatedDeliveries related;
    related.hasOldSignature = hasOldSignature(reader, providers, delivery);
    if (delivery.state != DeliveryState::Exhausted && delivery.state != DeliveryState::Unknown)
        return related;
    const auto fixed = fixingReplay(reader, delivery, listener);
    const auto good = lastGood(reader, delivery);
    if (!fixed || !good)
        return tl::unexpected<Error>(fixed ? good.error() : fixed.error());
    related.fixedBy = *fixed;
    related.lastGood = *good;
    return related;
}

} // namespace hookworks
