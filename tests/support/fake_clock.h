// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/clock.h"

#include <atomic>

namespace hookworks {

/// A clock that stands still until it is moved. Starts at 2026-01-01T00:00:00Z; thread-safe.
class FakeClock final : public Clock
{
public:
    RealTime now() const override { return realTimeFromMicros(m_micros.load()); }
    void set(RealTime time) { m_micros.store(microsSinceEpoch(time)); }
    void advance(Micros by) { m_micros.fetch_add(by.count()); }

private:
    std::atomic<qint64> m_micros{1'767'225'600'000'000};
};

} // namespace hookworks
