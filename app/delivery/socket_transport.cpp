// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/socket_transport.h"

#include "delivery/failure_words.h"
#include "delivery/outbox.h"
#include "delivery/wire_thread.h"
#include "http/request_writer.h"

namespace hookworks {

class SocketTransport::Private
{
public:
    explicit Private(Wire& wire)
        : outbox(wire)
    {
    }

    Outbox outbox;
};

SocketTransport::SocketTransport(Wire& wire)
    : d(std::make_unique<Private>(wire))
{
}

SocketTransport::~SocketTransport() = default;

void SocketTransport::send(AttemptJob job, Callback done)
{
    const quint64 handle = d->outbox.expect(job, std::move(done));
    const auto endpoint = splitUrl(job.request.url);
    auto head = endpoint ? requestHead(job.request, *endpoint) : tl::unexpected(endpoint.error());
    if (head)
        d->outbox.startOnWire(handle, {std::move(job), *endpoint, *std::move(head)});
    else
        d->outbox.reject(job, Outcome::Blocked, blockedWords(head.error().message));
}

void SocketTransport::cancel(qint64 id)
{
    d->outbox.cancel(id);
}

} // namespace hookworks
