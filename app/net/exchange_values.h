// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/client_certificate.h"
#include "domain/delivery.h"
#include "domain/proxy.h"
#include "domain/result.h"
#include "domain/url_parts.h"
#include "net/destination_policy.h"

#include <memory>
#include <optional>

namespace hookworks {

class StartingGate;

/// Under which conditions a request is sent.
struct ExchangeTerms
{
    std::optional<Micros> timeout =
        std::chrono::seconds(30);     ///< absolute, from the start, real time; nullopt: until it is cancelled
    qint64 responseCap = 1024 * 1024; ///< bytes of body kept; a longer response is cut, and marked
    DestinationPolicy destinations = DestinationPolicy::Any;
    bool mayShareConnection =
        true;    ///< goes out on a connection that was used before, and leaves its own behind
    Proxy proxy; ///< left alone for loopback
    ClientCertificate certificate;
    /// Its last byte waits there; on a connection of its own. Null: nothing waits.
    std::shared_ptr<StartingGate> together = {};
    bool operator==(const ExchangeTerms&) const = default;
};

/// One request as it is to leave.
struct ExchangeRequest
{
    UrlParts endpoint;    ///< whom to connect to, and whether under TLS
    QByteArray method;    ///< tells which responses have a body
    QByteArray head;      ///< the bytes that leave, blank line included
    QByteArray body;      ///< follows the head
    qint64 laterBody = 0; ///< bytes that follow `body`, asked for piece by piece
    ExchangeTerms terms;
    qint64 size() const { return head.size() + body.size() + laterBody; }
    bool operator==(const ExchangeRequest&) const = default;
};

/// How one exchange ended: what was on the wire.
struct ExchangeResult
{
    Outcome outcome = Outcome::Unknown;
    int status = 0;
    QString error;       ///< what happened, in words for a bug report; empty on success
    QByteArray sentHead; ///< as it left; empty: no byte left
    qint64 sentBody = 0; ///< bytes of the body that left
    QByteArray responseHead;
    HeaderList responseHeaders;
    QByteArray responseBody;
    bool truncated = false;
    QString local, remote; ///< address:port; empty: not connected
    int exchange = 0;      ///< which request on its connection, from 0
    AttemptTimings timings;
    std::optional<Micros> lookUp; ///< of `timings.connect`: until a name server had answered
    QString proxy;                ///< whom `remote` is, without credentials; empty: the receiver itself
    QString clientCertificate;    ///< the subject of the one that was shown; empty: none
    /// The receiver had closed the connection before the request reached it, its system threw the bytes away,
    /// and they left again on a new connection.
    bool sentAgain = false;
    RealTime startedAt; ///< when the wire took it
    RealTime finishedAt;
    bool operator==(const ExchangeResult&) const = default;
};

/// Of a request that cannot be sent: Blocked, now.
ExchangeResult nothingSent(const Error& error);

} // namespace hookworks
