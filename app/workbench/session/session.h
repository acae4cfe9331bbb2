// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock_state.h"
#include "platform/clock.h"
#include "platform/random.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/listen/listening.h"
#include "workbench/session/answering_store.h"
#include "workbench/session/workbench.h"

#include <QHash>
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
    const QString& authorityFolder() const { return m_parts.authorityFolder; }
    bool isReadOnly() const;
    bool isStarted() const { return m_started; }

    Answer<void> start(SessionWork work);
    Answer<void> stop();

    ClockState clockState() const { return m_clockState; }
    WorkTime workNow() const { return workTimeAt(m_clockState, clock().now()); }
    const WorkCounts& work() const { return m_work; }
    const QHash<WebhookId, Circuit>& circuits() const { return m_circuits; }
    /// What `{listener}` stands for; empty: no listener runs.
    const QString& listenerUrl() const { return m_listenerUrl; }

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
    void clockChanged(const hookworks::ClockState& clock);
    void workChanged(const hookworks::WorkCounts& work);
    void listenerChanged(const hookworks::ListenerView& listener);
    void listenerWarned(hookworks::ListenerId id, const QString& words);
    void listenerUrlChanged();
    /// What was committed since the last time; at most thirty a second.
    void committed(const hookworks::StoreChanges& changes);
    void webhookDisabled(hookworks::WebhookId webhook, const QString& reason);
    void circuitChanged(hookworks::WebhookId webhook, const hookworks::Circuit& circuit);
    void troubled(const hookworks::Error& error);

private:
    static Error notStarted();
    Result<void> launch(const SessionStart& start, SessionWork work);
    Result<void> takeWaiting(const SessionStart& start, SessionWork work);
    void watch(IoParts& io);
    void gather(const StoreChanges& changes);
    void disable(WebhookId id, const QString& reason);
    void shutDown();

    WorkbenchParts m_parts;
    ClockState m_clockState;
    WorkCounts m_work;
    QHash<WebhookId, Circuit> m_circuits; ///< those that are not closed
    QString m_listenerUrl;
    StoreChanges m_gathered;
    QTimer m_gathering;
    bool m_started = false, m_deliversWaiting = false;
    QThread m_thread;
    std::unique_ptr<QObject> m_ioContext; ///< lives on m_thread
    std::unique_ptr<IoParts> m_io;        ///< lives on m_thread
};

/// Adds what `more` names.
void merge(StoreChanges& changes, const StoreChanges& more);

} // namespace hookworks
