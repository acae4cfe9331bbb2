// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/outgoing.h"
#include "delivery/result_mailbox.h"
#include "delivery/transport.h"
#include "delivery/wire.h"

#include <QHash>

namespace hookworks {

struct WireJob;

/// What both transports share: who waits for which result, and exchanges straight on the wire.
class Outbox
{
public:
    explicit Outbox(Wire& wire);
    ~Outbox();
    Outbox(const Outbox&) = delete;
    Outbox& operator=(const Outbox&) = delete;

    /// Notes that `done` waits for the job's result; the handle under which the wire knows it.
    quint64 expect(const AttemptJob& job, Transport::Callback done);
    /// 0: nobody waits for it.
    quint64 handleOf(qint64 id) const { return m_waiting.value(id).handle; }
    void startOnWire(quint64 handle, WireJob job);
    /// Ends a job that never got to the wire.
    void reject(const AttemptJob& job, Outcome outcome, const QString& error);
    void cancel(qint64 id);
    std::function<void(AttemptResult)> slot() const { return m_mailbox.slot(); }

private:
    struct Waiting
    {
        quint64 handle = 0;
        Transport::Callback done;
    };

    void deliver(AttemptResult result);

    std::shared_ptr<WireThread> m_wire;
    QHash<qint64, Waiting> m_waiting;
    ResultMailbox m_mailbox;
};

} // namespace hookworks
