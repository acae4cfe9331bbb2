// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/journal.h"

#include <memory>

namespace hookworks {

class Completions;
class Store;

/// The dispatcher's journal in the store. Lives on the dispatcher's thread, as `completions` does; both
/// outlive what was asked for, see Session's end.
class StoreJournal final : public Journal
{
public:
    StoreJournal(Store& store, Completions& completions);

    void load(DeliveryId id, std::function<void(Result<JournalEntry>)> done) override;
    void attemptStarted(const Delivery& delivery, const Attempt& attempt, Done done) override;
    void attemptWithdrawn(const Delivery& delivery, int number, Done done) override;
    void attemptFinished(const Delivery& delivery, const Attempt& attempt, Done done) override;
    void stateChanged(const Delivery& delivery, Done done) override;
    void webhookFailing(WebhookId webhook, std::optional<WorkTime> since, Done done) override;
    void dueTimesShifted(Micros shift, const ClockState& clock, Done done) override;

private:
    template <class Change>
    void write(Change change, Done done);

    Store* m_store;
    Completions* m_completions;
};

} // namespace hookworks
