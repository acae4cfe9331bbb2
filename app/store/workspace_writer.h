// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workspace_reader.h"

namespace hookworks {

class Ledger;

/// Changes how a workspace is set up. A part of Writer, see there.
class WorkspaceWriter
{
public:
    /// All of them outlive it.
    WorkspaceWriter(SqlConnection& connection, const SecretBox& secrets, Ledger& ledger);

    Result<ListenerId> addListener(const ListenerConfig& listener);
    /// Its rules go on from those that they were; see carriedOver().
    Result<void> updateListener(const ListenerConfig& listener);
    Result<ListenerConfig> removeListener(ListenerId id);

    /// What rules have come to with a capture; stored with its group.
    void rulesStepped(ListenerId listener, const QList<RuleStep>& steps);
    Result<void> setRuleProgress(ListenerId listener, const QList<RuleProgress>& progress);
    /// With what the group at work has come to.
    Result<QList<RuleProgress>> ruleProgressOf(ListenerId listener);
    /// Begins the rule at that place anew, or all of the listener.
    Result<void> resetRules(ListenerId listener, std::optional<int> place);

    Result<void> setClock(const ClockState& clock);
    Result<void> setSetting(const QString& key, const QString& value);
    /// What may hold a secret.
    Result<void> setSealedSetting(const QString& key, const QByteArray& value);
    /// From this group on. The oldest that it has no room for go by themselves: see store/quota.h.
    Result<void> setCaptureQuota(const CaptureQuota& quota);
    /// Stored sealed; replaces the one of that key.
    Result<void> putDraft(const QString& key, const QByteArray& draft);
    /// No failure where there is none.
    Result<void> removeDraft(const QString& key);

private:
    SqlConnection* m_connection;
    const SecretBox* m_secrets;
    Ledger* m_ledger;
    WorkspaceReader m_stored;
};

} // namespace hookworks
