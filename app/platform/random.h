// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace hookworks {

/// Where randomness comes from, so that a test can repeat it. Thread-safe.
class Random
{
public:
    virtual ~Random() = default;
    /// 64 bits, each equally likely.
    virtual quint64 next() = 0;
};

/// The system's cryptographic source.
class SystemRandom final : public Random
{
public:
    quint64 next() override;
};

} // namespace hookworks
