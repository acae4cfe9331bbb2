// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "domain/retry_policy.h"

#include <QStringList>

namespace hookworks {

/// The policy that cli.md's name stands for: `none`, `hybiscus` (8 retries after the first attempt),
/// `hybiscus-8` (8 attempts in all), `standard-webhooks` (https://www.standardwebhooks.com), `svix`
/// (https://docs.svix.com/retries), `fixed:SECONDSxN`, `exponential:FIRST,FACTOR,N[,CAP]`,
/// `linear:FIRST,INCREMENT,N[,CAP]`, `list:30,60,…`. N counts retries. A failure names the place in the text.
/// `provider` and own names are the caller's to resolve.
Result<RetryPolicy> policyFromName(QStringView name);

/// The names that stand for themselves, for menus and completion.
QStringList fixedPolicyNames();

/// One line: `9 attempts: at once, then 30 s, 1 min, … 1 h 4 min; the last after 2 h 7 min 30 s`.
QString describe(const RetryPolicy& policy);

/// When the last attempt is due, counted from the first, without jitter.
Micros endOf(const RetryPolicy& policy);

/// The name that policyFromName() reads back to this schedule, for a policy made in an editor; its own name
/// if it has one that no grammar covers.
QString canonicalName(const RetryPolicy& policy);

} // namespace hookworks
