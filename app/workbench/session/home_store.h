// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

namespace hookworks {

/// A future that finishes on the thread of `home`, which is the caller's, from its event loop. One that
/// finished on another thread would look there at the contexts that were chained to it, while their own
/// thread may be ending them; and Qt 6.4 runs what is chained to a future twice where another thread finishes
/// it in that very moment. So it is watched, and nothing is chained to it.
template <class T>
QFuture<T> finishedAt(QObject& home, const QFuture<T>& future)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    auto* const watcher = new QFutureWatcher<T>(&home);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &home, [watcher, promise] {
        promise->addResult(watcher->result());
        promise->finish();
        watcher->deleteLater();
    });
    watcher->setFuture(future);
    return promise->future();
}

/// The store as the use cases ask it: its answers finish on the thread of `home`.
class HomeStore
{
public:
    HomeStore(Store& store, QObject& home)
        : m_store(&store)
        , m_home(&home)
    {
    }

    QString path() const { return m_store->path(); }
    Store::Mode mode() const { return m_store->mode(); }

    template <class Change>
    auto write(Change change) const
    {
        return finishedAt(*m_home, m_store->write(std::move(change)));
    }
    template <class Question>
    auto read(Question question) const
    {
        return finishedAt(*m_home, m_store->read(std::move(question)));
    }

private:
    Store* m_store;
    QObject* m_home;
};

} // namespace hookworks
