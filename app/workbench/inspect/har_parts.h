// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/header_list.h"
#include "domain/time.h"
#include "json/value.h"

#include <optional>

namespace hookworks {

// The lists that HAR 1.2 makes of a message's fields.

JsonValue harHeaders(const HeaderList& headers);
/// Of Cookie fields (RFC 6265, 4.2).
JsonValue harCookies(const HeaderList& headers);
/// Of Set-Cookie fields, with their attributes (RFC 6265, 4.1).
JsonValue harSetCookies(const HeaderList& headers);
/// A target's parameters, percent-decoded where that gives text.
JsonValue harQuery(const QByteArray& target);

/// What did not come about, or is not known, is -1; send, wait and receive are 0 then, as HAR wants them.
/// Connect holds ssl.
struct HarTimings
{
    std::optional<Micros> blocked, dns, connect, send, wait, receive, ssl;
    bool operator==(const HarTimings&) const = default;
};
JsonValue harTimings(const HarTimings& timings);
/// The sum of what is known, without ssl, which connect holds.
JsonValue harTime(const HarTimings& timings);

} // namespace hookworks
