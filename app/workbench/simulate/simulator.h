// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "workbench/session/answer.h"
#include "workbench/simulate/receiver_behaviour.h"

#include <QMap>
#include <QObject>

#include <tuple>

namespace hookworks {

struct DeliveryRecord;
class Listening;
class Session;
struct ScheduleChoice;
struct ScheduledRun;
struct Subscribers;
struct TemporaryRule;
class TemporaryRules;

/// An event to be made.
struct EventChoice
{
    ReportId report;
    QString event;                  ///< `report.failed`
    QString outcome;                ///< `success` or `failure` where the event has one; empty: success
    QString error;                  ///< the reason; the provider's profile adds its prefix
    QList<WebhookId> webhooks;      ///< exactly these, on or off; empty: every one that is on and subscribes
    std::optional<QByteArray> body; ///< instead of the rendered payload, the same for all
    QString contentType;            ///< of `body`; empty: the provider's
    QString taskId;                 ///< that the first event tells of; empty: a new one
    bool sameTaskId = false;        ///< all of `count` tell of it; else each further one of a new one
    std::optional<RealTime> occursAt; ///< what the first event gives as its time; nullopt: when it is made
    std::optional<QByteArray> document = {}; ///< the definition it is made from, instead of the report's
    /// Of the built-in listeners that get it, until its deliveries are final.
    ReceiverBehaviour receiver = ReceiverBehaviour::AsItIs;
    int count = 1;   ///< so many events
    QString command; ///< the run that makes it, see Deliveries::takeUp(); empty: none
    bool operator==(const EventChoice&) const = default;
};

/// The exact request that one webhook would get.
struct RequestPreview
{
    Webhook webhook;
    Request request; ///< with all its fields; `{listener}` is resolved where a listener runs
    QByteArray head; ///< byte for byte as it leaves, blank line included; the body is the request's
    QList<QByteArray> laterFields; ///< whose values are made when it is sent: those shown are examples
    bool bodyIsMadeLater = false;  ///< likewise: a task id or a time in it
    RetryPolicy retries;           ///< with its timeout resolved
    QList<PlannedAttempt> plan;
    QString policy;  ///< the plan in words
    QString problem; ///< why it cannot be sent, in words; empty: nothing
    bool operator==(const RequestPreview&) const = default;
};

struct EventPreview
{
    QByteArray payload;
    QList<RequestPreview> requests;
    bool tellsTaskId = false; ///< the payload has the task's id in it
    int switchedOff = 0;      ///< webhooks that subscribe and are off
    int notSubscribed = 0;    ///< webhooks that are on and do not take this event
    bool operator==(const EventPreview&) const = default;
};

/// A whole task to be run.
struct TaskChoice
{
    ReportId report;
    QString outcome; ///< `success` or `failure`; empty: success
    QString error;
    Micros duration = std::chrono::seconds(5); ///< workbench time between the first event and the last
    QList<WebhookId> webhooks;                 ///< as in EventChoice
    /// Who gets which event instead: an event with an empty list is not sent, one without goes by `webhooks`.
    QMap<QString, QList<WebhookId>> webhooksOf = {};
    QString taskId = {}; ///< that all its events tell of; empty: a new one
    ReceiverBehaviour receiver = ReceiverBehaviour::AsItIs;
    QString command;                         ///< the run that makes it; empty: none
    std::optional<WorkTime> begun;           ///< when that run began elsewhere: it goes on from there
    std::optional<QByteArray> document = {}; ///< as in EventChoice
    std::optional<RealTime> occursAt =
        {}; ///< what its first event gives as its time; nullopt: when it is made
    bool operator==(const TaskChoice&) const = default;
};

/// Where a run stands.
struct TaskProgress
{
    QString step;               ///< the provider's word: `queued`, `running`, `completed`, or an event
    QString event;              ///< the event that was made with it; empty: none
    QList<Delivery> deliveries; ///< that were made with it
    double fraction = 0;        ///< of the duration; of a schedule: of its runs
    int run = 0;                ///< of a schedule, from 1; 0: it is a single task
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

/// An event for a webhook.
struct EventPair
{
    WebhookId webhook;
    QString event;
    bool operator==(const EventPair&) const = default;
    bool operator<(const EventPair& other) const
    {
        return std::tie(webhook, event) < std::tie(other.webhook, other.event);
    }
};

/// Plays the report platform: makes events and their deliveries.
class Simulator final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    Simulator(Session& session, Listening& listening);
    ~Simulator() override;

    /// An id of a task as platforms give them, for EventChoice::taskId.
    QString newTaskId() const;
    /// What send() would send: with the same task id and time, the same bytes.
    Answer<EventPreview> preview(const EventChoice& choice);
    /// Stores the deliveries with their plans, then hands them to the dispatcher (where the session is
    /// started). BadInput where nothing can be sent: no webhook takes it, or a request would break HTTP.
    Answer<QList<Delivery>> send(const EventChoice& choice);
    /// A test event of the webhook's provider, through the webhook as it is, on or off. For a webhook that is
    /// not stored too (id 0). `command`: as in EventChoice. `event`: empty: the first that it takes.
    Answer<Delivery> sendTest(const Webhook& webhook, const QString& command = {}, const QString& event = {});
    Answer<Delivery> sendTest(WebhookId id, const QString& command = {});
    /// Connect before returning to the event loop.
    TaskRun* run(const TaskChoice& choice);
    /// What runSchedule() would run.
    Answer<QList<ScheduledRun>> scheduledRuns(const ScheduleChoice& choice);
    /// Every task of a schedule's window, the first at once, the others in the same distances on the
    /// workbench's clock. Connect before returning to the event loop.
    TaskRun* runSchedule(const ScheduleChoice& choice);
    /// The newest delivery of each pair, light, replays left out; pairs without one are not there.
    Answer<QMap<EventPair, DeliveryRecord>> newestOf(const QList<EventPair>& pairs);

private:
    Answer<QList<Delivery>> sendTo(const EventChoice& choice, const Subscribers& subscribers);
    Answer<void> readyFor(const TaskChoice& choice, const std::shared_ptr<QList<TemporaryRule>>& rules);
    TaskRun* behaving(TaskRun* task, const std::shared_ptr<QList<TemporaryRule>>& rules);
    Answer<QList<TemporaryRule>> makeReceiversBehave(ReceiverBehaviour behaviour,
                                                     const QList<Webhook>& webhooks);
    void behaveUntilFinal(const QList<TemporaryRule>& rules, const Result<QList<Delivery>>& deliveries);

    Session* m_session;
    Listening* m_listening;
    std::unique_ptr<TemporaryRules> m_rules;
};

} // namespace hookworks
