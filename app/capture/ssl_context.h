// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

struct ssl_ctx_st;

namespace hookworks {

struct SslContextDeleter
{
    void operator()(ssl_ctx_st* context) const;
};
/// OpenSSL's context, shared by the connections made with it.
using SslContext = std::unique_ptr<ssl_ctx_st, SslContextDeleter>;

/// The settings of both directions: TLS 1.2 and later, writes that may be partial and move.
void prepare(ssl_ctx_st& context);

} // namespace hookworks
