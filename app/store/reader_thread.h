// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/asker.h"
#include "store/job_queue.h"
#include "store/reader.h"
#include "store/sqlite/file_watch.h"

#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace hookworks {

class SqlConnection;

/// The thread with the connection that reads.
class ReaderThread
{
public:
    /// Answers, unless it fails with what may pass (see store/patience.h) and this is not the last time: then
    /// it is asked again.
    using Question = std::function<Result<void>(const Result<Reader*>& reader, bool isLast)>;

    /// How the workspace is opened: openForReading(), or openChecked() where this process has opened it
    /// before.
    using Opening = Result<std::unique_ptr<SqlConnection>> (*)(const QString& path);

    /// `reading` and `watch` outlive it.
    ReaderThread(QString path, Opening opening, const SecretBox& secrets, const BodyReading& reading,
                 const FileWatch& watch);
    ~ReaderThread();
    ReaderThread(const ReaderThread&) = delete;
    ReaderThread& operator=(const ReaderThread&) = delete;

    /// Whether the workspace could be opened; waits for it. Once.
    Result<void> opened();
    /// After close(), and where the asker is superseded, it is answered at once, with Interrupted.
    void add(Question question, const Asker& asker = {});
    /// Answers what is queued, and closes the connection.
    void close();

private:
    struct Asked
    {
        Question question;
        Asker asker;
    };

    void run();
    Result<void> answer(SqlConnection& connection, const Asked& asked, bool isLast);

    QString m_path;
    Opening m_opening;
    const SecretBox* m_secrets;
    const BodyReading* m_reading;
    const FileWatch* m_watch;
    JobQueue<Asked> m_queue;
    std::function<void()> m_interrupt; ///< of the connection; empty: questions end by themselves
    std::promise<Result<void>> m_opened;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace hookworks
