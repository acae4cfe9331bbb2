// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// All of a policy: `name`, `kind` (`none`, `fixed`, `list`, `linear`, `exponential`), durations in
/// `…Seconds`.
JsonValue policyJson(const RetryPolicy& policy);
/// Strict as rulesFromJson(); `name` and `kind` must be there.
Result<RetryPolicy> policyFromJson(QByteArrayView text, JsonSource source = JsonSource::Person);

} // namespace hookworks
