// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/id.h"
#include "domain/mark.h"
#include "domain/replay_verdict.h"
#include "domain/retry_policy.h"
#include "domain/time.h"

#include <QList>

#include <optional>

namespace hookworks {

enum class DeliveryState
{
    Waiting,
    Sending,
    Retrying,
    Held,
    Delivered,
    Exhausted,
    Unknown,
    Cancelled
};
enum class Outcome
{
    Success,
    Rejected,
    Redirected,
    Refused,
    Unresolved,
    Timeout,
    Closed,
    Reset,
    Tls,
    InvalidResponse,
    Blocked,
    Unknown
};
enum class Origin
{
    Plan,
    Manual,
    Replay
};

/// The words of cli.md: `retrying`, `invalid-response`, `plan`.
QString toString(DeliveryState state);
QString toString(Outcome outcome);
QString toString(Origin origin);
std::optional<DeliveryState> deliveryStateFromString(QStringView text);
std::optional<Outcome> outcomeFromString(QStringView text);
std::optional<Origin> originFromString(QStringView text);

/// No further attempt will be made by itself.
bool isFinal(DeliveryState state);

/// A request to be sent. `url` is absolute and without `{listener}`.
struct Request
{
    QByteArray method = "POST";
    QString url;
    HeaderList headers;
    QByteArray body;
    /// The whole head as it goes out, blank line included; empty: made from method, url and headers.
    QByteArray exactHead;
    /// Goes out without the fields that name the program and refuse compression; else they are added where
    /// the headers have none.
    bool bare = false;
    bool operator==(const Request&) const = default;
};

struct PlannedAttempt
{
    int number = 1;
    Micros after{0}; ///< since the first attempt, workbench time
    Micros gap{0};   ///< since the attempt before
    bool operator==(const PlannedAttempt&) const = default;
};

/// Phases of an attempt in real time; what did not happen has no value.
struct AttemptTimings
{
    std::optional<Micros> queue, connect, tls, send, wait, receive;
    bool operator==(const AttemptTimings&) const = default;
};

/// One transmission, or an attempt to make one. Unfinished while `outcome` has no value.
struct Attempt
{
    DeliveryId delivery;
    int number = 1;
    Origin origin = Origin::Plan;
    WorkTime dueAt;
    WorkTime startedClock; ///< the same instant as startedAt, on the workbench's clock
    RealTime startedAt;
    std::optional<RealTime> finishedAt;
    std::optional<Outcome> outcome;
    int status = 0;          ///< 0: no status line was read
    QString error;           ///< what happened, for a bug report; empty on success
    bool truncated = false;  ///< the response was longer than the cap
    QByteArray sentHead;     ///< as it left; the body is the delivery's
    QByteArray responseHead; ///< as received, blank line included
    HeaderList responseHeaders;
    QByteArray responseBody;   ///< without transfer coding, up to the cap
    QString local;             ///< address:port of our end: the key that matches the capture
    QString remote;            ///< address:port that was connected to
    int exchange = 0;          ///< which request on its connection, from 0
    QString proxy;             ///< whom `remote` is, without credentials; empty: the receiver itself
    QString clientCertificate; ///< the subject of the one that was shown; empty: none
    /// The receiver had closed the connection before the request reached it, its system threw the bytes away,
    /// and they left again on a new connection, which all else here tells of.
    bool sentAgain = false;
    AttemptTimings timings;
    std::optional<CaptureId> capture;
    bool operator==(const Attempt&) const = default;
};

/// One event for one webhook.
struct Delivery
{
    DeliveryId id;
    QString messageId; ///< UUIDv7, the same on every attempt
    EventId eventId;
    QString provider;
    QString event;
    std::optional<ReportId> report;
    std::optional<WebhookId> webhook;
    QString webhookName; ///< as it was when the delivery was made
    Request request;
    RetryPolicy policy; ///< as it was when the delivery was made, with its timeout resolved
    quint32 seed = 0;   ///< of the jitter
    QList<PlannedAttempt> plan;
    DeliveryState state = DeliveryState::Waiting;
    RealTime createdAt;
    std::optional<WorkTime> nextDueAt; ///< of the next attempt, while one will be made
    Origin nextOrigin = Origin::Plan;
    int attempts = 0;    ///< made so far
    QString replayOf;    ///< `d3` or `c5`; empty: none
    ReplayBasis basis;   ///< of a replay
    Mark mark;
    bool operator==(const Delivery&) const = default;
};

/// nullopt: it is no replay, or has no outcome: it waits, or was cancelled.
std::optional<Verdict> verdictOf(const QString& replayOf, const ReplayBasis& basis, DeliveryState state);

/// One occurrence.
struct Event
{
    EventId id;
    QString provider;
    QString name;
    std::optional<ReportId> report;
    QByteArray payload;
    RealTime createdAt;
    bool operator==(const Event&) const = default;
};

} // namespace hookworks
