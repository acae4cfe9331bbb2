// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/job_queue.h"
#include "store/reader.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace hookworks {

/// The thread with the connection that reads.
class ReaderThread
{
public:
    using Question = std::function<void(Result<Reader*>)>;

    ReaderThread(QString path, const SecretBox& secrets);
    ~ReaderThread();
    ReaderThread(const ReaderThread&) = delete;
    ReaderThread& operator=(const ReaderThread&) = delete;

    /// Whether the workspace could be opened; waits for it. Once.
    Result<void> opened();
    /// After close() it is answered at once, with Interrupted.
    void add(Question question);
    /// Answers what is queued, and closes the connection.
    void close();

private:
    void run();
    void answer(SqlConnection& connection, const Question& question);

    QString m_path;
    const SecretBox* m_secrets;
    JobQueue<Question> m_queue;
    std::promise<Result<void>> m_opened;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace hookworks
