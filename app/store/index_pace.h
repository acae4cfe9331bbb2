// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <utility>

namespace hookworks {

/// How much of the search index the writing thread does between its groups: much while nobody writes, little
/// while somebody does, so that no change waits long, nothing under load. Knows the time by itself: it only
/// decides when work that is due anyway is done.
class IndexPace
{
public:
    /// How many captures may be indexed now, after a group of so many changes.
    int rowsAfter(size_t jobs)
    {
        const auto now = Clock::now();
        m_jobs += jobs;
        m_isIdle = jobs == 0;
        if (m_isIdle) {
            begin(now);
            return now - m_lastChange > quiet ? whileQuiet : whileBusy;
        }
        m_lastChange = now;
        if (now - m_since < gap)
            return 0;
        const double perSecond =
            static_cast<double>(m_jobs) / std::chrono::duration<double>(now - m_since).count();
        begin(now);
        return perSecond > mostPerSecond ? 0 : whileBusy;
    }
    /// How long to wait for changes before idle time is used.
    std::chrono::milliseconds wait() const
    {
        return m_isIdle ? std::chrono::milliseconds(0) : std::chrono::milliseconds(20);
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr int whileQuiet = 400, whileBusy = 100;
    static constexpr double mostPerSecond = 4'000;
    static constexpr std::chrono::milliseconds gap{25}, quiet{250};

    void begin(Clock::time_point now)
    {
        m_since = now;
        m_jobs = 0;
    }

    Clock::time_point m_since = Clock::now();
    Clock::time_point m_lastChange;
    size_t m_jobs = 0;
    bool m_isIdle = false;
};

} // namespace hookworks
