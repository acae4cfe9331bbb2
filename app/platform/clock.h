// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

namespace hookworks {

/// Where real time comes from, so that every rule can be tested without waiting. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual RealTime now() const = 0;
};

/// The system's clock, UTC, to the microsecond.
class SystemClock final : public Clock
{
public:
    RealTime now() const override;
};

} // namespace hookworks
