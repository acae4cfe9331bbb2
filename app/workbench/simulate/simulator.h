// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// An event to be made.
struct EventChoice
{
    ReportId report;
    QString event;                  ///< `report.failed`
    QString outcome;                ///< `success` or `failure` where the event has one; empty: success
    QString error;                  ///< the reason; the provider's profile adds its prefix
    QList<WebhookId> webhooks;      ///< exactly these, on or off; empty: every one that is on and subscribes
    std::optional<QByteArray> body; ///< instead of the rendered payload, the same for all
    int count = 1;                  ///< so many events
    QString command;                ///< the run that makes it, see Deliveries::takeUp(); empty: none
    bool operator==(const EventChoice&) const = default;
};

/// The exact request that one webhook would get.
struct RequestPreview
{
    Webhook webhook;
    Request request; ///< `{listener}` is resolved where a listener runs
    QByteArray
        head; ///< as it would go out, but for what the transport adds (User-Agent); blank line included
    QList<PlannedAttempt> plan;
    QString policy;  ///< the plan in words
    QString problem; ///< why it cannot be sent, in words; empty: nothing
    bool operator==(const RequestPreview&) const = default;
};

struct EventPreview
{
    QByteArray payload;
    QList<RequestPreview> requests;
    int switchedOff = 0;   ///< webhooks that subscribe and are off
    int notSubscribed = 0; ///< webhooks that are on and do not take this event
    bool operator==(const EventPreview&) const = default;
};

/// A whole task to be run.
struct TaskChoice
{
    ReportId report;
    QString outcome; ///< `success` or `failure`; empty: success
    QString error;
    Micros duration = std::chrono::seconds(5); ///< workbench time between the first event and the last
    QList<WebhookId> webhooks;
    QString command;               ///< the run that makes it; empty: none
    std::optional<WorkTime> begun; ///< when that run began elsewhere: it goes on from there
    bool operator==(const TaskChoice&) const = default;
};

/// Where a run stands.
struct TaskProgress
{
    QString step;               ///< the provider's word: `queued`, `running`, `completed`, or an event
    QString event;              ///< the event that was made with it; empty: none
    QList<Delivery> deliveries; ///< that were made with it
    double fraction = 0;        ///< of the duration
    bool operator==(const TaskProgress&) const = default;
};

/// One task in its run; owned by the simulator, deletes itself after finished().
class TaskRun : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// No further events; what was made stays.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(const hookworks::TaskProgress& progress);
    /// All deliveries that it made, in order. Interrupted after cancel().
    void finished(const hookworks::Result<QList<hookworks::Delivery>>& deliveries);
};

/// Plays the report platform: makes events and their deliveries.
class Simulator final : public QObject
{
    Q_OBJECT

public:
    explicit Simulator(Session& session);
    ~Simulator() override;

    Answer<EventPreview> preview(const EventChoice& choice);
    /// Stores the deliveries with their plans, then hands them to the dispatcher (where the session is
    /// started). BadInput where nothing can be sent: no webhook takes it, or a request would break HTTP.
    Answer<QList<Delivery>> send(const EventChoice& choice);
    /// A test event of the webhook's provider, through the webhook as it is, on or off. For a webhook that is
    /// not stored too (id 0). `command`: as in EventChoice.
    Answer<Delivery> sendTest(const Webhook& webhook, const QString& command = {});
    Answer<Delivery> sendTest(WebhookId id, const QString& command = {});
    /// Connect before returning to the event loop.
    TaskRun* run(const TaskChoice& choice);

private:
    Session* m_session;
};

} // namespace hookworks
