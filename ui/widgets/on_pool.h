// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace hookworks {

/// Lets a thread of the pool work something out that would hold the window up; `take` gets it on the window's
/// thread, and nobody does once `context` is gone. `make` owns what it needs, and throws nothing. A watcher,
/// since QFuture::then() looks at its context on the pool's thread, where it may be going that moment.
template <class Make, class Take>
void onPool(QObject& context, Make make, Take take)
{
    using Made = std::invoke_result_t<Make>;
    const auto promise = std::make_shared<QPromise<Made>>();
    promise->start();
    auto* watcher = new QFutureWatcher<Made>(&context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, &context, [watcher, take = std::move(take)] {
        watcher->deleteLater();
        take(watcher->result());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, make = std::move(make)] {
        promise->addResult(make());
        promise->finish();
    });
}

} // namespace hookworks
