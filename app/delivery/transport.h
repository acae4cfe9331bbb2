// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/exchange_values.h"

#include <functional>

namespace hookworks {

/// One attempt to be made.
struct AttemptJob
{
    qint64 id = 0;       ///< the caller's, unique among what is in flight; cancel() takes it
    DeliveryId delivery; ///< for logs only
    Request request;     ///< final: `{listener}` is resolved
    RealTime due;        ///< when it should have started, for the queue timing
    ExchangeTerms terms;
};

/// Makes attempts on the wire: for one job at most one transmission and exactly one result, on the thread
/// that called send(). All members are called on one thread.
class Transport
{
public:
    using Callback = std::function<void(ExchangeResult)>;

    virtual ~Transport() = default;
    /// `done` is called later, never from within send(); not at all once the transport is destroyed.
    virtual void send(AttemptJob job, Callback done) = 0;
    /// Ends an attempt at once; its callback still comes, with what was on the wire and Outcome::Closed.
    virtual void cancel(qint64 id) = 0;
};

} // namespace hookworks
