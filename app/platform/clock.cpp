// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/clock.h"

namespace hookworks {

RealTime SystemClock::now() const
{
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
}

} // namespace hookworks
