// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QObject>
#include <QPromise>

namespace hookworks {

/// Finishes a future on the thread of `home`, from its event loop. One that finished on another thread would
/// look there at the contexts that were chained to it, while their own thread may be ending them.
template <class T>
QFuture<T> finishedAt(QObject& home, QFuture<T> future)
{
    const auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    future.then([&home, promise](const T& value) {
        const auto finish = [promise, value] {
            promise->addResult(value);
            promise->finish();
        };
        QMetaObject::invokeMethod(&home, finish, Qt::QueuedConnection);
    });
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
