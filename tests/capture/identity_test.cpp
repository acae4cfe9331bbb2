// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/authority.h"
#include "capture/listener.h"
#include "platform/clock.h"
#include "support/memory_sink.h"
#include "support/test_certificates.h"

#include <QFileInfo>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

/// The certificate that an HTTPS listener shows, and what it makes of its clients'.
class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFileMakesTheIdentity_data();
    void aFileMakesTheIdentity();
    void aFileThatHoldsNoneIsRefusedInWords_data();
    void aFileThatHoldsNoneIsRefusedInWords();
    void anOldEncryptionIsNamed();
    void clientsOfTheAuthorityAreNamed();
    void clientsOfAnotherAuthorityAreRefused();
    void clientsWithoutACertificateAreServed();
    void anAuthorityOfClientsThatIsNoneIsRefusedInWords();
    void theOwnAuthoritysKeysAreForTheUserAlone();

private:
    QString file(const QString& name) const { return m_folder.filePath(name); }
    Result<ListenerAddress> listen(const ListenerConfig& config);
    QByteArray answerTo(QSslSocket& client);
    void present(QSslSocket& client, const TestCertificate& certificate) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::atomic<qint64> m_numbers{0};
    MemorySink m_sink;
    std::unique_ptr<Listener> m_listener;
    TestCertificate m_authority = TestCertificate::authority("Test authority");
    TestCertificate m_leaf = m_authority.issue("leaf", "DNS:localhost,IP:127.0.0.1");
    TestCertificate m_other = m_authority.issue("other", "DNS:localhost,IP:127.0.0.1");
};

void IdentityTest::initTestCase()
{
    QVERIFY(QSslSocket::supportsSsl());
    written(file(u"leaf.pem"_s), m_leaf.pem() + m_authority.pem());
    written(file(u"leaf.key"_s), m_leaf.keyPem());
    written(file(u"locked.key"_s), m_leaf.keyPem("open"));
    written(file(u"other.key"_s), m_other.keyPem());
    written(file(u"both.pem"_s), m_leaf.keyPem() + m_leaf.pem());
    written(file(u"leaf.p12"_s), m_leaf.pkcs12("open"));
    written(file(u"free.p12"_s), m_leaf.pkcs12(""));
    written(file(u"cut.p12"_s), m_leaf.pkcs12("open").chopped(9));
    written(file(u"mixed.p12"_s), m_leaf.pkcs12With(m_other, "open"));
    written(file(u"noise"_s), "neither this nor that");
    written(file(u"authority.pem"_s), m_authority.pem());
}

Result<ListenerAddress> IdentityTest::listen(const ListenerConfig& config)
{
    m_listener =
        std::make_unique<Listener>(ListenerSurroundings{m_sink, m_clock, m_numbers, m_folder.path()});
    ListenerConfig wanted = config;
    wanted.port = 0;
    wanted.tls = true;
    return m_listener->start(wanted);
}

void IdentityTest::present(QSslSocket& client, const TestCertificate& certificate) const
{
    client.setLocalCertificate(QSslCertificate(certificate.pem()));
    client.setPrivateKey(QSslKey(certificate.keyPem(), QSsl::Ec));
}

/// Empty where the connection broke first.
QByteArray IdentityTest::answerTo(QSslSocket& client)
{
    QSslConfiguration trusting = client.sslConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromData(m_authority.pem()));
    client.setSslConfiguration(trusting);
    QByteArray got;
    bool ended = false;
    const QObject here; // what the client's own end tells comes too late for `got`
    connect(&client, &QSslSocket::readyRead, &here, [&] { got += client.readAll(); });
    connect(&client, &QSslSocket::disconnected, &here, [&] { ended = true; });
    connect(&client, &QSslSocket::errorOccurred, &here, [&] { ended = true; });
    connect(&client, &QSslSocket::encrypted, &here,
            [&] { client.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"); });
    client.connectToHostEncrypted(u"localhost"_s, m_listener->address().port);
    (void)QTest::qWaitFor([&] { return ended || got.endsWith("\r\n\r\n"); });
    return got;
}

void IdentityTest::aFileMakesTheIdentity_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::newRow("two PEM files") << u"leaf.pem"_s << u"leaf.key"_s << QByteArray();
    QTest::newRow("one PEM file") << u"both.pem"_s << QString() << QByteArray();
    QTest::newRow("an encrypted key") << u"leaf.pem"_s << u"locked.key"_s << QByteArray("open");
    QTest::newRow("PKCS#12") << u"leaf.p12"_s << QString() << QByteArray("open");
    QTest::newRow("PKCS#12, no passphrase") << u"free.p12"_s << QString() << QByteArray();
}

void IdentityTest::aFileMakesTheIdentity()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, passphrase);
    ListenerConfig config;
    config.certificateFile = file(certificate);
    config.keyFile = key.isEmpty() ? key : file(key);
    config.passphrase = passphrase;
    const auto address = listen(config);
    QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
    QSslSocket client;
    QVERIFY(answerTo(client).startsWith("HTTP/1.1 200 "));
    QCOMPARE(client.peerCertificate(), QSslCertificate(m_leaf.pem()));
}

void IdentityTest::aFileThatHoldsNoneIsRefusedInWords_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QString& certificate, const QString& key,
                        const QByteArray& passphrase, const QString& named, const QString& words) {
        QTest::newRow(name) << certificate << key << passphrase << named << words;
    };
    row("another passphrase", u"leaf.p12"_s, {}, "wrong", u"leaf.p12"_s, u"passphrase does not open"_s);
    row("no passphrase", u"leaf.p12"_s, {}, {}, u"leaf.p12"_s, u"needs the passphrase"_s);
    row("a damaged file", u"cut.p12"_s, {}, "open", u"cut.p12"_s, u"damaged"_s);
    row("noise", u"noise"_s, {}, {}, u"noise"_s, u"neither a PEM nor a PKCS#12"_s);
    row("a pair of two", u"mixed.p12"_s, {}, "open", u"mixed.p12"_s, u"belongs to its key"_s);
    row("another key", u"leaf.pem"_s, u"other.key"_s, {}, u"other.key"_s, u"is not that of"_s);
    row("no key", u"leaf.pem"_s, {}, {}, u"leaf.pem"_s, u"no private key"_s);
    row("a locked key", u"leaf.pem"_s, u"locked.key"_s, {}, u"locked.key"_s, u"Give its passphrase"_s);
    row("a wrongly opened key", u"leaf.pem"_s, u"locked.key"_s, "wrong", u"locked.key"_s,
        u"does not open the key"_s);
    row("PKCS#12 and a key", u"leaf.p12"_s, u"leaf.key"_s, "open", u"leaf.p12"_s, u"alone"_s);
    row("no file", u"missing.pem"_s, {}, {}, u"missing.pem"_s, u"cannot be read"_s);
}

void IdentityTest::aFileThatHoldsNoneIsRefusedInWords()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QByteArray, passphrase);
    QFETCH(QString, named);
    QFETCH(QString, words);
    ListenerConfig config;
    config.certificateFile = file(certificate);
    config.keyFile = key.isEmpty() ? key : file(key);
    config.passphrase = passphrase;
    const auto address = listen(config);
    QVERIFY(!address);
    QCOMPARE(address.error().code, ErrorCode::BadInput);
    const QString message = address.error().message;
    QVERIFY2(message.contains(named) && message.contains(words), qPrintable(message));
    QVERIFY2(passphrase.isEmpty() || passphrase == "open" || !message.contains(QLatin1String(passphrase)),
             qPrintable(message));
}

void IdentityTest::anOldEncryptionIsNamed()
{
    const QByteArray old = m_leaf.oldPkcs12("open");
    if (old.isEmpty())
        QSKIP("OpenSSL's legacy provider, which makes such a file, is not installed.");
    ListenerConfig config;
    config.certificateFile = written(file(u"old.p12"_s), old);
    config.passphrase = "open";
    const auto address = listen(config);
    QVERIFY(!address);
    QVERIFY2(address.error().message.contains(u"old.p12"_s) &&
                 address.error().message.contains(u"openssl pkcs12 -legacy"_s),
             qPrintable(address.error().message));
}

void IdentityTest::clientsOfTheAuthorityAreNamed()
{
    ListenerConfig config;
    config.certificateFile = file(u"both.pem"_s);
    config.clientAuthorityFile = file(u"authority.pem"_s);
    QVERIFY(listen(config));
    QSslSocket client;
    present(client, m_other);
    m_sink.captures.clear();
    QVERIFY(answerTo(client).startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_sink.captures.last().tls->clientSubject, u"/CN=other"_s);
}

void IdentityTest::clientsOfAnotherAuthorityAreRefused()
{
    ListenerConfig config;
    config.certificateFile = file(u"both.pem"_s);
    config.clientAuthorityFile = file(u"authority.pem"_s);
    QVERIFY(listen(config));
    QString warned;
    connect(m_listener.get(), &Listener::warned, this, [&](const QString& words) { warned = words; });
    m_sink.captures.clear();
    QSslSocket client;
    present(client, TestCertificate::authority("stranger"));
    QCOMPARE(answerTo(client), QByteArray());
    QTRY_VERIFY2(warned.contains(u"certificate"_s), qPrintable(warned));
    QVERIFY(m_sink.captures.isEmpty());
}

void IdentityTest::clientsWithoutACertificateAreServed()
{
    ListenerConfig config;
    config.certificateFile = file(u"both.pem"_s);
    config.clientAuthorityFile = file(u"authority.pem"_s);
    QVERIFY(listen(config));
    QSslSocket client;
    m_sink.captures.clear();
    QVERIFY(answerTo(client).startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_sink.captures.last().tls->clientSubject, QString());
}

void IdentityTest::anAuthorityOfClientsThatIsNoneIsRefusedInWords()
{
    ListenerConfig config;
    config.certificateFile = file(u"both.pem"_s);
    config.clientAuthorityFile = file(u"noise"_s);
    const auto address = listen(config);
    QVERIFY(!address);
    QVERIFY2(address.error().message.contains(u"noise"_s), qPrintable(address.error().message));
}

void IdentityTest::theOwnAuthoritysKeysAreForTheUserAlone()
{
    QTemporaryDir folder;
    const auto authority = localAuthority(folder.path());
    QVERIFY(authority && localLeaf(folder.path()));
    for (const QString& key : {u"ca.key"_s, u"leaf.key"_s}) {
        const auto mode = QFileInfo(folder.filePath(key)).permissions() &
                          ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser);
        QCOMPARE(mode, QFile::ReadOwner | QFile::WriteOwner);
    }
    QCOMPARE(authority->fingerprint.count(u':'), 31);
    for (const char* step : {"curl --cacert", "update-ca-certificates", "Firefox", "NODE_EXTRA_CA_CERTS",
                             "REQUESTS_CA_BUNDLE", "keytool -importcert"})
        QVERIFY2(toText(authority->howToTrust).contains(QLatin1String(step)), step);
    for (const char* step : {"--fresh", "Firefox", "keytool -delete"})
        QVERIFY2(toText(authority->howToRemove).contains(QLatin1String(step)), step);
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "identity_test.moc"
