// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct evp_pkey_st;
struct x509_st;

namespace hookworks {

/// A certificate and its key, made when a test runs.
class TestCertificate
{
public:
    /// Signed by itself; may sign others.
    static TestCertificate authority(const QByteArray& name);
    /// Signed by this one; `names` as OpenSSL writes them: `DNS:localhost,IP:127.0.0.1`.
    TestCertificate issue(const QByteArray& name, const QByteArray& names) const;

    QByteArray pem() const;
    QByteArray keyPem(const QByteArray& passphrase = {}) const;
    QByteArray pkcs12(const QByteArray& passphrase) const;
    /// With this certificate and another's key, which no tool would make.
    QByteArray pkcs12With(const TestCertificate& other, const QByteArray& passphrase) const;
    /// Encrypted as tools before OpenSSL 3 did (RC2-40); empty where OpenSSL's legacy provider is missing.
    QByteArray oldPkcs12(const QByteArray& passphrase) const;

private:
    TestCertificate() = default;
    std::shared_ptr<evp_pkey_st> m_key;
    std::shared_ptr<x509_st> m_certificate;
};

/// Writes `bytes` to a new file and gives its path back.
QString written(const QString& file, const QByteArray& bytes);

} // namespace hookworks
