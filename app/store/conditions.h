// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"
#include "store/sqlite/sql_value.h"

namespace hookworks {

/// The WHERE of a question, with the values for its question marks.
class Conditions
{
public:
    void add(const QString& sql, const SqlValues& values = {});
    /// Empty, or ` WHERE … AND …`.
    QString where() const;
    const SqlValues& values() const { return m_values; }

private:
    QStringList m_parts;
    SqlValues m_values;
};

/// Without the query and the page (before, limit).
Conditions conditionsOf(const DeliveryFilter& filter);

/// ` LIMIT n`, or empty for all.
QString limitOf(int limit);

} // namespace hookworks
