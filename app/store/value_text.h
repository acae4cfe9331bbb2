// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture_quota.h"
#include "domain/listener_config.h"
#include "domain/result.h"
#include "domain/retry_policy.h"

namespace hookworks {

/// Values that lie in one column as JSON text, a listener's sealed. Damaged where the text is not what was
/// written.
QString policyText(const RetryPolicy& policy);
Result<RetryPolicy> policyFromText(const QString& text);
QByteArray listenerText(const ListenerConfig& listener);
Result<ListenerConfig> listenerFromText(const QByteArray& text);
/// An empty text is the default.
QString quotaText(const CaptureQuota& quota);
Result<CaptureQuota> quotaFromText(const QString& text);

} // namespace hookworks
