// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/what_if.h"

namespace hookworks {

namespace {

/// Takes the attempts in order; stops at the first that gets through.
class Trial
{
public:
    explicit Trial(const Outage& outage)
        : m_outage(outage)
    {
    }

    void attempt(int number, WorkTime at)
    {
        if (m_result.delivered)
            return;
        if (m_outage.contains(at))
            m_result.failing << number;
        else
            m_result.delivered = at;
    }

    WhatIf result()
    {
        if (m_result.failing.isEmpty())
            m_result.verdict = WhatIf::Verdict::Untouched;
        else
            m_result.verdict = m_result.delivered ? WhatIf::Verdict::Survives : WhatIf::Verdict::Lost;
        return m_result;
    }

private:
    const Outage& m_outage;
    WhatIf m_result;
};

} // namespace

WhatIf whatIf(const TimelineLane& lane, const Outage& outage)
{
    Trial trial(outage);
    for (const TimelineMark& mark : lane.marks) {
        if (mark.planned)
            trial.attempt(mark.number, mark.at);
    }
    return trial.result();
}

WhatIf whatIf(const QList<PlannedAttempt>& plan, WorkTime first, const Outage& outage)
{
    Trial trial(outage);
    for (const PlannedAttempt& attempt : plan)
        trial.attempt(attempt.number, first + attempt.after);
    return trial.result();
}

WhatIfSummary summarise(const QList<PlannedAttempt>& plan, const QList<WorkTime>& firsts,
                        const Outage& outage)
{
    WhatIfSummary summary;
    for (const WorkTime first : firsts) {
        const WhatIf fate = whatIf(plan, first, outage);
        summary.untouched += fate.verdict == WhatIf::Verdict::Untouched ? 1 : 0;
        summary.lost += fate.verdict == WhatIf::Verdict::Lost ? 1 : 0;
        if (fate.verdict != WhatIf::Verdict::Survives)
            continue;
        ++summary.survive;
        const Micros delay = *fate.delivered - first;
        summary.worstDelay = std::max(delay, summary.worstDelay.value_or(Micros(0)));
    }
    return summary;
}

int compare(const WhatIfSummary& left, const WhatIfSummary& right)
{
    if (left.lost != right.lost)
        return left.lost < right.lost ? -1 : 1;
    const Micros mine = left.worstDelay.value_or(Micros(0));
    const Micros theirs = right.worstDelay.value_or(Micros(0));
    return mine < theirs ? -1 : mine > theirs ? 1 : 0;
}

} // namespace hookworks
