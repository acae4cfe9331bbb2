// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

namespace hookworks {

/// Rules that are often wanted, to start from.
struct RuleSet
{
    QString key;  ///< for scripts and settings: `down-for-3`
    QString name; ///< for people, translated
    QList<ReplyRule> rules;
    bool operator==(const RuleSet&) const = default;
};

/// Always 200, down for 3, flaky 30 %, slow, rate-limited, 410 gone, redirect, and one of each fault (each on
/// a path of its own: `/reset`, `/close`, …).
QList<RuleSet> ruleSets();

ReplyRule downFor(int times);

} // namespace hookworks
