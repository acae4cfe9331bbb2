// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/planner.h"

#include "http/http_date.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace hookworks {

namespace {

constexpr int mostAttempts = 10'000;
constexpr double longestGapSeconds = 100.0 * 365 * 86'400;

/// 0 ≤ x < 1, the same for the same seed and index on every machine (splitmix64).
double drawn(quint32 seed, int index)
{
    quint64 z = (static_cast<quint64>(seed) << 32U) + static_cast<quint64>(index) * 0x9e37'79b9'7f4a'7c15U;
    z = (z ^ (z >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d0'49bb'1331'11ebU;
    z ^= z >> 31U;
    return static_cast<double>(z >> 11U) / 9'007'199'254'740'992.0;
}

Micros capped(double gapSeconds, const RetryPolicy& policy)
{
    const Micros gap = microsFromSeconds(std::clamp(gapSeconds, 0.0, longestGapSeconds));
    return policy.gapCap ? std::min(gap, *policy.gapCap) : gap;
}

int retries(const RetryPolicy& policy)
{
    if (policy.kind == RetryPolicy::Kind::None)
        return 0;
    if (policy.kind == RetryPolicy::Kind::List)
        return static_cast<int>(std::min<qsizetype>(policy.gaps.size(), mostAttempts - 1));
    return std::clamp(policy.countIncludesFirst ? policy.count - 1 : policy.count, 0, mostAttempts - 1);
}

/// The gap before retry `index`, from 0.
Micros gapOf(const RetryPolicy& policy, int index)
{
    const double first = seconds(policy.firstGap);
    switch (policy.kind) {
    case RetryPolicy::Kind::None:
        break;
    case RetryPolicy::Kind::Fixed:
        return capped(first, policy);
    case RetryPolicy::Kind::List:
        return capped(seconds(policy.gaps[index]), policy);
    case RetryPolicy::Kind::Linear:
        return capped(first + seconds(policy.increment) * index, policy);
    case RetryPolicy::Kind::Exponential:
        return capped(first * std::pow(policy.factor, index), policy);
    }
    return Micros(0);
}

Micros jittered(Micros gap, const RetryPolicy& policy, quint32 seed, int index)
{
    if (policy.jitter <= 0)
        return gap;
    const double jitter = std::min(policy.jitter, 1.0);
    return Micros(
        std::llround(static_cast<double>(gap.count()) * (1 - jitter + 2 * jitter * drawn(seed, index))));
}

bool answered(Outcome outcome)
{
    return outcome == Outcome::Rejected || outcome == Outcome::Redirected;
}

bool retriesStatus(const RetryPolicy& policy, const AttemptEnd& end)
{
    return policy.retryStatuses.isEmpty() || !answered(end.outcome) ||
           std::ranges::any_of(policy.retryStatuses,
                               [&](const StatusRange& range) { return range.contains(end.status); });
}

DeliveryState finalState(Outcome last)
{
    return last == Outcome::Unknown ? DeliveryState::Unknown : DeliveryState::Exhausted;
}

NextStep givenUp(Outcome last, QString reason = {})
{
    NextStep step;
    step.state = finalState(last);
    step.reason = std::move(reason);
    return step;
}

NextStep gone(const AttemptEnd& end)
{
    NextStep step = givenUp(end.outcome,
                            QCoreApplication::translate(
                                "hookworks", "The receiver answered 410 Gone: it wants no more deliveries."));
    step.disableWebhook = true;
    return step;
}

NextStep afterManualFailure(const AttemptEnd& end, const PlanPosition& position)
{
    NextStep step = givenUp(end.outcome);
    if (position.before == DeliveryState::Delivered || position.before == DeliveryState::Cancelled) {
        step.state = position.before;
    } else if (position.due) {
        step.kind = NextStep::Kind::RetryAt;
        step.due = position.due;
        const bool kept = position.before == DeliveryState::Held || position.before == DeliveryState::Waiting;
        step.state = kept ? position.before : DeliveryState::Retrying;
    }
    return step;
}

NextStep retryStep(const Delivery& delivery, const AttemptEnd& end, int index)
{
    const Micros gap = delivery.plan[index].gap;
    NextStep step;
    step.kind = NextStep::Kind::RetryAt;
    step.state = DeliveryState::Retrying;
    const bool outlasted = end.finished - end.started > gap;
    step.due = (outlasted ? end.finished : end.started) + gap;
    const auto asked =
        delivery.policy.honourRetryAfter ? retryAfter(end.headers, end.finishedReal) : std::nullopt;
    if (asked) {
        const WorkTime later = end.finished + std::min(*asked, delivery.policy.retryAfterCap);
        step.retryAfterUsed = later > *step.due;
        step.due = std::max(later, *step.due);
    }
    return step;
}

/// Switches the webhook off where everything failed for as long as the policy allows.
void judgeWebhook(NextStep& step, const RetryPolicy& policy, const AttemptEnd& end,
                  const PlanPosition& position)
{
    if (!policy.disableAfterDays || !position.failingSince)
        return;
    if (end.finished - *position.failingSince < std::chrono::hours(24) * *policy.disableAfterDays)
        return;
    step.disableWebhook = true;
    const int days = *policy.disableAfterDays;
    step.reason =
        days == 1 ? QCoreApplication::translate("hookworks", "Every attempt failed for a day.")
                  : QCoreApplication::translate("hookworks", "Every attempt failed for %1 days.").arg(days);
}

} // namespace

QList<PlannedAttempt> plan(const RetryPolicy& policy, quint32 seed)
{
    const int count = retries(policy);
    QList<PlannedAttempt> attempts{PlannedAttempt{}};
    attempts.reserve(count + 1);
    for (int i = 0; i < count; ++i) {
        const Micros gap = jittered(gapOf(policy, i), policy, seed, i);
        attempts.append({i + 2, attempts.last().after + gap, gap});
    }
    return attempts;
}

bool succeeded(Outcome outcome)
{
    return outcome == Outcome::Success;
}

NextStep nextStep(const Delivery& delivery, const AttemptEnd& end, const PlanPosition& position)
{
    const RetryPolicy& policy = delivery.policy;
    if (succeeded(end.outcome))
        return {NextStep::Kind::Done, DeliveryState::Delivered, std::nullopt, false, false, {}};
    if (policy.goneDisables && answered(end.outcome) && end.status == 410)
        return gone(end);
    NextStep step;
    if (end.origin == Origin::Manual)
        step = afterManualFailure(end, position);
    else if (!retriesStatus(policy, end))
        step = givenUp(end.outcome,
                       QCoreApplication::translate("hookworks", "The policy does not retry after status %1.")
                           .arg(end.status));
    else if (position.planned < delivery.plan.size())
        step = retryStep(delivery, end, position.planned);
    else
        step = givenUp(end.outcome);
    judgeWebhook(step, policy, end, position);
    return step;
}

std::optional<Micros> retryAfter(const HeaderList& headers, RealTime now)
{
    const auto value = headers.value("Retry-After");
    if (!value || value->isEmpty())
        return std::nullopt;
    if (std::ranges::all_of(*value, [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qint64 asked = value->toLongLong(&ok);
        return std::chrono::seconds(ok ? std::min<qint64>(asked, 3'153'600'000) : 3'153'600'000);
    }
    const auto date = httpDate(*value, now);
    if (!date)
        return std::nullopt;
    return std::max(Micros(0), std::chrono::duration_cast<Micros>(*date - now));
}

} // namespace hookworks
