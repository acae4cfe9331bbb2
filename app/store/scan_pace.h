// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/search_page.h"

namespace hookworks {

/// How many ids a scan takes at once: as many as can be looked at in a few milliseconds, so that it can end
/// in time and holds up nobody.
class ScanPace
{
public:
    explicit ScanPace(SearchTime time)
        : m_end(time ? std::optional(Clock::now() + *time) : std::nullopt)
    {
    }
    qint64 window() const { return m_window; }
    bool isOver() const { return m_end && Clock::now() >= *m_end; }
    /// A window was looked at.
    void passed()
    {
        const auto took = Clock::now() - std::exchange(m_last, Clock::now());
        if (took < std::chrono::milliseconds(5))
            m_window = std::min(m_window * 2, widest);
        else if (took > std::chrono::milliseconds(10))
            m_window = std::max(m_window / 2, narrowest);
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr qint64 narrowest = 128, widest = 65'536;

    std::optional<Clock::time_point> m_end;
    Clock::time_point m_last = Clock::now();
    qint64 m_window = 512;
};

} // namespace hookworks
