// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/retry_policy.h"

#include <QString>

#include <optional>

namespace hookworks {

/// A kind's word, which begins a policy's name (`fixed:30x5`) and stands in JSON.
QString toString(RetryPolicy::Kind kind);
std::optional<RetryPolicy::Kind> retryPolicyKindFromString(QStringView word);

} // namespace hookworks
