// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "json/bodies.h"
#include "json/value.h"

namespace hookworks {

/// `bytes`, `count` and `ageSeconds` (null: no limit), `atQuota`.
JsonValue quotaJson(const CaptureQuota& quota);
/// Strict as rulesFromJson(); a missing member has its default.
Result<CaptureQuota> quotaFromJson(QByteArrayView text, JsonSource source = JsonSource::Person);

} // namespace hookworks
