// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <map>

namespace hookworks {

/// What one capture has in a field: nothing where it lacks it, several where a name stands beside an id.
using FieldValue = QList<QByteArray>;

/// The values that some fields have among the captures of a part of the index, where these are few. With them
/// the index can answer what it holds no word of: that a field is not this, or is more than that.
class KnownValues
{
public:
    /// The fields whose values are kept.
    static const QList<QueryName>& fields();

    enum class Added
    {
        Nothing, ///< it was known, or there are too many
        Value,
        TooMany ///< from now on; what was known of the field is no longer of use
    };
    Added add(QueryName field, const FieldValue& value);
    void setTooMany(QueryName field);
    /// nullopt: too many, or it is none of fields().
    std::optional<QList<FieldValue>> of(QueryName field) const;
    bool operator==(const KnownValues&) const = default;

private:
    std::map<QueryName, std::optional<QList<FieldValue>>> m_values; ///< nullopt: too many
};

} // namespace hookworks
