// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/content_decoding.h"

#include <QTest>

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

using namespace hookworks;

namespace {

QByteArray deflated(const QByteArray& plain, int windowBits)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 64,
                      '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray gzip(const QByteArray& plain)
{
    return deflated(plain, MAX_WBITS + 16);
}

QByteArray brotli(const QByteArray& plain)
{
    const auto size = static_cast<size_t>(plain.size());
    size_t room = BrotliEncoderMaxCompressedSize(size) + 64;
    QByteArray packed(static_cast<qsizetype>(room), '\0');
    BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC, size,
                          reinterpret_cast<const uint8_t*>(plain.data()), &room,
                          reinterpret_cast<uint8_t*>(packed.data()));
    packed.truncate(static_cast<qsizetype>(room));
    return packed;
}

QByteArray zstd(const QByteArray& plain)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), '\0');
    packed.truncate(
        static_cast<qsizetype>(ZSTD_compress(packed.data(), static_cast<size_t>(packed.size()), plain.data(),
                                             static_cast<size_t>(plain.size()), 3)));
    return packed;
}

QByteArray sample()
{
    return R"({"event":"report.failed","list":[)" + QByteArray("1234567890,").repeated(30'000) + "0]}";
}

} // namespace

/// Bodies as senders code them.
class ContentDecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodingIsUndone_data();
    void everyCodingIsUndone();
    void whatIsNoSuchCodingIsSaid_data();
    void whatIsNoSuchCodingIsSaid();
    void nothingGrowsBeyondTheLimit_data();
    void nothingGrowsBeyondTheLimit();
};

void ContentDecodingTest::everyCodingIsUndone_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("plain");
    const QByteArray plain = sample();
    QTest::newRow("none") << QByteArray() << plain << plain;
    QTest::newRow("identity") << QByteArray("identity") << plain << plain;
    QTest::newRow("gzip") << QByteArray("gzip") << gzip(plain) << plain;
    QTest::newRow("x-gzip, any case") << QByteArray(" X-GZip ") << gzip(plain) << plain;
    QTest::newRow("gzip in two members") << QByteArray("gzip") << gzip("ab") + gzip(plain) << "ab" + plain;
    QTest::newRow("gzip of nothing") << QByteArray("gzip") << gzip({}) << QByteArray("");
    QTest::newRow("no body at all") << QByteArray("gzip") << QByteArray("") << QByteArray("");
    QTest::newRow("deflate") << QByteArray("deflate") << deflated(plain, MAX_WBITS) << plain;
    QTest::newRow("deflate, bare") << QByteArray("deflate") << deflated(plain, -MAX_WBITS) << plain;
    QTest::newRow("br") << QByteArray("br") << brotli(plain) << plain;
    QTest::newRow("zstd") << QByteArray("zstd") << zstd(plain) << plain;
    QTest::newRow("zstd in two frames") << QByteArray("zstd") << zstd("ab") + zstd(plain) << "ab" + plain;
    QTest::newRow("stacked") << QByteArray("br, ,gzip,identity,zstd") << zstd(gzip(brotli(plain))) << plain;
}

void ContentDecodingTest::everyCodingIsUndone()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, plain);
    const auto result = decoded(body, coding);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(*result, plain);
}

void ContentDecodingTest::whatIsNoSuchCodingIsSaid_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const QByteArray plain = sample();
    const auto row = [](const char* name, const QByteArray& coding, const QByteArray& body,
                        const char* words) {
        QTest::newRow(name) << coding << body << QString::fromLatin1(words);
    };
    row("plain as gzip", "gzip", plain, "the body is no valid gzip");
    row("plain as deflate", "deflate", plain, "the body is no valid deflate");
    row("plain as br", "br", "{\"a\":1}", "the body is no valid br");
    row("plain as zstd", "zstd", plain, "the body is no valid zstd");
    row("half a gzip", "gzip", gzip(plain).chopped(9), "the body ends before its gzip data do");
    row("half a br", "br", brotli(plain).chopped(3), "the body ends before its br data do");
    row("half a zstd", "zstd", zstd(plain).chopped(3), "the body ends before its zstd data do");
    row("a wrong checksum", "gzip", gzip(plain).replace(gzip(plain).size() - 8, 1, "~"),
        "the body is no valid gzip");
    row("more behind gzip", "gzip", gzip(plain) + "more", "the body is no valid gzip");
    row("more behind br", "br", brotli(plain) + "more", "the body is no valid br");
    row("more behind zstd", "zstd", zstd(plain) + "more", "the body is no valid zstd");
    row("another coding", "gzip, lzma", gzip(plain),
        "the body has the content coding \"lzma\", which is not known here");
    row("six codings", "gzip,gzip,gzip,gzip,gzip,gzip", gzip(plain),
        "the body is coded 6 times; at most 5 are undone");
}

void ContentDecodingTest::whatIsNoSuchCodingIsSaid()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, words);
    const auto result = decoded(body, coding);
    QVERIFY(!result);
    QCOMPARE(result.error().message, words);
}

void ContentDecodingTest::nothingGrowsBeyondTheLimit_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("fits");
    const QByteArray most(1'000'000, 'a');
    const QByteArray more(1'000'001, 'a');
    using Pack = QByteArray (*)(const QByteArray&);
    const std::pair<const char*, Pack> codings[] = {{"gzip", gzip}, {"br", brotli}, {"zstd", zstd}};
    for (const auto& [name, pack] : codings) {
        QTest::addRow("%s, just as long", name) << QByteArray(name) << pack(most) << true;
        QTest::addRow("%s, one byte more", name) << QByteArray(name) << pack(more) << false;
    }
    QTest::newRow("a bomb in a bomb")
        << QByteArray("gzip, gzip") << gzip(gzip(QByteArray(50'000'000, 'a'))) << false;
    QTest::newRow("not coded") << QByteArray() << more << false;
}

void ContentDecodingTest::nothingGrowsBeyondTheLimit()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, fits);
    const auto result = decoded(body, coding, 1'000'000);
    QCOMPARE(result.has_value(), fits);
    if (!fits)
        QVERIFY2(result.error().message.contains(QStringLiteral("more than 1000000 bytes")),
                 qPrintable(result.error().message));
}

QTEST_APPLESS_MAIN(ContentDecodingTest)
#include "content_decoding_test.moc"
