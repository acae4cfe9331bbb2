// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox.h"

#include "delivery/wire_thread.h"

namespace hookworks {

Outbox::Outbox(Wire& wire)
    : m_wire(wire.thread())
    , m_mailbox([this](AttemptResult result) { deliver(std::move(result)); })
{
}

Outbox::~Outbox()
{
    for (const Waiting& waiting : std::as_const(m_waiting))
        m_wire->cancel(waiting.handle);
}

quint64 Outbox::expect(const AttemptJob& job, Transport::Callback done)
{
    const quint64 handle = m_wire->newHandle();
    m_waiting.insert(job.id, {handle, std::move(done)});
    return handle;
}

void Outbox::startOnWire(quint64 handle, WireJob job)
{
    m_wire->start(handle, std::move(job), m_mailbox.slot());
}

void Outbox::reject(const AttemptJob& job, Outcome outcome, const QString& error)
{
    AttemptResult result;
    result.id = job.id;
    result.outcome = outcome;
    result.error = error;
    result.startedAt = std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
    result.finishedAt = result.startedAt;
    m_mailbox.slot()(std::move(result));
}

void Outbox::cancel(qint64 id)
{
    const auto found = m_waiting.constFind(id);
    if (found != m_waiting.cend())
        m_wire->cancel(found->handle);
}

void Outbox::deliver(AttemptResult result)
{
    const auto found = m_waiting.find(result.id);
    if (found == m_waiting.end())
        return;
    const Transport::Callback done = std::move(found->done);
    m_waiting.erase(found);
    done(std::move(result));
}

} // namespace hookworks
