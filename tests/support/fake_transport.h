// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/transport.h"
#include "platform/clock.h"

#include <QObject>
#include <QStringList>

#include <deque>

namespace hookworks {

/// A transport without a wire: keeps jobs until a test answers them, or answers each at once with `status`.
class FakeTransport final : public Transport
{
public:
    explicit FakeTransport(const Clock& clock)
        : m_clock(clock)
    {
    }

    std::optional<int> status; ///< set: every job is answered so from the event loop
    QStringList* log = nullptr;
    QList<AttemptJob> jobs; ///< all there ever were
    int most = 0;           ///< how many were under way at once

    void send(AttemptJob job, Callback done) override
    {
        jobs.append(job);
        if (log)
            log->append(QStringLiteral("sent ") + job.delivery.toString());
        m_open.push_back({std::move(job), std::move(done), m_clock.now()});
        most = std::max(most, static_cast<int>(m_open.size()));
        if (status)
            QMetaObject::invokeMethod(
                &m_context, [this] { answer(*status); }, Qt::QueuedConnection);
    }
    void cancel(qint64 /*id*/) override {}

    int open() const { return static_cast<int>(m_open.size()); }

    /// Ends the oldest open job; of `delivery` where one is named. Status 0 is a reset.
    void answer(int code, DeliveryId delivery = {}, const HeaderList& headers = {})
    {
        const auto found = std::ranges::find_if(
            m_open, [&](const Open& open) { return !delivery || open.job.delivery == delivery; });
        if (found == m_open.end())
            return;
        const Open open = *found;
        m_open.erase(found);
        ExchangeResult result;
        result.status = code;
        result.responseHeaders = headers;
        result.outcome = code == 0 ? Outcome::Reset : code < 300 ? Outcome::Success : Outcome::Rejected;
        result.startedAt = open.started;
        result.finishedAt = m_clock.now();
        open.done(result);
    }

private:
    struct Open
    {
        AttemptJob job;
        Callback done;
        RealTime started;
    };

    const Clock& m_clock;
    std::deque<Open> m_open;
    QObject m_context;
};

} // namespace hookworks
