// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/result.h"

namespace hookworks {

/// What one curl command line would send.
struct CurlRequests
{
    QList<Request> requests; ///< one for each URL that it names
    QByteArray target;       ///< on the request line, where it is not what the URL says; else empty
    bool operator==(const CurlRequests&) const = default;
};

/// `words`: the command, `curl` first, without `--next`. `input`: what is piped into it; null: nothing is.
/// Options that change no request are passed over. BadInput for what reads files or takes more than one
/// exchange, and where no URL is named.
Result<CurlRequests> curlRequests(const QList<QByteArray>& words, const QByteArray& input);

} // namespace hookworks
