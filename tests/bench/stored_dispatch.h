// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatcher.h"
#include "delivery/manager_transport.h"
#include "delivery/policy_names.h"
#include "net/wire.h"
#include "platform/clock.h"
#include "store/completions.h"
#include "store/store.h"
#include "support/plain_secret_box.h"
#include "workbench/session/store_journal.h"

#include <functional>
#include <memory>

namespace hookworks {

inline const QByteArray benchBody =
    "{\"event\":\"report.completed\",\"task_id\":\"" + QByteArray(120, 'a') + "\"}";

/// A dispatcher over a real store and real sockets, with lanes for webhooks 1 to `lanes`.
class StoredDispatch
{
public:
    explicit StoredDispatch(const QString& path, int lanes = 1)
        : store(*Store::open(path, Store::Mode::Write, box))
        , dispatcher({clock, journal, transport, [] { return std::nullopt; }}, realClock(clock.now()))
    {
        for (int lane = 1; lane <= lanes; ++lane)
            dispatcher.setLane({.webhook = WebhookId{lane}, .limits = {.maxInFlight = 6}});
    }

    /// Stores deliveries of a webhook (nullopt: of none), with their ids.
    QList<Delivery> make(const QString& url, int count, const std::function<WorkTime(int)>& due,
                         std::optional<WebhookId> webhook = {})
    {
        QList<Delivery> deliveries;
        for (int i = 0; i < count; ++i) {
            Delivery delivery;
            delivery.provider = QStringLiteral("connectreport");
            delivery.event = QStringLiteral("postReportTask");
            delivery.webhook = webhook;
            delivery.request.url = url;
            delivery.request.headers.append("Content-Type", "application/json");
            delivery.request.body = benchBody;
            delivery.plan = plan(delivery.policy, 1);
            delivery.createdAt = clock.now();
            delivery.nextDueAt = due(i);
            deliveries.append(delivery);
        }
        auto stored = store->write([deliveries](Writer& writer) { return writer.addDeliveries(deliveries); });
        stored.waitForFinished();
        const auto ids = stored.result();
        for (qsizetype i = 0; ids && i < ids->size(); ++i)
            deliveries[i].id = (*ids)[i];
        return deliveries;
    }

    SystemClock clock;
    PlainSecretBox box;
    Completions completions;
    std::unique_ptr<Store> store;
    StoreJournal journal{*store, completions};
    Wire wire;
    ManagerTransport transport{wire};
    Dispatcher dispatcher;
};

} // namespace hookworks
