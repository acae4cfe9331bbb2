// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/value.h"

#include <QTest>

#include <algorithm>
#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <vector>

using namespace hookworks;

namespace {

using Bytes = QByteArray;

/// What another reader says: RapidJSON, strict, iterative, its UTF-8 checked too, numbers left as text.
bool oracleAccepts(const QByteArray& text)
{
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                               rapidjson::kParseNumbersAsStringsFlag;
    rapidjson::MemoryStream stream(text.constData(), static_cast<size_t>(text.size()));
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> input(stream);
    rapidjson::BaseReaderHandler<> handler;
    rapidjson::Reader reader;
    return !reader.Parse<flags>(input, handler).IsError();
}

std::vector<Bytes> acceptedTexts1()
{
    return {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-1",
        "10",
        "1234567890",
        "0.5",
        "-0.5",
        "1.25e3",
        "1E3",
        "1e+3",
        "1e-3",
        "0e0",
        "0E+0",
        "-0e-0",
        "1e-400",
        "12345678901234567890123456789",
        "0.1234567890123456789012345",
        R"("")",
        R"("a")",
        R"("\"")",
        R"("\\")",
        R"("\/")",
        R"("\b\f\n\r\t")",
        R"("\u0041")",
        R"("\u00e4")",
        R"("\u00E4")",
        R"("\u0000")",
        R"("\uD83D\uDE00")",
        R"("a/b")",
        "\"\x7F\"",
        "\"\xC3\xA4\"",
        "\"\xE2\x82\xAC\"",
        "\"\xF0\x9F\x98\x80\"",
        "\"\xEF\xBF\xBF\"",
        "\"\xF4\x8F\xBF\xBF\"",
        "\"\xE2\x80\xA8\"",
        "\"\xEE\x80\x80\"",
        "[]",
        "[ ]",
        "[1]",
        "[1,2]",
    };
}

std::vector<Bytes> acceptedTexts2()
{
    return {
        "[ 1 , 2 ]",
        "[[]]",
        "[[],[]]",
        "[{}]",
        "[null,true,false]",
        "[\n1\n]",
        "[\t1\r\n]",
        "{}",
        "{ }",
        R"({"a":1})",
        R"({ "a" : 1 })",
        R"({"a":1,"b":2})",
        R"({"a":1,"a":2})",
        R"({"":0})",
        R"({"a":{"b":{"c":[]}}})",
        R"({"a":[{"b":1}]})",
        R"({"\u0061":1})",
        " 1",
        "1 ",
        "\t\n\r 1 \t\n\r",
        "\n[]\n",
        R"([1,"a",{"b":[null]}])",
        "[-1e-1]",
        "[0]",
        R"(["\\u0041"])",
        R"(["\\\\"])",
        "[100000000000000000000000]",
        R"([" "])",
        R"({"a b":"c d"})",
    };
}

std::vector<Bytes> acceptedTexts()
{
    std::vector<Bytes> texts;
    for (const auto& part : {acceptedTexts1(), acceptedTexts2()})
        texts.insert(texts.end(), part.begin(), part.end());
    return texts;
}

std::vector<Bytes> refusedTexts1()
{
    return {
        "",        " ",         "\n",          "nul",         "nulll",     "Null",      "TRUE",    "True",
        "fals",    "undefined", "NaN",         "Infinity",    "-Infinity", "-",         "+1",      "01",
        "-01",     "00",        "1.",          ".5",          "-.5",       "1.e3",      "1e",      "1e+",
        "1e-",     "1E",        "1.5.5",       "0x10",        "1_000",     "1a",        "--1",     "1e5.5",
        "1 2",     R"(")",      R"("a)",       R"('a')",      R"("\)",     R"("\x41")", R"("\a")", R"("\v")",
        R"("\u")", R"("\u12")", R"("\u12G4")", R"("\U0041")", "\"\n\"",
    };
}

std::vector<Bytes> refusedTexts2()
{
    return {
        "\"\t\"",
        "\"\r\"",
        "\"\x01\"",
        "\"\x1F\"",
        Bytes("\"\0\"", 3),
        Bytes("\0", 1),
        "\"\x80\"",
        "\"\xC3\"",
        "\"\xC0\xAF\"",
        "\"\xC1\xBF\"",
        "\"\xE0\x80\xAF\"",
        "\"\xED\xA0\x80\"",
        "\"\xED\xBF\xBF\"",
        "\"\xF0\x80\x80\x80\"",
        "\"\xF4\x90\x80\x80\"",
        "\"\xF5\x80\x80\x80\"",
        "\"\xFF\"",
        "\"\xFE\"",
        "\"\xE2\x82\"",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1,,2]",
        "[1 2]",
        "[1]]",
        "[[1]",
        "[1}",
        "{",
        "}",
        "{]",
        R"({"a")",
        R"({"a":)",
        R"({"a":1)",
        R"({"a":1,})",
        R"({,"a":1})",
        R"({"a"})",
        R"({"a" 1})",
        R"({"a"::1})",
        R"({"a":1 "b":2})",
        R"({"a":1,,"b":2})",
        R"({a:1})",
    };
}

std::vector<Bytes> refusedTexts3()
{
    return {
        R"({'a':1})",
        R"({1:1})",
        R"({null:1})",
        R"({"a":1}})",
        R"({"a":1]})",
        "[1]x",
        "{}{}",
        "1,",
        ",1",
        "// c\n1",
        "/* c */ 1",
        "# c\n1",
        "[1] // c",
        "\f1",
        "\v1",
        "\302\2401",
        "\342\200\2501",
        "\377\3761",
        "[1e]",
        "[-]",
        "[.]",
        "[+1]",
        R"(["\uZZZZ"])",
        "tru e",
        "[true false]",
        "\x7F",
        "\\u0031",
        "*",
    };
}

std::vector<Bytes> refusedTexts()
{
    std::vector<Bytes> texts;
    for (const auto& part : {refusedTexts1(), refusedTexts2(), refusedTexts3()})
        texts.insert(texts.end(), part.begin(), part.end());
    return texts;
}

/// Where the two differ, each with its reason.
struct Exception
{
    const char* name;
    Bytes text;
    bool accepted; ///< by us
};

std::vector<Exception> exceptions()
{
    return {
        // RFC 8259, 8.2: the grammar allows them, and a document is kept as it was typed. RapidJSON, whose
        // strings are UTF-8, cannot hold them.
        {"lone high surrogate", R"("\uD800")", true},
        {"lone low surrogate at the end of a pair", R"("\uD800\uD800")", true},
        {"high surrogate before text", R"("\uD83Dabc")", true},
        // RFC 8259, 6: the grammar allows it, and a number is kept as it was typed. RapidJSON refuses what no
        // double holds.
        {"a number past every double", "1e400", true},
        // RFC 8259, 9: a reader may limit the depth. RapidJSON's iterative parser has no limit.
        {"deeper than the limit", Bytes(jsonDepthLimit + 1, '[') + Bytes(jsonDepthLimit + 1, ']'), false},
    };
}

} // namespace

class OracleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothReadersAgree_data();
    void bothReadersAgree();
    void theExceptionsAreThese_data();
    void theExceptionsAreThese();
    void whatIsWrittenBothAccept();
    void anyCutOfATextIsJudgedAlike();
};

void OracleTest::bothReadersAgree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    int number = 0;
    const auto add = [&](const std::vector<Bytes>& texts, bool accepted) {
        for (const Bytes& text : texts)
            QTest::addRow("%d %s", ++number, text.toPercentEncoding().left(40).constData())
                << text << accepted;
    };
    add(acceptedTexts(), true);
    add(refusedTexts(), false);
}

void OracleTest::bothReadersAgree()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, accepted);
    QCOMPARE(readJson(text).has_value(), accepted);
    QCOMPARE(oracleAccepts(text), accepted);
}

void OracleTest::theExceptionsAreThese_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    for (const Exception& each : exceptions())
        QTest::newRow(each.name) << each.text << each.accepted;
}

void OracleTest::theExceptionsAreThese()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, accepted);
    QCOMPARE(readJson(text).has_value(), accepted);
    QCOMPARE(oracleAccepts(text), !accepted);
}

void OracleTest::whatIsWrittenBothAccept()
{
    for (const Bytes& text : acceptedTexts()) {
        const JsonValue value = readJson(text).value();
        for (const Bytes& written : {compactJson(value), prettyJson(value)}) {
            QVERIFY2(oracleAccepts(written), written.constData());
            QVERIFY2(readJson(written).value() == value, written.constData());
        }
    }
}

void OracleTest::anyCutOfATextIsJudgedAlike()
{
    const Bytes text =
        "{\"a\": [1.5e-3, true, null, \"\\u00e4\xC3\xA4\\n\"], \"b\": {\"\": -0, \"c\": [[], {}]}}";
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const Bytes cut = text.first(i);
        QVERIFY2(readJson(cut).has_value() == oracleAccepts(cut), cut.constData());
        const Bytes without = Bytes(text).remove(i, 1);
        QVERIFY2(readJson(without).has_value() == oracleAccepts(without), without.constData());
    }
}

QTEST_GUILESS_MAIN(OracleTest)
#include "oracle_test.moc"
