// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_lane.h"

namespace hookworks {

/// When every sample lane's first attempt was made, in workbench time.
inline const WorkTime sampleStart = workTimeFromMicros(1'700'000'000'000'000);

inline QList<PlannedAttempt> planOf(const QList<int>& gapSeconds)
{
    QList<PlannedAttempt> plan{{1, Micros(0), Micros(0)}};
    for (const int gap : gapSeconds) {
        const Micros length = std::chrono::seconds(gap);
        plan << PlannedAttempt{plan.last().number + 1, plan.last().after + length, length};
    }
    return plan;
}

/// The schedule that Hybiscus documents.
inline QList<PlannedAttempt> documentedPlan()
{
    return planOf({30, 60, 120, 240, 480, 960, 1920, 3840});
}

/// A delivery of that schedule with so many attempts made, all of which failed.
inline Delivery sampleDelivery(qint64 id, int attempts)
{
    Delivery delivery;
    delivery.id = {id};
    delivery.event = QStringLiteral("report.failed");
    delivery.webhookName = id % 2 == 0 ? QStringLiteral("OneDrive") : QStringLiteral("Twilio");
    delivery.plan = documentedPlan();
    delivery.attempts = attempts;
    delivery.state = attempts == 0 ? DeliveryState::Waiting : DeliveryState::Retrying;
    if (attempts < delivery.plan.size())
        delivery.nextDueAt = sampleStart + delivery.plan[attempts].after;
    else
        delivery.state = DeliveryState::Exhausted;
    return delivery;
}

inline QList<Attempt> failedAttempts(const Delivery& delivery, int count)
{
    constexpr Outcome outcomes[] = {Outcome::Rejected, Outcome::Reset, Outcome::Rejected, Outcome::Timeout};
    QList<Attempt> attempts;
    for (int i = 0; i < count; ++i) {
        Attempt attempt;
        attempt.delivery = delivery.id;
        attempt.number = i + 1;
        attempt.startedClock = attempt.dueAt = sampleStart + delivery.plan[i].after;
        attempt.startedAt = realTimeFromMicros(microsSinceEpoch(attempt.startedClock));
        attempt.finishedAt = attempt.startedAt + std::chrono::milliseconds(12);
        attempt.outcome = outcomes[i % 4];
        attempt.status = attempt.outcome == Outcome::Rejected ? 503 : 0;
        attempts << attempt;
    }
    return attempts;
}

inline TimelineLane sampleLane(qint64 id, int attempts)
{
    const Delivery delivery = sampleDelivery(id, attempts);
    return laneOf(summaryOf(delivery), failedAttempts(delivery, attempts), QStringLiteral("Weekly sales"));
}

/// One lane in each state, and one with very long names.
inline QList<TimelineLane> lanesInEveryState()
{
    QList<TimelineLane> lanes;
    const auto states = {DeliveryState::Delivered, DeliveryState::Retrying, DeliveryState::Sending,
                         DeliveryState::Waiting,   DeliveryState::Held,     DeliveryState::Exhausted,
                         DeliveryState::Unknown,   DeliveryState::Cancelled};
    qint64 id = 0;
    for (const DeliveryState state : states) {
        ++id;
        const int made = state == DeliveryState::Exhausted ? 9
                         : state == DeliveryState::Waiting ? 0
                                                           : static_cast<int>(id % 4) + 1;
        Delivery delivery = sampleDelivery(id, made);
        delivery.state = state;
        QList<Attempt> attempts = failedAttempts(delivery, made);
        if (state == DeliveryState::Delivered)
            attempts.last().outcome = Outcome::Success;
        if (state == DeliveryState::Delivered)
            attempts.last().status = 200;
        if (state == DeliveryState::Unknown)
            attempts.last().outcome = Outcome::Unknown;
        if (state == DeliveryState::Unknown)
            attempts.last().status = 0;
        if (state == DeliveryState::Sending) {
            attempts.last().outcome.reset();
            attempts.last().finishedAt.reset();
        }
        lanes << laneOf(summaryOf(delivery), attempts, QStringLiteral("Weekly sales"));
    }
    TimelineLane longest = sampleLane(++id, 3);
    longest.webhook =
        QStringLiteral("A webhook whose name somebody made as long as a whole sentence about its purpose");
    longest.event = QStringLiteral("an.event.with.an.unreasonably.long.name");
    longest.marks[1].duration = std::chrono::seconds(25);
    longest.marks[1].error =
        QStringLiteral("The receiver sent half a status line and then nothing: ").repeated(4);
    return lanes << longest;
}

} // namespace hookworks
