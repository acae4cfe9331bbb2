// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "domain/delivery.h"
#include "domain/report.h"
#include "domain/result.h"
#include "domain/webhook.h"
#include "query/query.h"
#include "store/asker.h"

#include <QList>
#include <QMap>

namespace hookworks {

/// Which deliveries a list shows, newest first. Everything that is set must hold.
struct DeliveryFilter
{
    QList<DeliveryState> states = {}; ///< any of them; empty: all
    QString provider = {}, event = {};
    std::optional<WebhookId> webhook = {};
    std::optional<ReportId> report = {};
    std::optional<EventId> eventId = {};
    Query where = {};
    RealTime now = {};                     ///< what a time such as `10m` in `where` counts back from
    std::optional<DeliveryId> before = {}; ///< only older ones: the next page
    int limit = 200;                       ///< 0: all
    bool bodies = false;                   ///< the request's body too
    Asker asker = {};                      ///< whose newest search it is
};

/// Which captures a list shows, newest first. Everything that is set must hold.
struct CaptureFilter
{
    Query where = {};
    RealTime now = {};                    ///< what a time such as `10m` in `where` counts back from
    std::optional<CaptureId> before = {}; ///< only older ones: the next page
    std::optional<CaptureId> after = {};  ///< only newer ones
    bool oldestFirst = false;             ///< and the next page with `after`
    int limit = 200;                      ///< 0: all
    bool heads = true;                    ///< as received and as answered, with the fields; else empty
    bool bodies = false;
    Asker asker = {}; ///< whose newest search it is
};

/// What the dispatcher must know of a delivery before it is due.
struct WaitingRow
{
    DeliveryId id;
    WorkTime dueAt;
    std::optional<WebhookId> webhook;
    DeliveryState state = DeliveryState::Waiting;
    Origin origin = Origin::Plan;
    bool operator==(const WaitingRow&) const = default;
};

/// Where a capture's or an attempt's other end is.
struct AttemptKey
{
    DeliveryId delivery;
    int number = 1;
    bool operator==(const AttemptKey&) const = default;
};

/// What came of a replay.
struct ReplayOutcome
{
    DeliveryId delivery;
    bool passed = false;
    bool operator==(const ReplayOutcome&) const = default;
};

/// How a delivery stands after a step of an attempt.
struct DeliveryStep
{
    DeliveryState state = DeliveryState::Waiting;
    std::optional<WorkTime> nextDueAt;
    Origin nextOrigin = Origin::Plan;
    bool operator==(const DeliveryStep&) const = default;
};

/// What is known of a capture only after its answer was written.
struct CaptureAnswer
{
    int responseStatus = 0;
    std::optional<AnswerBytes> response; ///< nullopt: the one that is stored
    QString fault;
    CaptureTimings timings;
    QString forwardedTo, forwardError;
    ForwardTimings forwarding = {};
    std::optional<qint64> responseSent = {}; ///< see Capture
    QString problem = {};                    ///< empty: the one that is stored
    bool operator==(const CaptureAnswer&) const = default;
};

struct StoreSize
{
    qint64 captures = 0;
    qint64 captureBytes = 0; ///< what CaptureQuota::bytes counts
    qint64 deliveries = 0;
    qint64 fileBytes = 0; ///< of the database file, free pages included
    bool operator==(const StoreSize&) const = default;
};

/// Which bytes of a capture.
enum class BodyForm
{
    Decoded,
    Wire
};

/// Bodies that were written piece by piece before their capture; see Writer::beginBody.
struct BodyId
{
    qint64 number = 0;
    bool operator==(const BodyId&) const = default;
    explicit operator bool() const { return number > 0; }
};

/// A report as it was removed, with its own webhooks: what Writer::restoreReport needs for undo.
struct RemovedReport
{
    Report report;
    bool sealed = false;
    QList<Webhook> webhooks;
    bool operator==(const RemovedReport&) const = default;
};

using DeliveryCounts = QMap<DeliveryState, qint64>;

} // namespace hookworks
