// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/webhook.h"
#include "store/queries.h"
#include "store/search_page.h"
#include "workbench/session/answer.h"

#include <QObject>

namespace hookworks {

class Session;

/// A delivery with its attempts: complete from get(), without heads and bodies where it is said.
struct DeliveryRecord
{
    Delivery delivery;
    QList<Attempt> attempts; ///< by number
    bool operator==(const DeliveryRecord&) const = default;
};

/// What a list and a timeline show of a delivery: its attempts without heads and bodies.
struct DeliverySummaryRecord
{
    DeliverySummary delivery;
    QList<Attempt> attempts; ///< by number
    bool operator==(const DeliverySummaryRecord&) const = default;
};

/// What changed since the last time. Many at once come as ids alone.
struct DeliveryChanges
{
    QList<DeliveryRecord> records; ///< light ones: no bodies, no heads
    QList<DeliveryId> others;      ///< changed too, not read: more than 200 in one batch
    QList<DeliveryId> removed;
    bool allMoved = false; ///< the clock went back to real time: every waiting due time moved
    bool operator==(const DeliveryChanges&) const = default;
};

/// What is to be done, for the status line.
struct WorkCounts
{
    int waiting = 0; ///< held ones not included
    int held = 0;
    int inFlight = 0;
    std::optional<WorkTime> nextDue;
    bool operator==(const WorkCounts&) const = default;
};

using DeliveryRecordPage = SearchPage<DeliveryRecord, DeliveryId>;
using DeliverySummaryRecordPage = SearchPage<DeliverySummaryRecord, DeliveryId>;

enum class BulkAction
{
    Retry,
    Cancel,
    Hold,
    Release
};

/// What a bulk action has done so far.
struct BulkProgress
{
    qint64 total = 0;
    qint64 done = 0; ///< tried, with or without success
    qint64 changed = 0;
    qint64 refused = 0;   ///< final already, in flight, or gone
    QString firstProblem; ///< the first refusal, in words
    bool stopped = false;
    bool operator==(const BulkProgress&) const = default;
};

/// One bulk action in its run; deletes itself after finished().
class BulkRun : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// What is done stays done; finished() follows.
    virtual void stop() = 0;

Q_SIGNALS:
    void progressed(const hookworks::BulkProgress& progress);
    void finished(const hookworks::BulkProgress& summary);
};

/// What was sent and what will be.
class Deliveries final : public QObject
{
    Q_OBJECT

public:
    explicit Deliveries(Session& session);
    ~Deliveries() override;

    /// What a search finds in a few hundredths of a second, newest first, with each one's attempts, light; it
    /// goes on with `next` as the filter's `before`. The filter's `now` is the present, here and below.
    Answer<DeliveryRecordPage> find(DeliveryFilter filter);
    /// The same until the filter's limit or the end, however long it takes; others are answered in between.
    /// Bodies only where the filter asks.
    Answer<DeliveryRecordPage> findAll(DeliveryFilter filter);
    /// The same for what a list shows.
    Answer<DeliverySummaryRecordPage> findSummaries(DeliveryFilter filter);
    Answer<DeliverySummaryRecordPage> findAllSummaries(DeliveryFilter filter);
    Answer<QList<Delivery>> list(const DeliveryFilter& filter = {});
    /// With each one's attempts: what a list and a timeline draw.
    Answer<QList<DeliveryRecord>> listLight(const DeliveryFilter& filter = {});
    /// The ids alone, of all that the filter finds, without its page and limit.
    Answer<QList<DeliveryId>> ids(DeliveryFilter filter);
    Answer<QList<DeliveryRecord>> light(const QList<DeliveryId>& ids);
    /// By state; states without a delivery are left out.
    Answer<DeliveryCounts> counts();
    /// With all bodies.
    Answer<DeliveryRecord> get(DeliveryId id);

    /// One attempt at once, outside the plan. Conflict while one is in flight.
    Answer<void> retryNow(DeliveryId id);
    /// No further attempts; one in flight ends by itself.
    Answer<void> cancel(DeliveryId id);
    Answer<void> hold(DeliveryId id);
    Answer<void> release(DeliveryId id);
    /// Owned by the deliveries; connect before returning to the event loop.
    BulkRun* bulk(BulkAction action, const QList<DeliveryId>& ids);
    /// Of everything the filter finds, its page and limit left out.
    BulkRun* bulk(BulkAction action, const DeliveryFilter& filter);

    /// What a command's run made elsewhere before the process that ran it ended; what of it waits goes on
    /// here. nullopt: it had stored nothing.
    Answer<std::optional<QList<Delivery>>> takeUp(const QString& command);
    /// Finishes when each of these is final, with their records, in the order asked for.
    Answer<QList<DeliveryRecord>> untilFinal(const QList<DeliveryId>& ids);

Q_SIGNALS:
    /// At most thirty a second. Costs nothing while nobody is connected to it.
    void changed(const hookworks::DeliveryChanges& changes);

private:
    class Changes;
    Session* m_session;
    std::unique_ptr<Changes> m_changes;
};

} // namespace hookworks
