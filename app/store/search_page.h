// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery_summary.h"

#include <QList>

#include <chrono>

namespace hookworks {

/// How long a search may take before it gives what it has; nullopt: until it is through.
using SearchTime = std::optional<std::chrono::milliseconds>;

/// What a search found in its time.
template <class Row, class IdType>
struct SearchPage
{
    QList<Row> rows = {};
    std::optional<IdType> next =
        {};                ///< it goes on behind this one (`before`, or `after` where the oldest come first)
    qint64 unreadable = 0; ///< that may belong: their bodies could not be looked at
    qint64 notIndexed =
        0; ///< at most so many of the newest are not in the search index yet, and are read one by one
    bool operator==(const SearchPage&) const = default;
};

using CapturePage = SearchPage<Capture, CaptureId>;
using CaptureSummaryPage = SearchPage<CaptureSummary, CaptureId>;
using DeliveryPage = SearchPage<Delivery, DeliveryId>;
using DeliverySummaryPage = SearchPage<DeliverySummary, DeliveryId>;

} // namespace hookworks
