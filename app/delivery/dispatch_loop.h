// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatch_clock.h"

#include <QTimer>

namespace hookworks {

/// Looks at the clock whenever something may be due: gives due deliveries to their lanes, and starts as many
/// attempts as these allow.
class DispatchLoop
{
public:
    DispatchLoop(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes, Flights& flights,
                 DispatchClock& clock);

    /// See Dispatcher, which also says what these tell.
    void resume();
    void stop();
    void look();

private:
    void fill(Lane& lane, RealTime now);
    void checkIdle();
    void schedule(RealTime now);
    std::optional<RealTime> nextLook(const Lane& lane, RealTime now) const;

    DispatchContext& m_context;
    DeliveryQueue& m_queue;
    Lanes& m_lanes;
    Flights& m_flights;
    DispatchClock& m_clock;
    QTimer m_timer;
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace hookworks
