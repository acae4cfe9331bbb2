// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace hookworks {

/// Lets a thread of the pool work something out that would hold the window up. `make` owns what it needs, and
/// throws nothing; take the answer with then() and a context, which drops it where nobody waits any more.
template <class Make>
QFuture<std::invoke_result_t<Make>> onPool(Make make)
{
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<Make>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, make = std::move(make)] {
        promise->addResult(make());
        promise->finish();
    });
    return promise->future();
}

} // namespace hookworks
