// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/limit_options.h"

#include "cli/command_table.h"

namespace hookworks {

namespace {

using Most = ListenerLimitsMost;
using Days = std::chrono::duration<qint64, std::ratio<86'400>>;

} // namespace

ListenerLimits LimitOptions::limits() const
{
    ListenerLimits limits;
    limits.headBytes = head.value_or(limits.headBytes);
    limits.fields = fields.value_or(limits.fields);
    limits.targetBytes = target.value_or(limits.targetBytes);
    limits.bodyBytes = body.value_or(limits.bodyBytes);
    limits.connections = connections.value_or(limits.connections);
    limits.headTime = headTime.value_or(limits.headTime);
    limits.bodyTime = bodyTime.value_or(limits.bodyTime);
    limits.bodyRate = bodyRate.value_or(limits.bodyRate);
    limits.idleTime = idleTime.value_or(limits.idleTime);
    return limits;
}

CaptureQuota QuotaOptions::over(CaptureQuota quota) const
{
    quota.bytes = bytes.value_or(quota.bytes);
    if (count)
        quota.count = *count > 0 ? std::optional<qint64>(*count) : std::nullopt;
    if (ageDays)
        quota.age = *ageDays > 0 ? std::optional<Micros>(Days(*ageDays)) : std::nullopt;
    quota.atQuota = atQuotaFromString(atQuota).value_or(quota.atQuota);
    return quota;
}

void addLimitOptions(CLI::App& app, LimitOptions& options)
{
    addBytes(app, "--max-head", options.head, 1, Most::headBytes,
             CliText::tr("The longest head, 64Ki if not given"));
    addCount(app, "--max-fields", options.fields, 1, Most::fields,
             CliText::tr("The most header fields, 200 if not given"));
    addBytes(app, "--max-target", options.target, 1, Most::targetBytes,
             CliText::tr("The longest target, 16Ki if not given"));
    addBytes(app, "--max-body", options.body, 1, Most::bodyBytes,
             CliText::tr("The longest body, 10Mi if not given"));
    addCount(app, "--max-connections", options.connections, 1, Most::connections,
             CliText::tr("The most connections at once, 512 if not given; more wait"));
    addSeconds(app, "--head-seconds", options.headTime,
               CliText::tr("How long a head may take, 10 if not given"));
    addSeconds(app, "--body-seconds", options.bodyTime,
               CliText::tr("How long a body may take, 60 if not given, unless it keeps --body-rate"));
    addBytes(app, "--body-rate", options.bodyRate, 1, Most::bodyRate,
             CliText::tr("The bytes a second that let a body take longer, 64Ki if not given"));
    addSeconds(app, "--idle-seconds", options.idleTime,
               CliText::tr("How long a sender may be idle, or not read its answer, 30 if not given"));
}

void addQuotaOptions(CLI::App& app, QuotaOptions& options)
{
    addBytes(app, "--quota-bytes", options.bytes, 1, largestQuotaBytes,
             CliText::tr("How many bytes of captures the workspace keeps from now on"));
    addCount(app, "--quota-count", options.count, 0, largestQuotaCount,
             CliText::tr("How many captures it keeps from now on; 0: any number"));
    addCount(app, "--quota-age-days", options.ageDays, 0, longestQuotaDays,
             CliText::tr("How long it keeps captures that are not marked, from now on; 0: for ever"));
    addChoice(app, "--at-quota", options.atQuota, {toString(AtQuota::OldestGo), toString(AtQuota::Refuse)},
              CliText::tr("What happens where size or number is reached, from now on: the oldest captures "
                          "go, those with a mark last, or senders get 507"));
}

} // namespace hookworks
