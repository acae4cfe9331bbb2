// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/random.h"
#include "workbench/session/answering_store.h"
#include "workbench/session/live_state.h"
#include "workbench/session/workbench.h"

#include <QThread>
#include <QTimer>

namespace hookworks {

class IoParts;
struct SessionStart;

/// What the use cases share: the parts, the io thread, and what happened, gathered to at most thirty signals
/// a second. Main thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(WorkbenchParts parts);
    /// Waits until what was asked of the store is stored.
    ~Session() override;

    AnsweringStore store() const { return AnsweringStore(*m_parts.store); }
    const Clock& clock() const { return *m_parts.clock; }
    Random& random() const { return *m_parts.random; }
    const ProviderCatalogue& providers() const { return *m_parts.providers; }
    const QString& authorityFolder() const { return m_parts.authorityFolder; }
    bool isReadOnly() const;
    bool isStarted() const { return m_started; }

    Answer<void> start(SessionWork work);
    Answer<void> stop();

    /// What the io thread told last.
    LiveState& live() { return m_live; }
    const LiveState& live() const { return m_live; }

    /// Runs `work(IoParts&)` on the io thread; nothing where it does not run.
    void onIo(std::function<void(IoParts&)> work);
    /// The same for work that returns a Result<T>; Conflict where the session is not started.
    template <class Work>
    auto askIo(Work work)
    {
        using Told = std::invoke_result_t<Work&, IoParts&>;
        return askIoLater<typename Told::value_type>(
            [work = std::move(work)](IoParts& io, std::function<void(Told)> done) mutable {
                done(work(io));
            });
    }
    /// The same for work that calls back on the io thread.
    template <class T, class Work>
    Answer<T> askIoLater(Work work)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto finish = [promise](Result<T> result) {
            promise->addResult(std::move(result));
            promise->finish();
        };
        if (!m_started)
            finish(tl::unexpected<Error>(notStarted()));
        else
            onIo([work = std::move(work), finish](IoParts& io) mutable { work(io, finish); });
        return promise->future();
    }

Q_SIGNALS:
    /// What was committed since the last time; at most thirty a second.
    void committed(const hookworks::StoreChanges& changes);
    void troubled(const hookworks::Error& error);

private:
    static Error notStarted();
    Result<void> launch(const SessionStart& start, SessionWork work);
    Result<void> takeWaiting(const SessionStart& start, SessionWork work);
    void disable(WebhookId id, const QString& reason);
    void shutDown();

    WorkbenchParts m_parts;
    LiveState m_live;
    QTimer m_gathering;
    bool m_started = false, m_deliversWaiting = false;
    QThread m_thread;
    std::unique_ptr<QObject> m_ioContext; ///< lives on m_thread
    std::unique_ptr<IoParts> m_io;        ///< lives on m_thread
};

} // namespace hookworks
