// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_fixture.h"
#include "capture/raw_client.h"

#include <QSignalSpy>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

/// The sentences that were said.
QStringList said(const QSignalSpy& warned)
{
    QStringList all;
    for (const QList<QVariant>& one : warned)
        all << one.first().toString();
    return all;
}

} // namespace

/// What a listener makes of senders that speak another language, or HTTP in an unusual way.
class SpeechTest : public QObject, protected ListenerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void whatIsNoTlsIsNamed_data();
    void whatIsNoTlsIsNamed();
    void tlsOnAPlainListenerIsNamed();
    void whoSaysNothingIsNoRequest();
    void laterVersionsAreServedAs11();
    void anEmptyLineBeforeARequestIsKept();
    void anEmptyLineAloneIsNoRequest();
    void answersWithoutContentHaveNone_data();
    void answersWithoutContentHaveNone();
    void aConnectIsRefusedWhateverIsPassedOn();
    void aTraceOfNoForwardsIsAnsweredHere();
    void aRuleThatCannotBeTriedIsToldAndKept();
};

void SpeechTest::whatIsNoTlsIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("an alert") << QByteArray::fromHex("1503030002022e") << u"certificate unknown (46)"_s;
    QTest::newRow("NULs") << QByteArray(64, '\0') << u"neither TLS nor HTTP"_s;
    QTest::newRow("SSL 2") << QByteArray::fromHex("802e010002001500000010") << u"SSL 2"_s;
    QTest::newRow("HTTP") << post << u"plain HTTP came"_s;
}

void SpeechTest::whatIsNoTlsIsNamed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    listen([](ListenerConfig& config) { config.tls = true; });
    Client client(m_port);
    client.send(bytes);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    const Capture& capture = m_sink->captures.first();
    QVERIFY(!capture.valid);
    QVERIFY2(capture.problem.contains(words), qPrintable(capture.problem));
    QCOMPARE(capture.problem.contains(u"plain HTTP"_s), bytes == post);
    QCOMPARE(capture.head, bytes);
}

void SpeechTest::tlsOnAPlainListenerIsNamed()
{
    listen();
    Client client(m_port);
    const QByteArray hello = QByteArray::fromHex("16030100100100000c0303") + QByteArray(10, 'r');
    client.send(hello);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    QVERIFY(m_sink->captures.first().problem.startsWith(
        u"This listener speaks plain HTTP, and a TLS hello came."_s));
    QCOMPARE(m_sink->captures.first().head, hello);
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 400 "));
}

void SpeechTest::whoSaysNothingIsNoRequest()
{
    listen([](ListenerConfig& config) { config.tls = true; });
    const QSignalSpy warned(m_listener.get(), &Listener::warned);
    Client client(m_port);
    QTRY_COMPARE(client.socket.state(), QAbstractSocket::ConnectedState);
    client.socket.disconnectFromHost();
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(said(warned).first().endsWith(u"The sender connected and left without sending anything."_s));
    QVERIFY(m_sink->captures.isEmpty());
    QCOMPARE(m_listener->counts().refused, 0);
}

void SpeechTest::laterVersionsAreServedAs11()
{
    listen();
    Client client(m_port);
    client.send("GET /a HTTP/1.2\r\nHost: a\r\n\r\nGET /b HTTP/1.9\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(client.got.count("HTTP/1.1 200 "), 2);
    QCOMPARE(m_sink->captures.first().version, QByteArray("1.2"));
    QCOMPARE(m_sink->captures.last().version, QByteArray("1.9"));
}

void SpeechTest::anEmptyLineBeforeARequestIsKept()
{
    listen();
    Client client(m_port);
    const QByteArray first = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi";
    const QByteArray second = "\r\nGET /b HTTP/1.1\r\nHost: b\r\nX-A: c\r\n\r\n";
    client.send(first + second);
    QTRY_COMPARE(m_sink->captures.size(), 2);
    const Capture& capture = m_sink->captures.last();
    QCOMPARE(capture.head, second);
    QCOMPARE(capture.wireBytes, second.size());
    QCOMPARE(capture.method, QByteArray("GET"));
    QCOMPARE(capture.target, QByteArray("/b"));
    QVERIFY(hasFields(capture.head, capture.headers) && capture.headers.contains("X-A"));
}

void SpeechTest::anEmptyLineAloneIsNoRequest()
{
    listen();
    Client client(m_port);
    client.send(post + "\r\n");
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 200 "));
    client.socket.disconnectFromHost();
    QTRY_COMPARE(m_listener->counts().connections, 0);
    QCOMPARE(m_sink->captures.size(), 1);
    QCOMPARE(m_listener->counts().refused, 0);
}

void SpeechTest::answersWithoutContentHaveNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("length");
    QTest::newRow("204") << 204 << QByteArray();
    QTest::newRow("205") << 205 << QByteArray("Content-Length: 0\r\n");
    QTest::newRow("304") << 304 << QByteArray("content-length: 2\r\n");
}

void SpeechTest::answersWithoutContentHaveNone()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, length);
    Reply reply;
    reply.status = status;
    reply.body = "no";
    reply.headers.append("content-length", "2");
    reply.headers.append("Transfer-Encoding", "chunked");
    listen([&](ListenerConfig& config) { config.rules = only(reply); });
    Client client(m_port);
    client.send(post + post);
    QTRY_COMPARE(client.got.count("HTTP/1.1 " + QByteArray::number(status)), 2);
    const QByteArray head = client.got.first(client.got.indexOf("\r\n\r\n") + 4);
    QTRY_COMPARE(client.got.size(), 2 * head.size());
    QVERIFY(!head.contains("Transfer-Encoding"));
    QCOMPARE(head.toLower().count("content-length"), length.isEmpty() ? 0 : 1);
    QVERIFY2(head.contains(length), head.constData());
}

void SpeechTest::aConnectIsRefusedWhateverIsPassedOn()
{
    ReplyRule rule;
    rule.forwardTo = u"http://127.0.0.1:1"_s;
    listen([&](ListenerConfig& config) { config.rules = {rule}; });
    Client client(m_port);
    client.send("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n");
    QTRY_VERIFY(client.got.startsWith("HTTP/1.1 501 "));
    QCOMPARE(m_sink->captures.first().forwardedTo, QString());
    QCOMPARE(m_sink->captures.first().responseStatus, 501);
}

void SpeechTest::aTraceOfNoForwardsIsAnsweredHere()
{
    ReplyRule rule;
    rule.forwardTo = u"http://127.0.0.1:1"_s;
    listen([&](ListenerConfig& config) { config.rules = {rule}; });
    Client client(m_port);
    client.send("TRACE /a HTTP/1.1\r\nHost: a\r\nMax-Forwards: 0\r\n\r\n");
    QTRY_VERIFY(client.got.endsWith("TRACE /a HTTP/1.1\r\nHost: a\r\nMax-Forwards: 0\r\n\r\n"));
    QVERIFY(client.got.startsWith("HTTP/1.1 200 ") && client.got.contains("Content-Type: message/http\r\n"));
    QCOMPARE(m_sink->captures.first().forwardedTo, QString());
}

void SpeechTest::aRuleThatCannotBeTriedIsToldAndKept()
{
    ReplyRule rule;
    rule.name = u"failed"_s;
    rule.match.body = {{u"$.event"_s, u"report.failed"_s}};
    listen([&](ListenerConfig& config) { config.rules = {rule}; });
    const QSignalSpy warned(m_listener.get(), &Listener::warned);
    Client client(m_port);
    client.send(post.repeated(2)); // their body is `hi`
    QTRY_COMPARE(client.got.count("HTTP/1.1 200 "), 2);
    QVERIFY(said(warned).first().startsWith(
        u"The rule \"failed\" could not be tried on a request: the body is no JSON"_s));
    QCOMPARE(m_sink->rules.value(0).unjudged, 2);
    QCOMPARE(m_sink->rules, m_listener->ruleProgress());
    m_listener->resetRules(std::nullopt);
    QCOMPARE(m_sink->rules.value(0), RuleProgress());
}

QTEST_GUILESS_MAIN(SpeechTest)
#include "speech_test.moc"
