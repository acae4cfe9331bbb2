// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/server_tls.h"

#include "capture/authority.h"
#include "net/identity_file.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace hookworks {

namespace {

/// Clients' certificates are shown, not judged.
int acceptAny(int, X509_STORE_CTX*)
{
    return 1;
}

/// A client without a certificate is served; one with a certificate of another authority is not.
Result<void> judgeClients(ssl_ctx_st& context, const QString& authorityFile)
{
    const QByteArray file = QFile::encodeName(authorityFile);
    STACK_OF(X509_NAME)* names = SSL_load_client_CA_file(file.constData());
    if (!names || SSL_CTX_load_verify_locations(&context, file.constData(), nullptr) != 1) {
        sk_X509_NAME_pop_free(names, X509_NAME_free);
        ERR_clear_error();
        return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                             "hookworks", "No authority for clients' certificates could be "
                                                          "read from %1. Give a PEM file with CERTIFICATE "
                                                          "blocks.")
                                             .arg(authorityFile));
    }
    SSL_CTX_set_client_CA_list(&context, names);
    SSL_CTX_set_verify(&context, SSL_VERIFY_PEER, nullptr);
    return {};
}

Result<void> askClients(ssl_ctx_st& context, const ListenerConfig& config)
{
    if (!config.clientAuthorityFile.isEmpty())
        return judgeClients(context, config.clientAuthorityFile);
    if (config.askClientCertificate)
        SSL_CTX_set_verify(&context, SSL_VERIFY_PEER, acceptAny);
    return {};
}

} // namespace

Result<SslContext> serverTls(const ListenerConfig& config, const QString& authorityFolder)
{
    Result<TlsFiles> files = TlsFiles{config.certificateFile, config.keyFile};
    if (config.certificateFile.isEmpty())
        files = localLeaf(authorityFolder);
    if (!files)
        return tl::unexpected<Error>(files.error());
    SslContext context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("hookworks", "OpenSSL cannot serve TLS connections."));
    prepare(*context);
    const auto ready = useIdentity(*context, *files, config.passphrase).and_then([&] {
        return askClients(*context, config);
    });
    if (!ready)
        return tl::unexpected<Error>(ready.error());
    const QByteArray session("hookworks");
    SSL_CTX_set_session_id_context(context.get(), reinterpret_cast<const unsigned char*>(session.constData()),
                                   static_cast<unsigned>(session.size()));
    return context;
}

} // namespace hookworks
