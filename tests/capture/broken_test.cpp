// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener.h"
#include "capture/raw_client.h"
#include "platform/clock.h"
#include "support/memory_sink.h"

#include <QTemporaryDir>

#include <ctime>
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

std::chrono::nanoseconds processorTime()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

} // namespace

/// Senders that break the connection off.
class BrokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatCameOfARequestIsCaptured_data();
    void whatCameOfARequestIsCaptured();
    void anAnswerThatNobodyTookIsNone();
    void aRequestIsKeptWhileItsBodyIsLookedInto();
    void whoIsGoneIsLetGo_data();
    void whoIsGoneIsLetGo();
    void aHelloThatIsDroppedUnreadIsHarmless_data();
    void aHelloThatIsDroppedUnreadIsHarmless();

private:
    void listen(const QList<Reply>& replies, bool tls = false);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::atomic<qint64> m_numbers{0};
    std::unique_ptr<MemorySink> m_sink;
    std::unique_ptr<Listener> m_listener;
    ReplyMatch m_match;
    quint16 m_port = 0;
};

void BrokenTest::init()
{
    m_sink = std::make_unique<MemorySink>();
    m_listener =
        std::make_unique<Listener>(ListenerSurroundings{*m_sink, m_clock, m_numbers, m_folder.path()});
    m_match = ReplyMatch();
}

void BrokenTest::cleanup()
{
    m_listener.reset();
    m_sink.reset();
}

void BrokenTest::listen(const QList<Reply>& replies, bool tls)
{
    ListenerConfig config;
    config.port = 0;
    config.tls = tls;
    ReplyRule rule;
    rule.match = m_match;
    rule.replies = replies;
    if (!replies.isEmpty())
        config.rules = {rule};
    const auto address = m_listener->start(config);
    QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().message));
    m_port = address->port;
}

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
    listen({});
    Client client(m_port);
    client.send(head + body);
    QTest::qWait(300); // a reset takes with it what was not read
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
    listen({late});
    Client client(m_port);
    client.send(post);
    QTRY_COMPARE(m_sink->captures.size(), 1);
    QCOMPARE(m_sink->captures.first().responseStatus, 200);
    breakOff(client);
    QTRY_COMPARE(m_sink->all.size(), 1);
    QCOMPARE(m_sink->all.first().id, m_sink->captures.first().id);
    QCOMPARE(m_sink->all.first().responseStatus, 0);
    QCOMPARE(m_sink->all.first().response, AnswerBytes());
}

void BrokenTest::aRequestIsKeptWhileItsBodyIsLookedInto()
{
    m_match.body = {{QStringLiteral("$.a"), QStringLiteral("b")}};
    listen({Reply()});
    m_sink->slowReads = true;
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
    listen({reply});
    Client client(m_port);
    client.send(halfClosed ? post : post.repeated(1'000));
    QTRY_COMPARE(m_sink->captures.size(), 1);
    if (halfClosed)
        ::shutdown(static_cast<int>(client.socket.socketDescriptor()), SHUT_WR);
    QTest::qWait(200); // the end, or the limit of what is read ahead, is seen
    breakOff(client);
    const auto before = processorTime();
    QTRY_COMPARE(m_listener->counts().connections, 0);
    QTest::qWait(500);
    QVERIFY(processorTime() - before < 400ms);
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
    listen({drop}, true);
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
