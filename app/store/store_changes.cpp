// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store_changes.h"

namespace hookworks {

StoreChanges& StoreChanges::operator+=(const StoreChanges& later)
{
    reports |= later.reports;
    webhooks |= later.webhooks;
    events |= later.events;
    removedDeliveries.subtract(later.deliveries);
    removedCaptures.subtract(later.captures);
    removedDeliveries |= later.removedDeliveries;
    removedCaptures |= later.removedCaptures;
    deliveries |= later.deliveries;
    captures |= later.captures;
    gone += later.gone;
    waitingShifted |= later.waitingShifted;
    settings |= later.settings;
    samples |= later.samples;
    policies |= later.policies;
    listeners |= later.listeners;
    clock |= later.clock;
    return *this;
}

} // namespace hookworks
