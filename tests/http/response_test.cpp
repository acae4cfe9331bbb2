// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response_reader.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace hookworks;
using State = ResponseReader::State;

namespace {

/// All that a reader says of an answer, as one text; whatever the split, it must be the same.
QByteArray text(const ResponseReader& reader)
{
    QByteArray all = QByteArray::number(int(reader.state())) + ' ' + QByteArray::number(reader.status()) +
                     ' ' + (reader.status() > 0 ? reader.head() : QByteArray()) + '[' + reader.body() + "] " +
                     reader.problem().toUtf8();
    for (const Header& field : reader.headers().fields)
        all += '|' + field.name + '=' + field.value;
    for (const Header& field : reader.trailers().fields)
        all += "|~" + field.name + '=' + field.value;
    return all;
}

ResponseReader readIn(const QByteArray& method, const QByteArray& bytes,
                      const std::function<qsizetype()>& size)
{
    ResponseLimits limits;
    limits.bodyBytes = 32;
    limits.headBytes = 512;
    ResponseReader reader(method, limits);
    for (qsizetype at = 0; at < bytes.size() && reader.state() == State::Reading;) {
        const qsizetype piece = std::min(size(), bytes.size() - at);
        reader.feed(QByteArrayView(bytes).sliced(at, piece));
        at += piece;
    }
    reader.finish();
    return reader;
}

void addAnswerColumns()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
}

void row(const char* name, const char* method, const QByteArray& bytes, State state, int status,
         const QByteArray& body)
{
    QTest::newRow(name) << QByteArray(method) << bytes << int(state) << status << body;
}

} // namespace

class ResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerReadsTheSameForAnySplit_data();
    void anAnswerReadsTheSameForAnySplit();
    void anOddAnswerReadsAsTheRfcSays_data();
    void anOddAnswerReadsAsTheRfcSays();
    void theConnectionIsKeptOnlyWhereTheEndIsKnown_data();
    void theConnectionIsKeptOnlyWhereTheEndIsKnown();
    void aFoldIsReadAsASpace();
    void whatIsWrongIsSaidOfTheResponse_data();
    void whatIsWrongIsSaidOfTheResponse();
    void bytesBehindTheEndAreLeftAlone();
    void aChunkedAnswerHasItsTrailers();
};

void ResponseTest::anAnswerReadsTheSameForAnySplit_data()
{
    addAnswerColumns();
    row("length", "POST", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", State::Complete, 200, "hi");
    row("no reason", "POST", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi", State::Complete, 200, "hi");
    row("bare LF", "POST", "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", State::Complete, 200, "hi");
    row("1xx skipped", "POST",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: a\r\n\r\nHTTP/1.1 201 Created\r\n"
        "Content-Length: 1\r\n\r\nx",
        State::Complete, 201, "x");
    row("101 is final", "POST", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n", State::Complete, 101, "");
    row("HEAD", "HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n", State::Complete, 200, "");
    row("204", "POST", "HTTP/1.1 204 No Content\r\n\r\n", State::Complete, 204, "");
    row("304", "GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", State::Complete, 304, "");
    row("chunked", "POST",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\nhi\r\n3\r\n yo\r\n0\r\nSum: 1\r\n\r\n",
        State::Complete, 200, "hi yo");
    row("until close", "GET", "HTTP/1.0 200 OK\r\n\r\nall of it", State::Complete, 200, "all of it");
    row("equal lengths", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
        State::Complete, 200, "x");
    row("different lengths", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
        State::Invalid, 200, "");
    row("empty coding", "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\n\r\nx", State::Complete, 200, "x");
    row("short body", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", State::Short, 200, "half");
    row("short chunk", "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhalf", State::Short,
        200, "half");
    row("bad chunk", "GET", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", State::Invalid,
        200, "");
    row("half a head", "GET", "HTTP/1.1 200 OK\r\nContent-Le", State::Invalid, 200, "");
    row("half a status line", "GET", "HTTP/1.1 2", State::Invalid, 0, "");
    row("garbage", "GET", "twelve bytes of something\r\n\r\n", State::Invalid, 0, "");
    row("bad status", "GET", "HTTP/1.1 abc OK\r\n\r\n", State::Invalid, 0, "");
    row("nothing", "GET", "", State::Nothing, 0, "");
    row("nothing behind a 1xx", "GET", "HTTP/1.1 100 Continue\r\n\r\n", State::Nothing, 0, "");
    row("cap, length", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n" + QByteArray(40, 'x'),
        State::Truncated, 200, QByteArray(32, 'x'));
    row("cap, chunked", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n28\r\n" + QByteArray(40, 'x') + "\r\n0\r\n\r\n",
        State::Truncated, 200, QByteArray(32, 'x'));
    row("cap, until close", "GET", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(40, 'x'), State::Truncated, 200,
        QByteArray(32, 'x'));
    row("exactly the cap", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 32\r\n\r\n" + QByteArray(32, 'x'),
        State::Complete, 200, QByteArray(32, 'x'));
    row("long head", "GET", "HTTP/1.1 200 OK\r\nA: " + QByteArray(600, 'x') + "\r\n\r\n", State::Invalid, 200,
        "");
}

void ResponseTest::anAnswerReadsTheSameForAnySplit()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, bytes);
    QFETCH(int, state);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const ResponseReader whole = readIn(method, bytes, [&] { return bytes.size(); });
    QCOMPARE(int(whole.state()), state);
    QCOMPARE(whole.status(), status);
    QCOMPARE(whole.body(), body);
    const bool inWords = whole.state() == State::Invalid || whole.state() == State::Short;
    QCOMPARE(!whole.problem().isEmpty(), inWords);
    QCOMPARE(text(readIn(method, bytes, [] { return 1; })), text(whole));
    std::mt19937 random(7);
    std::uniform_int_distribution<qsizetype> sizes(1, 9);
    for (int round = 0; round < 50; ++round)
        QCOMPARE(text(readIn(method, bytes, [&] { return sizes(random); })), text(whole));
}

/// RFC 9110 and 9112 on what a client is to take, and what it is not to.
void ResponseTest::anOddAnswerReadsAsTheRfcSays_data()
{
    addAnswerColumns();
    row("lengths in one field", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\nx", State::Complete,
        200, "x");
    row("different lengths in one field", "GET", "HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nxy",
        State::Invalid, 200, "");
    row("negative length", "GET", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", State::Invalid, 200, "");
    row("length beyond all numbers", "GET",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\nx", State::Short, 200, "x");
    row("coding before length", "GET",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
        State::Complete, 200, "hi");
    row("empty members of the coding", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: , Chunked ,\r\n\r\n2\r\nhi\r\n0\r\n\r\n", State::Complete, 200,
        "hi");
    row("a folded coding", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding:\r\n chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n", State::Complete, 200,
        "hi");
    row("a folded trailer", "GET",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nA: 1\r\n 2\r\n\r\n",
        State::Complete, 200, "hi");
    row("a fold without a field", "GET", "HTTP/1.1 200 OK\r\n X: 1\r\n\r\n", State::Invalid, 200, "");
    row("space before the colon", "GET", "HTTP/1.1 200 OK\r\nContent-Length \t: 1\r\n\r\nx", State::Complete,
        200, "x");
    row("space in a name", "GET", "HTTP/1.1 200 OK\r\nContent Length: 1\r\n\r\nx", State::Invalid, 200, "");
    row("a line without a colon", "GET", "HTTP/1.1 200 OK\r\nContent-Length \r\n\r\n", State::Invalid, 200,
        "");
    row("bare CR", "GET", "HTTP/1.1 200 OK\r\nX: a\rb\r\n\r\n", State::Invalid, 200, "");
    row("NUL", "GET", QByteArray("HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n", 28), State::Invalid, 200, "");
    row("HTTP/1.2", "GET", "HTTP/1.2 200 OK\r\nContent-Length: 1\r\n\r\nx", State::Complete, 200, "x");
    row("HTTP/2", "GET", "HTTP/2.0 200 OK\r\nContent-Length: 1\r\n\r\nx", State::Invalid, 0, "");
    row("empty reason", "GET", "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx", State::Complete, 200, "x");
    row("unknown status", "GET", "HTTP/1.1 799 What\r\nContent-Length: 1\r\n\r\nx", State::Complete, 799,
        "x");
    row("205 with a body", "GET", "HTTP/1.1 205 Reset\r\nContent-Length: 1\r\n\r\nx", State::Complete, 205,
        "x");
    row("a TLS alert", "GET", QByteArray("\x15\3\1\0\2\2\x46", 7), State::Invalid, 0, "");
}

void ResponseTest::anOddAnswerReadsAsTheRfcSays()
{
    anAnswerReadsTheSameForAnySplit();
}

void ResponseTest::theConnectionIsKeptOnlyWhereTheEndIsKnown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keeps");
    QTest::newRow("1.1") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << true;
    QTest::newRow("close") << QByteArray(
                                  "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 0\r\n\r\n")
                           << false;
    QTest::newRow("1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n") << false;
    QTest::newRow("1.0 kept") << QByteArray(
                                     "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n")
                              << true;
    QTest::newRow("bytes behind") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nx") << false;
    QTest::newRow("HTTP/1.2") << QByteArray("HTTP/1.2 200 OK\r\nContent-Length: 0\r\n\r\n") << true;
    QTest::newRow("folded close")
        << QByteArray("HTTP/1.1 200 OK\r\nConnection: x,\r\n\tclose\r\nContent-Length: 0\r\n\r\n") << false;
    QTest::newRow("a coding in 1.0")
        << QByteArray(
               "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        << false;
    QTest::newRow("both framings")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        << false;
}

void ResponseTest::theConnectionIsKeptOnlyWhereTheEndIsKnown()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, keeps);
    ResponseReader reader("POST");
    QCOMPARE(reader.feed(bytes), State::Complete);
    QCOMPARE(reader.keepsConnection(), keeps);
}

void ResponseTest::aFoldIsReadAsASpace()
{
    const QByteArray head =
        "HTTP/1.1 200 OK\r\nX-A: one \r\n\t two\r\n three\r\nX-B:\r\n  b\r\n \r\nX-C: \r\n \r\n"
        "X-D: d\n e\nX-E \t: e\r\nContent-Length: 0\r\n\r\n";
    ResponseReader reader("POST");
    QCOMPARE(reader.feed(head), State::Complete);
    const QList<Header> fields{{"X-A", "one two three"}, {"X-B", "b"}, {"X-C", ""},
                               {"X-D", "d e"},           {"X-E", "e"}, {"Content-Length", "0"}};
    QCOMPARE(reader.headers().fields, fields);
    QCOMPARE(reader.head(), head);
}

void ResponseTest::whatIsWrongIsSaidOfTheResponse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray start = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = start + "Transfer-Encoding: chunked\r\n\r\n0\r\n";
    const QByteArray longField = "A: " + QByteArray(600, 'x') + "\r\n";
    QTest::newRow("head") << start + longField
                          << QStringLiteral("The head of the response is longer than 512 bytes.");
    QTest::newRow("status line") << "HTTP/1.1 200 " + QByteArray(600, 'x')
                                 << QStringLiteral("The head of the response is longer than 512 bytes.");
    QTest::newRow("trailers") << chunked + longField
                              << QStringLiteral("The trailers of the response are longer than 512 bytes.");
    QTest::newRow("fields") << start + QByteArray("A:\r\n").repeated(4)
                            << QStringLiteral("The response has more than 3 fields.");
    QTest::newRow("name") << start + "A@: b\r\n"
                          << QStringLiteral("The response is not valid HTTP: A field name");
    QTest::newRow("TLS") << QByteArray("\x15\3\1")
                         << QStringLiteral("expects TLS on this port; use https://");
}

void ResponseTest::whatIsWrongIsSaidOfTheResponse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    ResponseLimits limits;
    limits.headBytes = 512;
    limits.fields = 3;
    ResponseReader reader("POST", limits);
    QCOMPARE(reader.feed(bytes), State::Invalid);
    QVERIFY2(reader.problem().contains(words), qPrintable(reader.problem()));
    QVERIFY(!reader.problem().contains(QStringLiteral("listener")));
}

void ResponseTest::bytesBehindTheEndAreLeftAlone()
{
    ResponseReader reader("POST");
    const QByteArray first = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
    reader.feed(first + "HTTP/1.1 500 No\r\n");
    QCOMPARE(reader.consumed(), first.size());
    QCOMPARE(reader.status(), 200);
}

void ResponseTest::aChunkedAnswerHasItsTrailers()
{
    ResponseReader reader("POST");
    reader.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, Chunked\r\n\r\n1\r\nx\r\n0\r\nSum: 1\r\n\r\n");
    QCOMPARE(reader.trailers().value("sum"), std::optional<QByteArray>("1"));
    QVERIFY(!reader.headers().contains("Sum"));
}

QTEST_GUILESS_MAIN(ResponseTest)
#include "response_test.moc"
