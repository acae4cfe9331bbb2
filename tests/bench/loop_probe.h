// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <thread>
#include <vector>

namespace hookworks {

/// How long something that happens now waits for the thread this object lives on: another thread posts an
/// event every few milliseconds, whether the one before was taken or not, and its age is noted when it is
/// taken. A loop that is blocked for 60 ms so shows as a dozen long waits, not as one.
class LoopProbe : public QObject
{
    Q_OBJECT

public:
    LoopProbe();
    ~LoopProbe() override;

    /// The waits in milliseconds since the last call.
    std::vector<double> take() { return std::exchange(m_waits, {}); }

private:
    void run();

    std::vector<double> m_waits;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace hookworks
