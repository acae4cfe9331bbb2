// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/live_state.h"

#include "workbench/session/io_parts.h"

namespace hookworks {

LiveState::LiveState(const Clock& clock)
    : m_realClock(clock)
    , m_clock(realClock(clock.now()))
{
}

void LiveState::follow(IoParts& io)
{
    connect(&io, &IoParts::clockChanged, this, [this](const ClockState& clock) {
        m_clock = clock;
        Q_EMIT clockChanged(clock);
    });
    connect(&io, &IoParts::workChanged, this, [this](const WorkCounts& work) {
        m_work = work;
        Q_EMIT workChanged(work);
    });
    connect(&io.listeners(), &ListenerFleet::changed, this, &LiveState::listenerChanged);
    connect(&io.listeners(), &ListenerFleet::warned, this, &LiveState::listenerWarned);
    connect(&io.listeners(), &ListenerFleet::urlChanged, this, [this](const QString& url) {
        m_listenerUrl = url;
        Q_EMIT listenerUrlChanged();
    });
    connect(&io.dispatcher().events(), &DispatchEvents::circuitChanged, this, &LiveState::takeCircuit);
}

void LiveState::takeCircuit(WebhookId webhook, const Circuit& circuit)
{
    if (circuit.state == CircuitState::Closed)
        m_circuits.remove(webhook);
    else
        m_circuits.insert(webhook, circuit);
    Q_EMIT circuitChanged(webhook, circuit);
}

} // namespace hookworks
