// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/listener.h"
#include "platform/clock.h"
#include "support/memory_sink.h"

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
                if (!got.endsWith("hi"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
        server.listen(QHostAddress(QHostAddress::LocalHost));
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1/app").arg(server.serverPort()); }
};

} // namespace

class ForwardingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_listener.reset(); }
    void theApplicationsAnswerIsGivenBack();
    void whatGoesWrongIs502InWords_data();
    void whatGoesWrongIs502InWords();
    void aRequestThatWasPassedOnIsNotPassedOnAgain();
    void aSenderThatLeavesMeanwhileHarmsNothing();

private:
    void listen(const QString& forwardTo);
    QByteArray ask(const QByteArray& request);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::atomic<qint64> m_numbers{0};
    std::unique_ptr<MemorySink> m_sink;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
};

void ForwardingTest::listen(const QString& forwardTo)
{
    m_sink = std::make_unique<MemorySink>();
    m_listener =
        std::make_unique<Listener>(ListenerSurroundings{*m_sink, m_clock, m_numbers, m_folder.path()});
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
        [&] { return !m_sink->all.isEmpty() && got.size() >= m_sink->all.first().response.size(); });
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
    QCOMPARE(m_sink->all.first().response, got);
}

void ForwardingTest::whatGoesWrongIs502InWords_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("url");
    QTest::newRow("garbage") << QByteArray("no HTTP at all\r\n\r\n") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx") << QString();
    QTest::newRow("no URL") << QByteArray() << QStringLiteral("nowhere");
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
