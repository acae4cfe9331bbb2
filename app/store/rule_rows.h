// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/result.h"
#include "domain/rule_progress.h"

#include <QMap>

namespace hookworks {

class SqlConnection;

/// How far the rules of each listener are, by their place in its list. Those that never moved have no row.
using RuleProgressOf = QMap<ListenerId, QList<RuleProgress>>;

Result<RuleProgressOf> loadRuleProgress(SqlConnection& connection);
Result<void> storeRuleStep(SqlConnection& connection, ListenerId listener, const RuleStep& step);
/// Instead of all that is stored of that listener's rules.
Result<void> replaceRuleProgress(SqlConnection& connection, ListenerId listener,
                                 const QList<RuleProgress>& progress);

} // namespace hookworks
