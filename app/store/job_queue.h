// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace hookworks {

/// Jobs on their way to a thread that takes all there are at once. Thread-safe.
template <class Job>
class JobQueue
{
public:
    /// False, and the job is left where it was, after close().
    bool add(Job& job)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return false;
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
        return true;
    }

    /// After the last job takeAll() gives none.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_wake.notify_one();
    }

    /// Waits until there is a job; none: the queue is closed and empty.
    std::vector<Job> takeAll()
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
        return std::exchange(m_jobs, {});
    }

    /// The same, but waits at most so long: none then. nullopt: the queue is closed and empty.
    std::optional<std::vector<Job>> takeAllWithin(std::chrono::milliseconds wait)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, wait, [this] { return m_closed || !m_jobs.empty(); });
        if (m_closed && m_jobs.empty())
            return std::nullopt;
        return std::exchange(m_jobs, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Job> m_jobs;
    bool m_closed = false;
};

} // namespace hookworks
