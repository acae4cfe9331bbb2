// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/forwarded_request.h"

#include <QTest>

using namespace hookworks;

namespace {

Capture captured(const QByteArray& method, const QByteArray& target, const QByteArray& fields = {})
{
    Capture capture;
    capture.method = method;
    capture.target = target;
    capture.version = "1.1";
    capture.head = method + ' ' + target + " HTTP/1.1\r\nHost: pub.example\r\n" + fields + "\r\n";
    capture.headers = fieldsOfHead(capture.head);
    return capture;
}

QByteArray headFor(const Capture& capture)
{
    return forwardedRequest(capture, QStringLiteral("http://127.0.0.1:1")).value().head;
}

} // namespace

/// A request as it is passed on.
class ForwardedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baseAndTargetAreJoined_data();
    void baseAndTargetAreJoined();
    void whatIsOfOneHopStaysHere();
    void forwardsAreCounted_data();
    void forwardsAreCounted();
    void aTraceGivesTheRequestBackWithoutCredentials();
};

void ForwardedTest::baseAndTargetAreJoined_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("joined");
    const auto row = [](const char* base, const char* target, const char* joined) {
        QTest::addRow("%s + %s", base, target) << QString::fromLatin1("http://h") + QString::fromLatin1(base)
                                               << QByteArray(target) << QByteArray(joined);
    };
    row("", "/in?x=1", "/in?x=1");
    row("/", "/in", "/in");
    row("/app", "/in", "/app/in");
    row("/app/", "/in?x=1", "/app/in?x=1");
    row("/app", "/", "/app/");
    row("/app?key=k", "/in?x=1", "/app/in?key=k&x=1");
    row("/app/?key=k", "/in", "/app/in?key=k");
    row("/app?key=k", "/in?", "/app/in?key=k");
    row("/app", "/in?", "/app/in?");
    row("?x=", "/y", "/y?x=");
    row("?x=/y", "/z?a=/b", "/z?x=/y&a=/b");
    row("/a", "//x/%2F..%2f?a=%20b&b", "/a//x/%2F..%2f?a=%20b&b");
    row("", "http://pub.example", "/");
    row("", "http://pub.example?x=/y", "/?x=/y");
    row("/app?k=1", "http://pub.example?x=/y", "/app/?k=1&x=/y");
    row("/app", "http://pub.example/p?x", "/app/p?x");
}

void ForwardedTest::baseAndTargetAreJoined()
{
    QFETCH(const QString, base);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, joined);
    const auto request = forwardedRequest(captured("POST", target), base);
    QVERIFY2(request.has_value(), request ? "" : qPrintable(request.error().message));
    QVERIFY2(request->head.startsWith("POST " + joined + " HTTP/1.1\r\n"), request->head.constData());
    if (!target.startsWith('/'))
        return;
    for (const QByteArray& server : {QByteArray("*"), QByteArray("http://pub.example")})
        QVERIFY(
            forwardedRequest(captured("OPTIONS", server), base)->head.startsWith("OPTIONS * HTTP/1.1\r\n"));
}

void ForwardedTest::whatIsOfOneHopStaysHere()
{
    const QByteArray head = headFor(captured(
        "GET", "/",
        "Proxy-Authorization: Basic eDp5\r\nproxy-connection: keep-alive\r\nConnection: close, X-Hop\r\n"
        "x-hop: 1\r\nTE: trailers\r\nUpgrade: h2c\r\nAuthorization: Bearer t\r\nX-Two: 1\r\nx-two: 2\r\n"));
    for (const char* gone : {"Proxy-", "proxy-", "X-Hop", "x-hop", "TE:", "Upgrade"})
        QVERIFY2(!head.contains(gone), head.constData());
    QVERIFY(head.contains("Authorization: Bearer t\r\nX-Two: 1\r\nx-two: 2\r\n"));
    QVERIFY(head.contains("Host: 127.0.0.1:1\r\n") && !head.contains("pub.example"));
}

void ForwardedTest::forwardsAreCounted_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("ends");
    QTest::addColumn<QByteArray>("passedOn");
    const auto row = [](const char* name, const char* method, const char* fields, bool ends,
                        const char* passedOn) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(fields) << ends << QByteArray(passedOn);
    };
    row("none", "TRACE", "", false, "");
    row("the last", "OPTIONS", "Max-Forwards: 0\r\n", true, "");
    row("one is left", "OPTIONS", "max-forwards: 1\r\n", false, "max-forwards: 0\r\n");
    row("some are left", "TRACE", "Max-Forwards: 010\r\n", false, "Max-Forwards: 9\r\n");
    row("more than a number holds", "TRACE", "Max-Forwards: 99999999999\r\n", false,
        "Max-Forwards: 4294967294\r\n");
    row("no number", "TRACE", "Max-Forwards: -0\r\n", false, "Max-Forwards: -0\r\n");
    row("another method", "POST", "Max-Forwards: 0\r\n", false, "Max-Forwards: 0\r\n");
}

void ForwardedTest::forwardsAreCounted()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, ends);
    QFETCH(const QByteArray, passedOn);
    const Capture capture = captured(method, "/a", fields);
    RequestHead head;
    head.method = capture.method;
    head.headers = capture.headers;
    QCOMPARE(endsHere(head), ends);
    if (!ends)
        QVERIFY2(headFor(capture).contains(passedOn), headFor(capture).constData());
}

void ForwardedTest::aTraceGivesTheRequestBackWithoutCredentials()
{
    const Capture capture = captured(
        "TRACE", "/a?b", "Cookie: c=1\r\nX-A: b\r\nauthorization: Basic eDp5\r\nMax-Forwards: 0\r\n");
    const Reply reply =
        answerHere({capture.head, capture.method, capture.target, capture.version, capture.headers});
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.headers.value("Content-Type"), QByteArray("message/http"));
    QCOMPARE(reply.body,
             QByteArray("TRACE /a?b HTTP/1.1\r\nHost: pub.example\r\nX-A: b\r\nMax-Forwards: 0\r\n\r\n"));
}

QTEST_APPLESS_MAIN(ForwardedTest)
#include "forwarded_test.moc"
