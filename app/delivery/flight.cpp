// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/flight.h"

namespace hookworks {

namespace {

AttemptEnd endOf(const Attempt& attempt, WorkTime finished)
{
    AttemptEnd end;
    end.outcome = attempt.outcome.value_or(Outcome::Unknown);
    end.status = attempt.status;
    end.headers = attempt.responseHeaders;
    end.started = attempt.startedClock;
    end.finished = std::max(finished, attempt.startedClock);
    end.finishedReal = attempt.finishedAt.value_or(attempt.startedAt);
    end.origin = attempt.origin;
    return end;
}

} // namespace

void shift(Flight& flight, Micros by)
{
    flight.item.due += by;
    flight.attempt.dueAt += by;
    flight.attempt.startedClock += by;
    flight.clock.anchor += by;
    for (JournalEntry* entry : {&flight.entry, &flight.before}) {
        if (entry->delivery.nextDueAt)
            *entry->delivery.nextDueAt += by;
    }
}

void takeResult(Flight& flight, ExchangeResult result)
{
    Attempt& attempt = flight.attempt;
    attempt.startedAt = result.startedAt;
    attempt.startedClock = workTimeAt(flight.clock, result.startedAt);
    attempt.finishedAt = result.finishedAt;
    attempt.outcome = result.outcome;
    attempt.status = result.status;
    attempt.error = std::move(result.error);
    attempt.truncated = result.truncated;
    attempt.sentHead = std::move(result.sentHead);
    attempt.responseHead = std::move(result.responseHead);
    attempt.responseHeaders = std::move(result.responseHeaders);
    attempt.responseBody = std::move(result.responseBody);
    attempt.local = std::move(result.local);
    attempt.remote = std::move(result.remote);
    attempt.exchange = result.exchange;
    attempt.proxy = std::move(result.proxy);
    attempt.clientCertificate = std::move(result.clientCertificate);
    attempt.sentAgain = result.sentAgain;
    attempt.timings = result.timings;
}

void applyWishes(Flight& flight)
{
    Delivery& delivery = flight.entry.delivery;
    if (isFinal(delivery.state))
        return;
    if (flight.cancelled) {
        delivery.state = DeliveryState::Cancelled;
        delivery.nextDueAt.reset();
    } else if (flight.held) {
        delivery.state = DeliveryState::Held;
    }
}

NextStep stepAfter(const Flight& flight, WorkTime finished)
{
    PlanPosition position;
    position.planned = flight.entry.planned;
    position.before = flight.before.delivery.state;
    position.failingSince = flight.item.lane->failingSince;
    if (flight.item.hasDue)
        position.due = flight.item.due;
    return nextStep(flight.entry.delivery, endOf(flight.attempt, finished), position);
}

} // namespace hookworks
