// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/destination_policy.h"
#include "domain/delivery.h"

#include <functional>

namespace hookworks {

/// One attempt to be made.
struct AttemptJob
{
    qint64 id = 0;       ///< the caller's, unique among what is in flight; cancel() takes it
    DeliveryId delivery; ///< for logs only
    Request request;     ///< final: `{listener}` is resolved
    Micros timeout = std::chrono::seconds(30); ///< absolute, from the start, real time
    RealTime due;                              ///< when it should have started, for the queue timing
    qint64 responseCap = 1024 * 1024;          ///< bytes of body kept; a longer response is cut, and marked
    DestinationPolicy destinations = DestinationPolicy::Any;
};

/// How one attempt ended: what was on the wire.
struct AttemptResult
{
    qint64 id = 0;
    Outcome outcome = Outcome::Unknown;
    int status = 0;
    QString error;       ///< what happened, in words for a bug report; empty on success
    QByteArray sentHead; ///< as it left; empty: no byte left
    qint64 sentBody = 0; ///< bytes of the body that left
    QByteArray responseHead;
    HeaderList responseHeaders;
    QByteArray responseBody;
    bool truncated = false;
    QString local, remote; ///< address:port; empty: not connected
    int exchange = 0;
    AttemptTimings timings;
    RealTime startedAt; ///< when the wire took it
    RealTime finishedAt;
    bool operator==(const AttemptResult&) const = default;
};

/// Makes attempts on the wire: for one job at most one transmission and exactly one result, on the thread
/// that called send(). All members are called on one thread.
class Transport
{
public:
    using Callback = std::function<void(AttemptResult)>;

    virtual ~Transport() = default;
    /// `done` is called later, never from within send(); not at all once the transport is destroyed.
    virtual void send(AttemptJob job, Callback done) = 0;
    /// Ends an attempt at once; its callback still comes, with what was on the wire and Outcome::Closed.
    virtual void cancel(qint64 id) = 0;
};

} // namespace hookworks
