// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/wire_access_manager.h"
#include "support/recording_receiver.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hookworks;

namespace {

ExchangeResult resultOf(const QNetworkReply& reply)
{
    return reply.attribute(exchangeResultAttribute).value<ExchangeResult>();
}

bool finished(QNetworkReply& reply)
{
    return QTest::qWaitFor([&] { return reply.isFinished(); }, 20'000);
}

} // namespace

/// The network access manager over the wire, as any code of Qt's uses one.
class ManagerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyHasWhatTheReceiverSaid();
    void verbsAndBodiesGoOutAsAsked_data();
    void verbsAndBodiesGoOutAsAsked();
    void anExactHeadGoesOutAsItStands();
    void anErrorHasItsKindAndWords_data();
    void anErrorHasItsKindAndWords();
    void whatCannotBeSentFails();
    void anAbortedReplyFinishesOnce();
    void aManagerThatGoesEndsWhatIsUnderWay();
};

void ManagerTest::aReplyHasWhatTheReceiverSaid()
{
    const QByteArray head =
        "HTTP/1.1 201 Made it\r\nX-Twice: a\r\nset-cookie: s=1\r\nx-twice: b\r\nSet-Cookie: "
        "t=2\r\nContent-Length: 5\r\n\r\n";
    RecordingReceiver receiver(Misbehaviour::Answer, head + "hello");
    Wire wire;
    WireAccessManager manager(wire);
    const std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(QUrl(receiver.url()))));
    QSignalSpy ends(reply.get(), &QNetworkReply::finished);
    QSignalSpy managersEnds(&manager, &QNetworkAccessManager::finished);
    QVERIFY(finished(*reply));
    QCOMPARE(ends.count(), 1);
    QCOMPARE(managersEnds.count(), 1);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray(),
             QByteArray("Made it"));
    QCOMPARE(reply->rawHeader("X-TWICE"), QByteArray("a, b"));
    QCOMPARE(reply->rawHeader("Set-Cookie"), QByteArray("s=1\nt=2"));
    QCOMPARE(reply->bytesAvailable(), 5);
    QCOMPARE(reply->read(2) + reply->readAll(), QByteArray("hello"));
    const ExchangeResult result = resultOf(*reply);
    QCOMPARE(result.responseHead, head);
    QCOMPARE(result.local, receiver.connections().first().peer);
}

void ManagerTest::verbsAndBodiesGoOutAsAsked_data()
{
    QTest::addColumn<QByteArray>("verb");
    for (const char* verb : {"GET", "HEAD", "POST", "PUT", "DELETE", "PURGE"})
        QTest::newRow(verb) << QByteArray(verb);
}

void ManagerTest::verbsAndBodiesGoOutAsAsked()
{
    QFETCH(QByteArray, verb);
    RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
    Wire wire;
    WireAccessManager manager(wire);
    QNetworkRequest request(QUrl::fromEncoded((receiver.url() + u"/a%2Fb?x=%20y"_s).toLatin1()));
    request.setRawHeader("x-Own", "1");
    const std::unique_ptr<QNetworkReply> reply(verb == "GET"    ? manager.get(request)
                                               : verb == "HEAD" ? manager.head(request)
                                               : verb == "POST" ? manager.post(request, "body")
                                               : verb == "PUT"  ? manager.put(request, "body")
                                               : verb == "DELETE"
                                                   ? manager.deleteResource(request)
                                                   : manager.sendCustomRequest(request, verb, "body"));
    QVERIFY(finished(*reply));
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    const QByteArray got = receiver.connections().first().bytes;
    QVERIFY2(got.startsWith(verb + " /hook/a%2Fb?x=%20y HTTP/1.1\r\n"), got.constData());
    QVERIFY(got.contains("\r\nx-Own: 1\r\n"));
    const bool hasBody = verb == "POST" || verb == "PUT" || verb == "PURGE";
    QCOMPARE(got.endsWith("\r\n\r\nbody"), hasBody);
    QCOMPARE(got.contains("Content-Length: 4\r\n"), hasBody);
}

void ManagerTest::anExactHeadGoesOutAsItStands()
{
    RecordingReceiver receiver(Misbehaviour::Answer, "HTTP/1.1 204 No Content\r\n\r\n");
    Wire wire;
    WireAccessManager manager(wire);
    ExchangeRequest exchange;
    exchange.endpoint = *splitUrl(receiver.url());
    exchange.method = "POST";
    exchange.head = "POST  /x HTTP/1.1\r\nA: 1\r\na: 2\r\ncontent-length:4\r\n\r\n";
    QNetworkRequest request(QUrl(receiver.url()));
    request.setRawHeader("X-Ignored", "1");
    request.setAttribute(exchangeRequestAttribute, QVariant::fromValue(exchange));
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, "body"));
    QVERIFY(finished(*reply));
    QCOMPARE(receiver.connections().first().bytes, exchange.head + "body");
    QCOMPARE(resultOf(*reply).sentHead, exchange.head);
}

void ManagerTest::anErrorHasItsKindAndWords_data()
{
    QTest::addColumn<Misbehaviour>("behaviour");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<QString>("words");
    QTest::newRow("404") << Misbehaviour::Answer
                         << QByteArray("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n")
                         << QNetworkReply::ContentNotFoundError << u"404 Gone"_s;
    QTest::newRow("503") << Misbehaviour::Answer
                         << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n")
                         << QNetworkReply::ServiceUnavailableError << u"503 Busy"_s;
    QTest::newRow("reset") << Misbehaviour::Reset << QByteArray() << QNetworkReply::RemoteHostClosedError
                           << u"reset the connection"_s;
    QTest::newRow("no HTTP") << Misbehaviour::AnswerClose << QByteArray("220 mail\r\n")
                             << QNetworkReply::ProtocolFailure << u"not HTTP"_s;
    QTest::newRow("hangs") << Misbehaviour::Hang << QByteArray() << QNetworkReply::TimeoutError
                           << u"within 200 ms"_s;
}

void ManagerTest::anErrorHasItsKindAndWords()
{
    QFETCH(Misbehaviour, behaviour);
    QFETCH(QByteArray, answer);
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(QString, words);
    RecordingReceiver receiver(behaviour, answer);
    Wire wire;
    WireAccessManager manager(wire);
    QNetworkRequest request(QUrl(receiver.url()));
    request.setTransferTimeout(error == QNetworkReply::TimeoutError ? 200 : 20'000);
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{}"));
    QSignalSpy errors(reply.get(), &QNetworkReply::errorOccurred);
    QVERIFY(finished(*reply));
    QCOMPARE(reply->error(), error);
    QCOMPARE(errors.count(), 1);
    QVERIFY2(reply->errorString().contains(words), qPrintable(reply->errorString()));
}

void ManagerTest::whatCannotBeSentFails()
{
    Wire wire;
    WireAccessManager manager(wire);
    QNetworkRequest request(QUrl(u"ftp://127.0.0.1/"_s));
    const std::unique_ptr<QNetworkReply> reply(manager.post(request, "{}"));
    QVERIFY(!reply->isFinished());
    QVERIFY(finished(*reply));
    QCOMPARE(reply->error(), QNetworkReply::ProtocolInvalidOperationError);
    QVERIFY(reply->errorString().startsWith(u"Nothing was sent: "_s));
}

void ManagerTest::anAbortedReplyFinishesOnce()
{
    RecordingReceiver receiver(Misbehaviour::Hang);
    Wire wire;
    WireAccessManager manager(wire);
    const std::unique_ptr<QNetworkReply> reply(manager.post(QNetworkRequest(QUrl(receiver.url())), "{}"));
    QSignalSpy ends(reply.get(), &QNetworkReply::finished);
    QTRY_COMPARE(receiver.requests(), 1);
    reply->abort();
    reply->abort();
    QVERIFY(finished(*reply));
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    QCOMPARE(ends.count(), 1);
}

void ManagerTest::aManagerThatGoesEndsWhatIsUnderWay()
{
    RecordingReceiver receiver(Misbehaviour::Hang);
    Wire wire;
    auto manager = std::make_unique<WireAccessManager>(wire);
    for (int i = 0; i < 5; ++i)
        manager->post(QNetworkRequest(QUrl(receiver.url())), "{}");
    QTRY_COMPARE(receiver.requests(), 5);
    manager.reset();
    QTest::qWait(50);
    QCOMPARE(receiver.requests(), 5);
}

QTEST_GUILESS_MAIN(ManagerTest)
#include "manager_test.moc"
