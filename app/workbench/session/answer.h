// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <memory>

namespace hookworks {

template <class T>
class Answer;

template <class T>
struct AnswerTraits; ///< of what a continuation returns: nothing, a Result or an Answer

/// What a use case answers later. It never blocks, and it may be dropped. Whoever finishes it, on whatever
/// thread, what is chained to it runs on the thread of its context: Qt's own continuations would look at the
/// context from the other thread while its own may be ending it, and Qt 6.4 runs a continuation twice where
/// another thread finishes the future in that very moment. So the future is watched, and nothing is chained
/// to it.
template <class T>
class Answer
{
public:
    Answer(QFuture<Result<T>> future)
        : m_future(std::move(future))
    {
    }
    /// One that was there from the start.
    static Answer ready(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        Answer answer(promise.future());
        answer.m_ready = true;
        return answer;
    }

    bool isFinished() const { return m_future.isFinished() && m_future.resultCount() > 0; }
    /// Once it is finished.
    Result<T> result() const { return m_future.result(); }

    /// Gives the result to `take`: at once where it was there from the start, else from the event loop,
    /// however soon it came; not at all where the context has ended. Called on the context's thread. Gives an
    /// Answer of what `take` gives, a Result or an Answer; nothing where it gives nothing.
    template <class Take>
    auto then(QObject* context, Take take) const
    {
        Q_ASSERT(context->thread() == QThread::currentThread());
        using Given = std::invoke_result_t<Take&, const Result<T>&>;
        if constexpr (std::is_void_v<Given>) {
            whenFinished(context, std::move(take));
        } else {
            using Next = typename AnswerTraits<Given>::Value;
            const auto promise = std::make_shared<QPromise<Result<Next>>>();
            promise->start();
            whenFinished(context,
                         [context, promise, take = std::move(take)](const Result<T>& result) mutable {
                             AnswerTraits<Given>::pass(take(result), context, promise);
                         });
            return Answer<Next>(promise->future());
        }
    }

private:
    template <class Take>
    void whenFinished(QObject* context, Take take) const
    {
        if (m_ready)
            return static_cast<void>(take(m_future.result()));
        auto* const watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [watcher, take = std::move(take)]() mutable {
                             watcher->deleteLater();
                             if (watcher->future().resultCount() > 0)
                                 take(watcher->result());
                         });
        watcher->setFuture(m_future);
    }

    QFuture<Result<T>> m_future;
    bool m_ready = false;
};

template <class T>
struct AnswerTraits<Result<T>>
{
    using Value = T;
    static void pass(Result<T> result, QObject*, const std::shared_ptr<QPromise<Result<T>>>& promise)
    {
        promise->addResult(std::move(result));
        promise->finish();
    }
};

template <class T>
struct AnswerTraits<Answer<T>>
{
    using Value = T;
    static void pass(const Answer<T>& answer, QObject* context,
                     const std::shared_ptr<QPromise<Result<T>>>& promise)
    {
        answer.then(context, [promise](const Result<T>& result) {
            promise->addResult(result);
            promise->finish();
        });
    }
};

/// An answer that is there already.
template <class T>
Answer<T> readyAnswer(Result<T> result)
{
    return Answer<T>::ready(std::move(result));
}

} // namespace hookworks
