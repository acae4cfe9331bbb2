// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/dispatcher.h"
#include "domain/listener_config.h"
#include "domain/result.h"
#include "store/rule_rows.h"

#include <QList>

namespace hookworks {

class Reader;
class Writer;

/// A delivery as the dispatcher takes it up.
Result<JournalEntry> journalEntry(Reader& reader, DeliveryId id);

/// Everything that a session needs when it starts.
struct SessionStart
{
    std::optional<ClockState> clock;
    QList<WaitingDelivery> waiting;
    QList<InterruptedAttempt> interrupted;
    QList<LaneSettings> lanes;
    QList<ListenerConfig> listeners;
    RuleProgressOf ruleProgress; ///< of the listeners
    bool publicOnly = false;     ///< attempts may go to public addresses only
    Proxy proxy;                 ///< that attempts go through
};

/// `all`: with what waits. What a crash interrupted is always in it.
Result<SessionStart> sessionStart(Reader& reader, bool all);

/// The workspace's setting; see Destinations.
Result<bool> sendsToPublicOnly(Reader& reader);
Result<Proxy> storedProxy(Reader& reader);
Result<void> storeProxy(Writer& writer, const Proxy& proxy);

LaneSettings laneOf(const Webhook& webhook);

} // namespace hookworks
