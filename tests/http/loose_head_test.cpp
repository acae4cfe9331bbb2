// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/loose_head.h"

#include <QTest>

using namespace hookworks;

class LooseHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestLineHasThreeParts_data();
    void aRequestLineHasThreeParts();
    void aResponseLineHasThreeParts_data();
    void aResponseLineHasThreeParts();
    void aHeadIsReadAsFarAsItGoes();
    void chunksAreTakenApart_data();
    void chunksAreTakenApart();
};

void LooseHeadTest::aRequestLineHasThreeParts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<RequestLine>("parts");
    const auto row = [](const QByteArray& line, const RequestLine& parts) {
        QTest::newRow(line.constData()) << line << parts;
    };
    row("POST /hook HTTP/1.1", {"POST", "/hook", "1.1"});
    row("OPTIONS * HTTP/1.0", {"OPTIONS", "*", "1.0"});
    row("POST /a b HTTP/1.1", {"POST", "/a b", "1.1"});
    row("POST /caf\xc3\xa9", {"POST", "/caf\xc3\xa9", {}});
    row("GET HTTP/1.1", {"GET", {}, "1.1"});
    row("GET", {"GET", {}, {}});
    row("", {});
    row(" /", {{}, "/", {}});
}

void LooseHeadTest::aRequestLineHasThreeParts()
{
    QFETCH(QByteArray, line);
    QFETCH(RequestLine, parts);
    const RequestLine read = requestLineOf(line);
    QCOMPARE(read.method, parts.method);
    QCOMPARE(read.target, parts.target);
    QCOMPARE(read.version, parts.version);
}

void LooseHeadTest::aResponseLineHasThreeParts_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<ResponseLine>("parts");
    const auto row = [](const QByteArray& line, const ResponseLine& parts) {
        QTest::newRow(line.constData()) << line << parts;
    };
    row("HTTP/1.1 200 OK", {"1.1", "OK", 200});
    row("HTTP/1.0 503 Not now, please", {"1.0", "Not now, please", 503});
    row("HTTP/1.1 204 ", {"1.1", {}, 204});
    row("HTTP/1.1 204", {"1.1", {}, 204});
    row("HTTP/1.1", {});
    row("garbage 200 OK", {});
    row("", {});
}

void LooseHeadTest::aResponseLineHasThreeParts()
{
    QFETCH(QByteArray, line);
    QFETCH(ResponseLine, parts);
    QCOMPARE(responseLineOf(line), parts);
}

void LooseHeadTest::aHeadIsReadAsFarAsItGoes()
{
    const QByteArray head = "\r\nGET / HTTP/1.1\r\nA:  1 \r\nbroken\r\n folded\r\nb : 2\r\n\r\nbody";
    const LooseHead loose = looseHead(head);
    QCOMPARE(loose.line, QByteArray("GET / HTTP/1.1"));
    QCOMPARE(loose.headers.fields, (QList<Header>{{"A", "1 folded"}, {"b", "2"}}));
    QCOMPARE(head.sliced(loose.end), QByteArray("body"));
    QCOMPARE(looseHead("GET / HTTP/1.1\r\nA: 1").headers.value("a"), QByteArray("1"));
    QCOMPARE(looseHead("GET /\nA: 1\n\nx").end, 12);
    for (const QByteArray& odd : {QByteArray(), QByteArray("\r\n\r\n"), QByteArray(3, '\0'), QByteArray(":")})
        QCOMPARE(looseHead(odd).end, odd.size());
}

void LooseHeadTest::chunksAreTakenApart_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("whole");
    QTest::newRow("none") << QByteArray() << QByteArray("5\r\n") << QByteArray("5\r\n") << true;
    QTest::newRow("chunked") << QByteArray("Chunked")
                             << QByteArray("3;a=b\r\nabc\r\n1\r\nd\r\n0\r\nX: y\r\n\r\n")
                             << QByteArray("abcd") << true;
    QTest::newRow("last of two") << QByteArray("gzip, chunked") << QByteArray("1\r\nz\r\n0\r\n\r\n")
                                 << QByteArray("z") << true;
    QTest::newRow("not the last") << QByteArray("chunked, gzip") << QByteArray("1\r\n") << QByteArray("1\r\n")
                                  << true;
    QTest::newRow("cut") << QByteArray("chunked") << QByteArray("5\r\nab") << QByteArray("ab") << false;
    QTest::newRow("broken") << QByteArray("chunked") << QByteArray("1\r\naxyz") << QByteArray("a") << false;
    QTest::newRow("more behind") << QByteArray("chunked") << QByteArray("0\r\n\r\nx") << QByteArray()
                                 << false;
}

void LooseHeadTest::chunksAreTakenApart()
{
    QFETCH(QByteArray, coding);
    QFETCH(QByteArray, wire);
    QFETCH(QByteArray, content);
    QFETCH(bool, whole);
    HeaderList headers;
    headers.append("Transfer-Encoding", coding);
    const UnframedBody body = unframed(coding.isEmpty() ? HeaderList() : headers, wire);
    QCOMPARE(body.content, content);
    QCOMPARE(body.whole, whole);
    QCOMPARE(body.trailers.fields.size(), wire.contains("X: y") ? 1 : 0);
    QVERIFY(!isChunked({{{"Transfer-Encoding", ""}}}));
}

QTEST_GUILESS_MAIN(LooseHeadTest)
#include "loose_head_test.moc"
