// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_certificates.h"

#include <QFile>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace hookworks {

namespace {

QByteArray contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray bytes(data, size);
    BIO_free(bio);
    return bytes;
}

void extend(X509* certificate, X509* issuer, int kind, const QByteArray& value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

std::shared_ptr<X509> blank(const QByteArray& name, EVP_PKEY* key)
{
    std::shared_ptr<X509> certificate(X509_new(), X509_free);
    quint32 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial);
    X509_set_version(certificate.get(), 2);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    return certificate;
}

QByteArray der(PKCS12* file)
{
    BIO* bio = BIO_new(BIO_s_mem());
    i2d_PKCS12_bio(bio, file);
    PKCS12_free(file);
    return contents(bio);
}

} // namespace

TestCertificate TestCertificate::authority(const QByteArray& name)
{
    TestCertificate made;
    made.m_key.reset(EVP_EC_gen("P-256"), EVP_PKEY_free);
    made.m_certificate = blank(name, made.m_key.get());
    X509* certificate = made.m_certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    extend(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate, certificate, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_sign(certificate, made.m_key.get(), EVP_sha256());
    return made;
}

TestCertificate TestCertificate::issue(const QByteArray& name, const QByteArray& names) const
{
    TestCertificate made;
    made.m_key.reset(EVP_EC_gen("P-256"), EVP_PKEY_free);
    made.m_certificate = blank(name, made.m_key.get());
    X509* certificate = made.m_certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(m_certificate.get()));
    extend(certificate, m_certificate.get(), NID_subject_alt_name, names);
    X509_sign(certificate, m_key.get(), EVP_sha256());
    return made;
}

QByteArray TestCertificate::pem() const
{
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, m_certificate.get());
    return contents(bio);
}

QByteArray TestCertificate::keyPem(const QByteArray& passphrase) const
{
    BIO* bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(bio, m_key.get(), passphrase.isEmpty() ? nullptr : EVP_aes_256_cbc(),
                                  passphrase.constData(), static_cast<int>(passphrase.size()), nullptr,
                                  nullptr);
    return contents(bio);
}

QByteArray TestCertificate::pkcs12(const QByteArray& passphrase) const
{
    return der(PKCS12_create(passphrase.constData(), "test", m_key.get(), m_certificate.get(), nullptr, 0, 0,
                             0, 0, 0));
}

QByteArray TestCertificate::pkcs12With(const TestCertificate& other, const QByteArray& passphrase) const
{
    STACK_OF(X509)* others = sk_X509_new_null();
    sk_X509_push(others, m_certificate.get());
    PKCS12* file =
        PKCS12_create(passphrase.constData(), "test", other.m_key.get(), nullptr, others, 0, 0, 0, 0, 0);
    sk_X509_free(others);
    return der(file);
}

QByteArray TestCertificate::oldPkcs12(const QByteArray& passphrase) const
{
    const std::unique_ptr<OSSL_LIB_CTX, decltype(&OSSL_LIB_CTX_free)> library(OSSL_LIB_CTX_new(),
                                                                              OSSL_LIB_CTX_free);
    OSSL_PROVIDER* legacy = OSSL_PROVIDER_load(library.get(), "legacy");
    OSSL_PROVIDER* usual = OSSL_PROVIDER_load(library.get(), "default");
    PKCS12* file = legacy ? PKCS12_create_ex(passphrase.constData(), "test", m_key.get(), m_certificate.get(),
                                             nullptr, NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                                             NID_pbe_WithSHA1And40BitRC2_CBC, 0, 0, 0, library.get(), nullptr)
                          : nullptr;
    QByteArray bytes = file ? der(file) : QByteArray();
    OSSL_PROVIDER_unload(usual);
    OSSL_PROVIDER_unload(legacy);
    return bytes;
}

QString written(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? file : QString();
}

} // namespace hookworks
