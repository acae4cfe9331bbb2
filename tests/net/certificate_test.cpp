// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/scripted_receiver.h"
#include "net/wire_fixture.h"
#include "support/test_certificates.h"

#include <QTemporaryDir>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

using namespace Qt::StringLiterals;
using namespace hookworks;

namespace {

int acceptAny(int, X509_STORE_CTX*)
{
    return 1;
}

/// A TLS receiver for 127.0.0.1 that notes whose certificate its clients show; one that wants one, or not.
class AskingReceiver
{
public:
    AskingReceiver(const TestCertificate& identity, bool asks)
        : m_context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free)
        , m_receiver([this](int socket, int) { serve(socket); })
    {
        const auto read = [](const QByteArray& pem) {
            return BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
        };
        const QByteArray pem = identity.pem();
        const QByteArray keyPem = identity.keyPem();
        BIO* certificates = read(pem);
        BIO* keys = read(keyPem);
        X509* certificate = PEM_read_bio_X509(certificates, nullptr, nullptr, nullptr);
        EVP_PKEY* key = PEM_read_bio_PrivateKey(keys, nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(m_context.get(), certificate);
        SSL_CTX_use_PrivateKey(m_context.get(), key);
        X509_free(certificate);
        EVP_PKEY_free(key);
        BIO_free(certificates);
        BIO_free(keys);
        if (asks)
            SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, acceptAny);
    }

    QString url() const { return u"https://127.0.0.1:%1/"_s.arg(m_receiver.port()); }
    QByteArray shown()
    {
        const std::lock_guard lock(m_lock);
        return m_shown;
    }

private:
    void serve(int socket)
    {
        SSL* tls = SSL_new(m_context.get());
        SSL_set_fd(tls, socket);
        if (SSL_accept(tls) == 1) {
            if (X509* certificate = SSL_get1_peer_certificate(tls)) {
                char* subject = X509_NAME_oneline(X509_get_subject_name(certificate), nullptr, 0);
                const std::lock_guard lock(m_lock);
                m_shown = subject;
                OPENSSL_free(subject);
                X509_free(certificate);
            }
            std::array<char, 4'096> buffer{};
            if (SSL_read(tls, buffer.data(), static_cast<int>(buffer.size())) > 0)
                SSL_write(tls, "HTTP/1.1 204 No Content\r\n\r\n", 27);
            SSL_shutdown(tls);
        }
        SSL_free(tls);
    }

    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context;
    std::mutex m_lock;
    QByteArray m_shown;
    ScriptedReceiver m_receiver; ///< ends first: its threads use the rest
};

} // namespace

/// Certificates that are shown to receivers.
class CertificateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itIsShownToAReceiverThatAsks_data();
    void itIsShownToAReceiverThatAsks();
    void nobodyElseSeesIt();
    void withoutOneTheReceiverRefuses();
    void whatCannotBeUsedSendsNothing_data();
    void whatCannotBeUsedSendsNothing();
    void aRenewedFileIsReadAgain();

private:
    ExchangeRequest request(const QString& url, const ClientCertificate& certificate) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    TestCertificate m_authority = TestCertificate::authority("Test authority");
    TestCertificate m_server = m_authority.issue("receiver", "IP:127.0.0.1");
    TestCertificate m_client = m_authority.issue("the client", "DNS:client.test");
};

void CertificateTest::initTestCase()
{
    written(path(u"both.pem"_s), m_client.pem() + m_client.keyPem());
    written(path(u"cert.pem"_s), m_client.pem());
    written(path(u"key.pem"_s), m_client.keyPem("open"));
    written(path(u"client.p12"_s), m_client.pkcs12("open"));
}

ExchangeRequest CertificateTest::request(const QString& url, const ClientCertificate& certificate) const
{
    ExchangeRequest request = exchangeTo(url);
    request.terms.certificate = certificate;
    return request;
}

void CertificateTest::itIsShownToAReceiverThatAsks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::newRow("PEM") << u"both.pem"_s << QString() << QByteArray();
    QTest::newRow("PEM and its encrypted key") << u"cert.pem"_s << u"key.pem"_s << QByteArray("open");
    QTest::newRow("PKCS#12") << u"client.p12"_s << QString() << QByteArray("open");
}

void CertificateTest::itIsShownToAReceiverThatAsks()
{
    QFETCH(QString, file);
    QFETCH(QString, key);
    QFETCH(QByteArray, passphrase);
    AskingReceiver receiver(m_server, true);
    Wire wire({false, m_authority.pem()});
    Outbox outbox(wire);
    const ExchangeResult result = exchanged(
        outbox, request(receiver.url(), {path(file), key.isEmpty() ? QString() : path(key), passphrase}));
    QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
    QVERIFY2(receiver.shown().contains("CN=the client"), receiver.shown().constData());
    QVERIFY2(result.clientCertificate.contains(u"CN=the client"_s), qPrintable(result.clientCertificate));
}

void CertificateTest::nobodyElseSeesIt()
{
    AskingReceiver receiver(m_server, false);
    Wire wire({false, m_authority.pem()});
    Outbox outbox(wire);
    const ExchangeResult result = exchanged(outbox, request(receiver.url(), {path(u"both.pem"_s), {}, {}}));
    QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
    QCOMPARE(receiver.shown(), QByteArray());
    QCOMPARE(result.clientCertificate, QString());
}

void CertificateTest::withoutOneTheReceiverRefuses()
{
    AskingReceiver receiver(m_server, true);
    Wire wire({false, m_authority.pem()});
    Outbox outbox(wire);
    const ExchangeResult result = exchanged(outbox, request(receiver.url(), {}));
    QVERIFY(result.outcome != Outcome::Success);
    QVERIFY2(result.error.contains(u"asks for a client certificate"_s), qPrintable(result.error));
}

void CertificateTest::whatCannotBeUsedSendsNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << u"nothing.pem"_s << QByteArray() << u"cannot be read"_s;
    QTest::newRow("no key") << u"cert.pem"_s << QByteArray() << u"holds no private key"_s;
    QTest::newRow("passphrase wanted") << u"client.p12"_s << QByteArray() << u"needs the passphrase"_s;
    QTest::newRow("wrong passphrase") << u"client.p12"_s << QByteArray("wrong") << u"does not open"_s;
}

void CertificateTest::whatCannotBeUsedSendsNothing()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, passphrase);
    QFETCH(QString, words);
    AskingReceiver receiver(m_server, true);
    Wire wire({false, m_authority.pem()});
    Outbox outbox(wire);
    const ExchangeResult result = exchanged(outbox, request(receiver.url(), {path(file), {}, passphrase}));
    QCOMPARE(toString(result.outcome), u"tls"_s);
    QVERIFY2(result.error.startsWith(u"Nothing was sent: "_s) && result.error.contains(words),
             qPrintable(result.error));
    QVERIFY(result.error.contains(path(file)));
    QVERIFY(result.sentHead.isEmpty());
}

void CertificateTest::aRenewedFileIsReadAgain()
{
    AskingReceiver receiver(m_server, true);
    Wire wire({false, m_authority.pem()});
    Outbox outbox(wire);
    const ClientCertificate certificate{path(u"renewed.pem"_s), {}, {}};
    for (const char* name : {"first", "the second"}) {
        const TestCertificate made = m_authority.issue(name, "DNS:client.test");
        QFile::remove(certificate.file);
        written(certificate.file, made.pem() + made.keyPem());
        const ExchangeResult result = exchanged(outbox, request(receiver.url(), certificate));
        QVERIFY2(result.clientCertificate.contains(QLatin1String(name)),
                 qPrintable(result.clientCertificate));
    }
}

QTEST_GUILESS_MAIN(CertificateTest)
#include "certificate_test.moc"
