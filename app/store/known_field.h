// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query_row.h"
#include "store/known_values.h"

namespace hookworks {

/// A capture of which one field is known, whichever it is. Refers to the value.
class KnownField final : public QueryRow
{
public:
    explicit KnownField(const FieldValue& value)
        : m_value(value)
    {
    }
    QueryValues values(QueryName) const override { return {m_value, true}; }
    std::optional<RealTime> moment(QueryName) const override { return std::nullopt; }
    QueryValues headerValues(QByteArrayView) const override { return {}; }
    QList<QByteArray> names() const override { return {}; }

private:
    const FieldValue& m_value;
};

} // namespace hookworks
