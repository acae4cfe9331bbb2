// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/job_queue.h"
#include "store/reader.h"
#include "store/sqlite/file_watch.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace hookworks {

/// The thread with the connection that reads.
class ReaderThread
{
public:
    /// Answers, unless it fails with what may pass (see store/patience.h) and this is not the last time: then
    /// it is asked again.
    using Question = std::function<Result<void>(const Result<Reader*>& reader, bool isLast)>;

    /// `reading` and `watch` outlive it.
    ReaderThread(QString path, const SecretBox& secrets, const BodyReading& reading, const FileWatch& watch);
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
    Result<void> answer(SqlConnection& connection, const Question& question, bool isLast);

    QString m_path;
    const SecretBox* m_secrets;
    const BodyReading* m_reading;
    const FileWatch* m_watch;
    JobQueue<Question> m_queue;
    std::promise<Result<void>> m_opened;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace hookworks
