// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/transport.h"

#include <memory>

namespace hookworks {

class Wire;

/// Sends through Qt's network manager and the tap, a relay of our own on loopback that makes the one
/// transmission, and whose verdict counts. A request that the manager cannot say as it is (duplicate fields,
/// a path it would rewrite) goes through the same exchange without it. Needs an event loop on its thread.
/// `wire` outlives it.
class ManagerTransport final : public Transport
{
public:
    explicit ManagerTransport(Wire& wire);
    ~ManagerTransport() override;
    void send(AttemptJob job, Callback done) override;
    void cancel(qint64 id) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hookworks
