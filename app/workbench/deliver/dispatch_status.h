// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/deliver/deliveries.h"

#include <QHash>

namespace hookworks {

/// How sending goes on: what is to be done, and which circuits are open, as last heard from the dispatcher.
/// Before Workbench::start() all is 0 and closed.
class DispatchStatus final : public QObject
{
    Q_OBJECT

public:
    explicit DispatchStatus(Session& session);

    WorkCounts work() const;
    /// The circuits that are not closed.
    QHash<WebhookId, Circuit> circuits() const;
    /// Finishes when nothing waits and nothing is in flight (held ones aside), at once where that is so.
    Answer<void> untilIdle();

Q_SIGNALS:
    /// At most thirty a second.
    void workChanged(const hookworks::WorkCounts& work);
    /// A webhook's circuit opened, half-opened or closed, or its next try moved.
    void circuitChanged(hookworks::WebhookId webhook, const hookworks::Circuit& circuit);

private:
    Session* m_session;
};

} // namespace hookworks
