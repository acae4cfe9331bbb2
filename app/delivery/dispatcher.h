// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatch_context.h"

#include <memory>

namespace hookworks {

class DispatchClock;

/// Starts attempts when they are due on the workbench's clock, under each webhook's flow limits, and stores
/// what happened. Lives on the io thread; all members are called there.
class Dispatcher final
{
public:
    using Done = Journal::Done;

    Dispatcher(DispatcherPorts ports, const ClockState& clock);
    ~Dispatcher();
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    /// To connect to.
    DispatchEvents& events() const;

    /// Makes the outcome of each Unknown and lets its policy follow, as after a failure: what comes next is
    /// stored, and with `goOn` also waited for here. Call before resume().
    void recover(QList<InterruptedAttempt> attempts, bool goOn = true);
    /// What recover() stored and has not left alone yet is waited for here after all.
    void goOnWithRecovered();
    /// Takes over deliveries: at the start all that are not final, later new ones.
    void add(const QList<WaitingDelivery>& deliveries);
    /// Takes over deliveries that were just stored; their first attempts need not read them again, but those
    /// of replays.
    void addNew(const QList<Delivery>& deliveries);
    /// The same for deliveries whose first attempts are to reach their receivers together: they start once
    /// all are stored as started, each on a connection of its own, and their last bytes leave in one go. At
    /// most mostTogether. A paused clock, and a restart, come before it: then they are sent as any others.
    void addTogether(const QList<Delivery>& deliveries);
    static constexpr int mostTogether = 256;
    /// The same for deliveries that are known by id alone: those that are not final, or will not be once what
    /// recover() stores of them is stored.
    void takeUp(const QList<DeliveryId>& ids);
    void setLane(const LaneSettings& settings);
    void setDestinations(DestinationPolicy policy);
    void setProxy(const Proxy& proxy);
    /// Nothing is started before the first call, nor after stop().
    void resume();
    /// No further attempts; those in flight end. idle() or stopped() says when.
    void stop();

    ClockState clockState() const;
    WorkTime now() const;
    /// To set it.
    DispatchClock& clock() const;

    /// One attempt at once, outside the plan, also while the clock is paused. Conflict while one is in
    /// flight.
    void retryNow(DeliveryId id, Done done);
    /// No further attempts. One in flight ends by itself; a success still counts.
    void cancel(DeliveryId id, Done done);
    void hold(DeliveryId id, Done done);
    /// Goes on with a held delivery where its plan stands.
    void release(DeliveryId id, Done done);

    /// Looks at the clock. Its own timer does so when something is due; for tests that move a fake clock.
    void tick();

    std::optional<WorkTime> nextDue() const;
    DispatcherCounts counts() const;
    Circuit circuit(WebhookId webhook) const;

private:
    struct Parts;
    std::unique_ptr<Parts> d;
};

} // namespace hookworks
