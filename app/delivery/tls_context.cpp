// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/tls_context.h"

#include <QCoreApplication>

#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace hookworks {

namespace {

/// Adds every certificate of the PEM text; how many.
int addAuthorities(X509_STORE* store, const QByteArray& pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free);
    int added = 0;
    while (bio) {
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
        if (!certificate)
            break;
        added += X509_STORE_add_cert(store, certificate.get());
    }
    ERR_clear_error();
    return added;
}

} // namespace

Result<TlsContext> makeTlsContext(const TlsTrust& trust)
{
    namespace ssl = boost::asio::ssl;
    const auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
    SSL_CTX* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    error_code ignored;
    if (trust.systemAuthorities)
        context->set_default_verify_paths(ignored);
    context->set_verify_mode(ssl::verify_peer, ignored);
    if (!trust.extraAuthorities.isEmpty() &&
        addAuthorities(SSL_CTX_get_cert_store(native), trust.extraAuthorities) == 0)
        return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                             "hookworks", "The extra authorities hold no PEM certificate."));
    return context;
}

} // namespace hookworks
