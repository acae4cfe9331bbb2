// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/flights.h"

namespace hookworks {

/// What people do to one delivery: it is tried at once, cancelled, held or released, wherever it is just now.
class DeliveryCommands
{
public:
    DeliveryCommands(DispatchContext& context, DeliveryQueue& queue, Lanes& lanes, Flights& flights);

    /// One attempt at once. Conflict while one is in flight.
    void retryNow(DeliveryId id, Journal::Done done);
    /// Cancels, holds or releases (Waiting): at once where it waits, else when its attempt has ended.
    void change(DeliveryId id, DeliveryState state, Journal::Done done);

private:
    bool isBusy(DeliveryId id);
    void retryStored(DeliveryId id, const Result<JournalEntry>& loaded, const Journal::Done& done);
    void changeStored(DeliveryId id, DeliveryState state, Journal::Done done);
    void onChangeLoaded(DeliveryId id, DeliveryState state, const JournalEntry& entry,
                        const Journal::Done& done);

    DispatchContext& m_context;
    DeliveryQueue& m_queue;
    Lanes& m_lanes;
    Flights& m_flights;
};

} // namespace hookworks
