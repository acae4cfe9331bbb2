// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/listener_config.h"

namespace CLI {
class App;
}

namespace hookworks {

/// What a listener takes from one sender, as options; what is not given has its default.
struct LimitOptions
{
    std::optional<qint64> head, target, body, bodyRate;
    std::optional<int> fields, connections;
    std::optional<Micros> headTime, bodyTime, idleTime;
    ListenerLimits limits() const;
};

/// The workspace's quota for captures, as options; what is not given stays as it is.
struct QuotaOptions
{
    std::optional<qint64> bytes;
    std::optional<int> count, ageDays; ///< 0: no limit
    QString atQuota;
    bool isGiven() const { return bytes || count || ageDays || !atQuota.isEmpty(); }
    CaptureQuota over(CaptureQuota quota) const;
};

// What they add must live as long as the table's parse.
void addLimitOptions(CLI::App& app, LimitOptions& options);
void addQuotaOptions(CLI::App& app, QuotaOptions& options);

} // namespace hookworks
