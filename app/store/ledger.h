// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/result.h"
#include "domain/rule_progress.h"
#include "store/answers.h"
#include "store/recent_traffic.h"
#include "store/store_changes.h"

#include <QHash>

#include <array>

namespace hookworks {

class SqlConnection;

/// What the writer thread keeps in memory between statements: the last id of each kind, how many captures
/// there are and may be, both stored with each group that changed them; what the group at work has changed;
/// and what came, went and was answered of late.
class Ledger
{
public:
    enum class Kind
    {
        Report,
        Webhook,
        Event,
        Delivery,
        Capture,
        Listener,
        Body
    };

    Result<void> load(SqlConnection& connection);

    /// A new id; a group that is rolled back leaves a gap.
    qint64 next(Kind kind);
    qint64 last(Kind kind) const { return m_last[static_cast<size_t>(kind)]; }
    /// An id that was put back: later ones are greater.
    void seen(Kind kind, qint64 id);

    void capturesAdded(qint64 count, qint64 bytes);
    qint64 captureCount() const { return m_held.captures; }
    qint64 captureBytes() const { return m_held.bytes; }
    /// Of bodies that arrive piece by piece and that no capture has taken yet; none is left after a restart.
    void looseAdded(qint64 bytes) { m_held.loose += bytes; }
    qint64 looseBytes() const { return m_held.loose; }

    const CaptureQuota& quota() const { return m_held.quota; }
    void setQuota(const CaptureQuota& quota) { m_held.quota = quota; }

    /// Stored with the group that is at work.
    void ruleStepped(ListenerId listener, const RuleStep& step)
    {
        m_held.steps.insert({listener.number, step.place}, step.progress);
    }
    Result<void> saveRuleSteps(SqlConnection& connection);

    StoreChanges& changes() { return m_changes; }
    StoreChanges takeChanges() { return std::exchange(m_changes, {}); }

    RecentTraffic& recent() { return m_recent; }

    RecentAnswers& answers() { return m_answers; }
    const RecentAnswers& answers() const { return m_answers; }

    /// Once the group is committed, the file holds nothing of before: see writeAnew().
    void writeAnewAfterwards() { m_writeAnew = true; }
    bool takeWriteAnew() { return std::exchange(m_writeAnew, false); }

    /// How much is held and may be, to go back to when a part of the group is undone.
    struct Held
    {
        qint64 captures = 0, bytes = 0, loose = 0;
        CaptureQuota quota;
        QHash<std::pair<qint64, int>, RuleProgress> steps; ///< by listener and place; not stored yet
    };
    const Held& held() const { return m_held; }
    void setHeld(const Held& held);

    /// Writes what changed since the last time; the last thing of a group.
    Result<void> save(SqlConnection& connection);

private:
    std::array<qint64, 7> m_last{};
    std::array<bool, 7> m_lastChanged{};
    Held m_held;
    bool m_totalsChanged = false;
    bool m_writeAnew = false;
    StoreChanges m_changes;
    RecentTraffic m_recent;
    RecentAnswers m_answers;
};

} // namespace hookworks
