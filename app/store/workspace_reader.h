// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/clock_state.h"
#include "domain/listener_config.h"
#include "domain/secret_box.h"
#include "store/queries.h"
#include "store/rule_rows.h"

namespace hookworks {

class SqlConnection;

/// How a workspace is set up, and how much is in it. A part of Reader, see there.
class WorkspaceReader
{
public:
    /// Both outlive it.
    WorkspaceReader(SqlConnection& connection, const SecretBox& secrets);

    Result<QList<ListenerConfig>> listeners();
    Result<ListenerConfig> listener(ListenerId id);
    /// How far their reply rules are.
    Result<RuleProgressOf> ruleProgress();

    /// nullopt: the clock never ran.
    Result<std::optional<ClockState>> clock();
    /// Empty where it was never set.
    Result<QString> setting(const QString& key);
    /// Of WorkspaceWriter::setSealedSetting(); empty: never set.
    Result<QByteArray> sealedSetting(const QString& key);
    Result<QMap<QString, QString>> settings();
    /// By key, opened; CannotOpen where the key file is another.
    Result<QMap<QString, QByteArray>> drafts();

    /// The default where it was never set.
    Result<CaptureQuota> captureQuota();
    /// How much the quota has to do with: only the members about captures.
    Result<StoreSize> held();
    Result<StoreSize> size();

private:
    SqlConnection* m_connection;
    const SecretBox* m_secrets;
};

} // namespace hookworks
