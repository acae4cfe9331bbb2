// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_lane.h"

#include "ui/widgets/state_mark.h"

#include <QCoreApplication>

#include <algorithm>

namespace hookworks {

namespace {

TimelineMark markOf(const Attempt& attempt)
{
    TimelineMark mark;
    mark.number = attempt.number;
    mark.origin = attempt.origin;
    mark.at = attempt.startedClock;
    mark.startedAt = attempt.startedAt;
    if (attempt.finishedAt)
        mark.duration = std::max(Micros(0), *attempt.finishedAt - attempt.startedAt);
    mark.outcome = attempt.outcome;
    mark.status = attempt.status;
    mark.error = attempt.error;
    mark.capture = attempt.capture;
    return mark;
}

/// How many entries of the plan have been used up: manual attempts are outside it.
qsizetype planUsed(const QList<TimelineMark>& made)
{
    return std::ranges::count_if(made,
                                 [](const TimelineMark& mark) { return mark.origin != Origin::Manual; });
}

void labelGaps(QList<TimelineMark>& marks, const QList<PlannedAttempt>& plan)
{
    qsizetype used = 0;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const bool ofPlan = marks[i].origin != Origin::Manual;
        const bool afterPlan = i > 0 && marks[i - 1].origin != Origin::Manual;
        if (i > 0 && ofPlan && afterPlan && used < plan.size())
            marks[i].gap = plan[used].gap;
        else if (i > 0)
            marks[i].gap = marks[i].at - marks[i - 1].at;
        used += ofPlan ? 1 : 0;
    }
}

void appendPlanned(QList<TimelineMark>& marks, const DeliverySummary& delivery)
{
    if (!delivery.nextDueAt || isFinal(delivery.state))
        return;
    qsizetype next = planUsed(marks);
    TimelineMark mark;
    mark.planned = true;
    mark.number = marks.isEmpty() ? 1 : marks.last().number + 1;
    mark.at = *delivery.nextDueAt;
    mark.origin = delivery.nextOrigin;
    marks << mark;
    next += delivery.nextOrigin == Origin::Manual ? 0 : 1;
    for (; next < delivery.plan.size(); ++next) {
        mark.origin = Origin::Plan;
        ++mark.number;
        mark.at += delivery.plan[next].gap;
        marks << mark;
    }
}

} // namespace

TimelineLane laneOf(const DeliverySummary& delivery, const QList<Attempt>& attempts,
                    const QString& reportName)
{
    TimelineLane lane;
    lane.delivery = delivery.id;
    lane.event = delivery.event;
    lane.webhook = delivery.webhookName;
    lane.report = reportName;
    lane.replayOf = delivery.replayOf;
    lane.state = delivery.state;
    lane.marks.reserve(std::max<qsizetype>(attempts.size(), delivery.plan.size()) + 1);
    for (const Attempt& attempt : attempts)
        lane.marks << markOf(attempt);
    std::ranges::stable_sort(lane.marks, {}, &TimelineMark::at);
    appendPlanned(lane.marks, delivery);
    labelGaps(lane.marks, delivery.plan);
    return lane;
}

QString eventWords(const TimelineLane& lane)
{
    if (lane.replayOf.isEmpty())
        return lane.event;
    return lane.event.isEmpty()
               ? QCoreApplication::translate("Timeline", "Replay of %1").arg(lane.replayOf)
               : QCoreApplication::translate("Timeline", "Replay of %1: %2").arg(lane.replayOf, lane.event);
}

QString outcomeWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return QCoreApplication::translate("Timeline", "delivered");
    case Outcome::Rejected:
        return QCoreApplication::translate("Timeline", "rejected");
    case Outcome::Redirected:
        return QCoreApplication::translate("Timeline", "redirected");
    case Outcome::Refused:
        return QCoreApplication::translate("Timeline", "connection refused");
    case Outcome::Unresolved:
        return QCoreApplication::translate("Timeline", "host not found");
    case Outcome::Timeout:
        return QCoreApplication::translate("Timeline", "timed out");
    case Outcome::Closed:
        return QCoreApplication::translate("Timeline", "closed without a whole answer");
    case Outcome::Reset:
        return QCoreApplication::translate("Timeline", "connection reset");
    case Outcome::Tls:
        return QCoreApplication::translate("Timeline", "TLS failed");
    case Outcome::InvalidResponse:
        return QCoreApplication::translate("Timeline", "invalid response");
    case Outcome::Blocked:
        return QCoreApplication::translate("Timeline", "blocked");
    case Outcome::Unknown:
        return QCoreApplication::translate("Timeline", "outcome unknown");
    }
    return {};
}

QString shortResult(const TimelineMark& mark)
{
    if (!mark.outcome)
        return {};
    return mark.status > 0 ? QString::number(mark.status) : toString(*mark.outcome);
}

QString spoken(const TimelineMark& mark)
{
    const QString name = QCoreApplication::translate("Timeline", "Attempt %1").arg(mark.number);
    if (mark.planned)
        return QCoreApplication::translate("Timeline", "%1, planned").arg(name);
    if (!mark.outcome)
        return QCoreApplication::translate("Timeline", "%1, sending").arg(name);
    QStringList parts{name, outcomeWords(*mark.outcome)};
    if (mark.status > 0)
        parts << QString::number(mark.status);
    parts << QCoreApplication::translate("Timeline", "took %1").arg(durationWords(mark.duration));
    return parts.join(QStringLiteral(", "));
}

QString spoken(const TimelineLane& lane)
{
    const auto planned = static_cast<int>(std::ranges::count_if(lane.marks, &TimelineMark::planned));
    const int made = static_cast<int>(lane.marks.size()) - planned;
    return QCoreApplication::translate("Timeline", "%1 to %2, %3, %4, %5")
        .arg(eventWords(lane), lane.webhook, stateWords(lane.state).toLower(),
             QCoreApplication::translate("Timeline", "attempts made: %1").arg(made),
             QCoreApplication::translate("Timeline", "planned: %1").arg(planned));
}

} // namespace hookworks
