// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/replay_series.h"
#include "workbench/session/answer.h"

#include <chrono>

namespace hookworks {

class Session;

/// When each request of a series is due, in real time.
class ReplayPacing
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit ReplayPacing(const ReplayPace& pace)
        : m_pace(pace)
    {
    }

    /// When the sources came; where the pace needs no times, at once and empty. NotFound: one is gone.
    static Answer<QList<RealTime>> timesOf(Session& session, const ReplaySeries& series);
    /// Of the sources, in their order.
    void begin(Time now, const QList<RealTime>& times);
    /// When the next one may go; `source`: its place.
    Time dueAt(qsizetype source) const;
    /// It goes.
    void passed(Time now);

private:
    ReplayPace m_pace;
    QList<RealTime> m_times;
    Time m_began, m_next;
};

} // namespace hookworks
