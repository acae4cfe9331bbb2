// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/client_tls.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace hookworks {

namespace {

void trust(ssl_ctx_st& context, const QByteArray& pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
    if (certificate)
        X509_STORE_add_cert(SSL_CTX_get_cert_store(&context), certificate.get());
    ERR_clear_error();
}

SslContext share(const SslContext& context)
{
    SSL_CTX_up_ref(context.get());
    return SslContext(context.get());
}

} // namespace

ClientTls::ClientTls(QString authorityFolder)
    : m_folder(std::move(authorityFolder))
{
}

Result<SslContext> ClientTls::context()
{
    QFile file(QDir(m_folder).filePath(QStringLiteral("ca.pem")));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray own = isOpen ? file.readAll() : QByteArray();
    if (m_context && (own == m_own || (!isOpen && file.exists())))
        return share(m_context);
    SslContext made(SSL_CTX_new(TLS_client_method()));
    if (!made)
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("hookworks", "OpenSSL cannot begin a TLS connection."));
    prepare(*made);
    SSL_CTX_set_verify(made.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_default_verify_paths(made.get());
    if (!own.isEmpty())
        trust(*made, own);
    m_own = own;
    m_context = std::move(made);
    return share(m_context);
}

} // namespace hookworks
