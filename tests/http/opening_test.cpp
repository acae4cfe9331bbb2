// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/opening_bytes.h"

#include <QTest>

using namespace hookworks;

/// The first bytes of a connection.
class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsNamedForWhatItIs_data();
    void eachIsNamedForWhatItIs();
};

void OpeningTest::eachIsNamedForWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("opening");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& bytes, Opening opening, const char* words) {
        QTest::newRow(name) << bytes << static_cast<int>(opening) << QString::fromLatin1(words);
    };
    const auto hex = [](const char* digits) { return QByteArray::fromHex(digits); };
    row("nothing", "", Opening::Nothing, "left without sending anything");
    row("a hello", hex("1603010200010001fc0303"), Opening::TlsHello, "hello");
    row("a hello's first byte", hex("16"), Opening::TlsHello, "hello");
    row("no hello", hex("1600000000"), Opening::Other, "begins with 16 00 00 00 00");
    row("an alert", hex("15030300020230"), Opening::TlsAlert, "a TLS alert (fatal: unknown CA (48))");
    row("a warning", hex("15030100020100"), Opening::TlsAlert, "a TLS alert (warning: close notify (0))");
    row("an alert without a name", hex("150301000202fe"), Opening::TlsAlert, "(fatal: 254)");
    row("half an alert", hex("150303"), Opening::TlsAlert, "a TLS alert came");
    row("SSL 2", hex("802e0100020015"), Opening::Ssl2Hello, "a hello of SSL 2 came");
    row("SSL 2 that offers SSL 3", hex("804c01030000330000"), Opening::Ssl2Hello, "a hello of SSL 2 came");
    row("HTTP", "POST /hook HTTP/1.1\r\n", Opening::PlainHttp, "plain HTTP came");
    row("HTTP with a verb of its own", "NOTIFY * HTTP/1.1\r\n", Opening::PlainHttp, "plain HTTP came");
    row("the beginning of HTTP", "P", Opening::PlainHttp, "plain HTTP came");
    row("NULs", QByteArray(300, '\0'), Opening::Other,
        "neither TLS nor HTTP; it begins with 00 00 00 00 00 00 00 00");
    row("words", "hello\n", Opening::Other, "neither TLS nor HTTP");
    row("random bytes", hex("c3d40f9a"), Opening::Other, "begins with c3 d4 0f 9a");
}

void OpeningTest::eachIsNamedForWhatItIs()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, opening);
    QFETCH(const QString, words);
    QCOMPARE(static_cast<int>(openingOf(bytes)), opening);
    const QString onTls = wordsForTlsListener(bytes);
    QVERIFY2(onTls.contains(words), qPrintable(onTls));
    QCOMPARE(onTls.contains(QStringLiteral("plain HTTP")), openingOf(bytes) == Opening::PlainHttp);
    const bool hasName = opening == static_cast<int>(Opening::TlsHello) ||
                         opening == static_cast<int>(Opening::TlsAlert) ||
                         opening == static_cast<int>(Opening::Ssl2Hello);
    QCOMPARE(wordsForPlainListener(bytes).isEmpty(), !hasName);
}

QTEST_APPLESS_MAIN(OpeningTest)
#include "opening_test.moc"
