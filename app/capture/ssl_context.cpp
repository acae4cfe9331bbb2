// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/ssl_context.h"

#include <openssl/ssl.h>

namespace hookworks {

void SslContextDeleter::operator()(ssl_ctx_st* context) const
{
    SSL_CTX_free(context);
}

void prepare(ssl_ctx_st& context)
{
    SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
    SSL_CTX_set_mode(&context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                   SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(&context, SSL_OP_NO_RENEGOTIATION);
}

} // namespace hookworks
