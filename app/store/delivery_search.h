// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/matcher.h"
#include "query/queried_delivery.h"
#include "store/narrowing.h"
#include "store/queries.h"
#include "store/scan_pace.h"
#include "store/sqlite/connection.h"

namespace hookworks {

/// One search through the deliveries, newest first, window by window; each row decides for itself.
class DeliverySearch
{
public:
    DeliverySearch(SqlConnection& connection, const DeliveryFilter& filter, const BodyReading& reading,
                   SearchTime time);
    Result<SearchPage<DeliveryId, DeliveryId>> run();

private:
    Result<void> look(qint64 low, qint64 high);
    Result<void> take(Rows rows);
    bool isFull() const { return m_filter.limit > 0 && m_page.rows.size() >= m_filter.limit; }

    SqlConnection& m_connection;
    const DeliveryFilter& m_filter;
    const BodyReading& m_reading;
    QueryMatcher m_matcher;
    Narrowing m_narrowing;
    bool m_needsBody = false;
    ScanPace m_pace;
    SearchPage<DeliveryId, DeliveryId> m_page;
};

} // namespace hookworks
