// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rule_rows.h"

#include "store/tables.h"

#include <algorithm>
#include <limits>

namespace hookworks {

namespace {

/// One that leaves room for many more.
void clamp(qint64& count)
{
    count = std::clamp<qint64>(count, 0, std::numeric_limits<qint64>::max() / 2);
}

} // namespace

Result<RuleProgressOf> loadRuleProgress(SqlConnection& connection)
{
    auto rows = connection.ask(Records<RuleProgressColumns>::select("ORDER BY listener, place"));
    if (!rows)
        return tl::unexpected(rows.error());
    RuleProgressOf all;
    while (rows->next()) {
        ListenerId listener;
        int place = 0;
        RuleProgress progress;
        Records<RuleProgressColumns>::read(*rows, wholeRow, listener, place, progress);
        for (qint64* const count : {&progress.hits, &progress.next, &progress.draws, &progress.unjudged})
            clamp(*count);
        QList<RuleProgress>& ofListener = all[listener];
        ofListener.resize(std::max<qsizetype>(ofListener.size(), place + 1));
        ofListener[place] = progress;
    }
    if (const auto failure = rows->failure())
        return tl::unexpected(*failure);
    return all;
}

Result<void> storeRuleStep(SqlConnection& connection, ListenerId listener, const RuleStep& step)
{
    return done(Records<RuleProgressColumns>::replace(connection, listener, step.place, step.progress));
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
