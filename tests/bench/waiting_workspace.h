// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QString>

namespace hookworks {

inline constexpr qsizetype waitingBodySize = 600;

/// Makes a workspace of ten webhooks and `count` deliveries to `url` that wait: every second one for its
/// first attempt, the others for their second. The newest are due first, because a list shows them: fifty a
/// second at ×60, from a minute (at ×1) after now on. The key file of the workspace is `keyFile`.
Result<void> makeWaitingWorkspace(const QString& file, const QString& keyFile, const QString& url, int count);

} // namespace hookworks
