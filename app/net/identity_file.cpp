// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/identity_file.h"

#include "domain/words.h"
#include "net/openssl_parts.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>
#include <memory>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/ssl.h>

namespace hookworks {

namespace {

constexpr qint64 longestFile = 1024 * 1024;

/// A certificate, those behind it, and its key.
struct Identity
{
    OpensslPart<X509> certificate;
    OpensslPart<STACK_OF(X509)> chain;
    OpensslPart<EVP_PKEY> key;
};

tl::unexpected<Error> bad(const QString& message)
{
    const char* reason = ERR_reason_error_string(ERR_peek_error());
    ERR_clear_error();
    return fail(ErrorCode::BadInput, message, QString::fromLatin1(reason));
}

Result<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (const QFileInfo info(path); info.exists() && !info.isFile()) // a pipe would be waited for
        return fail(ErrorCode::BadInput, tr("%1 is no file.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::BadInput, tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return file.read(longestFile);
}

bool isPem(const QByteArray& bytes)
{
    return bytes.contains("-----BEGIN ");
}

/// OpenSSL's own would ask on the terminal.
int giveStoredPassphrase(char* to, int room, int, void* passphrase)
{
    const QByteArray& stored = *static_cast<const QByteArray*>(passphrase);
    const auto size = std::min<qsizetype>(stored.size(), room);
    std::memcpy(to, stored.constData(), static_cast<size_t>(size));
    return stored.isEmpty() ? -1 : static_cast<int>(size);
}

Result<Identity> fromPem(const QString& certificateFile, const QByteArray& certificates,
                         const QString& keyFile, const QByteArray& key, QByteArray passphrase)
{
    Identity identity;
    const auto bio = bioReading(certificates);
    identity.certificate.reset(PEM_read_bio_X509_AUX(bio.get(), nullptr, nullptr, nullptr));
    if (!identity.certificate)
        return bad(tr("%1 holds no certificate. Give a PEM file with CERTIFICATE blocks, or a PKCS#12 file.")
                       .arg(certificateFile));
    identity.chain.reset(sk_X509_new_null());
    while (X509* next = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        sk_X509_push(identity.chain.get(), next);
    ERR_clear_error();
    identity.key.reset(
        PEM_read_bio_PrivateKey(bioReading(key).get(), nullptr, giveStoredPassphrase, &passphrase));
    if (!identity.key && key.contains("ENCRYPTED"))
        return bad(passphrase.isEmpty()
                       ? tr("The key in %1 is encrypted. Give its passphrase.").arg(keyFile)
                       : tr("The passphrase does not open the key in %1. Give the one it was encrypted with.")
                             .arg(keyFile));
    if (!identity.key)
        return bad(tr("%1 holds no private key, or it is damaged. Give the PEM file with the key of %2.")
                       .arg(keyFile, certificateFile));
    return identity;
}

tl::unexpected<Error> whyNotParsed(const QString& path, bool withPassphrase)
{
    bool another = false;
    bool old = false;
    for (unsigned long code = ERR_get_error(); code != 0; code = ERR_get_error()) {
        another = another || (ERR_GET_LIB(code) == ERR_LIB_PKCS12 &&
                              ERR_GET_REASON(code) == PKCS12_R_MAC_VERIFY_FAILURE);
        old = old || ERR_GET_REASON(code) == ERR_R_UNSUPPORTED;
    }
    if (another && !withPassphrase)
        return bad(tr("%1 needs the passphrase it was exported with. Give it too.").arg(path));
    if (another)
        return bad(tr("The passphrase does not open %1. Give the one it was exported with.").arg(path));
    if (old)
        return bad(
            tr("%1 is encrypted in an old way (such as RC2-40) that OpenSSL 3 refuses. Make a new one: "
               "openssl pkcs12 -legacy -in OLD -nodes -out ALL.pem, then openssl pkcs12 -export -in "
               "ALL.pem -out NEW, and delete ALL.pem.")
                .arg(path));
    return bad(tr("%1 is damaged. Export it again from where it came from.").arg(path));
}

Result<Identity> fromPkcs12(const QString& path, const QByteArray& bytes, const QByteArray& passphrase)
{
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.constData());
    const OpensslPart<PKCS12> file(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
    if (!file)
        return bad(tr("%1 is neither a PEM nor a PKCS#12 file, or it is damaged. Export it again from where "
                      "it came from.")
                       .arg(path));
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* chain = nullptr;
    ERR_clear_error();
    if (PKCS12_parse(file.get(), passphrase.constData(), &key, &certificate, &chain) != 1)
        return whyNotParsed(path, !passphrase.isEmpty());
    Identity identity{OpensslPart<X509>(certificate), OpensslPart<STACK_OF(X509)>(chain),
                      OpensslPart<EVP_PKEY>(key)};
    if (!identity.key)
        return bad(
            tr("%1 holds no private key. Export the certificate again together with its key.").arg(path));
    if (!identity.certificate)
        return bad(
            tr("%1 holds no certificate that belongs to its key. Export the two of one pair.").arg(path));
    return identity;
}

Result<Identity> readIdentity(const TlsFiles& files, const QByteArray& passphrase)
{
    const auto bytes = contentOf(files.certificateFile);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (!isPem(*bytes)) {
        if (!files.keyFile.isEmpty() && files.keyFile != files.certificateFile)
            return bad(
                tr("%1 is no PEM file. Give a PEM certificate beside the key file %2, or a PKCS#12 file "
                   "alone: it holds its own key.")
                    .arg(files.certificateFile, files.keyFile));
        return fromPkcs12(files.certificateFile, *bytes, passphrase);
    }
    if (files.keyFile.isEmpty())
        return fromPem(files.certificateFile, *bytes, files.certificateFile, *bytes, passphrase);
    const auto key = contentOf(files.keyFile);
    if (!key)
        return tl::unexpected<Error>(key.error());
    return fromPem(files.certificateFile, *bytes, files.keyFile, *key, passphrase);
}

} // namespace

Result<void> useIdentity(ssl_ctx_st& context, const TlsFiles& files, const QByteArray& passphrase)
{
    ERR_clear_error();
    const auto identity = readIdentity(files, passphrase);
    if (!identity)
        return tl::unexpected<Error>(identity.error());
    const QString keyFile = files.keyFile.isEmpty() ? files.certificateFile : files.keyFile;
    if (X509_check_private_key(identity->certificate.get(), identity->key.get()) != 1)
        return bad(tr("The key in %1 is not that of the certificate in %2. Give the two files of one pair.")
                       .arg(keyFile, files.certificateFile));
    if (SSL_CTX_use_cert_and_key(&context, identity->certificate.get(), identity->key.get(),
                                 identity->chain.get(), 1) != 1)
        return bad(
            tr("OpenSSL refuses the certificate in %1: it may be too weak. Make one with an RSA key of "
               "2048 bits or more, or an elliptic curve.")
                .arg(files.certificateFile));
    return {};
}

} // namespace hookworks
