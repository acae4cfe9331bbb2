// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/journal.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace hookworks {

/// A journal in memory that answers from the event loop, in order, and writes down what it was asked.
class MemoryJournal final : public Journal
{
public:
    std::map<DeliveryId, JournalEntry> entries;
    std::map<std::pair<DeliveryId, int>, Attempt> attempts;
    std::map<WebhookId, std::optional<WorkTime>> failingSince;
    QStringList* log = nullptr;
    bool failing = false; ///< every write fails

    void load(DeliveryId id, std::function<void(Result<JournalEntry>)> done) override
    {
        later([this, id, done = std::move(done)] {
            const auto found = entries.find(id);
            done(found == entries.end() ? fail(ErrorCode::NotFound, QStringLiteral("no such delivery"))
                                        : Result<JournalEntry>(found->second));
        });
    }

    void attemptStarted(const Delivery& delivery, const Attempt& attempt, Done done) override
    {
        write(QStringLiteral("started"), delivery, attempt.number, std::move(done),
              [this, delivery, attempt] {
                  entries[delivery.id].delivery = delivery;
                  entries[delivery.id].planned += attempt.origin == Origin::Manual ? 0 : 1;
                  attempts[{delivery.id, attempt.number}] = attempt;
              });
    }

    void attemptWithdrawn(const Delivery& delivery, int number, Done done) override
    {
        write(QStringLiteral("withdrawn"), delivery, number, std::move(done), [this, delivery, number] {
            const auto node = attempts.extract({delivery.id, number});
            entries[delivery.id].planned -= node.mapped().origin == Origin::Manual ? 0 : 1;
            entries[delivery.id].delivery = delivery;
        });
    }

    void attemptFinished(const Delivery& delivery, const Attempt& attempt, Done done) override
    {
        write(QStringLiteral("finished"), delivery, attempt.number, std::move(done),
              [this, delivery, attempt] {
                  entries[delivery.id].delivery = delivery;
                  attempts[{delivery.id, attempt.number}] = attempt;
              });
    }

    void stateChanged(const Delivery& delivery, Done done) override
    {
        write(toString(delivery.state), delivery, delivery.attempts, std::move(done),
              [this, delivery] { entries[delivery.id].delivery = delivery; });
    }

    void webhookFailing(WebhookId webhook, std::optional<WorkTime> since, Done done) override
    {
        later([this, webhook, since, done = std::move(done)] {
            if (failing) {
                done(fail(ErrorCode::DiskFull, QStringLiteral("the disk is full")));
                return;
            }
            failingSince[webhook] = since;
            done({});
        });
    }

    void dueTimesShifted(Micros shift, const ClockState& /*clock*/, Done done) override
    {
        later([this, shift, done = std::move(done)] {
            for (auto& [id, entry] : entries) {
                if (entry.delivery.nextDueAt)
                    *entry.delivery.nextDueAt += shift;
            }
            done({});
        });
    }

private:
    template <class Callback>
    void later(Callback callback)
    {
        QMetaObject::invokeMethod(&m_context, std::move(callback), Qt::QueuedConnection);
    }

    template <class Change>
    void write(const QString& word, const Delivery& delivery, int number, Done done, Change change)
    {
        later([this, word, id = delivery.id, number, done = std::move(done), change] {
            if (failing) {
                done(fail(ErrorCode::DiskFull, QStringLiteral("the disk is full")));
                return;
            }
            if (log)
                log->append(QStringLiteral("%1 %2/%3").arg(word, id.toString()).arg(number));
            change();
            done({});
        });
    }

    QObject m_context;
};

} // namespace hookworks
