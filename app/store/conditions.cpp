// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conditions.h"

#include "store/sqlite/connection.h"

namespace hookworks {

void Conditions::add(const QString& sql, const SqlValues& values)
{
    m_parts << u'(' + sql + u')';
    m_values << values;
}

QString Conditions::where() const
{
    return m_parts.isEmpty() ? QString() : QStringLiteral(" WHERE ") + m_parts.join(QStringLiteral(" AND "));
}

Conditions conditionsOf(const DeliveryFilter& filter)
{
    Conditions conditions;
    if (!filter.states.isEmpty()) {
        SqlValues states;
        for (const DeliveryState state : filter.states)
            states << toString(state);
        const QStringList marks(filter.states.size(), QStringLiteral("?"));
        conditions.add(QStringLiteral("state IN (%1)").arg(marks.join(u',')), states);
    }
    if (!filter.provider.isEmpty())
        conditions.add(QStringLiteral("provider = ?"), {filter.provider});
    if (!filter.event.isEmpty())
        conditions.add(QStringLiteral("event = ?"), {filter.event});
    if (filter.webhook)
        conditions.add(QStringLiteral("webhook = ?"), {filter.webhook->number});
    if (filter.report)
        conditions.add(QStringLiteral("report = ?"), {filter.report->number});
    if (filter.eventId)
        conditions.add(QStringLiteral("event_id = ?"), {filter.eventId->number});
    return conditions;
}

QString limitOf(int limit)
{
    return limit > 0 ? QStringLiteral(" LIMIT %1").arg(limit) : QString();
}

} // namespace hookworks
