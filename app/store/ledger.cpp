// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger.h"

#include "store/rows.h"
#include "store/rule_rows.h"

#include <QCoreApplication>
#include <QHash>

namespace hookworks {

namespace {

constexpr std::array<const char*, 7> kinds{"report",  "webhook",  "event", "delivery",
                                           "capture", "listener", "body"};
constexpr qint64 greatestCount = qint64(1) << 60;
constexpr const char* capturesHeld = "captures held";
constexpr const char* bytesHeldName = "capture bytes held";

Result<void> store(SqlConnection& connection, const char* kind, qint64 value)
{
    return done(Records<CounterColumns>::put(connection, QString::fromLatin1(kind), value));
}

} // namespace

Result<void> Ledger::load(SqlConnection& connection)
{
    const auto counters = mapOf<CounterColumns, QHash<QString, qint64>>(connection);
    if (!counters)
        return tl::unexpected<Error>(counters.error());
    const QHash<QString, qint64>& stored = *counters;
    for (const qint64 value : stored) {
        if (value < 0 || value > greatestCount)
            return fail(ErrorCode::Damaged,
                        QCoreApplication::translate(
                            "hookworks", "The workspace is damaged: its counters are out of range. "
                                         "Nothing was changed; restore it from a copy."));
    }
    for (size_t i = 0; i < kinds.size(); ++i)
        m_last[i] = stored.value(QString::fromLatin1(kinds[i]));
    m_held.captures = stored.value(QString::fromLatin1(capturesHeld));
    m_held.bytes = stored.value(QString::fromLatin1(bytesHeldName));
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
    m_held.captures += howMany;
    m_held.bytes += howManyBytes;
    m_totalsChanged = true;
}

void Ledger::setHeld(const Held& held)
{
    m_held = held;
    m_totalsChanged = true;
}

/// However many captures a group has, each rule is stored once.
Result<void> Ledger::saveRuleSteps(SqlConnection& connection)
{
    for (auto step = m_held.steps.cbegin(); step != m_held.steps.cend(); ++step) {
        const auto [listener, place] = step.key();
        if (auto stored = storeRuleStep(connection, ListenerId{listener}, {place, step.value()}); !stored)
            return stored;
    }
    m_held.steps.clear();
    return {};
}

Result<void> Ledger::save(SqlConnection& connection)
{
    if (auto stored = saveRuleSteps(connection); !stored)
        return stored;
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (!m_lastChanged[i])
            continue;
        if (auto stored = store(connection, kinds[i], m_last[i]); !stored)
            return stored;
    }
    if (m_totalsChanged) {
        if (auto stored = store(connection, capturesHeld, m_held.captures); !stored)
            return stored;
        if (auto stored = store(connection, bytesHeldName, m_held.bytes); !stored)
            return stored;
    }
    m_lastChanged.fill(false);
    m_totalsChanged = false;
    return {};
}

} // namespace hookworks
