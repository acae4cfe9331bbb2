// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/transport.h"

#include <memory>

namespace hookworks {

class Wire;

/// Sends over a plain socket what the request says, byte for byte: `exactHead` where there is one, else a
/// head made of method, URL and headers as they are. An empty method with an `exactHead` sends those bytes
/// and the body, whatever they are. Needs an event loop on its thread. `wire` outlives it.
class SocketTransport final : public Transport
{
public:
    explicit SocketTransport(Wire& wire);
    ~SocketTransport() override;
    void send(AttemptJob job, Callback done) override;
    void cancel(qint64 id) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks
