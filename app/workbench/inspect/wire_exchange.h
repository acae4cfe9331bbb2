// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/simulate/requests.h"

namespace hookworks {

/// A request as its bytes were on the wire. Everything below them is derived from them, and only a view.
struct WireRequest
{
    QByteArray head;                    ///< verbatim, blank line included
    QByteArray body;                    ///< as it was framed
    QByteArray method, target, version; ///< `1.1`; what cannot be told apart is empty
    HeaderList headers, trailers;
    QByteArray content; ///< without transfer coding
    QString url;        ///< the target URI (RFC 9110, 7.1), made of target, Host and the connection
    bool operator==(const WireRequest&) const = default;
};

/// The answer to it, likewise.
struct WireResponse
{
    QByteArray head;
    QByteArray body; ///< a listener's: as it was framed; a delivery's: without transfer coding, up to the cap
    QByteArray version, reason;
    int status = 0; ///< 0: there is no status line
    HeaderList headers;
    QByteArray content;
    bool operator==(const WireResponse&) const = default;
};

/// One request and what came back, from an attempt or a capture: what exports, comparisons and replays are
/// made of.
struct WireExchange
{
    WireRequest request;
    std::optional<WireResponse> response; ///< nullopt: not a byte
    bool wasOnWire = true;                ///< false: nothing left; the request is as it would have been sent
    const Attempt* attempt = nullptr;     ///< of the exported exchange, which outlives this
    bool operator==(const WireExchange&) const = default;
};

/// What `{listener}` stands for in requests that have not been sent; nullopt: nothing.
using ListenerBase = std::optional<QString>;

/// Each attempt of a delivery, or one for a delivery without; a capture. BadInput where a delivery's request
/// can neither have been sent nor be sent.
Result<QList<WireExchange>> wireExchanges(const ExportedExchange& exchange, const ListenerBase& listener);
/// The one that stands for all: the last attempt that was on the wire.
Result<WireExchange> wireExchange(const ExportedExchange& exchange, const ListenerBase& listener);

} // namespace hookworks
