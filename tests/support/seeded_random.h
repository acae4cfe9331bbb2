// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/random.h"

#include <mutex>
#include <random>

namespace hookworks {

/// The same numbers in each run, from a seed; thread-safe.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed = 1)
        : m_engine(seed)
    {
    }
    quint64 next() override
    {
        const std::lock_guard lock(m_mutex);
        return m_engine();
    }

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace hookworks
