// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/journal.h"
#include "delivery/transport.h"
#include "domain/clock_state.h"
#include "domain/delivery.h"
#include "domain/webhook.h"
#include "platform/clock.h"

#include <QObject>

#include <functional>
#include <memory>

namespace hookworks {

/// What the dispatcher keeps of a delivery that is not final; everything else stays in the store.
struct WaitingDelivery
{
    DeliveryId id;
    std::optional<WebhookId> webhook;
    quint32 destination =
        0; ///< without a webhook: a hash of scheme, host and port, so that receivers do not share a lane
    WorkTime due;
    Origin origin = Origin::Plan;
    bool held = false;
    bool operator==(const WaitingDelivery&) const = default;
};

/// The dispatcher's view of a stored delivery; nullopt where nothing is to be done (final).
std::optional<WaitingDelivery> waitingFrom(const Delivery& delivery);

/// An attempt that was in flight when the program died.
struct InterruptedAttempt
{
    JournalEntry entry;
    Attempt attempt;
};

/// What the dispatcher must know of a webhook.
struct LaneSettings
{
    WebhookId webhook;
    FlowLimits limits;
    bool enabled = true; ///< switching it on again forgets its failures and closes its circuit
    std::optional<WorkTime> failingSince = std::nullopt; ///< as the journal has it; nullopt: as it is known
    ClientCertificate certificate = {};
};

struct DispatcherCounts
{
    int waiting = 0; ///< held ones not included
    int held = 0;
    int inFlight = 0; ///< stored as started, not stored as finished
    bool operator==(const DispatcherCounts&) const = default;
};

/// The dispatcher's collaborators. The references outlive it.
struct DispatcherPorts
{
    const Clock& clock;
    Journal& journal;
    Transport& transport;
    /// The base URL (`http://127.0.0.1:8717`) that `{listener}` stands for; nullopt: no listener runs.
    std::function<std::optional<QString>()> listenerUrl;
};

/// Starts attempts when they are due on the workbench's clock, under each webhook's flow limits, and stores
/// what happened. Lives on the io thread; all members are called there.
class Dispatcher final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;

    Dispatcher(DispatcherPorts ports, const ClockState& clock, QObject* parent = nullptr);
    ~Dispatcher() override;

    /// Makes the outcome of each Unknown and lets its policy follow, as after a failure: what comes next is
    /// stored, and with `goOn` also waited for here. Call before resume().
    void recover(QList<InterruptedAttempt> attempts, bool goOn = true);
    /// What recover() stored and has not left alone yet is waited for here after all.
    void goOnWithRecovered();
    /// Takes over deliveries: at the start all that are not final, later new ones.
    void add(const QList<WaitingDelivery>& deliveries);
    void add(const WaitingDelivery& delivery) { add(QList<WaitingDelivery>{delivery}); }
    /// Takes over deliveries that were just stored; their first attempts need not read them again.
    void addNew(const QList<Delivery>& deliveries);
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
    /// 0 pauses.
    void setSpeed(double speed);
    void jumpTo(WorkTime due);
    /// To the earliest due time; nothing when none waits.
    void jumpToNext();
    /// Jumps by itself whenever nothing is in flight, until all are final.
    void setJumping(bool on);
    /// The clock shows real time again, at ×1; waiting due times move along, so that gaps remain.
    void backToRealTime();

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

Q_SIGNALS:
    /// Stored; about to be sent.
    void attemptStarted(const hookworks::Delivery& delivery, const hookworks::Attempt& attempt);
    /// Stored, with the delivery's new state. Bodies are in it.
    void attemptFinished(const hookworks::Delivery& delivery, const hookworks::Attempt& attempt);
    /// Held, released, cancelled, or withdrawn before it was sent.
    void deliveryChanged(const hookworks::Delivery& delivery);
    void clockChanged(const hookworks::ClockState& clock);
    /// Nothing is in flight and nothing waits, held deliveries aside.
    void idle();
    /// After stop(): nothing is in flight.
    void stopped();
    /// A webhook that was on should be switched off; deliveries on their way follow their own plans.
    void webhookDisabled(hookworks::WebhookId webhook, const QString& reason);
    void circuitChanged(hookworks::WebhookId webhook, const hookworks::Circuit& circuit);
    /// The store did not take something; the dispatcher tries again every second, and sends nothing
    /// meanwhile.
    void storeFailed(const hookworks::Error& error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks
