// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener_fixture.h"
#include "capture/raw_client.h"

#include <sys/socket.h>

using namespace hookworks;
using namespace std::chrono_literals;

namespace {

/// Ends the connection with a reset.
void breakOff(Client& client)
{
    QTRY_COMPARE(client.socket.bytesToWrite(), 0);
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(client.socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    client.socket.abort();
}

} // namespace

/// Senders that break the connection off.
class BrokenTest : public QObject, protected ListenerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void whatCameOfARequestIsCaptured_data();
    void whatCameOfARequestIsCaptured();
    void anAnswerThatNobodyTookIsNone();
    void whatLeftOfAnAnswerIsTold_data();
    void whatLeftOfAnAnswerIsTold();
    void aRequestIsKeptWhileItsBodyIsLookedInto();
    void whoIsGoneIsLetGo_data();
    void whoIsGoneIsLetGo();
    void aHelloThatIsDroppedUnreadIsHarmless_data();
    void aHelloThatIsDroppedUnreadIsHarmless();

private:
    void answer(const QList<ReplyRule>& rules)
    {
        listen([&](ListenerConfig& config) { config.rules = rules; });
    }
};

void BrokenTest::whatCameOfARequestIsCaptured_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    const QByteArray longHead = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n";
    QTest::newRow("head") << QByteArray("POST /hook HTTP/1.1\r\nHos") << QByteArray();
    QTest::newRow("body") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n")
                          << QByteArray("abc");
    QTest::newRow("long body") << longHead << QByteArray(900'000, 'z');
}

void BrokenTest::whatCameOfARequestIsCaptured()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    listen();
    Client client(m_port);
    client.send(head + body);
    QTRY_COMPARE(client.notRead(), 0); // a reset would take it away
    breakOff(client);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    const Capture& capture = m_sink->captures.first();
    QVERIFY(!capture.valid);
    QVERIFY(capture.problem.contains(QStringLiteral("broke the connection off")));
    QCOMPARE(capture.problemOffset, head.size() + body.size());
    QCOMPARE(capture.head, head);
    QCOMPARE(capture.body, body);
    QTRY_COMPARE(m_sink->all.size(), 1);
    QCOMPARE(m_sink->all.first().responseStatus, 0);
}

void BrokenTest::anAnswerThatNobodyTookIsNone()
{
    Reply late;
    late.delay = {400ms, 400ms};
    answer(only(late));
    Client client(m_port);
    client.send(post);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    QCOMPARE(m_sink->captures.first().responseStatus, 200);
    breakOff(client);
    QTRY_COMPARE(m_sink->all.size(), 1);
    QCOMPARE(m_sink->all.first().id, m_sink->captures.first().id);
    QCOMPARE(m_sink->all.first().responseStatus, 0);
    QCOMPARE(m_sink->all.first().response, AnswerBytes());
    QCOMPARE(m_sink->all.first().problem,
             QStringLiteral("The sender reset the connection before the request was answered."));
}

void BrokenTest::whatLeftOfAnAnswerIsTold_data()
{
    QTest::addColumn<bool>("resets");
    QTest::addColumn<QString>("words");
    QTest::newRow("a reset") << true << QStringLiteral("The sender reset the connection");
    QTest::newRow("the listener stops") << false << QStringLiteral("The listener was stopped");
}

void BrokenTest::whatLeftOfAnAnswerIsTold()
{
    QFETCH(const bool, resets);
    QFETCH(const QString, words);
    Reply large;
    large.status = 201;
    large.body = QByteArray(30'000'000, 'x');
    answer(only(large));
    Client client(m_port);
    client.socket.setReadBufferSize(100'000);
    client.send(post);
    QTRY_VERIFY(client.got.size() > 100'000 || client.socket.bytesAvailable() > 50'000);
    if (resets)
        breakOff(client);
    else
        m_listener->stop();
    QTRY_COMPARE(m_sink->all.size(), 1);
    const CaptureAnswered& told = m_sink->all.first();
    QCOMPARE(told.responseStatus, 201);
    QVERIFY(!told.response); // it stays what was to be written
    QVERIFY(told.responseSent && *told.responseSent > 50'000 && *told.responseSent < 30'000'000);
    const qint64 whole = m_sink->captures.first().response.size();
    QCOMPARE(told.problem,
             words +
                 QStringLiteral(" after %1 of %2 bytes of the answer.").arg(*told.responseSent).arg(whole));
}

void BrokenTest::aRequestIsKeptWhileItsBodyIsLookedInto()
{
    ReplyRule rule;
    rule.match.body = {{QStringLiteral("$.a"), QStringLiteral("b")}};
    answer({rule});
    m_sink->pause = 400ms;
    Client client(m_port);
    const QByteArray body = "{\"a\":\"b\",\"c\":\"" + QByteArray(600'000, 'x') + "\"}";
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) +
                "\r\n\r\n" + body);
    QTRY_COMPARE(m_sink->reads, 1);
    breakOff(client);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    QVERIFY(m_sink->captures.first().valid);
    QCOMPARE(m_sink->captures.first().body, body);
    QTRY_COMPARE(m_sink->all.size(), 1);
    QCOMPARE(m_sink->all.first().responseStatus, 0);
}

void BrokenTest::whoIsGoneIsLetGo_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("halfClosed");
    Reply hang;
    hang.fault = Fault::Hang;
    Reply late;
    late.delay = {20s, 20s};
    QTest::newRow("half-closed, hang") << hang << true;
    QTest::newRow("half-closed, delay") << late << true;
    QTest::newRow("too much sent ahead") << late << false;
}

void BrokenTest::whoIsGoneIsLetGo()
{
    QFETCH(Reply, reply);
    QFETCH(bool, halfClosed);
    answer(only(reply));
    m_sink->pause = 300ms; // the end comes while it is being stored
    Client client(m_port);
    const QByteArray sent = halfClosed ? post : post.repeated(1'000);
    client.send(sent);
    if (halfClosed)
        ::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR);
    const qint64 left = halfClosed ? 0 : sent.size() - post.size() - 16 * 1024; // it reads so far ahead
    const auto isRead = [&] { return client.notRead() >= 0 && client.notRead() <= left; };
    QTRY_VERIFY(isRead());
    QTRY_COMPARE(m_sink->captures.size(), 1);
    breakOff(client);
    QTRY_COMPARE(m_listener->counts().connections, 0);
}

void BrokenTest::aHelloThatIsDroppedUnreadIsHarmless_data()
{
    QTest::addColumn<bool>("stored");
    QTest::newRow("stored") << true;
    QTest::newRow("not stored") << false;
}

void BrokenTest::aHelloThatIsDroppedUnreadIsHarmless()
{
    QFETCH(bool, stored);
    Reply drop;
    drop.fault = Fault::Drop;
    listen([&](ListenerConfig& config) {
        config.rules = only(drop);
        config.tls = true;
    });
    if (!stored)
        m_sink->failure = Error{ErrorCode::DiskFull, QStringLiteral("The disk is full."), {}};
    Client client(m_port);
    connect(&client.socket, &QTcpSocket::connected, this, [&] {
        client.socket.write(QByteArray::fromHex("16030100100100000c0303") + QByteArray(10, 'r'));
        client.socket.flush();
    });
    QTRY_VERIFY(client.closed());
    QVERIFY(client.got.isEmpty());
    QCOMPARE(m_sink->captures.size(), stored ? 1 : 0);
}

QTEST_GUILESS_MAIN(BrokenTest)
#include "broken_test.moc"
