// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer_thread.h"

#include "store/patience.h"
#include "store/quota.h"
#include "store/schema.h"
#include "store/sqlite/bodies.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/upkeep.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds shortestAgeGap = 100ms; ///< between two looks at the age
constexpr std::chrono::milliseconds longestAgeGap = 30s;
constexpr std::chrono::milliseconds lookGap =
    500ms;                            ///< between two looks at the file while nothing is asked for
constexpr size_t largestGroup = 4096; ///< so that the first of many is not kept waiting for the last

/// After these SQLite may have rolled the transaction back by itself.
bool spoilsGroup(const Error& error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::CannotWrite ||
           error.code == ErrorCode::Damaged;
}

/// A job did not say that a change of its own had failed.
Result<void> rolledBack()
{
    return fail(ErrorCode::CannotWrite,
                QCoreApplication::translate("hookworks", "A change failed, and the workspace is as it was "
                                                         "before. Check the disk and try again."));
}

} // namespace

WriterThread::WriterThread(QString path, const SecretBox& secrets, const BodyReading& reading,
                           FileWatch& watch, Reports reports)
    : m_path(std::move(path))
    , m_secrets(&secrets)
    , m_reading(&reading)
    , m_watch(&watch)
    , m_reports(std::move(reports))
    , m_thread([this] { run(); })
{
}

WriterThread::~WriterThread()
{
    m_queue.close();
    m_thread.join();
}

void WriterThread::add(WriteJob job)
{
    if (!m_queue.add(job) && job.done)
        job.done(fail(ErrorCode::Interrupted,
                      QCoreApplication::translate("hookworks", "The workspace is being closed.")));
}

Result<void> WriterThread::opened()
{
    return m_opened.get_future().get();
}

Result<void> WriterThread::open()
{
    auto connection = patiently([this](bool) { return openForWriting(m_path, *m_secrets); });
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    m_watch->remember();
    if (auto cleaned = deleteLooseBodies(*m_connection); !cleaned)
        return cleaned;
    m_index.open(*m_connection);
    return m_ledger.load(*m_connection).and_then([this] { return loadQuota(*m_connection, m_ledger); });
}

void WriterThread::run()
{
    const auto opened = open();
    m_opened.set_value(opened);
    while (opened) {
        auto jobs = m_queue.takeAllWithin(longestRest());
        if (!jobs)
            break;
        if (!jobs->empty() || untilUpkeep() == 0ms)
            work(*jobs);
        else if (const auto ours = checkFile(); !ours && !m_inTrouble)
            report(ours);
        index(jobs->size());
    }
    if (opened)
        (void)checkFile(); // closing it writes the log back
    m_connection.reset();
}

void WriterThread::work(std::span<WriteJob> jobs)
{
    do {
        const auto group = jobs.first(std::min(jobs.size(), largestGroup));
        jobs = jobs.subspan(group.size());
        report(writeGroup(group));
        if (!m_inTrouble)
            payOwed();
        if (m_ledger.takeWriteAnew() && !m_inTrouble) {
            (void)m_index.forget(*m_connection);
            writeLogBack(&writeAnew);
        } else if (isLogLong())
            writeLogBack(&copyLog);
    } while (!jobs.empty());
}

/// Once the file is lost, its log must not reach the one in its place: a moved one gets what it says, and it
/// goes.
Result<void> WriterThread::checkFile()
{
    auto ours = m_watch->look();
    if (ours || std::exchange(m_fileLost, true))
        return ours;
    if (m_watch->isOursElsewhere())
        (void)copyLog(*m_connection);
    m_watch->removeLog();
    return m_watch->look(); // it knows now what was set aside
}

bool WriterThread::isLogLong() const
{
    return !m_fileLost && m_logPace.isDue(*m_connection, *m_watch, m_inTrouble);
}

/// Here and nowhere else, so that every other change of the file is somebody else's.
void WriterThread::writeLogBack(Result<void> (*write)(SqlConnection&))
{
    if (!checkFile())
        return;
    (void)write(*m_connection); // what fails is tried again with the next
    m_watch->remember();
    m_logPace.writtenBack(*m_connection, *m_watch);
}

/// Between the groups, so that no change depends on it.
void WriterThread::index(size_t jobs)
{
    const int rows = m_indexPace.rowsAfter(jobs);
    if (rows == 0 || !m_index.isDue() || m_inTrouble || m_fileLost)
        return;
    m_index.step(*m_connection, *m_reading, rows);
    if (isLogLong())
        writeLogBack(&copyLog);
}

/// What waits for a file that takes nothing is not tried again and again without a rest.
std::chrono::milliseconds WriterThread::longestRest() const
{
    return m_inTrouble || m_fileLost ? lookGap : std::min({untilUpkeep(), untilIndexing(), lookGap});
}

std::chrono::milliseconds WriterThread::untilIndexing() const
{
    return m_index.isDue() ? m_indexPace.wait() : lookGap;
}

/// Until a group without jobs is due, in which captures that are too old go.
std::chrono::milliseconds WriterThread::untilUpkeep() const
{
    if (m_moreToRemove)
        return 0ms;
    if (!m_ledger.quota().age)
        return 1h;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_ageSeen + ageGap() - Steady::now());
    return std::max<std::chrono::milliseconds>(left, 0ms);
}

std::chrono::milliseconds WriterThread::ageGap() const
{
    const auto tenth = std::chrono::floor<std::chrono::milliseconds>(*m_ledger.quota().age / 10);
    return std::clamp<std::chrono::milliseconds>(tenth, shortestAgeGap, longestAgeGap);
}

Result<void> WriterThread::keepWithinQuota()
{
    std::optional<RealTime> oldest;
    const bool due = m_ledger.changes().settings || untilUpkeep() == 0ms;
    if (m_ledger.quota().age && due) {
        oldest = std::chrono::floor<Micros>(std::chrono::system_clock::now()) - *m_ledger.quota().age;
        m_ageSeen = Steady::now();
    }
    const auto more = removeBeyondQuota(*m_connection, m_ledger, oldest);
    m_moreToRemove = more.value_or(false);
    return more.map([](bool) {});
}

/// In a group of its own, so that it takes no other with it.
void WriterThread::payOwed()
{
    if (std::vector<WriteJob> owed = std::exchange(m_owed, {}); !owed.empty())
        (void)writeGroup(owed); // what fails is owed again
}

Result<void> WriterThread::writeGroup(std::span<WriteJob> group)
{
    const Ledger::Held held = m_ledger.held();
    auto answers = commitGroup(group);
    const StoreChanges changes = m_ledger.takeChanges();
    Result<void> committed;
    if (!answers) {
        committed = tl::unexpected(answers.error());
        (void)m_connection->execute(QStringLiteral("ROLLBACK")); // fails where SQLite has done so itself
        m_ledger.setHeld(held);
        answers = std::vector<Result<void>>(group.size(), committed);
    }
    m_ledger.recent().settle(committed.has_value());
    for (size_t i = 0; i < group.size(); ++i) {
        if (group[i].done)
            group[i].done((*answers)[i]);
        if (group[i].owed && !committed)
            m_owed.push_back(std::move(group[i]));
    }
    if (committed && !changes.isEmpty())
        m_reports.changed(changes);
    return committed;
}

Result<std::vector<Result<void>>> WriterThread::commitGroup(std::span<WriteJob> group)
{
    if (auto ours = checkFile(); !ours)
        return tl::unexpected(ours.error());
    if (auto begun = m_connection->run("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    std::vector<Result<void>> answers;
    answers.reserve(group.size());
    for (WriteJob& job : group) {
        auto changed = change(job);
        if (!changed.groupHolds)
            return tl::unexpected(changed.answer.error());
        answers.push_back(std::move(changed.answer));
    }
    if (auto kept = keepWithinQuota(); !kept)
        return tl::unexpected(kept.error());
    const StoreChanges& changes = m_ledger.changes();
    if (auto noted = m_index.noteChanged(*m_connection, changes.captures, changes.removedCaptures); !noted)
        return tl::unexpected(noted.error());
    if (auto saved = m_ledger.save(*m_connection); !saved)
        return tl::unexpected(saved.error());
    if (auto committed = m_connection->run("COMMIT"); !committed)
        return tl::unexpected(committed.error());
    if (auto ours = checkFile(); !ours) // what is answered now is in the file at that path
        return tl::unexpected(ours.error());
    return answers;
}

WriterThread::Changed WriterThread::change(WriteJob& job)
{
    Writer writer(*m_connection, *m_secrets, *m_reading, m_ledger);
    const qint64 changes = m_connection->changes();
    const qint64 failures = m_connection->failures();
    Changed changed = job.undoable ? changeUndoably(job, writer) : Changed{job.change(writer)};
    const auto& answer = changed.answer;
    const bool halfway = !answer && !job.undoable && m_connection->changes() != changes;
    if (halfway || (!answer && spoilsGroup(answer.error())))
        changed.groupHolds = false;
    else if (m_connection->failures() != failures && !m_connection->isInTransaction())
        changed = {answer ? rolledBack() : answer, false};
    return changed;
}

WriterThread::Changed WriterThread::changeUndoably(WriteJob& job, Writer& writer)
{
    const Ledger::Held held = m_ledger.held();
    if (auto marked = m_connection->run("SAVEPOINT change"); !marked)
        return {done(marked), false};
    Changed changed{job.change(writer)};
    if (!changed.answer) {
        m_ledger.setHeld(held);
        changed.groupHolds = m_connection->run("ROLLBACK TO change").has_value();
    }
    if (auto released = m_connection->run("RELEASE change"); !released)
        return {changed.answer ? done(released) : changed.answer, false};
    return changed;
}

void WriterThread::report(const Result<void>& committed)
{
    if (!committed) {
        m_inTrouble = true;
        m_reports.troubled(committed.error());
        return;
    }
    if (std::exchange(m_inTrouble, false))
        m_reports.troubled(Error{ErrorCode::Internal, QString(), QString()});
}

} // namespace hookworks
