// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener.h"
#include "net/wire.h"
#include "platform/clock.h"
#include "support/memory_sink.h"
#include "support/test_certificates.h"

#include <QHostInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>

using namespace hookworks;

namespace {

/// A raw application: what it got, answered with fixed bytes once the body "hi" is there.
struct Application
{
    QTcpServer server;
    QByteArray got, answer;

    Application()
    {
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            QTcpSocket* socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                got += socket->readAll();
                if (got.startsWith("CONNECT ") && got.endsWith("\r\n\r\n")) {
                    connectHead = std::exchange(got, {});
                    socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
                }
                if (!got.endsWith("hi"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        server.listen(QHostAddress(QHostAddress::LocalHost));
    }
    QByteArray connectHead; ///< where it is asked as a proxy
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/app").arg(server.serverPort()); }
};

} // namespace

class ForwardingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_listener.reset();
        m_application.reset();
    }
    void theApplicationsAnswerIsGivenBack();
    void aLongBodyIsPassedOnInPieces_data();
    void aLongBodyIsPassedOnInPieces();
    void whatGoesWrongIs502InWords_data();
    void whatGoesWrongIs502InWords();
    void theLengthInAnAnswerToHeadStays_data();
    void theLengthInAnAnswerToHeadStays();
    void aRequestThatWasPassedOnIsNotPassedOnAgain();
    void aCircleEndsWith508();
    void aNameIsLookedUp();
    void itGoesThroughTheProxyOfNow();
    void anApplicationUnderTlsIsReached();
    void whatIsWrongWithTlsIs502InWords_data();
    void whatIsWrongWithTlsIs502InWords();
    void aSenderThatLeavesMeanwhileHarmsNothing();

private:
    void listen(const QString& forwardTo, const QString& authorityFolder = {});
    QByteArray ask(const QByteArray& request);
    Result<ListenerAddress> startTlsApplication(const ListenerConfig& config);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::atomic<qint64> m_numbers{0};
    std::unique_ptr<MemorySink> m_sink;
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Listener> m_listener;
    MemorySink m_applicationSink;
    std::unique_ptr<Listener> m_application;
    quint16 m_port = 0;
    Proxy m_proxy;
};

void ForwardingTest::listen(const QString& forwardTo, const QString& authorityFolder)
{
    m_sink = std::make_unique<MemorySink>();
    const QString folder = authorityFolder.isEmpty() ? m_folder.path() : authorityFolder;
    m_wire = std::make_unique<Wire>(TlsTrust{true, QByteArray(), folder + QStringLiteral("/ca.pem")});
    m_listener = std::make_unique<Listener>(ListenerSurroundings{
        *m_sink, m_clock, m_numbers, folder, {}, m_wire.get(), [this] { return m_proxy; }});
    ListenerConfig config;
    config.port = 0;
    ReplyRule rule;
    rule.forwardTo = forwardTo;
    config.rules = {rule};
    const auto address = m_listener->start(config);
    QVERIFY(address.has_value());
    m_port = address->port;
}

/// What came until the sink was told of the answer, and the answer was here.
QByteArray ForwardingTest::ask(const QByteArray& request)
{
    QTcpSocket socket;
    QByteArray got;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { got += socket.readAll(); });
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    socket.write(request);
    (void)QTest::qWaitFor(
        [&] { return !m_sink->all.isEmpty() && got.size() >= m_sink->all.first().response->size(); });
    return got;
}

void ForwardingTest::theApplicationsAnswerIsGivenBack()
{
    Application application;
    application.answer =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\nX-Own: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nyes\r\n0\r\n\r\n";
    listen(application.url());
    const QByteArray got = ask("POST /hook?a=1 HTTP/1.1\r\nHost: b\r\nx-Sig: s\r\nConnection: x-hop\r\n"
                               "X-Hop: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n");
    QVERIFY2(got.startsWith("HTTP/1.1 201 ") && got.endsWith("\r\n\r\nyes"), got.constData());
    QVERIFY(got.contains("X-Own: 1\r\n"));
    QVERIFY2(application.got.startsWith("POST /app/hook?a=1 HTTP/1.1\r\n"), application.got.constData());
    QVERIFY(application.got.contains("x-Sig: s\r\n"));
    QVERIFY(application.got.contains("Content-Length: 2\r\n"));
    QVERIFY(application.got.contains("Hookworks-Forwarded: 1\r\n"));
    QVERIFY(!application.got.contains("X-Hop") && !application.got.contains("chunked"));
    QCOMPARE(m_sink->captures.size(), 1);
    QCOMPARE(m_sink->all.first().forwardedTo, application.url());
    QCOMPARE(m_sink->all.first().forwardError, QString());
    QCOMPARE(m_sink->all.first().responseStatus, 201);
    QCOMPARE(m_sink->all.first().response->joined(), got);
    const ForwardTimings timings = m_sink->all.first().forwarding;
    QVERIFY(timings.connect && timings.send && timings.wait && timings.receive);
    QVERIFY(!timings.lookUp && !timings.tls);
}

void ForwardingTest::itGoesThroughTheProxyOfNow()
{
    Application proxy;
    proxy.answer = "HTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n";
    listen(QStringLiteral("http://application.test/app"));
    m_proxy = *proxyFromUrl(QStringLiteral("http://us:er@127.0.0.1:%1").arg(proxy.server.serverPort()));
    const QByteArray got = ask("POST /hook HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\nhi");
    m_proxy = {};
    QVERIFY2(got.startsWith("HTTP/1.1 201 "), got.constData());
    QVERIFY2(proxy.connectHead.startsWith("CONNECT application.test:80 HTTP/1.1\r\n"),
             proxy.connectHead.constData());
    QVERIFY2(proxy.got.startsWith("POST /app/hook HTTP/1.1\r\n"), proxy.got.constData());
    QVERIFY(!proxy.got.contains("Proxy-"));
}

void ForwardingTest::aLongBodyIsPassedOnInPieces_data()
{
    QTest::addColumn<qsizetype>("length");
    for (const qsizetype length : {262'144, 262'145, 1'000'000})
        QTest::addRow("%lld bytes", static_cast<long long>(length)) << length;
}

void ForwardingTest::aLongBodyIsPassedOnInPieces()
{
    QFETCH(const qsizetype, length);
    Application application;
    application.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    listen(application.url());
    QByteArray body(length - 2, 'x');
    for (qsizetype i = 0; i < body.size(); i += 997)
        body[i] = static_cast<char>('0' + i % 10);
    body += "hi";
    const QByteArray got =
        ask("POST / HTTP/1.1\r\nHost: b\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
            body);
    QVERIFY2(got.startsWith("HTTP/1.1 200 "), got.constData());
    QVERIFY(application.got.contains("Content-Length: " + QByteArray::number(length) + "\r\n"));
    QVERIFY(application.got.endsWith("\r\n\r\n" + body));
    QCOMPARE(m_sink->streams > 0, length > 262'144);
}

void ForwardingTest::theLengthInAnAnswerToHeadStays_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("said") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n")
                          << QByteArray("Content-Length: 1234\r\n");
    QTest::newRow("not said") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                              << QByteArray();
    QTest::newRow("no HTTP") << QByteArray("no HTTP at all\r\n\r\n") << QByteArray("Content-Length: ");
}

void ForwardingTest::theLengthInAnAnswerToHeadStays()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, field);
    Application application;
    application.answer = answer;
    listen(application.url());
    const QByteArray got = ask("HEAD /hook HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY2(got.endsWith("\r\n\r\n") && got.count("\r\n\r\n") == 1, got.constData());
    QCOMPARE(got.contains("Content-Length: "), !field.isEmpty());
    QVERIFY2(got.contains(field), got.constData());
}

void ForwardingTest::whatGoesWrongIs502InWords_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("url");
    QTest::newRow("garbage") << QByteArray("no HTTP at all\r\n\r\n") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx") << QString();
    QTest::newRow("no URL") << QByteArray() << QStringLiteral("nowhere");
    QTest::newRow("no such name") << QByteArray() << QStringLiteral("http://nowhere.invalid/");
    QTest::newRow("down") << QByteArray() << QStringLiteral("down");
}

void ForwardingTest::whatGoesWrongIs502InWords()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, url);
    Application application;
    application.answer = answer;
    if (url == u"down") {
        url = application.url();
        application.server.close();
    }
    listen(url.isEmpty() ? application.url() : url);
    const QByteArray got = ask("POST / HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY2(got.startsWith("HTTP/1.1 502 "), got.constData());
    QVERIFY(!m_sink->all.first().forwardError.isEmpty());
    QVERIFY(got.contains(m_sink->all.first().forwardError.toUtf8()));
    QCOMPARE(m_sink->all.first().responseStatus, 502);
}

void ForwardingTest::aRequestThatWasPassedOnIsNotPassedOnAgain()
{
    Application application;
    listen(application.url());
    const QByteArray got =
        ask("POST / HTTP/1.1\r\nHost: b\r\nhookworks-forwarded: 1\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY2(got.startsWith("HTTP/1.1 508 "), got.constData());
    QVERIFY(application.got.isEmpty());
    QCOMPARE(m_sink->all.first().forwardedTo, QString());
}

void ForwardingTest::aCircleEndsWith508()
{
    listen(QStringLiteral("http://127.0.0.1:1"));
    ReplyRule rule;
    rule.forwardTo = QStringLiteral("http://127.0.0.1:%1").arg(m_port);
    m_listener->setRules({rule});
    const QByteArray got = ask("GET /round HTTP/1.1\r\nHost: b\r\n\r\n");
    QVERIFY2(got.startsWith("HTTP/1.1 508 "), got.constData());
    QTRY_COMPARE(m_sink->all.size(), 2);
    QCOMPARE(m_sink->captures.size(), 2);
    QCOMPARE(m_sink->captures[0].forwardedTo, rule.forwardTo);
    QVERIFY(!m_sink->captures[1].forwardError.isEmpty());
}

void ForwardingTest::aNameIsLookedUp()
{
    const QHostInfo here = QHostInfo::fromName(QHostInfo::localHostName());
    if (here.addresses().isEmpty() || here.hostName() == QStringLiteral("localhost"))
        QSKIP("This machine's name stands for no address.");
    Application application;
    application.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    application.server.close();
    QVERIFY(application.server.listen(QHostAddress(QHostAddress::Any)));
    listen(QStringLiteral("http://%1:%2").arg(here.hostName()).arg(application.server.serverPort()));
    const QByteArray got = ask("POST / HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY2(got.startsWith("HTTP/1.1 200 "), got.constData());
    QVERIFY(m_sink->all.first().forwarding.lookUp);
    QVERIFY(application.got.contains("Host: " + here.hostName().toUtf8() + ":"));
}

/// Another listener plays the application.
Result<ListenerAddress> ForwardingTest::startTlsApplication(const ListenerConfig& config)
{
    m_applicationSink.captures.clear();
    m_application = std::make_unique<Listener>(
        ListenerSurroundings{m_applicationSink, m_clock, m_numbers, m_folder.path()});
    ListenerConfig wanted = config;
    wanted.port = 0;
    wanted.tls = true;
    ReplyRule rule;
    Reply reply;
    reply.status = 202;
    reply.body = QByteArray(300 * 1024, 'x');
    rule.replies = {reply};
    wanted.rules = {rule};
    return m_application->start(wanted);
}

void ForwardingTest::anApplicationUnderTlsIsReached()
{
    const auto address = startTlsApplication({});
    QVERIFY(address);
    listen(QStringLiteral("https://localhost:%1/app").arg(address->port));
    const QByteArray body(200 * 1024, 'b');
    const QByteArray got =
        ask("POST /hook HTTP/1.1\r\nHost: b\r\nContent-Length: " + QByteArray::number(body.size()) +
            "\r\n\r\n" + body);
    QVERIFY2(got.startsWith("HTTP/1.1 202 "), got.left(200).constData());
    QVERIFY(got.endsWith(QByteArray(300 * 1024, 'x')));
    QCOMPARE(m_applicationSink.captures.size(), 1);
    QCOMPARE(m_applicationSink.captures.first().target, QByteArray("/app/hook"));
    QCOMPARE(m_applicationSink.captures.first().body, body);
    QVERIFY(m_sink->all.first().forwarding.tls);
}

void ForwardingTest::whatIsWrongWithTlsIs502InWords_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("a stranger") << QStringLiteral("stranger") << QStringLiteral("self-signed certificate");
    QTest::newRow("another name") << QStringLiteral("name") << QStringLiteral("hostname mismatch");
    QTest::newRow("another address") << QStringLiteral("address") << QStringLiteral("IP address mismatch");
    QTest::newRow("no TLS") << QStringLiteral("plain") << QStringLiteral("does not speak TLS on this port");
}

void ForwardingTest::whatIsWrongWithTlsIs502InWords()
{
    QFETCH(QString, kind);
    QFETCH(QString, words);
    QTemporaryDir files;
    const TestCertificate authority = TestCertificate::authority("Test authority");
    const TestCertificate leaf = authority.issue("leaf", "DNS:elsewhere.test");
    const TestCertificate& shown = kind == u"stranger" ? authority : leaf;
    ListenerConfig config;
    config.certificateFile = written(files.filePath(QStringLiteral("app.pem")), shown.pem() + shown.keyPem());
    const auto address = startTlsApplication(config);
    QVERIFY(address);
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress(QHostAddress::LocalHost)));
    connect(&plain, &QTcpServer::newConnection, &plain,
            [&] { plain.nextPendingConnection()->write("HTTP/1.1 400 No\r\n\r\n"); });
    const QString host = kind == u"address" ? QStringLiteral("127.0.0.1") : QStringLiteral("localhost");
    const quint16 port = kind == u"plain" ? plain.serverPort() : address->port;
    if (kind == u"name" || kind == u"address")
        written(files.filePath(QStringLiteral("ca.pem")), authority.pem());
    listen(QStringLiteral("https://%1:%2").arg(host).arg(port), files.path());
    const QByteArray got = ask("POST / HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\nhi");
    QVERIFY2(got.startsWith("HTTP/1.1 502 "), got.constData());
    const QString error = m_sink->all.first().forwardError;
    QVERIFY2(error.contains(words, Qt::CaseInsensitive), qPrintable(error));
    QVERIFY(got.contains(error.toUtf8()));
    QVERIFY(m_applicationSink.captures.isEmpty());
}

void ForwardingTest::aSenderThatLeavesMeanwhileHarmsNothing()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
    listen(QStringLiteral("http://127.0.0.1:%1").arg(silent.serverPort()));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    socket.write("POST / HTTP/1.1\r\nHost: b\r\nContent-Length: 2\r\n\r\nhi");
    QTRY_VERIFY(silent.hasPendingConnections());
    const linger reset{1, 0};
    QCOMPARE(::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset,
                          sizeof reset),
             0);
    socket.abort();
    QTRY_COMPARE(m_listener->counts().connections, 0);
    QCOMPARE(m_sink->captures.size(), 1);
}

QTEST_GUILESS_MAIN(ForwardingTest)
#include "forwarding_test.moc"
