// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/known_values.h"

#include <algorithm>

namespace hookworks {

namespace {

constexpr qsizetype mostValues = 32; ///< of a field
constexpr qsizetype longestValue = 256;

bool isLong(const FieldValue& value)
{
    return value.size() > mostValues ||
           std::ranges::any_of(value, [](const QByteArray& one) { return one.size() > longestValue; });
}

} // namespace

const QList<QueryName>& KnownValues::fields()
{
    static const QList<QueryName> fields{QueryName::Method,   QueryName::Path,    QueryName::Target,
                                         QueryName::Status,   QueryName::Problem, QueryName::Rule,
                                         QueryName::Fault,    QueryName::Event,   QueryName::Provider,
                                         QueryName::Listener, QueryName::Webhook, QueryName::Being};
    return fields;
}

KnownValues::Added KnownValues::add(QueryName field, const FieldValue& value)
{
    auto& values = m_values.try_emplace(field, QList<FieldValue>()).first->second;
    if (!values || values->contains(value))
        return Added::Nothing;
    if (values->size() == mostValues || isLong(value)) {
        values.reset();
        return Added::TooMany;
    }
    values->append(value);
    return Added::Value;
}

void KnownValues::setTooMany(QueryName field)
{
    m_values[field] = std::nullopt;
}

std::optional<QList<FieldValue>> KnownValues::of(QueryName field) const
{
    const auto found = m_values.find(field);
    return found == m_values.end() ? std::nullopt : found->second;
}

} // namespace hookworks
