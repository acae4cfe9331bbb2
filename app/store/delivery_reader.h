// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/queried_capture.h"
#include "store/queries.h"
#include "store/search_page.h"

namespace hookworks {

class SqlConnection;

/// What is sent: events, deliveries and their attempts. A part of Reader, see there.
class DeliveryReader
{
public:
    /// Both outlive it.
    DeliveryReader(SqlConnection& connection, const BodyReading& reading);

    Result<Event> event(EventId id);
    /// Newest first; payloads included.
    Result<QList<Event>> events(std::optional<EventId> before = {}, int limit = 200);

    /// Ends after about `time`: then `next` says where to go on. The filter's `bodies` has no say in it.
    Result<DeliverySummaryPage> findDeliverySummaries(const DeliveryFilter& filter, SearchTime time = {});
    /// Newest first.
    Result<QList<DeliverySummary>> deliverySummaries(const QList<DeliveryId>& ids);
    /// The same with what else a delivery has; without bodies unless the filter asks for them.
    Result<DeliveryPage> findDeliveries(const DeliveryFilter& filter, SearchTime time = {});
    Result<SearchPage<DeliveryId, DeliveryId>> findDeliveryIds(const DeliveryFilter& filter,
                                                               SearchTime time = {});
    /// The rows alone, however long it takes.
    Result<QList<Delivery>> deliveries(const DeliveryFilter& filter = {});
    /// Of all that the filter finds, without its page and limit; newest first.
    Result<QList<DeliveryId>> deliveryIds(const DeliveryFilter& filter = {});
    /// How many the filter finds, without its page and limit.
    Result<qint64> deliveryCount(const DeliveryFilter& filter = {});
    Result<DeliveryCounts> deliveryCounts();
    /// Everything that has a next due time, by due time; light rows, 100,000 in a fraction of a second.
    Result<QList<WaitingRow>> waiting();
    Result<Delivery> delivery(DeliveryId id);
    /// By id, those that a command made and that are still there; nullopt: it has made none. `command` is the
    /// id of its run, see Writer::setMadeBy.
    Result<std::optional<QList<DeliveryId>>> madeBy(const QString& command);
    /// Of the replays that go back to `root` (`d3`, `c5`) and were made for one of these addresses before
    /// that time, what came of the newest that was sent and has an outcome; nullopt: there is none. See
    /// ReplayBasis.
    Result<std::optional<ReplayOutcome>> lastOutcome(const QString& root, const QStringList& urls,
                                                     RealTime before);
    /// Without bodies.
    Result<QList<Delivery>> deliveriesOf(const QList<DeliveryId>& ids);

    /// By number, with bodies.
    Result<QList<Attempt>> attempts(DeliveryId id);
    /// By delivery and number, without heads and bodies: what a timeline draws.
    Result<QList<Attempt>> attemptsOf(const QList<DeliveryId>& ids);
    Result<Attempt> attempt(DeliveryId id, int number);
    /// Attempts that never got an outcome: after a crash their outcome is unknown. Without bodies.
    Result<QList<Attempt>> unfinishedAttempts();
    /// NotFound where it has none.
    Result<CaptureId> captureOf(DeliveryId id, int number);

private:
    SqlConnection* m_connection;
    const BodyReading* m_reading;
};

} // namespace hookworks
