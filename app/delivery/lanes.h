// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatch_context.h"
#include "delivery/lane.h"

#include <set>
#include <unordered_map>
#include <vector>

namespace hookworks {

/// The lanes of all webhooks, of destinations without one, and of bursts. Only those of bursts are removed,
/// once nothing is in them: references stay valid.
class Lanes
{
public:
    explicit Lanes(DispatchContext& context);

    Lane& of(const std::optional<WebhookId>& webhook, quint32 destination);
    /// Where it waits: a burst's, as long as it is there.
    Lane& of(const WaitingDelivery& delivery);
    /// A lane of its own for so many that are sent together, wide enough for all of them. Its number.
    int newBurst(int size);
    /// Nothing is of their lanes any more.
    void forgetBursts();
    /// Takes the settings over; says so where that closed the circuit.
    Lane& set(const LaneSettings& settings);
    /// Of a webhook's settings; none where they are not known.
    ClientCertificate certificateOf(WebhookId webhook) const;
    /// Gives the journal since when a webhook has been failing, where that changed. Where it is not taken,
    /// the next change or end of an attempt stores it.
    void storeFailing(Lane& lane);

    /// The lane has something to start.
    void activate(Lane& lane) { m_active.insert(&lane); }
    /// The active ones as they are now; forgetIdle() takes those off that have nothing to start any more.
    std::vector<Lane*> active() const { return {m_active.begin(), m_active.end()}; }
    void forgetIdle(Lane& lane);
    /// When the first circuit of an active lane opens again; nullopt: none is open.
    std::optional<WorkTime> circuitOpensAgain() const;
    /// Moves all due times and the pauses of circuits.
    void shift(Micros by);

private:
    DispatchContext& m_context;
    std::unordered_map<qint64, Lane> m_lanes; ///< by webhook or destination
    std::set<Lane*> m_active;
    int m_bursts = 0; ///< so many were made
};

} // namespace hookworks
