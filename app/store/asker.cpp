// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/asker.h"

#include <mutex>

namespace hookworks {

struct Asker::State
{
    std::mutex mutex;
    bool superseded = false;
    std::function<void()> interrupt; ///< while a question is being answered
};

Asker Asker::make()
{
    Asker asker;
    asker.m_state = std::make_shared<State>();
    return asker;
}

void Asker::supersede()
{
    if (!m_state)
        return;
    const std::lock_guard lock(m_state->mutex);
    m_state->superseded = true;
    if (m_state->interrupt)
        m_state->interrupt();
}

bool Asker::isSuperseded() const
{
    if (!m_state)
        return false;
    const std::lock_guard lock(m_state->mutex);
    return m_state->superseded;
}

Asker::Answering::Answering(const Asker& asker, std::function<void()> interrupt)
    : m_asker(asker)
{
    if (!asker.m_state)
        return;
    const std::lock_guard lock(asker.m_state->mutex);
    asker.m_state->interrupt = std::move(interrupt);
}

/// From now on nothing is interrupted: the connection is somebody else's.
Asker::Answering::~Answering()
{
    if (!m_asker.m_state)
        return;
    const std::lock_guard lock(m_asker.m_state->mutex);
    m_asker.m_state->interrupt = nullptr;
}

} // namespace hookworks
