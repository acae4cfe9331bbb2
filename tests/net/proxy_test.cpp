// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/proxy.h"
#include "net/proxy_talk.h"
#include "net/scripted_receiver.h"
#include "net/wire_fixture.h"
#include "support/recording_receiver.h"

using namespace Qt::StringLiterals;
using namespace hookworks;
using namespace std::chrono_literals;

namespace {

const QByteArray opened = "HTTP/1.1 200 Connection established\r\n\r\n";
const QByteArray noContent = "HTTP/1.1 204 No Content\r\n\r\n";
const QByteArray socksOpened("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10);

/// What came on one connection up to the blank line, or so many bytes.
QByteArray headOf(int socket, qsizetype most = 0)
{
    QByteArray bytes;
    while (most > 0 ? bytes.size() < most : !bytes.contains("\r\n\r\n")) {
        const QByteArray more = ScriptedReceiver::received(socket, most > 0 ? most - bytes.size() : 1);
        if (more.isEmpty())
            break;
        bytes += more;
    }
    return bytes;
}

ExchangeRequest throughProxy(const QString& proxy, const QString& url)
{
    ExchangeRequest request = exchangeTo(url);
    request.terms.proxy = *proxyFromUrl(proxy);
    return request;
}

/// Passes bytes on both ways until either side ends.
void relay(int one, int other)
{
    std::array<pollfd, 2> ends{pollfd{one, POLLIN, 0}, pollfd{other, POLLIN, 0}};
    for (;;) {
        if (::poll(ends.data(), ends.size(), 5'000) <= 0)
            return;
        for (size_t i = 0; i < 2; ++i) {
            if (ends[i].revents == 0)
                continue;
            const QByteArray bytes = ScriptedReceiver::received(ends[i].fd);
            if (bytes.isEmpty())
                return;
            ScriptedReceiver::say(ends[1 - i].fd, bytes);
        }
    }
}

int connectedTo(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        qFatal("A relay cannot connect.");
    return socket;
}

} // namespace

/// Proxies, by their words and over sockets.
class ProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProxyIsReadFromItsUrl_data();
    void aProxyIsReadFromItsUrl();
    void whatIsNoProxyIsSaid_data();
    void whatIsNoProxyIsSaid();
    void theTalkIsTheSameForAnySplit_data();
    void theTalkIsTheSameForAnySplit();
    void aRequestGoesThroughAnHttpProxy();
    void aRequestGoesThroughASocksProxy();
    void tlsIsBetweenUsAndTheReceiver();
    void aProxyThatRefusesIsNamed_data();
    void aProxyThatRefusesIsNamed();
    void aProxyThatSaysNothingIsNamed();
    void nobodyAtTheProxysPort();
    void thisComputerIsReachedWithoutIt_data();
    void thisComputerIsReachedWithoutIt();
    void publicOnlyLooksBeforeItAsks();
};

void ProxyTest::aProxyIsReadFromItsUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("whole");
    QTest::newRow("http") << u"http://Proxy.Example:3128"_s << u"http://proxy.example:3128"_s
                          << u"http://proxy.example:3128"_s;
    QTest::newRow("SOCKS5, IPv6") << u" socks5://[::1]:1080/ "_s << u"socks5://[::1]:1080"_s
                                  << u"socks5://[::1]:1080"_s;
    QTest::newRow("user") << u"http://us%20er:p%3Aw@10.0.0.1:80"_s << u"http://10.0.0.1:80"_s
                          << u"http://us%20er:p%3Aw@10.0.0.1:80"_s;
    QTest::newRow("none") << u""_s << u""_s << u""_s;
}

void ProxyTest::aProxyIsReadFromItsUrl()
{
    QFETCH(QString, url);
    QFETCH(QString, shown);
    QFETCH(QString, whole);
    const auto proxy = proxyFromUrl(url);
    QVERIFY2(proxy.has_value(), proxy ? "" : qPrintable(proxy.error().message));
    QCOMPARE(toString(*proxy), shown);
    QCOMPARE(urlOf(*proxy), whole);
    QVERIFY(*proxyFromUrl(urlOf(*proxy)) == *proxy);
}

void ProxyTest::whatIsNoProxyIsSaid_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("words");
    QTest::newRow("another scheme") << u"https://p.example:1"_s << u"no HTTP or SOCKS5 proxy"_s;
    QTest::newRow("no port") << u"http://p.example"_s << u"port is missing"_s;
    QTest::newRow("no port, IPv6") << u"http://[::1]"_s << u"port is missing"_s;
    QTest::newRow("a path") << u"http://p.example:1/x"_s << u"no path"_s;
    QTest::newRow("a long user") << u"socks5://%1:hidden@p.example:1"_s.arg(QString(300, u'u'))
                                 << u"255 bytes"_s;
}

void ProxyTest::whatIsNoProxyIsSaid()
{
    QFETCH(QString, url);
    QFETCH(QString, words);
    const auto proxy = proxyFromUrl(url);
    QVERIFY(!proxy);
    QVERIFY2(proxy.error().message.contains(words), qPrintable(proxy.error().message));
    QVERIFY(!proxy.error().message.contains(u"hidden"_s));
}

void ProxyTest::theTalkIsTheSameForAnySplit_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QByteArray>("said"); ///< all that the proxy says
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QString>("problem"); ///< empty: it opens
    const QByteArray connect("\x05\x01\x00\x03\x0a"
                             "r.example_\x01\xbb",
                             17);
    QTest::newRow("CONNECT") << u"http://p:1"_s << opened
                             << QByteArray("CONNECT r.example_:443 HTTP/1.1\r\nHost: r.example_:443\r\n\r\n")
                             << QString();
    QTest::newRow("CONNECT, user") << u"http://u:w@p:1"_s << QByteArray("HTTP/1.0 200 OK\r\nVia: x\r\n\r\n")
                                   << QByteArray("CONNECT r.example_:443 HTTP/1.1\r\nHost: r.example_:443\r\n"
                                                 "Proxy-Authorization: Basic dTp3\r\n\r\n")
                                   << QString();
    QTest::newRow("407") << u"http://p:1"_s << QByteArray("HTTP/1.1 407 No\r\nContent-Length: 9\r\n\r\n")
                         << QByteArray() << u"wants a user and a password"_s;
    QTest::newRow("503") << u"http://p:1"_s << QByteArray("HTTP/1.1 503 Busy\r\n\r\n") << QByteArray()
                         << u"503 Busy"_s;
    QTest::newRow("no HTTP") << u"http://p:1"_s << QByteArray("220 mail\r\n\r\n") << QByteArray()
                             << u"not HTTP"_s;
    QTest::newRow("SOCKS5") << u"socks5://p:1"_s << QByteArray("\x05\x00", 2) + socksOpened
                            << QByteArray("\x05\x01\x00", 3) + connect << QString();
    QTest::newRow("SOCKS5, user") << u"socks5://u:w@p:1"_s << QByteArray("\x05\x02\x01\x00", 4) + socksOpened
                                  << QByteArray("\x05\x02\x00\x02\x01\x01u\x01w", 9) + connect << QString();
    QTest::newRow("SOCKS5, wrong password") << u"socks5://u:w@p:1"_s << QByteArray("\x05\x02\x01\x01", 4)
                                            << QByteArray() << u"does not take this user"_s;
    QTest::newRow("SOCKS5 wants a user")
        << u"socks5://p:1"_s << QByteArray("\x05\xff", 2) << QByteArray() << u"wants a user and a password"_s;
    QTest::newRow("SOCKS5 refuses") << u"socks5://p:1"_s
                                    << QByteArray("\x05\x00\x05\x05\x00\x01\x00\x00\x00\x00\x00\x00", 12)
                                    << QByteArray() << u"the receiver refused"_s;
    QTest::newRow("no SOCKS5") << u"socks5://p:1"_s << QByteArray("HTTP/1.1 400 Bad\r\n\r\n") << QByteArray()
                               << u"does not speak SOCKS5"_s;
}

void ProxyTest::theTalkIsTheSameForAnySplit()
{
    QFETCH(QString, proxy);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, asked);
    QFETCH(QString, problem);
    for (const qsizetype piece : {said.size(), qsizetype(1), qsizetype(3)}) {
        ProxyTalk talk(*proxyFromUrl(proxy), "r.example_", 443);
        QByteArray out = talk.takeOutput();
        ProxyTalk::State state = ProxyTalk::State::Talking;
        for (qsizetype at = 0; at < said.size(); at += piece) {
            state = talk.feed(QByteArrayView(said).sliced(at, std::min(piece, said.size() - at)));
            out += talk.takeOutput();
        }
        QCOMPARE(state, problem.isEmpty() ? ProxyTalk::State::Open : ProxyTalk::State::Refused);
        QVERIFY2(talk.problem().contains(problem), qPrintable(talk.problem()));
        if (!asked.isEmpty())
            QCOMPARE(out, asked);
    }
}

void ProxyTest::aRequestGoesThroughAnHttpProxy()
{
    QByteArray asked, got;
    ScriptedReceiver proxy([&](int socket, int) {
        asked = headOf(socket);
        ScriptedReceiver::say(socket, opened);
        got = ScriptedReceiver::request(socket);
        ScriptedReceiver::say(socket, noContent);
    });
    Wire wire;
    Outbox outbox(wire);
    const QString url = u"http://127.0.0.1:%1"_s.arg(proxy.port());
    const ExchangeRequest request =
        throughProxy(u"http://us:secret@127.0.0.1:%1"_s.arg(proxy.port()), u"http://receiver.test/a?b"_s);
    const ExchangeResult result = exchanged(outbox, request);
    QCOMPARE(toString(result.outcome), u"success"_s);
    QVERIFY2(asked.startsWith("CONNECT receiver.test:80 HTTP/1.1\r\n"), asked.constData());
    QVERIFY(asked.contains("Proxy-Authorization: Basic " + QByteArray("us:secret").toBase64() + "\r\n"));
    QCOMPARE(got, request.head + request.body);
    QCOMPARE(result.sentHead, request.head);
    QCOMPARE(result.proxy, url);
    QCOMPARE(result.remote, u"127.0.0.1:%1"_s.arg(proxy.port()));
}

void ProxyTest::aRequestGoesThroughASocksProxy()
{
    QByteArray asked, got;
    ScriptedReceiver proxy([&](int socket, int) {
        headOf(socket, 3);
        ScriptedReceiver::say(socket, QByteArray("\x05\x00", 2));
        asked = headOf(socket, 4 + 1 + 13 + 2);
        ScriptedReceiver::say(socket, socksOpened);
        got = ScriptedReceiver::request(socket);
        ScriptedReceiver::say(socket, noContent);
    });
    Wire wire;
    Outbox outbox(wire);
    const ExchangeRequest request =
        throughProxy(u"socks5://127.0.0.1:%1"_s.arg(proxy.port()), u"http://receiver.test:8080/"_s);
    const ExchangeResult result = exchanged(outbox, request);
    QCOMPARE(toString(result.outcome), u"success"_s);
    QCOMPARE(asked, QByteArray("\x05\x01\x00\x03\x0dreceiver.test\x1f\x90", 20));
    QCOMPARE(got, request.head + request.body);
    QCOMPARE(result.proxy, u"socks5://127.0.0.1:%1"_s.arg(proxy.port()));
}

void ProxyTest::tlsIsBetweenUsAndTheReceiver()
{
    const QByteArray certificate = selfSignedCertificate("receiver.test", 10);
    RecordingReceiver receiver(Misbehaviour::Answer, noContent, certificate);
    ScriptedReceiver proxy([&](int socket, int) {
        headOf(socket);
        ScriptedReceiver::say(socket, opened);
        const int other = connectedTo(receiver.port());
        relay(socket, other);
        ::close(other);
    });
    Wire wire({false, certificate});
    Outbox outbox(wire);
    const ExchangeRequest request =
        throughProxy(u"http://127.0.0.1:%1"_s.arg(proxy.port()), u"https://receiver.test/"_s);
    const ExchangeResult result = exchanged(outbox, request);
    QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
    QVERIFY(result.timings.connect && result.timings.tls);
    QCOMPARE(receiver.connections().first().bytes, request.head + request.body);
}

void ProxyTest::aProxyThatRefusesIsNamed_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("407") << QByteArray("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
                         << u"wants a user and a password"_s;
    QTest::newRow("502") << QByteArray("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\noops")
                         << u"It answered 502 Bad Gateway."_s;
    QTest::newRow("garbage") << QByteArray("\x01\x02\x03\r\n\r\n") << u"not HTTP"_s;
    QTest::newRow("closes") << QByteArray() << u"ended the connection"_s;
}

void ProxyTest::aProxyThatRefusesIsNamed()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    ScriptedReceiver proxy([&](int socket, int) {
        headOf(socket);
        ScriptedReceiver::say(socket, answer);
    });
    Wire wire;
    Outbox outbox(wire);
    const ExchangeResult result =
        exchanged(outbox, throughProxy(u"http://us:secret@127.0.0.1:%1"_s.arg(proxy.port()),
                                       u"http://receiver.test/"_s));
    QCOMPARE(toString(result.outcome), u"refused"_s);
    QVERIFY2(result.error.contains(words), qPrintable(result.error));
    QVERIFY2(result.error.contains(u"the proxy http://127.0.0.1:%1 "_s.arg(proxy.port())),
             qPrintable(result.error));
    QVERIFY(!result.error.contains(u"secret"_s));
    QVERIFY(result.sentHead.isEmpty());
    QCOMPARE(proxy.accepted(), 1);
}

void ProxyTest::aProxyThatSaysNothingIsNamed()
{
    ScriptedReceiver proxy([](int socket, int) {
        while (!ScriptedReceiver::received(socket).isEmpty()) {
        }
    });
    Wire wire;
    Outbox outbox(wire);
    ExchangeRequest request =
        throughProxy(u"socks5://127.0.0.1:%1"_s.arg(proxy.port()), u"http://receiver.test/"_s);
    request.terms.timeout = 200ms;
    const ExchangeResult result = exchanged(outbox, request);
    QCOMPARE(toString(result.outcome), u"timeout"_s);
    QCOMPARE(result.error,
             u"The proxy socks5://127.0.0.1:%1 opened no connection to receiver.test within 200 "
             "ms."_s.arg(proxy.port()));
}

void ProxyTest::nobodyAtTheProxysPort()
{
    Wire wire;
    Outbox outbox(wire);
    const ExchangeResult result = exchanged(
        outbox, throughProxy(u"http://127.0.0.1:%1"_s.arg(closedPort()), u"http://receiver.test/"_s));
    QCOMPARE(toString(result.outcome), u"refused"_s);
    QVERIFY2(result.error.startsWith(u"No connection to the proxy http://127.0.0.1:"_s),
             qPrintable(result.error));
}

void ProxyTest::thisComputerIsReachedWithoutIt_data()
{
    QTest::addColumn<QString>("host");
    for (const char* host : {"127.0.0.1", "localhost", "hook.localhost", "127.1", "[::ffff:127.0.0.1]"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void ProxyTest::thisComputerIsReachedWithoutIt()
{
    QFETCH(QString, host);
    ScriptedReceiver proxy([](int, int) {});
    RecordingReceiver receiver(Misbehaviour::Answer, noContent);
    Wire wire;
    Outbox outbox(wire);
    const ExchangeResult result =
        exchanged(outbox, throughProxy(u"http://127.0.0.1:%1"_s.arg(proxy.port()),
                                       u"http://%1:%2/"_s.arg(host).arg(receiver.port())));
    QVERIFY2(result.outcome == Outcome::Success, qPrintable(result.error));
    QCOMPARE(result.proxy, QString());
    QCOMPARE(proxy.accepted(), 0);
}

/// What it looked at is what it asks for.
void ProxyTest::publicOnlyLooksBeforeItAsks()
{
    QByteArray asked;
    ScriptedReceiver proxy([&](int socket, int) {
        asked = headOf(socket);
        ScriptedReceiver::say(socket, opened);
        ScriptedReceiver::request(socket);
        ScriptedReceiver::say(socket, noContent);
    });
    Wire wire;
    Outbox outbox(wire);
    const QString through = u"http://127.0.0.1:%1"_s.arg(proxy.port());
    ExchangeRequest inside = throughProxy(through, u"http://10.0.0.1/"_s);
    inside.terms.destinations = DestinationPolicy::PublicOnly;
    const ExchangeResult blocked = exchanged(outbox, inside);
    QCOMPARE(toString(blocked.outcome), u"blocked"_s);
    QVERIFY2(blocked.error.contains(u"a private address"_s), qPrintable(blocked.error));
    QCOMPARE(proxy.accepted(), 0);
    ExchangeRequest outside = throughProxy(through, u"http://93.184.216.34/"_s);
    outside.terms.destinations = DestinationPolicy::PublicOnly;
    QCOMPARE(toString(exchanged(outbox, outside).outcome), u"success"_s);
    QVERIFY2(asked.startsWith("CONNECT 93.184.216.34:80 HTTP/1.1\r\n"), asked.constData());
}

QTEST_GUILESS_MAIN(ProxyTest)
#include "proxy_test.moc"
