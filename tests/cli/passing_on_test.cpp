// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/json_text.h"
#include "cli/program.h"
#include "support/test_certificates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QString urlOf(const QByteArray& listening)
{
    return objectOf(listening)[u"listening"].toString();
}

/// What curl, a client that is not ours, says and gets.
ProgramResult curl(const QStringList& arguments)
{
    QProcess process;
    process.start(u"curl"_s,
                  QStringList{u"--silent"_s, u"--show-error"_s, u"--noproxy"_s, u"*"_s, u"--max-time"_s,
                              u"60"_s, u"--write-out"_s, u"%{http_code}"_s, u"--output"_s, u"/dev/null"_s} +
                      arguments);
    return Home::end(process);
}

} // namespace

/// Certificates and forwarding from the command line: the whole program, and clients that are not ours.
class PassingOnTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPkcs12FileIsOpened_data();
    void aPkcs12FileIsOpened();
    void anotherPassphraseIsStatus2AndNeverPrinted();
    void clientsAreJudgedByTheirAuthority();
    void theAuthoritysWayBackIsInTheJson();
    void aCaptureIsForwardedAgainOnceTheApplicationIsUp();
    void whereNothingForwardsAnAddressIsAskedFor();

private:
    void writeFiles(const Home& home) const;

    TestCertificate m_authority = TestCertificate::authority("Test authority");
    TestCertificate m_leaf = m_authority.issue("leaf", "DNS:localhost,IP:127.0.0.1");
};

void PassingOnTest::initTestCase()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
}

void PassingOnTest::writeFiles(const Home& home) const
{
    home.write(u"server.p12"_s, m_leaf.pkcs12("open sesame"));
    home.write(u"authority.pem"_s, m_authority.pem());
}

void PassingOnTest::aPkcs12FileIsOpened_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("standard input") << u"printf 'open sesame\\n' | exec $cli listen --p12 server.p12 "
                                       "--passphrase-stdin --port 0 --count 1 --json"_s;
    QTest::newRow("the environment") << u"HOOKWORKS_TLS_PASSPHRASE='open sesame' exec $cli listen --cert "
                                        "server.p12 --port 0 --count 1 --json"_s;
}

void PassingOnTest::aPkcs12FileIsOpened()
{
    QFETCH(QString, command);
    const Home home;
    writeFiles(home);
    const auto listener = home.startShell(command);
    const QString url = urlOf(Home::nextLine(*listener));
    QVERIFY2(url.startsWith(u"https://"_s), listener->readAllStandardError().constData());
    const ProgramResult got = curl({u"--cacert"_s, home.path(u"authority.pem"_s), url + u"/hook"_s});
    QVERIFY2(got.out == "200", got.err.constData());
    const ProgramResult ended = Home::end(*listener);
    QCOMPARE(ended.status, 0);
    QVERIFY(!ended.out.contains("sesame") && !ended.err.contains("sesame"));
}

void PassingOnTest::anotherPassphraseIsStatus2AndNeverPrinted()
{
    const Home home;
    writeFiles(home);
    const QStringList listen{u"listen"_s, u"--port"_s,     u"0"_s,
                             u"--p12"_s,  u"server.p12"_s, u"--passphrase-stdin"_s};
    const ProgramResult wrong = home.run(listen, "close sesame");
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains("server.p12") && !wrong.err.contains("sesame"), wrong.err.constData());
    const ProgramResult twice = home.run(listen + QStringList{u"--rules"_s, u"-"_s}, "{}");
    QCOMPARE(twice.status, 2);
    QVERIFY2(twice.err.contains("--passphrase-stdin"), twice.err.constData());
}

void PassingOnTest::clientsAreJudgedByTheirAuthority()
{
    const Home home;
    writeFiles(home);
    const TestCertificate stranger = TestCertificate::authority("Stranger").issue("stranger", "DNS:a");
    home.write(u"leaf.pem"_s, m_leaf.pem() + m_leaf.keyPem());
    home.write(u"stranger.pem"_s, stranger.pem() + stranger.keyPem());
    const auto listener =
        home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--p12"_s, u"server.p12"_s, u"--passphrase-stdin"_s,
                    u"--client-ca"_s, u"authority.pem"_s, u"--count"_s, u"2"_s, u"--json"_s},
                   "open sesame");
    const QString url = urlOf(Home::nextLine(*listener));
    const QStringList trusting{u"--cacert"_s, home.path(u"authority.pem"_s), url};
    QCOMPARE(curl(trusting + QStringList{u"--cert"_s, home.path(u"leaf.pem"_s)}).out, QByteArray("200"));
    const QJsonObject first = objectOf(Home::nextLine(*listener));
    QVERIFY2(first[u"tls"].toObject()[u"clientSubject"].toString().contains(u"leaf"_s),
             QJsonDocument(first).toJson().constData());
    QVERIFY(curl(trusting + QStringList{u"--cert"_s, home.path(u"stranger.pem"_s)}).status != 0);
    QCOMPARE(curl(trusting).out, QByteArray("200"));
    QCOMPARE(Home::end(*listener).status, 0);
}

void PassingOnTest::theAuthoritysWayBackIsInTheJson()
{
    const QJsonObject shown = objectOf(Home().run({u"ca"_s, u"show"_s, u"--json"_s}).out);
    QVERIFY(shown[u"howToTrust"].toString().contains(u"curl"_s));
    QVERIFY(!shown[u"howToRemove"].toString().isEmpty());
}

/// 502 while the application is down; once it is up, one command passes the same request on.
void PassingOnTest::aCaptureIsForwardedAgainOnceTheApplicationIsUp()
{
    QTcpServer reserve;
    QVERIFY(reserve.listen(QHostAddress::LocalHost));
    const QByteArray port = QByteArray::number(reserve.serverPort());
    reserve.close();
    const Home home, applicationsHome;
    home.write(u"rules.json"_s,
               R"({"rules": [{"name": "pass", "forward": "http://127.0.0.1:)" + port + R"("}]})");
    const auto listener = home.start(
        {u"listen"_s, u"--port"_s, u"0"_s, u"--rules"_s, u"rules.json"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const QString url = urlOf(Home::nextLine(*listener));
    QVERIFY2(!url.isEmpty(), listener->readAllStandardError().constData());
    QCOMPARE(curl({u"--data"_s, u"{\"n\": 1.0}"_s, url + u"/hook?x=1"_s}).out, QByteArray("502"));
    QCOMPARE(Home::end(*listener).status, 0);
    QCOMPARE(home.run({u"forward"_s, u"c1"_s}).status, 1);

    const auto application = applicationsHome.start({u"listen"_s, u"--port"_s, QString::fromLatin1(port),
                                                     u"--count"_s, u"1"_s, u"--bodies"_s, u"--json"_s});
    QVERIFY(!urlOf(Home::nextLine(*application)).isEmpty());
    const ProgramResult forwarded = home.run({u"forward"_s, u"c1"_s, u"--json"_s});
    QVERIFY2(forwarded.status == 0, forwarded.err.constData());
    const QJsonObject attempt = objectOf(forwarded.out)[u"attempts"].toArray().at(0).toObject();
    QCOMPARE(attempt[u"status"].toInt(), 200);
    const ProgramResult ended = Home::end(*application);
    QCOMPARE(ended.status, 0);
    const QJsonObject arrived = objectOf(ended.out);
    QCOMPARE(arrived[u"target"].toString(), u"/hook?x=1"_s);
    QCOMPARE(QByteArray::fromBase64(arrived[u"bodyBase64"].toString().toLatin1()),
             QByteArray("{\"n\": 1.0}"));
}

void PassingOnTest::whereNothingForwardsAnAddressIsAskedFor()
{
    const Home home;
    const auto listener = home.start({u"listen"_s, u"--port"_s, u"0"_s, u"--count"_s, u"1"_s, u"--json"_s});
    QCOMPARE(curl({urlOf(Home::nextLine(*listener))}).out, QByteArray("200"));
    QCOMPARE(Home::end(*listener).status, 0);
    const ProgramResult nowhere = home.run({u"forward"_s, u"c1"_s});
    QCOMPARE(nowhere.status, 2);
    QVERIFY2(nowhere.err.contains("c1"), nowhere.err.constData());
    QCOMPARE(home.run({u"forward"_s, u"nothing"_s}).status, 2);
}

QTEST_GUILESS_MAIN(PassingOnTest)
#include "passing_on_test.moc"
