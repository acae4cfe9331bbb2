// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/server_tls.h"

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

tl::unexpected<Error> badFiles(const QString& file)
{
    const char* reason = ERR_reason_error_string(ERR_get_error());
    ERR_clear_error();
    return fail(
        ErrorCode::BadInput,
        QCoreApplication::translate("hookworks", "No certificate and key could be read from %1.").arg(file),
        QString::fromLatin1(reason));
}

} // namespace

void ServerTlsDeleter::operator()(ssl_ctx_st* context) const
{
    SSL_CTX_free(context);
}

Result<ServerTls> serverTls(const TlsFiles& files, bool askClientCertificate)
{
    ServerTls context(SSL_CTX_new(TLS_server_method()));
    const QByteArray certificate = QFile::encodeName(files.certificateFile);
    const QByteArray key = QFile::encodeName(files.keyFile.isEmpty() ? files.certificateFile : files.keyFile);
    if (!context || SSL_CTX_use_certificate_chain_file(context.get(), certificate.constData()) != 1)
        return badFiles(files.certificateFile);
    if (SSL_CTX_use_PrivateKey_file(context.get(), key.constData(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context.get()) != 1)
        return badFiles(QFile::decodeName(key));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION);
    const QByteArray session("hookworks");
    SSL_CTX_set_session_id_context(context.get(), reinterpret_cast<const unsigned char*>(session.constData()),
                                   static_cast<unsigned>(session.size()));
    if (askClientCertificate)
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, acceptAny);
    return context;
}

} // namespace hookworks
