// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "query/query.h"
#include "store/sqlite/sql_value.h"

namespace hookworks {

/// A condition in SQL that holds for every row for which a query can hold. It says nothing of heads and
/// bodies: those are looked at more quickly where they lie than SQL does.
struct Narrowing
{
    QString sql = {}; ///< empty: it leaves out nothing
    SqlValues values = {};
    bool exact = false; ///< it holds for no other row
};

/// Of the columns of `captures`, without its name. `now`: see momentOf().
Narrowing narrowedCaptures(const Query& query, RealTime now);
/// Of the columns of `deliveries`.
Narrowing narrowedDeliveries(const Query& query, RealTime now);

} // namespace hookworks
