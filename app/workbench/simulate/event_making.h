// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"
#include "workbench/simulate/simulator.h"

namespace hookworks {

class ProviderCatalogue;
class Reader;

/// Who would get an event, with the policies that go with them.
struct Subscribers
{
    Report report;
    QList<Webhook> webhooks;
    QList<RetryPolicy> policies; ///< one a webhook, timeouts resolved
    int switchedOff = 0, notSubscribed = 0;
    QString testEvent; ///< testSubscribers() only
};

Result<Subscribers> subscribersOf(Reader& reader, const ProviderCatalogue& providers,
                                  const EventChoice& choice);
/// The webhook alone, with a report of its provider to render from: its own, any, or a new one. `event`:
/// empty: the first that it takes.
Result<Subscribers> testSubscribers(Reader& reader, const ProviderCatalogue& providers,
                                    const Webhook& webhook, const QString& event);
/// Everybody who gets any event of the task.
Result<QList<Webhook>> webhooksOfTask(Reader& reader, const ProviderCatalogue& providers,
                                      const TaskChoice& choice);

Result<EventPreview> previewOf(Session& session, const EventChoice& choice, const Subscribers& subscribers);

/// `taskId`: of the run that the event belongs to; empty: none.
Answer<QList<Delivery>> sendTo(Session& session, const EventChoice& choice, const Subscribers& subscribers,
                               const QString& taskId);
Answer<QList<Delivery>> sendEvent(Session& session, const EventChoice& choice, const QString& taskId);

} // namespace hookworks
