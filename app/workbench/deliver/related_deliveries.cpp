// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/deliver/related_deliveries.h"

#include "store/reader.h"
#include "workbench/deliver/replay_basis.h"

namespace hookworks {

namespace {

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
        const auto page = reader.findDeliveryIds(filter);
        if (!page)
            return tl::unexpected<Error>(page.error());
        if (!page->rows.isEmpty())
            return page->rows.first();
    }
    return std::nullopt;
}

} // namespace

Result<RelatedDeliveries> relatedDeliveries(Reader& reader, DeliveryId id, const QString& listener)
{
    const auto known = reader.deliveriesOf({id});
    if (!known)
        return tl::unexpected<Error>(known.error());
    const bool failed = !known->isEmpty() && (known->first().state == DeliveryState::Exhausted ||
                                              known->first().state == DeliveryState::Unknown);
    if (!failed)
        return RelatedDeliveries();
    const auto fixed = fixingReplay(reader, known->first(), listener);
    const auto good = lastGood(reader, known->first());
    if (!fixed || !good)
        return tl::unexpected<Error>(fixed ? good.error() : fixed.error());
    return RelatedDeliveries{*fixed, *good};
}

} // namespace hookworks
