// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace hookworks {

/// Carries answers to the thread this object lives on, one event for all that came since the last. What still
/// waits when it dies is dropped; it must outlive whoever calls add(), so destroy it after the store.
class Completions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Thread-safe; `answer` runs on this object's thread, in order.
    void add(std::function<void()> answer);

private:
    void run();

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace hookworks
