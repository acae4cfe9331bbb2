// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rule_rows.h"

#include "store/connection.h"

#include <algorithm>
#include <limits>

namespace hookworks {

namespace {

/// One that leaves room for many more.
qint64 toCount(Rows& row)
{
    return std::clamp<qint64>(row.integer(), 0, std::numeric_limits<qint64>::max() / 2);
}

RuleProgress toProgress(Rows& row)
{
    RuleProgress progress;
    progress.hits = toCount(row);
    progress.next = toCount(row);
    progress.draws = toCount(row);
    progress.since = row.maybeWorkTime();
    progress.unjudged = toCount(row);
    progress.unjudgedReason = row.text();
    return progress;
}

} // namespace

Result<RuleProgressOf> loadRuleProgress(SqlConnection& connection)
{
    auto rows = connection.ask("SELECT listener, place, hits, next, draws, since, unjudged, unjudged_reason "
                               "FROM rule_progress ORDER BY listener, place");
    if (!rows)
        return tl::unexpected(rows.error());
    RuleProgressOf all;
    while (rows->next()) {
        const ListenerId listener{rows->integer()};
        const int place = rows->number(0, static_cast<int>(ReplyRulesMost::rules) - 1);
        QList<RuleProgress>& progress = all[listener];
        progress.resize(std::max<qsizetype>(progress.size(), place + 1));
        progress[place] = toProgress(*rows);
    }
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    return all;
}

Result<void> storeRuleStep(SqlConnection& connection, ListenerId listener, const RuleStep& step)
{
    const RuleProgress& progress = step.progress;
    return done(connection.run("INSERT OR REPLACE INTO rule_progress (listener, place, hits, next, draws, "
                               "since, unjudged, unjudged_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                               listener, step.place, progress.hits, progress.next, progress.draws,
                               progress.since, progress.unjudged, progress.unjudgedReason));
}

Result<void> replaceRuleProgress(SqlConnection& connection, ListenerId listener,
                                 const QList<RuleProgress>& progress)
{
    if (auto removed = connection.run("DELETE FROM rule_progress WHERE listener = ?", listener); !removed)
        return done(removed);
    for (int place = 0; place < progress.size(); ++place) {
        if (progress[place] == RuleProgress())
            continue;
        if (auto stored = storeRuleStep(connection, listener, {place, progress[place]}); !stored)
            return stored;
    }
    return {};
}

} // namespace hookworks
