// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/transport.h"
#include "delivery/wire_access_manager.h"

#include <QHash>

namespace hookworks {

/// Sends attempts through a network access manager over our wire, byte for byte what requestHead() says of a
/// request. A request that cannot be sent ends as Blocked. Needs an event loop on its thread. `wire` outlives
/// it.
class ManagerTransport final : public Transport
{
public:
    explicit ManagerTransport(const Wire& wire);
    ~ManagerTransport() override;
    void send(AttemptJob job, Callback done) override;
    void cancel(qint64 id) override;

private:
    QHash<qint64, QNetworkReply*> m_open; ///< by the job's id
    WireAccessManager m_manager;
};

} // namespace hookworks
