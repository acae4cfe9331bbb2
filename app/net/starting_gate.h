// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <vector>

namespace hookworks {

/// Lets the requests of a burst reach their receiver together: each has its own connection, has sent all but
/// its last byte, and waits here; the last bytes leave in one go once every request of the burst waits or has
/// ended. Nobody is waited for longer than longestHold. Made on any thread for so many requests; everything
/// else belongs to the wire thread.
class StartingGate
{
public:
    static constexpr std::chrono::seconds longestHold{10};

    explicit StartingGate(int requests)
        : m_awaited(requests)
    {
    }

    /// `leave` is called once, when the gate opens; at once where it is open.
    void wait(std::function<void()> leave);
    /// A request ended before it waited.
    void lose();
    void open();

private:
    void arrived();

    int m_awaited;
    bool m_open = false;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace hookworks
