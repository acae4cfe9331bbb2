// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/completions.h"

#include <QMetaObject>

#include <utility>

namespace hookworks {

void Completions::add(std::function<void()> answer)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_waiting.empty();
        m_waiting.push_back(std::move(answer));
    }
    if (first)
        QMetaObject::invokeMethod(this, &Completions::run, Qt::QueuedConnection);
}

void Completions::run()
{
    std::vector<std::function<void()>> answers;
    {
        const std::lock_guard lock(m_mutex);
        answers.swap(m_waiting);
    }
    for (const auto& answer : answers)
        answer();
}

} // namespace hookworks
