// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QList>

namespace hookworks {

/// A request and what was made of it, step by step: one goes back and forward, and an edit made further back
/// begins a new way from there. A value.
class RequestSteps
{
public:
    static constexpr qsizetype most = 200; ///< then the oldest edits are dropped, never the original

    explicit RequestSteps(const Request& original = {})
        : m_steps{original}
    {
    }

    const Request& original() const { return m_steps.first(); }
    const Request& current() const { return m_steps[m_place]; }
    qsizetype place() const { return m_place; } ///< 0: the original
    qsizetype count() const { return m_steps.size(); }
    /// A new step, where it is one.
    void add(const Request& request);
    bool canGo(qsizetype by) const { return m_place + by >= 0 && m_place + by < m_steps.size(); }
    void go(qsizetype by) { m_place += canGo(by) ? by : 0; }

private:
    QList<Request> m_steps;
    qsizetype m_place = 0;
};

} // namespace hookworks
