// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/outbox.h"

#include "net/wire_thread.h"

namespace hookworks {

Outbox::Outbox(const Wire& wire)
    : m_wire(wire.thread())
    , m_mailbox([this](WireNews news) { deliver(std::move(news)); })
{
}

Outbox::~Outbox()
{
    for (const auto& [handle, waiting] : m_waiting)
        m_wire->cancel(handle);
}

quint64 Outbox::send(ExchangeRequest request, Done done, More more)
{
    const quint64 handle = m_wire->newHandle();
    m_waiting.emplace(handle, Waiting{std::move(done), std::move(more)});
    const auto slot = m_mailbox.slot();
    m_wire->start(handle, std::move(request),
                  {[handle, slot](qint64 offset) {
                       slot({handle, offset, std::nullopt});
                   },
                   [handle, slot](ExchangeResult result) {
                       slot({handle, 0, std::move(result)});
                   }});
    return handle;
}

void Outbox::give(quint64 handle, const QByteArray& piece)
{
    m_wire->give(handle, piece);
}

void Outbox::cancel(quint64 handle)
{
    m_wire->cancel(handle);
}

void Outbox::deliver(WireNews news)
{
    const auto found = m_waiting.find(news.handle);
    if (found == m_waiting.end())
        return;
    if (!news.result) {
        const More more = found->second.more;
        more(news.wanted);
        return;
    }
    const Done done = std::move(found->second.done);
    m_waiting.erase(found);
    done(*std::move(news.result));
}

} // namespace hookworks
