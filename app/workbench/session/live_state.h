// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clock_state.h"
#include "domain/webhook.h"
#include "platform/clock.h"
#include "workbench/deliver/deliveries.h"
#include "workbench/listen/listening.h"

#include <QHash>
#include <QObject>

namespace hookworks {

class IoParts;

/// What the io thread told last of its clock, its work, its circuits and its listeners. Main thread.
class LiveState final : public QObject
{
    Q_OBJECT

public:
    /// Shows real time until the io thread says otherwise. `clock` outlives it.
    explicit LiveState(const Clock& clock);
    /// Follows what is heard from there from now on.
    void follow(IoParts& io);

    const ClockState& clock() const { return m_clock; }
    WorkTime workNow() const { return workTimeAt(m_clock, m_realClock.now()); }
    const WorkCounts& work() const { return m_work; }
    /// Those that are not closed.
    const QHash<WebhookId, Circuit>& circuits() const { return m_circuits; }
    /// What `{listener}` stands for; empty: no listener runs.
    const QString& listenerUrl() const { return m_listenerUrl; }

Q_SIGNALS:
    void clockChanged(const hookworks::ClockState& clock);
    void workChanged(const hookworks::WorkCounts& work);
    void circuitChanged(hookworks::WebhookId webhook, const hookworks::Circuit& circuit);
    void listenerChanged(const hookworks::ListenerView& listener);
    void listenerWarned(hookworks::ListenerId id, const QString& words);
    void listenerUrlChanged();

private:
    void takeCircuit(WebhookId webhook, const Circuit& circuit);

    const Clock& m_realClock;
    ClockState m_clock;
    WorkCounts m_work;
    QHash<WebhookId, Circuit> m_circuits;
    QString m_listenerUrl;
};

} // namespace hookworks
