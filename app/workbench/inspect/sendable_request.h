// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/inspect/wire_exchange.h"

namespace hookworks {

/// A request that was on the wire as other programs are asked to send it: what belongs to the connection is
/// theirs.
struct SendableRequest
{
    QByteArray method;
    QByteArray url;         ///< ASCII; ends with the target
    QByteArray target;      ///< origin form, as on the line
    HeaderList fields;      ///< in order; without Host, Content-Length and the framing
    QByteArray body;        ///< without transfer coding
    bool hasLength = false; ///< it said how long its body is
    bool operator==(const SendableRequest&) const = default;
};

/// The request, or a sentence about what no program that takes a URL can be made to send.
tl::expected<SendableRequest, QString> sendableRequest(const WireRequest& request);

/// The name of the first field that is there twice; empty: none.
QByteArray fieldSentTwice(const HeaderList& fields);

} // namespace hookworks
