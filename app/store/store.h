// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/asker.h"
#include "store/patience.h"
#include "store/reader.h"
#include "store/sqlite/file_watch.h"
#include "store/store_changes.h"
#include "store/writer.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <mutex>

namespace hookworks {

class ReaderThread;
class WriterThread;

/// A workspace in one SQLite file. One thread has the one connection that writes, and writes in groups:
/// whatever was asked for while it was busy is one transaction, answered after its commit. Three other
/// threads read, and see what was committed: one for screens, one for work that is urgent, one for what takes
/// long. Thread-safe, but for its destruction.
class Store : public QObject
{
    Q_OBJECT

public:
    enum class Mode
    {
        Read,
        Write
    };

    /// Opens or (Mode::Write) creates it, migrates an older one after copying it beside; nothing is
    /// overwritten. Blocks for as long as the disk needs, so call it before the event loop runs. Only the
    /// holder of the workspace's lock may open with Mode::Write. `secrets` outlives the store. `reading` is
    /// how a search looks into bodies: on the store's threads. Fails with CannotOpen, CannotWrite,
    /// NewerVersion, Damaged, NotFound (Mode::Read) or DiskFull.
    static Result<std::unique_ptr<Store>> open(const QString& path, Mode mode, const SecretBox& secrets,
                                               BodyReading reading = {});

    /// Answers what was asked, writes all that is queued, answers it, and closes. Blocks until then; what is
    /// asked for meanwhile is answered with Interrupted.
    ~Store() override;

    QString path() const;
    Mode mode() const;

    /// Runs `change`, which returns a Result<T>, on the writer thread: all of it is stored, or nothing where
    /// it returns an error. The future finishes after the commit, on the writer thread: wait for it or watch
    /// it (the workbench's Answer does), but chain nothing to it, see there. `change` must not block and must
    /// not keep the Writer.
    template <class Change>
    auto write(Change change) -> QFuture<std::invoke_result_t<Change&, Writer&>>
    {
        using Answer = std::invoke_result_t<Change&, Writer&>;
        const auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        const auto answer = std::make_shared<std::optional<Answer>>();
        queueWrite(
            [change = std::move(change), answer](Writer& writer) mutable -> Result<void> {
                answer->emplace(change(writer));
                if (!**answer)
                    return tl::unexpected<Error>(answer->value().error());
                return {};
            },
            [promise, answer](const Result<void>& committed) {
                if (!committed)
                    answer->emplace(tl::unexpected<Error>(committed.error()));
                promise->addResult(std::move(**answer));
                promise->finish();
            },
            true);
        return promise->future();
    }

    /// The form for hot paths, without a future. `done` runs on the writer thread after the commit, in the
    /// order the changes were asked for; one group calls all its `done` in one go, so give them to a
    /// Completions for one post per group to another thread. `change` must return its errors before its first
    /// change: one that fails halfway takes its whole group with it. In Mode::Read `done` gets CannotWrite at
    /// once.
    void write(std::function<Result<void>(Writer&)> change, std::function<void(const Result<void>&)> done);
    /// The same where nobody waits for it: when its group cannot be committed, it is tried again after one
    /// that could. Lost where the store is closed before, and in Mode::Read.
    void writeSometime(std::function<Result<void>(Writer&)> change);

    /// Runs `question`, which returns a Result<T>, on a thread that reads, in one snapshot; again where the
    /// disk fails to give a part of it once. In both modes.
    /// What takes long is asked for in parts that end in time, so that others come in between.
    /// Ends at once, with Interrupted, when `asker` is superseded.
    template <class Question>
    auto read(Question question, const Asker& asker = {}) -> QFuture<std::invoke_result_t<Question&, Reader&>>
    {
        return readIn(*m_screen, std::move(question), asker);
    }
    /// The same for what work waits for: never behind a screen's question.
    template <class Question>
    auto readUrgently(Question question) -> QFuture<std::invoke_result_t<Question&, Reader&>>
    {
        return readIn(*m_urgent, std::move(question), Asker());
    }
    /// The form without a future: `done` runs on the thread that reads.
    template <class Question, class Done>
    void readUrgently(Question question, Done done)
    {
        readIn(*m_urgent, std::move(question), Asker(), std::move(done));
    }
    /// The same for what takes long and cannot be asked for in parts: a file that is taken in or written, a
    /// comparison. Holds up no screen, and waits for others of its kind alone.
    template <class Question>
    auto readInBackground(Question question) -> QFuture<std::invoke_result_t<Question&, Reader&>>
    {
        return readIn(*m_background, std::move(question), Asker());
    }

    /// What was committed since the last time; nothing of the time when nobody was connected to changed().
    StoreChanges takeChanges();

Q_SIGNALS:
    /// A commit changed something; once until takeChanges() is called, so that many commits wake nobody many
    /// times. From the writer thread: connect with a context object. What another process commits is not seen
    /// here.
    void changed();
    /// A group could not be committed (full disk, I/O error), and again with an empty message once one could.
    /// With CannotOpen the file is not the one that was opened any more: nothing is stored from then on, and
    /// the workspace has to be opened anew. From the writer thread.
    void troubled(const hookworks::Error& error);

private:
    using ReadQuestion = std::function<Result<void>(const Result<Reader*>&, bool)>;

    Store(QString path, Mode mode, BodyReading reading);
    template <class Question>
    auto readIn(ReaderThread& lane, Question question, const Asker& asker)
        -> QFuture<std::invoke_result_t<Question&, Reader&>>
    {
        using Answer = std::invoke_result_t<Question&, Reader&>;
        const auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        readIn(lane, std::move(question), asker, [promise](Answer answer) {
            promise->addResult(std::move(answer));
            promise->finish();
        });
        return promise->future();
    }
    template <class Question, class Done>
    void readIn(ReaderThread& lane, Question question, const Asker& asker, Done done)
    {
        using Answer = std::invoke_result_t<Question&, Reader&>;
        queueRead(lane, asker,
                  [question = std::move(question), done = std::move(done)](
                      const Result<Reader*>& reader, bool isLast) mutable -> Result<void> {
                      Answer answer =
                          reader ? question(**reader) : Answer(tl::unexpected<Error>(reader.error()));
                      if (!answer && !isLast && mayPass(answer.error()))
                          return tl::unexpected<Error>(answer.error());
                      done(std::move(answer));
                      return {};
                  });
    }

    void noteChanges(const StoreChanges& changes);
    Result<void> openLanes(const SecretBox& secrets);
    void queueWrite(std::function<Result<void>(Writer&)> change,
                    std::function<void(const Result<void>&)> done, bool undoable);
    static void queueRead(ReaderThread& lane, const Asker& asker, ReadQuestion question);

    QString m_path;
    Mode m_mode;
    FileWatch m_watch;
    BodyReading m_reading;
    std::mutex m_changesMutex;
    StoreChanges m_changes; ///< not taken yet
    bool m_changesTold = false;
    std::unique_ptr<WriterThread> m_writer;
    std::unique_ptr<ReaderThread> m_urgent, m_screen, m_background;
};

} // namespace hookworks
