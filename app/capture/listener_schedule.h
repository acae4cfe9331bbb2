// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/time.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <map>

namespace hookworks {

/// What a listener's connections do later, or one after the other. What is still due when it is cleared or
/// gone never happens.
class ListenerSchedule final : public QObject
{
    Q_OBJECT

public:
    explicit ListenerSchedule(QObject* parent);

    /// Runs `action` in `delay`; precise to a millisecond.
    void later(Micros delay, std::function<void()> action);
    /// Runs `job` when the ones before it have ended; it must call what it is given once.
    void inTurn(std::function<void(const std::function<void()>& ended)> job);
    void clear();

private:
    void nextTurn();
    void runDue();
    void armDue();

    std::multimap<std::chrono::steady_clock::time_point, std::function<void()>> m_due;
    std::deque<std::function<void(const std::function<void()>&)>> m_turns;
    QTimer m_timer;
    bool m_turnTaken = false;
};

} // namespace hookworks
