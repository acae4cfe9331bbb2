// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/curl.h"
#include "http/request_writer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace hookworks;

class WriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheRequestLacksIsAdded();
    void theProgramNamesItselfUnlessToldNotTo();
    void aUserInTheUrlBecomesBasic();
    void anExactHeadStaysExact();
    void noFieldSmugglesALine_data();
    void noFieldSmugglesALine();
    void aPastedCurlLineSendsTheSameBytes_data();
    void aPastedCurlLineSendsTheSameBytes();
};

void WriterTest::whatTheRequestLacksIsAdded()
{
    Request request{"POST", QStringLiteral("http://a:1/x"), {}, "hi", {}, true};
    request.headers.append("x-CASE", "1");
    QCOMPARE(rawRequest(request).value_or("none"),
             QByteArray("POST /x HTTP/1.1\r\nHost: a:1\r\nx-CASE: 1\r\nContent-Length: 2\r\n\r\nhi"));
    request.headers.append("host", "own");
    request.headers.append("content-length", "7");
    QCOMPARE(rawRequest(request).value_or("none"),
             QByteArray("POST /x HTTP/1.1\r\nx-CASE: 1\r\nhost: own\r\ncontent-length: 7\r\n\r\nhi"));
    QCOMPARE(rawRequest({"GET", QStringLiteral("http://a"), {}, {}, {}, true}).value_or("none"),
             QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(rawRequest({"PUT", QStringLiteral("http://a"), {}, {}, {}, true}).value_or("none"),
             QByteArray("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
}

void WriterTest::theProgramNamesItselfUnlessToldNotTo()
{
    Request request{"POST", QStringLiteral("http://a/"), {}, "hi", {}};
    request.headers.append("X-Own", "1");
    const QByteArray head = requestHead(request).value_or("none");
    const qsizetype version = head.indexOf("User-Agent: Hookworks/");
    QVERIFY2(version > 0, head.constData());
    QCOMPARE(head.first(version) + head.sliced(head.indexOf("\r\n", version) + 2),
             QByteArray("POST / HTTP/1.1\r\nHost: a\r\nX-Own: 1\r\nAccept-Encoding: identity\r\n"
                        "Content-Length: 2\r\n\r\n"));
    request.headers.append("user-agent", "own");
    request.headers.append("accept-encoding", "br");
    QVERIFY(!requestHead(request).value_or("none").contains("Hookworks"));
    QVERIFY(!requestHead(request).value_or("none").contains("identity"));
}

void WriterTest::aUserInTheUrlBecomesBasic()
{
    Request request{"POST", QStringLiteral("http://Us%C3%A9r:p%40ss@a/x"), {}, {}, {}, true};
    const QByteArray basic = "Authorization: Basic " + QByteArray("Us\xc3\xa9r:p@ss").toBase64() + "\r\n";
    QCOMPARE(rawRequest(request).value_or("none"),
             QByteArray("POST /x HTTP/1.1\r\nHost: a\r\n" + basic + "Content-Length: 0\r\n\r\n"));
    request.headers.append("authorization", "own");
    QCOMPARE(rawRequest(request).value_or("none"),
             QByteArray("POST /x HTTP/1.1\r\nHost: a\r\nauthorization: own\r\nContent-Length: 0\r\n\r\n"));
}

void WriterTest::anExactHeadStaysExact()
{
    const Request request{"POST", QStringLiteral("http://a"), {}, "hi", "odd  HEAD\n\n"};
    QCOMPARE(rawRequest(request).value_or("none"), QByteArray("odd  HEAD\n\nhi"));
}

void WriterTest::noFieldSmugglesALine_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("CR LF") << QByteArray("a") << QByteArray("b\r\nc: d");
    QTest::newRow("LF") << QByteArray("a") << QByteArray("b\nc");
    QTest::newRow("NUL") << QByteArray("a") << QByteArray("b\0c", 3);
    QTest::newRow("name with a colon") << QByteArray("a:") << QByteArray("b");
    QTest::newRow("name with a space") << QByteArray("a ") << QByteArray("b");
    QTest::newRow("no name") << QByteArray() << QByteArray("b");
}

void WriterTest::noFieldSmugglesALine()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    HeaderList headers;
    headers.append(name, value);
    QVERIFY(!composeHead("POST", "/", headers));
    QVERIFY(!composeHead("PO ST", "/", {}));
    QVERIFY(!composeHead("POST", "/ x", {}));
    QVERIFY(!composeHead("POST", "", {}));
}

void WriterTest::aPastedCurlLineSendsTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("body");
    HeaderList some;
    some.append("x-Case", "it's \"quoted\" $HOME `id`");
    some.append("X-Case", "twice");
    some.append("x-empty", "");
    some.append("Content-Type", "application/json");
    some.append("User-Agent", "Stripe/1.0");
    const auto row = [](const char* name, const QByteArray& method, const QByteArray& target,
                        const HeaderList& headers, const QByteArray& body) {
        QTest::newRow(name) << method << target << headers << body;
    };
    row("plain", "POST", "/hook", {}, "{\"a\":1}");
    row("fields", "POST", "/hook?a=[1-2]&b={x}", some, "it's $1 \\n `x` \"y\"\n%d");
    row("no body", "GET", "/a/../b//c", {}, {});
    row("empty body", "POST", "/", {}, {});
    row("head", "HEAD", "/", {}, {});
    row("at sign", "PUT", "/", {}, "@file");
    row("NUL and bytes", "POST", "/", {}, QByteArray("\0\1\\0n'%s\xff\r\n\n", 12));
    row("long", "POST", "/", {}, QByteArray(150'000, 'x'));
    HeaderList bytes;
    bytes.append("X-Old", "caf\xe9 'quoted' \\ %b $HOME");
    bytes.append("X-Name", "\xe6\x97\xa5\xe6\x9c\xac");
    row("bytes in fields", "POST", "/", bytes, "caf\xe9");
    row("line ends", "POST", "/", {}, "a\r\nb\tc\n\n");
}

void WriterTest::aPastedCurlLineSendsTheSameBytes()
{
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("curl is not installed");
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(HeaderList, headers);
    QFETCH(QByteArray, body);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
    QByteArray got;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, &server, [&, socket] { got += socket->readAll(); });
    });
    const QString url =
        QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()) + QString::fromLatin1(target);
    const Request request{method, url, headers, body, {}, true};
    const QByteArray expected = rawRequest(request).value_or("none");
    QProcess shell;
    shell.start(QStringLiteral("sh"), {});
    QVERIFY(shell.waitForStarted());
    shell.write(curlCommand(request) + " --noproxy '*'\n");
    shell.closeWriteChannel();
    (void)QTest::qWaitFor(
        [&] { return got.size() >= expected.size() || shell.state() == QProcess::NotRunning; }, 5000);
    shell.kill();
    shell.waitForFinished();
    QCOMPARE(got.left(2000), expected.left(2000));
    QVERIFY(got == expected);
}

QTEST_GUILESS_MAIN(WriterTest)
#include "writer_test.moc"
