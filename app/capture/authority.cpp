// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/authority.h"

#include "domain/time.h"
#include "domain/words.h"
#include "net/openssl_parts.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSysInfo>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <ctime>
#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace hookworks {

namespace {

constexpr long day = 24L * 3600;
constexpr long authorityDays = 3650;
constexpr long leafDays = 397; ///< what browsers take

using Key = OpensslPart<EVP_PKEY>;
using Certificate = OpensslPart<X509>;
using Bio = OpensslPart<BIO>;

struct Pair
{
    Certificate certificate;
    Key key;
};

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, tr("%1 cannot be read.").arg(path), file.errorString());
    return file.readAll();
}

/// The mode is set before the first byte is written.
Result<void> writeFile(const QString& path, const QByteArray& bytes, QFile::Permissions mode)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(mode) &&
                         file.write(bytes) == bytes.size() && file.flush() && file.commit();
    if (!written)
        return fail(ErrorCode::CannotWrite, tr("%1 cannot be written.").arg(path), file.errorString());
    return {};
}

QByteArray contents(const Bio& bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray toPem(X509* certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contents(bio);
}

QByteArray toPem(EVP_PKEY* key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio);
}

Result<Pair> readPair(const QString& certificateFile, const QString& keyFile)
{
    const auto pem = readFile(certificateFile);
    const auto key = readFile(keyFile);
    if (!pem || !key)
        return tl::unexpected<Error>(pem ? key.error() : pem.error());
    Pair pair{Certificate(PEM_read_bio_X509(bioReading(*pem).get(), nullptr, nullptr, nullptr)),
              Key(PEM_read_bio_PrivateKey(bioReading(*key).get(), nullptr, nullptr, nullptr))};
    if (!pair.certificate || !pair.key || X509_check_private_key(pair.certificate.get(), pair.key.get()) != 1)
        return fail(ErrorCode::Damaged,
                    tr("%1 and %2 are no certificate with its key.").arg(certificateFile, keyFile));
    return pair;
}

bool addExtension(X509* certificate, X509* issuer, int kind, const QByteArray& value)
{
    X509V3_CTX context{};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const OpensslPart<X509_EXTENSION> extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// Version 3, a random serial number, valid from an hour ago.
Certificate blankCertificate(const QByteArray& name, EVP_PKEY* key, long days)
{
    Certificate certificate(X509_new());
    std::array<unsigned char, 16> serial{};
    RAND_bytes(serial.data(), static_cast<int>(serial.size()));
    serial[0] &= 0x7f;
    BIGNUM* number = BN_bin2bn(serial.data(), static_cast<int>(serial.size()), nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate.get()));
    BN_free(number);
    X509_set_version(certificate.get(), 2);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * day);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>("Hookworks"), -1, -1, 0);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.constData()), -1, -1, 0);
    return certificate;
}

Pair makeAuthority()
{
    Pair made{{}, Key(EVP_EC_gen("P-256"))};
    const QByteArray name =
        "Hookworks local authority (" + QSysInfo::machineHostName().toUtf8().left(30) + ")";
    made.certificate = blankCertificate(name, made.key.get(), authorityDays);
    X509* certificate = made.certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    addExtension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(certificate, certificate, NID_subject_key_identifier, "hash");
    X509_sign(certificate, made.key.get(), EVP_sha256());
    return made;
}

QByteArray leafNames()
{
    QByteArray names = "DNS:localhost,IP:127.0.0.1,IP:::1";
    const QByteArray machine = QSysInfo::machineHostName().toLatin1();
    const bool plain = std::ranges::all_of(
        machine, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.'; });
    if (!machine.isEmpty() && plain && machine != "localhost")
        names += ",DNS:" + machine;
    return names;
}

Pair makeLeaf(const Pair& authority)
{
    Pair made{{}, Key(EVP_EC_gen("P-256"))};
    made.certificate = blankCertificate("localhost", made.key.get(), leafDays);
    X509* certificate = made.certificate.get();
    X509* issuer = authority.certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
    addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature");
    addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth");
    addExtension(certificate, issuer, NID_subject_alt_name, leafNames());
    addExtension(certificate, issuer, NID_authority_key_identifier, "keyid:always");
    X509_sign(certificate, authority.key.get(), EVP_sha256());
    return made;
}

Result<void> writePair(const Pair& pair, const QByteArray& chain, const QString& certificateFile,
                       const QString& keyFile)
{
    if (auto key = writeFile(keyFile, toPem(pair.key.get()), QFile::ReadOwner | QFile::WriteOwner); !key)
        return key;
    return writeFile(certificateFile, toPem(pair.certificate.get()) + chain,
                     QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
}

/// Made where neither file is there; one of two, or others' files, are never replaced.
Result<Pair> authorityIn(const QDir& folder)
{
    const QString certificateFile = folder.filePath(QStringLiteral("ca.pem"));
    const QString keyFile = folder.filePath(QStringLiteral("ca.key"));
    if (QFile::exists(certificateFile) || QFile::exists(keyFile))
        return readPair(certificateFile, keyFile);
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(ErrorCode::CannotWrite, tr("The folder %1 cannot be made.").arg(folder.path()));
    Pair made = makeAuthority();
    const auto written = writePair(made, {}, certificateFile, keyFile);
    if (!written)
        return tl::unexpected<Error>(written.error());
    return made;
}

bool isUsable(const Pair& leaf, const Pair& authority)
{
    const time_t soon = time(nullptr) + 30 * day;
    const QByteArray machine = QSysInfo::machineHostName().toLatin1();
    X509* certificate = leaf.certificate.get();
    return X509_cmp_time(X509_get0_notAfter(certificate), const_cast<time_t*>(&soon)) > 0 &&
           X509_verify(certificate, authority.key.get()) == 1 &&
           (!leafNames().contains(",DNS:") ||
            X509_check_host(certificate, machine.constData(), 0, 0, nullptr) == 1);
}

QString fingerprint(X509* certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    X509_digest(certificate, EVP_sha256(), digest.data(), &size);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(size))
            .toHex(':')
            .toUpper());
}

QString validUntil(X509* certificate)
{
    tm parts{};
    ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &parts);
    return toIso(RealTime(std::chrono::seconds(timegm(&parts))));
}

QList<TrustStep> howToTrust(const QString& file)
{
    const auto with = [&file](const char* command) { return QString::fromUtf8(command).arg(file); };
    return {{tr("curl, for one call"), with("curl --cacert %1 …"), {}},
            {tr("Debian and Ubuntu, for the whole system, as root"),
             with("cp %1 /usr/local/share/ca-certificates/hookworks.crt && update-ca-certificates"),
             {}},
            {tr("Firefox"), {}, tr("Settings, Privacy & Security, View Certificates, Authorities, Import")},
            {tr("Chromium"),
             {},
             tr("Settings, Privacy and security, Security, Manage certificates, Authorities, Import")},
            {tr("Python requests"), with("REQUESTS_CA_BUNDLE=%1"), tr("it then trusts this alone")},
            {tr("Node.js"), with("NODE_EXTRA_CA_CERTS=%1"), {}},
            {tr("Java, into the JDK's own store"),
             with("keytool -importcert -cacerts -storepass changeit -noprompt -alias hookworks -file %1"),
             {}}};
}

QList<TrustStep> howToRemove()
{
    return {{tr("Debian and Ubuntu, as root"),
             QStringLiteral(
                 "rm /usr/local/share/ca-certificates/hookworks.crt && update-ca-certificates --fresh"),
             {}},
            {tr("Firefox and Chromium"),
             {},
             tr("in the same list of authorities, choose Hookworks, then Delete")},
            {tr("Java"), QStringLiteral("keytool -delete -cacerts -storepass changeit -alias hookworks"), {}},
            {tr("curl, Python and Node.js"), {}, tr("leave the option or the variable out")}};
}

} // namespace

Result<AuthorityInfo> localAuthority(const QString& folder)
{
    const auto authority = authorityIn(QDir(folder));
    if (!authority)
        return tl::unexpected<Error>(authority.error());
    X509* certificate = authority->certificate.get();
    std::array<char, 256> subject{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, subject.data(),
                              static_cast<int>(subject.size()));
    const QString file = QDir(folder).filePath(QStringLiteral("ca.pem"));
    return AuthorityInfo{toPem(certificate),
                         file,
                         fingerprint(certificate),
                         QString::fromUtf8(subject.data()),
                         validUntil(certificate),
                         howToTrust(file),
                         howToRemove()};
}

Result<TlsFiles> localLeaf(const QString& folder)
{
    const auto authority = authorityIn(QDir(folder));
    if (!authority)
        return tl::unexpected<Error>(authority.error());
    const TlsFiles files{QDir(folder).filePath(QStringLiteral("leaf.pem")),
                         QDir(folder).filePath(QStringLiteral("leaf.key"))};
    if (const auto there = readPair(files.certificateFile, files.keyFile);
        there && isUsable(*there, *authority))
        return files;
    const auto written = writePair(makeLeaf(*authority), toPem(authority->certificate.get()),
                                   files.certificateFile, files.keyFile);
    if (!written)
        return tl::unexpected<Error>(written.error());
    return files;
}

} // namespace hookworks
