// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_contexts.h"

#include "net/identity_file.h"
#include "net/openssl_parts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace hookworks {

namespace {

namespace ssl = boost::asio::ssl;

constexpr qint64 longestAuthorities = 4 * 1024 * 1024;
constexpr size_t mostIdentified = 64;

/// Adds every certificate of the PEM text; how many.
int addAuthorities(X509_STORE* store, const QByteArray& pem)
{
    const auto bio = bioReading(pem);
    int added = 0;
    while (bio) {
        const OpensslPart<X509> certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate)
            break;
        added += X509_STORE_add_cert(store, certificate.get());
    }
    ERR_clear_error();
    return added;
}

TlsContext verifyingContext()
{
    auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
    SSL_CTX* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    error_code ignored;
    context->set_verify_mode(ssl::verify_peer, ignored);
    return context;
}

/// Empty where it cannot be read.
QByteArray contentOfAuthorities(const QString& path)
{
    QFile file(path);
    const bool isRead = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
    return isRead ? file.read(longestAuthorities) : QByteArray();
}

/// Tells a file that was changed from one that was not.
QByteArray stampOf(const QString& path)
{
    const QFileInfo info(path);
    return QByteArray::number(info.size()) + '/' +
           QByteArray::number(info.lastModified().toMSecsSinceEpoch()) + '\n';
}

QByteArray nameOf(const ClientCertificate& certificate)
{
    return certificate.file.toUtf8() + '\0' + certificate.keyFile.toUtf8() + '\0' + certificate.passphrase;
}

} // namespace

TlsContexts::TlsContexts(TlsTrust trust)
    : m_trust(std::move(trust))
{
}

Result<TlsContext> TlsContexts::context(const ClientCertificate& certificate)
{
    if (const auto ready = prepareTrusting(); !ready)
        return tl::unexpected<Error>(ready.error());
    if (!certificate)
        return m_trusting;
    const QByteArray stamp = stampOf(certificate.file) + stampOf(certificate.keyFile);
    const auto known = m_identified.find(nameOf(certificate));
    if (known != m_identified.end() && known->second.stamp == stamp)
        return known->second.context;
    auto made = identified(certificate);
    if (!made)
        return made;
    if (m_identified.size() >= mostIdentified)
        m_identified.clear();
    m_identified[nameOf(certificate)] = {*made, stamp};
    return made;
}

/// Where the authority's file cannot be read any more, what it held stays trusted.
Result<void> TlsContexts::prepareTrusting()
{
    const QByteArray content = contentOfAuthorities(m_trust.authorityFile);
    if (m_trusting && (content.isEmpty() || content == m_fileContent))
        return {};
    const TlsContext made = verifyingContext();
    error_code ignored;
    if (m_trust.systemAuthorities)
        made->set_default_verify_paths(ignored);
    X509_STORE* store = SSL_CTX_get_cert_store(made->native_handle());
    if (!m_trust.extraAuthorities.isEmpty() && addAuthorities(store, m_trust.extraAuthorities) == 0)
        return fail(ErrorCode::BadInput, QCoreApplication::translate(
                                             "hookworks", "The extra authorities hold no PEM certificate."));
    addAuthorities(store, content);
    m_fileContent = content;
    m_trusting = made;
    m_identified.clear();
    return {};
}

Result<TlsContext> TlsContexts::identified(const ClientCertificate& certificate) const
{
    const TlsContext made = verifyingContext();
    SSL_CTX_set1_cert_store(made->native_handle(), SSL_CTX_get_cert_store(m_trusting->native_handle()));
    return useIdentity(*made->native_handle(), {certificate.file, certificate.keyFile},
                       certificate.passphrase)
        .map([&] { return made; });
}

QString shownCertificate(const TlsContext& context)
{
    X509* certificate = SSL_CTX_get0_certificate(context->native_handle());
    if (!certificate)
        return {};
    const OpensslPart<BIO> text(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(text.get(), X509_get_subject_name(certificate), 0,
                       XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(text.get(), &bytes);
    return QString::fromUtf8(bytes, static_cast<qsizetype>(size));
}

} // namespace hookworks
