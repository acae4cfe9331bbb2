// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/store_journal.h"

#include "store/completions.h"
#include "store/store.h"
#include "workbench/session/stored_values.h"

#include <algorithm>

namespace hookworks {

namespace {

DeliveryStep stepOf(const Delivery& delivery)
{
    return {delivery.state, delivery.nextDueAt, delivery.nextOrigin};
}

} // namespace

StoreJournal::StoreJournal(Store& store, Completions& completions)
    : m_store(&store)
    , m_completions(&completions)
{
}

template <class Change>
void StoreJournal::write(Change change, Done done)
{
    m_store->write(std::move(change),
                   [completions = m_completions, done = std::move(done)](const Result<void>& stored) {
                       completions->add([done, stored] { done(stored); });
                   });
}

void StoreJournal::load(DeliveryId id, std::function<void(Result<JournalEntry>)> done)
{
    m_store->readUrgently(
        [id](Reader& reader) { return journalEntry(reader, id); },
        [completions = m_completions, done = std::move(done)](const Result<JournalEntry>& entry) {
            completions->add([done, entry] { done(entry); });
        });
}

void StoreJournal::attemptStarted(const Delivery& delivery, const Attempt& attempt, Done done)
{
    write([attempt, step = stepOf(delivery)](Writer& writer) { return writer.attemptStarted(attempt, step); },
          std::move(done));
}

void StoreJournal::attemptWithdrawn(const Delivery& delivery, int number, Done done)
{
    write([key = AttemptKey{delivery.id, number}, attempts = delivery.attempts,
           step = stepOf(delivery)](Writer& writer) { return writer.attemptWithdrawn(key, attempts, step); },
          std::move(done));
}

void StoreJournal::attemptFinished(const Delivery& delivery, const Attempt& attempt, Done done)
{
    write(
        [attempt, step = stepOf(delivery)](Writer& writer) { return writer.attemptFinished(attempt, step); },
        std::move(done));
}

void StoreJournal::stateChanged(const Delivery& delivery, Done done)
{
    write([id = delivery.id,
           step = stepOf(delivery)](Writer& writer) { return writer.setDeliveryStep(id, step); },
          std::move(done));
}

void StoreJournal::webhookFailing(WebhookId webhook, std::optional<WorkTime> since, Done done)
{
    write([webhook, since](Writer& writer) { return writer.setFailingSince(webhook, since); },
          std::move(done));
}

void StoreJournal::dueTimesShifted(Micros shift, const ClockState& clock, Done done)
{
    write(
        [shift, clock](Writer& writer) {
            return writer.shiftWaiting(shift).and_then([&] { return writer.setClock(clock); });
        },
        std::move(done));
}

} // namespace hookworks
