// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/starting_gate.h"

#include <utility>

namespace hookworks {

void StartingGate::wait(std::function<void()> leave)
{
    if (m_open)
        return leave();
    m_waiting.push_back(std::move(leave));
    arrived();
}

void StartingGate::lose()
{
    arrived();
}

void StartingGate::arrived()
{
    if (--m_awaited <= 0)
        open();
}

void StartingGate::open()
{
    m_open = true;
    for (const auto& leave : std::exchange(m_waiting, {}))
        leave();
}

} // namespace hookworks
