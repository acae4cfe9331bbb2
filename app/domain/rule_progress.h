// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

namespace hookworks {

/// How far a reply rule has come. It belongs to the workspace: it goes on after a restart, in another process
/// and in an edited rule; only *Reset hits* takes it back to nothing.
struct RuleProgress
{
    qint64 hits = 0;               ///< requests that it answered, with `otherwise` too
    qint64 next = 0;               ///< how many replies of its sequence were given
    qint64 draws = 0;              ///< how many random numbers were drawn from its seed
    std::optional<WorkTime> since; ///< its first hit; kept only where the rule is for a time
    qint64 unjudged = 0;           ///< requests whose body its conditions could not be tried on
    QString unjudgedReason;        ///< of the last of these, without a full stop
    bool operator==(const RuleProgress&) const = default;
};

/// What one rule of a list has come to.
struct RuleStep
{
    int place = 0; ///< in the list, from 0
    RuleProgress progress;
    bool operator==(const RuleStep&) const = default;
};

/// How far each rule of `now` is, when it takes the place of `before`: an equal rule goes on where it was; an
/// edited one too, which is known by its name, or by being the same under another name. Others begin anew.
QList<RuleProgress> carriedOver(const QList<ReplyRule>& before, const QList<RuleProgress>& progress,
                                const QList<ReplyRule>& now);

} // namespace hookworks
