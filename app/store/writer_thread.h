// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/index_pace.h"
#include "store/job_queue.h"
#include "store/ledger.h"
#include "store/log_pace.h"
#include "store/sqlite/file_watch.h"
#include "store/sqlite/search_index.h"
#include "store/writer.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <span>
#include <thread>
#include <vector>

namespace hookworks {

/// One change that waits for its group.
struct WriteJob
{
    std::function<Result<void>(Writer&)> change;
    std::function<void(const Result<void>&)> done;
    bool undoable = false; ///< it may fail halfway without harm to its group
    bool owed = false;     ///< tried again after the next group that could be committed
};

/// The thread with the one connection that writes.
class WriterThread
{
public:
    /// What it tells, from its thread.
    struct Reports
    {
        std::function<void(const StoreChanges&)> changed;
        std::function<void(const Error&)> troubled;
    };

    /// `reading` and `watch` outlive it.
    WriterThread(QString path, const SecretBox& secrets, const BodyReading& reading, FileWatch& watch,
                 Reports reports);
    /// Writes what is queued.
    ~WriterThread();
    WriterThread(const WriterThread&) = delete;
    WriterThread& operator=(const WriterThread&) = delete;

    /// Whether the workspace could be opened; waits for it. Once.
    Result<void> opened();
    /// While the thread ends it is answered at once, with Interrupted.
    void add(WriteJob job);

private:
    void run();
    std::chrono::milliseconds untilUpkeep() const;
    std::chrono::milliseconds ageGap() const;
    Result<void> keepWithinQuota();
    Result<void> open();
    void work(std::span<WriteJob> jobs);
    Result<void> checkFile();
    void writeLogBack(Result<void> (*write)(SqlConnection&));
    bool isLogLong() const;
    Result<void> writeGroup(std::span<WriteJob> group);
    void payOwed();
    void index(size_t jobs);
    std::chrono::milliseconds longestRest() const;
    std::chrono::milliseconds untilIndexing() const;
    /// The answers to each job, or why the whole group failed.
    Result<std::vector<Result<void>>> commitGroup(std::span<WriteJob> group);
    /// What came of a job, and whether its group can still be committed.
    struct Changed
    {
        Result<void> answer;
        bool groupHolds = true;
    };
    Changed change(WriteJob& job);
    Changed changeUndoably(WriteJob& job, Writer& writer);
    void report(const Result<void>& committed);

    QString m_path;
    const SecretBox* m_secrets;
    const BodyReading* m_reading;
    FileWatch* m_watch;
    Reports m_reports;
    JobQueue<WriteJob> m_queue;
    std::vector<WriteJob> m_owed;
    std::promise<Result<void>> m_opened;
    std::unique_ptr<SqlConnection> m_connection;
    Ledger m_ledger;
    SearchIndex m_index;
    IndexPace m_indexPace;
    std::chrono::steady_clock::time_point m_ageSeen; ///< when the age was last looked at
    LogPace m_logPace;
    bool m_moreToRemove = false;
    bool m_fileLost = false;
    bool m_inTrouble = false;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace hookworks
