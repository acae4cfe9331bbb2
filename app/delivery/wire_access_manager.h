// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/wire_reply.h"

#include <QNetworkAccessManager>

namespace hookworks {

class Wire;

/// A network access manager that sends over our wire in place of Qt's own HTTP engine, which may send a
/// request twice, rewrites it, and cannot say why one failed. It does what it is asked: no redirects,
/// cookies, credentials, cache or compression of its own. A request without exchangeRequestAttribute is sent
/// as it stands, with its transfer timeout where it has one. Needs an event loop. The wire outlives it.
class WireAccessManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit WireAccessManager(const Wire& wire, QObject* parent = nullptr);

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request,
                                 QIODevice* outgoing) override;

private:
    std::shared_ptr<Outbox> m_outbox;
};

} // namespace hookworks
