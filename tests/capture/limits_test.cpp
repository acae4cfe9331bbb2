// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_fixture.h"
#include "capture/raw_client.h"

#include <QSignalSpy>

using namespace hookworks;

/// Who is slow, and who holds the last places.
class LimitsTest : public QObject, protected ListenerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void slowHeadsAreCutOff();
    void acceptingPausesAtTheCapAndResumes();
    void silentHandshakesMakeRoomAtTheCapAndItIsSaid();
    void atTheCapABodyThatTricklesInMakesRoom();
    void atTheCapAHeadThatTricklesInMakesRoomAndIsKept();
    void atTheCapBusySendersTakeTurns();
    void anAnswerThatIsTakenTooSlowlyIsEnded();
};

void LimitsTest::slowHeadsAreCutOff()
{
    listen([](ListenerConfig& config) { config.limits.headTime = std::chrono::milliseconds(200); });
    Client client(m_port);
    client.send("POST / HTT");
    QTRY_VERIFY(client.closed());
    QVERIFY(client.got.startsWith("HTTP/1.1 408 "));
    QVERIFY(!m_sink->captures.first().valid);
}

void LimitsTest::acceptingPausesAtTheCapAndResumes()
{
    listen([](ListenerConfig& config) { config.limits.connections = 2; });
    Client first(m_port);
    Client second(m_port);
    QTRY_VERIFY(m_listener->counts().paused);
    first.socket.abort();
    QTRY_VERIFY(!m_listener->counts().paused);
    Client third(m_port);
    third.send(post);
    QTRY_VERIFY(third.got.startsWith("HTTP/1.1 200 "));
}

void LimitsTest::silentHandshakesMakeRoomAtTheCapAndItIsSaid()
{
    listen([](ListenerConfig& config) {
        config.tls = true;
        config.limits.connections = 2;
    });
    QSignalSpy warned(m_listener.get(), &Listener::warned);
    Client silent(m_port);
    Client half(m_port);
    half.send(QByteArray::fromHex("1603010200"));
    QTRY_VERIFY(m_listener->counts().paused);
    Client third(m_port);
    QTRY_VERIFY(silent.closed());
    QTRY_COMPARE(m_listener->counts().accepted, 3);
    QVERIFY(!half.closed());
    QVERIFY(warned.first().first().toString().contains(QStringLiteral("All connections are in use")));
}

void LimitsTest::atTheCapABodyThatTricklesInMakesRoom()
{
    listen([](ListenerConfig& config) { config.limits.connections = 1; });
    Client slow(m_port);
    slow.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n12345");
    QTRY_VERIFY(m_listener->counts().paused);
    Client waiting(m_port);
    waiting.send(post);
    QTRY_VERIFY_WITH_TIMEOUT(waiting.got.startsWith("HTTP/1.1 200 "), 4'500);
    QVERIFY(slow.got.startsWith("HTTP/1.1 408 "));
    QVERIFY(m_sink->captures.first().problem.contains(QStringLiteral("others waited")));
}

void LimitsTest::atTheCapAHeadThatTricklesInMakesRoomAndIsKept()
{
    listen([](ListenerConfig& config) { config.limits.connections = 1; });
    Client slow(m_port);
    slow.send("POST / HTTP/1.1\r\nX: ");
    QTRY_VERIFY(m_listener->counts().paused);
    Client waiting(m_port);
    waiting.send(post);
    QTRY_VERIFY_WITH_TIMEOUT(waiting.got.startsWith("HTTP/1.1 200 "), 4'500);
    QTRY_VERIFY(slow.got.startsWith("HTTP/1.1 408 ") && slow.closed());
    QCOMPARE(m_sink->captures.first().head, QByteArray("POST / HTTP/1.1\r\nX: "));
    QVERIFY(m_sink->captures.first().problem.contains(QStringLiteral("others waited")));
}

/// Two that never pause, on one place: each answer that was begun is whole, and says that it is the last.
void LimitsTest::atTheCapBusySendersTakeTurns()
{
    listen([](ListenerConfig& config) { config.limits.connections = 1; });
    Client busy(m_port);
    QObject::connect(&busy.socket, &QTcpSocket::readyRead, &busy.socket, [&] { busy.socket.write(post); });
    busy.send(post);
    QTRY_VERIFY(busy.got.count("HTTP/1.1 200 ") > 10);
    Client waiting(m_port);
    waiting.send(post);
    QTRY_VERIFY(waiting.got.startsWith("HTTP/1.1 200 "));
    QTRY_VERIFY(busy.closed());
    QCOMPARE(busy.got.count("Connection: close\r\n"), 1);
    QVERIFY(busy.got.endsWith("\r\n\r\n"));
    QVERIFY(busy.got.indexOf("Connection: close\r\n") > busy.got.lastIndexOf("HTTP/1.1 200 "));
}

void LimitsTest::anAnswerThatIsTakenTooSlowlyIsEnded()
{
    listen([](ListenerConfig& config) {
        ReplyRule rule;
        rule.replies = {Reply()};
        rule.replies.first().body = QByteArray(20'000'000, 'a');
        config.rules = {rule};
        config.limits.bodyTime = std::chrono::milliseconds(300);
        config.limits.bodyRate = 1'000'000'000;
    });
    QTcpSocket slow;
    slow.setReadBufferSize(1'000);
    slow.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    slow.write(post);
    const auto takes = [&] { return slow.read(1'000).isEmpty() && !m_sink->all.isEmpty(); };
    QVERIFY(QTest::qWaitFor(takes));
    const CaptureAnswered& ended = m_sink->all.first();
    QCOMPARE(ended.responseStatus, 200);
    QVERIFY(ended.responseSent && *ended.responseSent > 0 && *ended.responseSent < 20'000'000);
    QVERIFY2(ended.problem.startsWith(QStringLiteral("The sender read too slowly")),
             qPrintable(ended.problem));
    QCOMPARE(m_listener->counts().connections, 0);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "limits_test.moc"
