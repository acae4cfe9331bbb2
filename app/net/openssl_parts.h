// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

namespace hookworks {

/// Gives back what OpenSSL allocated.
struct OpensslDeleter
{
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
    void operator()(STACK_OF(X509) * chain) const { sk_X509_pop_free(chain, X509_free); }
    void operator()(PKCS12* file) const { PKCS12_free(file); }
    void operator()(BIO* bio) const { BIO_free(bio); }
};
template <class Part>
using OpensslPart = std::unique_ptr<Part, OpensslDeleter>;

/// Reads from `bytes`, which must outlive it.
inline OpensslPart<BIO> bioReading(const QByteArray& bytes)
{
    return OpensslPart<BIO>(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

} // namespace hookworks
