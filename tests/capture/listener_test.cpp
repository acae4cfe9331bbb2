// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_fixture.h"
#include "capture/raw_client.h"
#include "capture/rule_sets.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hookworks;

namespace {

Reply faulty(Fault fault)
{
    Reply reply;
    reply.fault = fault;
    reply.body = "twelve bytes";
    reply.delay = {Micros(1000), Micros(1000)};
    return reply;
}

} // namespace

class ListenerTest : public QObject, protected ListenerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void anAnsweredRequestIsCapturedByteForByte();
    void aClientThatLeavesBetweenRequestsIsNoRequest();
    void pipelinedRequestsAreAnsweredInOrder();
    void aMalformedRequestIsCapturedRefusedAndClosed();
    void aLongBodyThatGoesWrongIsKeptSoFar();
    void aRequestThatCannotBeStoredGets503AndItRecovers();
    void aLargeBodyIsStreamed();
    void aHalfClosedClientGetsItsAnswer();
    void continueIsSaidOnlyWhereAsked();
    void faultsAreSeenByARawClient_data();
    void faultsAreSeenByARawClient();
    void dropClosesBeforeReading();
    void aHangingAnswerNeverComes();
    void aDrippingAnswerComesByteByByteAndWhole();
    void aResetIsNoOrderlyEnd_data();
    void aResetIsNoOrderlyEnd();
    void downForThreeThenUp();
    void aBodyFileThatIsAPipeIsRefusedInWords();
    void aBodyFileIsSentAsItIsNow();
    void aConditionIsTriedOnALongBody();
    void aBusyPortIsNamedWithAFreeOne();
    void httpsIsServedAndPlainHttpGetsAReadableAnswer();
    void resetsBeforeTheHandshakeDoNotDeafenIt();
    void keysAreForTheOwnerOnly();

private:
    void listen(const QList<ReplyRule>& rules = {}, const std::function<void(ListenerConfig&)>& change = {});
};

void ListenerTest::listen(const QList<ReplyRule>& rules, const std::function<void(ListenerConfig&)>& change)
{
    ListenerFixture::listen([&](ListenerConfig& config) {
        config.rules = rules;
        if (change)
            change(config);
    });
}

void ListenerTest::anAnsweredRequestIsCapturedByteForByte()
{
    listen();
    Client client(m_port);
    client.send(post);
    QTRY_VERIFY(client.got.endsWith("\r\n\r\n"));
    QVERIFY(client.got.startsWith("HTTP/1.1 200 OK\r\n"));
    QCOMPARE(m_sink->captures.size(), 1);
    const Capture capture = m_sink->captures.first();
    QCOMPARE(capture.head + capture.body, post);
    QCOMPARE(capture.headers.fields.first().name, QByteArray("hOst"));
    QCOMPARE(capture.response.joined(), client.got);
    QCOMPARE(capture.remote, QStringLiteral("127.0.0.1:%1").arg(client.socket.localPort()));
    QVERIFY(capture.timings.accept.has_value());
    QTRY_COMPARE(m_sink->all.size(), 1);
    QVERIFY(m_sink->all.first().timings.write.has_value());
}

void ListenerTest::aClientThatLeavesBetweenRequestsIsNoRequest()
{
    listen();
    Client client(m_port);
    client.send(post);
    QTRY_COMPARE(client.got.count("HTTP/1.1 200 OK"), 1);
    client.send(post);
    QTRY_COMPARE(client.got.count("HTTP/1.1 200 OK"), 2);
    client.socket.disconnectFromHost();
    QTRY_COMPARE(m_listener->counts().connections, 0);
    QCOMPARE(m_sink->captures.size(), 2);
    QVERIFY(m_sink->captures.last().valid);
}

void ListenerTest::pipelinedRequestsAreAnsweredInOrder()
{
    ReplyRule rule;
    rule.match.path = QStringLiteral("/second");
    Reply reply;
    reply.status = 201;
    rule.replies = {reply};
    listen({rule});
    Client client(m_port);
    client.send(post + "HEAD /second HTTP/1.1\r\nHost: a\r\n\r\n" + post);
    QTRY_COMPARE(client.got.count("HTTP/1.1 "), 3);
    QVERIFY(client.got.indexOf("201 Created") > client.got.indexOf("200 OK"));
    QCOMPARE(m_sink->captures.size(), 3);
    QCOMPARE(m_sink->captures.last().exchange, 2);
}

void ListenerTest::aMalformedRequestIsCapturedRefusedAndClosed()
{
    listen();
    QSignalSpy warned(m_listener.get(), &Listener::warned);
    Client client(m_port);
    client.send("POST / HTTP/1.1\r\nHost : a\r\n\r\nrest");
    QTRY_VERIFY(client.closed());
    QVERIFY(client.got.startsWith("HTTP/1.1 400 "));
    QVERIFY(!m_sink->captures.first().valid);
    QCOMPARE(m_sink->captures.first().problemOffset, std::optional<qint64>(21));
    QCOMPARE(m_sink->captures.first().head, QByteArray("POST / HTTP/1.1\r\nHost : a\r\n\r\nrest"));
    QCOMPARE(warned.size(), 1);
}

void ListenerTest::aLongBodyThatGoesWrongIsKeptSoFar()
{
    listen();
    const QByteArray chunk(600'000, 'x');
    const QByteArray wire = QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\nzz\r\nrest";
    Client client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + wire);
    QTRY_VERIFY(client.closed());
    QVERIFY(client.got.startsWith("HTTP/1.1 400 "));
    const Capture& capture = m_sink->captures.first();
    QVERIFY(!capture.valid);
    QCOMPARE(capture.body, chunk);
    QCOMPARE(capture.bodyBytes, chunk.size());
    QCOMPARE(capture.wireBody, wire);
    QCOMPARE(capture.wireBytes, capture.head.size() + wire.size());
    QCOMPARE(m_sink->streams, 2);
}

void ListenerTest::aRequestThatCannotBeStoredGets503AndItRecovers()
{
    listen();
    QSignalSpy troubled(m_listener.get(), &Listener::troubled);
    m_sink->failure = Error{ErrorCode::DiskFull, QStringLiteral("The disk is full."), {}};
    Client client(m_port);
    client.send(post);
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 503 "));
    QCOMPARE(troubled.size(), 1);
    m_sink->failure.reset();
    Client again(m_port);
    again.send(post);
    QTRY_VERIFY(again.got.startsWith("HTTP/1.1 200 "));
    QCOMPARE(troubled.size(), 2);
}

void ListenerTest::aLargeBodyIsStreamed()
{
    listen();
    const QByteArray body(3'000'000, 'x');
    Client client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + body);
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 200 "));
    QCOMPARE(m_sink->streams, 1);
    QCOMPARE(m_sink->captures.first().body, body);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2dc6c0\r\n" + body +
                "\r\n0\r\n\r\n");
    QTRY_COMPARE(m_sink->captures.size(), 2);
    QCOMPARE(m_sink->captures.last().body, body);
    QCOMPARE(m_sink->captures.last().wireBody, "2dc6c0\r\n" + body + "\r\n0\r\n\r\n");
}

void ListenerTest::aHalfClosedClientGetsItsAnswer()
{
    listen();
    Client client(m_port);
    client.send(post);
    QVERIFY(client.socket.waitForBytesWritten() || client.socket.bytesToWrite() == 0);
    ::shutdown(static_cast<int>(client.socket.socketDescriptor()), 1);
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 200 "));
}

void ListenerTest::continueIsSaidOnlyWhereAsked()
{
    listen();
    Client client(m_port);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.got, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("hi");
    QTRY_VERIFY(client.got.contains("200 OK"));
}

void ListenerTest::faultsAreSeenByARawClient_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QByteArray>("starts");
    QTest::newRow("reset") << int(Fault::Reset) << QByteArray();
    QTest::newRow("close") << int(Fault::Close) << QByteArray();
    QTest::newRow("truncate") << int(Fault::Truncate) << QByteArray("HTTP/1.1 200 OK");
    QTest::newRow("garbage") << int(Fault::Garbage) << QByteArray("twelve bytes");
}

void ListenerTest::faultsAreSeenByARawClient()
{
    QFETCH(int, fault);
    QFETCH(QByteArray, starts);
    ReplyRule rule = only(faulty(Fault(fault))).first();
    rule.match.method = QStringLiteral("POST");
    listen({rule});
    Client client(m_port);
    client.send(post);
    QTRY_VERIFY(client.closed());
    QVERIFY(client.got.startsWith(starts));
    QCOMPARE(client.got.isEmpty(), starts.isEmpty());
    QCOMPARE(m_sink->captures.first().fault, toString(Fault(fault)));
    QTRY_COMPARE(m_listener->ruleProgress().first().hits, 1);
}

void ListenerTest::dropClosesBeforeReading()
{
    listen(only(faulty(Fault::Drop)));
    Client client(m_port);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    QTRY_VERIFY(client.closed());
    QVERIFY(client.got.isEmpty());
    QCOMPARE(m_sink->captures.first().fault, QStringLiteral("drop"));
}

void ListenerTest::aHangingAnswerNeverComes()
{
    ReplyRule rule = only(faulty(Fault::Hang)).first();
    rule.match.path = QStringLiteral("/hook");
    listen({rule});
    Client hung(m_port);
    hung.send(post);
    QTRY_COMPARE(m_sink->all.size(), 1);
    QCOMPARE(m_sink->all.first().fault, QStringLiteral("hang"));
    Client other(m_port);
    other.send("GET /other HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(other.got.startsWith("HTTP/1.1 200 "));
    QVERIFY(hung.got.isEmpty());
    QVERIFY(!hung.closed());
    hung.socket.disconnectFromHost();
    QTRY_COMPARE(m_listener->counts().connections, 1);
}

void ListenerTest::aDrippingAnswerComesByteByByteAndWhole()
{
    ReplyRule rule = only(faulty(Fault::Drip)).first();
    rule.match.method = QStringLiteral("POST");
    listen({rule});
    Client client(m_port);
    int pieces = 0;
    QObject::connect(&client.socket, &QTcpSocket::readyRead, &client.socket, [&pieces] { ++pieces; });
    client.send(post);
    QTRY_VERIFY(client.got.endsWith("\r\n\r\ntwelve bytes"));
    QVERIFY2(pieces > 3, QByteArray::number(pieces).constData());
    QCOMPARE(m_sink->captures.first().response.joined(), client.got);
    QTRY_COMPARE(m_sink->all.size(), 1);
    QCOMPARE(m_sink->all.first().fault, QStringLiteral("drip"));
}

void ListenerTest::aResetIsNoOrderlyEnd_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("error");
    QTest::newRow("reset") << int(Fault::Reset) << ECONNRESET;
    QTest::newRow("close") << int(Fault::Close) << 0;
}

/// What recv() says to a client of its own: Qt's sockets tell both as the same.
void ListenerTest::aResetIsNoOrderlyEnd()
{
    QFETCH(int, fault);
    QFETCH(int, error);
    ReplyRule rule = only(faulty(Fault(fault))).first();
    rule.match.method = QStringLiteral("POST");
    listen({rule});
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto closed = qScopeGuard([descriptor] { ::close(descriptor); });
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(m_port);
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(descriptor, reinterpret_cast<const sockaddr*>(&where), sizeof where), 0);
    QCOMPARE(::send(descriptor, post.constData(), static_cast<size_t>(post.size()), MSG_NOSIGNAL),
             post.size());
    ssize_t got = -1;
    int reason = EAGAIN;
    const auto ended = [&] {
        if (got >= 0 || (reason != EAGAIN && reason != EINTR))
            return true; // an error is told once
        char byte = 0;
        got = ::recv(descriptor, &byte, 1, MSG_DONTWAIT);
        reason = got < 0 ? errno : 0;
        return false;
    };
    QTRY_VERIFY(ended());
    QCOMPARE(got, error == 0 ? 0 : -1);
    QCOMPARE(reason, error);
}

void ListenerTest::downForThreeThenUp()
{
    listen({downFor(3)});
    Client client(m_port);
    for (int i = 0; i < 4; ++i) {
        client.send(post);
        QTRY_COMPARE(client.got.count("HTTP/1.1 "), i + 1);
    }
    QCOMPARE(client.got.count("503 Service Unavailable"), 3);
    QCOMPARE(client.got.count("200 OK"), 1);
}

void ListenerTest::aBodyFileThatIsAPipeIsRefusedInWords()
{
    const QTemporaryDir folder;
    Reply reply;
    reply.bodyFile = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(reply.bodyFile).constData(), 0600), 0);
    listen(only(reply));
    Client client(m_port);
    client.send(post);
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 500 ") && client.got.contains("cannot be read"));
}

void ListenerTest::aBodyFileIsSentAsItIsNow()
{
    const QTemporaryDir folder;
    Reply reply;
    reply.bodyFile = folder.filePath(QStringLiteral("body"));
    listen(only(reply));
    for (const char letter : {'a', 'b', 'b'}) {
        const QByteArray body(1'500'000 + letter, letter);
        QFile file(reply.bodyFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(body) == body.size());
        file.close();
        Client client(m_port);
        client.send(post);
        QTRY_VERIFY(client.got.endsWith(body));
        QCOMPARE(m_sink->captures.last().response.joined(), client.got);
    }
    QFile file(reply.bodyFile);
    QVERIFY(file.resize(100'000'001));
    Client client(m_port);
    client.send(post);
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 500 ") && client.got.contains("is larger than"));
}

void ListenerTest::aConditionIsTriedOnALongBody()
{
    ReplyRule rule;
    rule.match.body = {{QStringLiteral("$.last"), QStringLiteral("yes")}};
    Reply reply;
    reply.status = 202;
    rule.replies = {reply};
    listen({rule});
    for (const auto& [last, answer] : {std::pair("yes", "202"), std::pair("no", "200")}) {
        const QByteArray body = "{\"long\":\"" + QByteArray(3'000'000, 'x') + "\",\"last\":\"" + last + "\"}";
        Client client(m_port);
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) +
                    "\r\n\r\n" + body);
        QTRY_VERIFY2(client.got.startsWith(QByteArray("HTTP/1.1 ") + answer), client.got.constData());
        QCOMPARE(m_sink->captures.last().body, body);
    }
}

void ListenerTest::aBusyPortIsNamedWithAFreeOne()
{
    listen();
    Listener other(ListenerSurroundings{*m_sink, m_clock, m_numbers, m_folder.path()});
    ListenerConfig config;
    config.port = m_port;
    const auto result = other.start(config);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AddressInUse);
    QVERIFY(result.error().message.contains(QString::number(m_port)));
    QVERIFY(nextFreePort(config.address, m_port) != m_port);
}

void ListenerTest::httpsIsServedAndPlainHttpGetsAReadableAnswer()
{
    listen({}, [](ListenerConfig& config) { config.tls = true; });
    Client plain(m_port);
    plain.send(post);
    QTRY_VERIFY(plain.got.startsWith("HTTP/1.1 400 ") && plain.got.contains("HTTPS"));
    QSslSocket client;
    QFile authority(m_folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(authority.open(QIODevice::ReadOnly));
    QSslConfiguration tls = client.sslConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData(authority.readAll()));
    client.setSslConfiguration(tls);
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    QTRY_VERIFY2(client.isEncrypted(), qPrintable(client.errorString()));
    client.write(post);
    QTRY_VERIFY(client.peek(100).startsWith("HTTP/1.1 200 "));
    QVERIFY(m_sink->captures.last().tls.has_value());
    QCOMPARE(m_sink->captures.last().tls->version, QStringLiteral("TLSv1.3"));
}

void ListenerTest::resetsBeforeTheHandshakeDoNotDeafenIt()
{
    listen({}, [](ListenerConfig& config) { config.tls = true; });
    for (int i = 0; i < 200; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        QVERIFY(socket.waitForConnected());
        socket.abort();
    }
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
    QTRY_VERIFY(client.isEncrypted());
    QTRY_COMPARE(m_listener->counts().connections, 1);
}

void ListenerTest::keysAreForTheOwnerOnly()
{
    listen({}, [](ListenerConfig& config) { config.tls = true; });
    for (const auto& name : {QStringLiteral("ca.key"), QStringLiteral("leaf.key")}) {
        const auto mode = QFile::permissions(m_folder.filePath(name));
        QVERIFY(!(mode & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    }
}

QTEST_GUILESS_MAIN(ListenerTest)
#include "listener_test.moc"
