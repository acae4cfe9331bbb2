// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/loop_probe.h"

#include <chrono>

namespace hookworks {

using Steady = std::chrono::steady_clock;

LoopProbe::LoopProbe()
    : m_thread([this] { run(); })
{
}

LoopProbe::~LoopProbe()
{
    m_stop = true;
    m_thread.join();
}

void LoopProbe::run()
{
    constexpr std::chrono::milliseconds every{2};
    for (auto next = Steady::now(); !m_stop; next += every) {
        std::this_thread::sleep_until(next);
        QMetaObject::invokeMethod(
            this,
            [this, asked = Steady::now()] {
                m_waits.push_back(std::chrono::duration<double, std::milli>(Steady::now() - asked).count());
            },
            Qt::QueuedConnection);
    }
}

} // namespace hookworks
