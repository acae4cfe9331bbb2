// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include "store/connection.h"

#include <QHash>

namespace hookworks {

namespace {

constexpr std::array<const char*, 7> kinds{"report",  "webhook",  "event", "delivery",
                                           "capture", "listener", "body"};
constexpr std::array<const char*, 2> totalKinds{"captures held", "capture bytes held"};

Result<void> store(SqlConnection& connection, const char* kind, qint64 value)
{
    return done(connection.run(
        "INSERT INTO counters VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET value = excluded.value",
        QString::fromLatin1(kind), value));
}

} // namespace

Result<void> Ledger::load(SqlConnection& connection)
{
    QHash<QString, qint64> stored;
    auto rows = connection.ask("SELECT kind, value FROM counters");
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const QString kind = rows->text();
        stored.insert(kind, rows->integer());
    }
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    for (size_t i = 0; i < kinds.size(); ++i)
        m_last[i] = stored.value(QString::fromLatin1(kinds[i]));
    for (size_t i = 0; i < totalKinds.size(); ++i)
        m_totals[i] = stored.value(QString::fromLatin1(totalKinds[i]));
    return {};
}

qint64 Ledger::next(Kind kind)
{
    m_lastChanged[static_cast<size_t>(kind)] = true;
    return ++m_last[static_cast<size_t>(kind)];
}

void Ledger::seen(Kind kind, qint64 id)
{
    const auto i = static_cast<size_t>(kind);
    m_lastChanged[i] = m_lastChanged[i] || id > m_last[i];
    m_last[i] = qMax(m_last[i], id);
}

void Ledger::capturesAdded(qint64 howMany, qint64 howManyBytes)
{
    m_totals[count] += howMany;
    m_totals[bytes] += howManyBytes;
    m_totalsChanged = true;
}

void Ledger::setTotals(const Totals& totals)
{
    m_totals = totals;
    m_totalsChanged = true;
}

Result<void> Ledger::save(SqlConnection& connection)
{
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (!m_lastChanged[i])
            continue;
        if (auto stored = store(connection, kinds[i], m_last[i]); !stored)
            return stored;
    }
    for (size_t i = 0; m_totalsChanged && i < totalKinds.size(); ++i) {
        if (auto stored = store(connection, totalKinds[i], m_totals[i]); !stored)
            return stored;
    }
    m_lastChanged.fill(false);
    m_totalsChanged = false;
    return {};
}

} // namespace hookworks
