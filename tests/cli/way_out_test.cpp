// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "net/scripted_receiver.h"
#include "support/test_certificates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

void addHook(const Home& home, const QString& url, const QStringList& more = {}, const QByteArray& input = {})
{
    const ProgramResult report = home.run({u"report"_s, u"import"_s, u"-"_s, u"--provider"_s, u"hybiscus"_s},
                                          R"({"type": "Report", "config": {}, "components": []})");
    const ProgramResult hook = home.run(QStringList{u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s,
                                                    u"--url"_s, url, u"--policy"_s, u"none"_s} +
                                            more,
                                        input);
    if (report.status != 0 || hook.status != 0)
        qFatal("%s", (report.err + hook.err).constData());
}

QJsonObject onlyAttempt(const Home& home)
{
    return objectOf(home.run({u"delivery"_s, u"d1"_s, u"--json"_s}).out)[u"attempts"_s]
        .toArray()[0]
        .toObject();
}

} // namespace

/// The proxy of a workspace and the certificate of a webhook, set and used by the real program.
class WayOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void attemptsGoThroughTheWorkspacesProxy();
    void aProxyIsTakenBack();
    void whatIsNoProxyIsRefused_data();
    void whatIsNoProxyIsRefused();
    void aWebhookShowsItsCertificate();
    void aKeyAloneIsRefused();
};

void WayOutTest::attemptsGoThroughTheWorkspacesProxy()
{
    QByteArray asked;
    ScriptedReceiver proxy([&](int socket, int) {
        while (!asked.contains("\r\n\r\n")) {
            const QByteArray more = ScriptedReceiver::received(socket);
            if (more.isEmpty())
                return;
            asked += more;
        }
        ScriptedReceiver::say(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
        ScriptedReceiver::request(socket);
        ScriptedReceiver::say(socket, "HTTP/1.1 204 No Content\r\n\r\n");
    });
    const Home home;
    addHook(home, u"http://receiver.test/hook"_s);
    const ProgramResult set =
        home.run({u"workspace"_s, u"set"_s, u"--proxy"_s, u"http://me@127.0.0.1:%1"_s.arg(proxy.port()),
                  u"--proxy-password-stdin"_s, u"--json"_s},
                 "hush hush\n");
    QVERIFY2(set.status == 0, set.err.constData());
    QCOMPARE(objectOf(set.out)[u"proxy"_s].toString(), u"http://127.0.0.1:%1"_s.arg(proxy.port()));
    QCOMPARE(home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s}).status, 0);
    QVERIFY2(asked.startsWith("CONNECT receiver.test:80 HTTP/1.1\r\n"), asked.constData());
    QVERIFY(asked.contains("Proxy-Authorization: Basic " + QByteArray("me:hush hush").toBase64()));
    const QJsonObject attempt = onlyAttempt(home);
    QCOMPARE(attempt[u"outcome"_s].toString(), u"success"_s);
    QCOMPARE(attempt[u"proxy"_s].toString(), u"http://127.0.0.1:%1"_s.arg(proxy.port()));
    QVERIFY(attempt[u"captureId"_s].isNull());
    const ProgramResult shown = home.run({u"delivery"_s, u"d1"_s});
    QVERIFY2(shown.out.contains("Through the proxy http://127.0.0.1:"), shown.out.constData());
    QFile file(home.workspace());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("hush"));
}

void WayOutTest::aProxyIsTakenBack()
{
    const Home home;
    const QStringList set{u"workspace"_s, u"set"_s, u"--json"_s, u"--proxy"_s};
    QCOMPARE(home.run(set + QStringList{u"socks5://proxy.example:1080"_s}).status, 0);
    const ProgramResult none = home.run(set + QStringList{u"none"_s});
    QCOMPARE(none.status, 0);
    QVERIFY(objectOf(none.out)[u"proxy"_s].isNull());
    QVERIFY(home.run({u"workspace"_s, u"show"_s}).out.contains("proxy         none"));
}

void WayOutTest::whatIsNoProxyIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QStringList() << QByteArray();
    QTest::newRow("another scheme") << QStringList{u"--proxy"_s, u"ftp://p:1"_s} << QByteArray("--proxy: ");
    QTest::newRow("no port") << QStringList{u"--proxy"_s, u"http://p"_s} << QByteArray("port is missing");
    QTest::newRow("a password alone") << QStringList{u"--proxy-password-stdin"_s} << QByteArray("--proxy");
}

void WayOutTest::whatIsNoProxyIsRefused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, words);
    const Home home;
    const ProgramResult result = home.run(QStringList{u"workspace"_s, u"set"_s} + options);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(words), result.err.constData());
}

void WayOutTest::aWebhookShowsItsCertificate()
{
    const Home home;
    const TestCertificate authority = TestCertificate::authority("Clients");
    const TestCertificate client = authority.issue("the sender", "DNS:client.test");
    written(home.path(u"client.p12"_s), client.pkcs12("open sesame"));
    const auto listener = home.start({u"listen"_s, u"--tls"_s, u"--client-cert"_s, u"ask"_s, u"--port"_s,
                                      u"0"_s, u"--count"_s, u"1"_s, u"--json"_s});
    const QString url = objectOf(Home::nextLine(*listener))[u"listening"_s].toString();
    QVERIFY(url.startsWith(u"https://"_s));
    addHook(home, url + u"/hook"_s,
            {u"--client-cert"_s, home.path(u"client.p12"_s), u"--client-passphrase-stdin"_s},
            "open sesame\n");
    QCOMPARE(home.run({u"simulate"_s, u"report.completed"_s, u"--report"_s, u"r1"_s}).status, 0);
    const QJsonObject attempt = onlyAttempt(home);
    QCOMPARE(attempt[u"clientCertificate"_s].toString(), u"CN=the sender"_s);
    const QJsonObject capture = objectOf(home.run({u"capture"_s, u"c1"_s, u"--json"_s}).out);
    QVERIFY(capture[u"tls"_s].toObject()[u"clientSubject"_s].toString().contains(u"CN=the sender"_s));
    const QJsonObject hook =
        objectOf(home.run({u"webhook"_s, u"show"_s, u"w1"_s, u"--with-secrets"_s, u"--json"_s}).out);
    QCOMPARE(hook[u"clientCertificate"_s].toString(), home.path(u"client.p12"_s));
    QCOMPARE(home.run({u"webhook"_s, u"set"_s, u"w1"_s, u"--no-client-cert"_s}).status, 0);
    QVERIFY(objectOf(home.run({u"webhook"_s, u"show"_s, u"w1"_s, u"--json"_s}).out)[u"clientCertificate"_s]
                .isNull());
}

void WayOutTest::aKeyAloneIsRefused()
{
    const Home home;
    const ProgramResult result = home.run({u"webhook"_s, u"add"_s, u"--provider"_s, u"hybiscus"_s, u"--url"_s,
                                           u"https://127.0.0.1:9/"_s, u"--client-key"_s, u"key.pem"_s});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains("give --client-cert"), result.err.constData());
}

QTEST_GUILESS_MAIN(WayOutTest)
#include "way_out_test.moc"
