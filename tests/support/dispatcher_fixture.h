// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatch_clock.h"
#include "delivery/dispatcher.h"
#include "delivery/policy_names.h"
#include "support/fake_clock.h"
#include "support/fake_transport.h"
#include "support/memory_journal.h"

#include <QCoreApplication>

namespace hookworks {

/// A dispatcher among doubles, and the ordered log of what happened.
class DispatcherFixture
{
public:
    explicit DispatcherFixture(double speed = 1)
        : transport(clock)
        , dispatcher({clock, journal, transport, [this] { return listener; }},
                     ClockState{WorkTime(clock.now().time_since_epoch()), clock.now(), speed})
    {
        journal.log = transport.log = &log;
        dispatcher.resume();
    }

    Delivery& make(int number, const QString& policy = QStringLiteral("hybiscus"), int webhook = 1)
    {
        Delivery delivery;
        delivery.id = DeliveryId{number};
        delivery.webhook = WebhookId{webhook};
        delivery.request.url = QStringLiteral("http://127.0.0.1:1/");
        delivery.policy = *policyFromName(policy);
        delivery.plan = plan(delivery.policy, 1);
        delivery.nextDueAt = dispatcher.now();
        journal.entries[delivery.id] = {delivery, 0};
        return journal.entries[delivery.id].delivery;
    }

    void add(int number, const QString& policy = QStringLiteral("hybiscus"), int webhook = 1)
    {
        dispatcher.add({*waitingFrom(make(number, policy, webhook))});
        settle();
    }

    /// Runs what was queued until nothing is.
    static void settle()
    {
        for (int i = 0; i < 60; ++i)
            QCoreApplication::sendPostedEvents();
    }

    void advance(Micros by, Micros step = std::chrono::milliseconds(10))
    {
        for (Micros done{0}; done < by; done += step) {
            clock.advance(std::min(step, by - done));
            dispatcher.tick();
            settle();
        }
    }

    void setLane(int webhook, const FlowLimits& limits)
    {
        dispatcher.setLane({WebhookId{webhook}, limits});
        settle();
    }

    const Delivery& stored(int number) { return journal.entries.at(DeliveryId{number}).delivery; }
    const Attempt& attempt(int number, int which) { return journal.attempts.at({DeliveryId{number}, which}); }
    QString state(int number) { return toString(stored(number).state); }

    Result<void> ask(void (Dispatcher::*command)(DeliveryId, Dispatcher::Done), int number)
    {
        const auto answer =
            std::make_shared<Result<void>>(fail(ErrorCode::Internal, QStringLiteral("no answer")));
        (dispatcher.*command)(DeliveryId{number}, [answer](const Result<void>& result) { *answer = result; });
        settle();
        return *answer;
    }

    FakeClock clock;
    MemoryJournal journal;
    FakeTransport transport;
    std::optional<QString> listener = QStringLiteral("http://127.0.0.1:9");
    QStringList log;
    Dispatcher dispatcher;
};

} // namespace hookworks
