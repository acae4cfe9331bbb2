// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/waiting_list.h"
#include "domain/webhook.h"

#include <deque>
#include <set>

namespace hookworks {

/// One webhook's way to its receiver: what is due, what is on the wire, and what its flow limits allow. Rates
/// are on real time. A circuit's pause is on the workbench's clock, as the gaps of a plan are: a fast clock
/// shortens both alike, and a jump goes over both.
class Lane
{
public:
    std::optional<WebhookId> webhook;
    FlowLimits limits;
    ClientCertificate certificate;
    bool enabled = true;
    bool together = false; ///< all that is in it is sent together, see Dispatcher::addTogether()
    std::optional<WorkTime> failingSince;  ///< start of the first failure after the last success
    std::optional<WorkTime> storedFailing; ///< the same as the journal has it

    WaitingList ready;               ///< due, or about to be
    std::deque<DeliveryId> manual;   ///< asked for by a person: at once
    WaitingList armed;               ///< stored as started, not on the wire yet
    std::set<DeliveryId> unfinished; ///< with strict order: everything that is not final
    int preparing = 0;               ///< being loaded or stored as started
    int onWire = 0;

    bool isActive() const { return !ready.isEmpty() || !manual.empty() || !armed.isEmpty(); }
    /// How many more attempts may be prepared. Beyond the limit in flight by as many as the receiver lately
    /// took in the time that storing takes, so that the store's latency does not slow down a fast receiver.
    int room(RealTime now) const;
    bool maySend(RealTime now, bool manually) const;
    void sent(RealTime now);
    /// Counts an ended attempt; true when the circuit's state changed.
    bool ended(bool success, RealTime now, WorkTime work);
    /// Half-opens the circuit when its time has come; true when it did.
    bool refreshCircuit(WorkTime work);
    /// Takes new limits; true when that closed the circuit.
    bool setLimits(const FlowLimits& changed);
    /// As if nothing had failed yet; true when the circuit's state changed.
    bool forgetFailures();
    void shift(Micros by);

    const Circuit& circuit() const { return m_circuit; }
    std::optional<WorkTime> circuitOpensAgain() const;
    /// When the rate allows the next start; nullopt: now.
    std::optional<RealTime> nextStart(RealTime now) const;

private:
    void openCircuit(WorkTime work);
    bool closeCircuit();

    Circuit m_circuit;
    int m_reopened = 0; ///< how often in a row the attempt of the half-open circuit failed
    RealTime m_nextStart;
    double m_pace = 0; ///< attempts that ended lately, older ones counting less
    RealTime m_paceAt;
};

} // namespace hookworks
