// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"
#include "query/query.h"

namespace hookworks {

class KnownValues;

/// Which captures of a part of the index a query can hold for.
struct IndexQuestion
{
    enum class Kind
    {
        Any,  ///< the index cannot tell
        None, ///< but for those that changed since
        Some
    };
    Kind kind = Kind::Any;
    QString text = {}; ///< of Some, to FTS5; every capture for which the query can hold answers it
    bool operator==(const IndexQuestion&) const = default;
};

/// By the three-letter pieces of what must be there, and by the values that fields are known to have there.
/// `now`: see momentOf().
IndexQuestion indexQuestion(const Query& query, const KnownValues& known, RealTime now);

} // namespace hookworks
