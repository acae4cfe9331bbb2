// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/reindent.h"
#include "json/value.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

class ReindentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreIndented_data();
    void textsAreIndented();
    void whatIsIndentedIsTheSameValue();
    void depthIsCountedOutsideStrings();
    void growthIsLimited();
};

void ReindentTest::textsAreIndented_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("object") << QByteArray(R"({"a":1,"b":[true,null]})")
                            << QByteArray("{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}");
    QTest::newRow("empty ones") << QByteArray("{ \"a\" : { } , \"b\":[\n] }")
                                << QByteArray("{\n  \"a\": {},\n  \"b\": []\n}");
    QTest::newRow("duplicates, number text")
        << QByteArray(R"({"a":1.0,"a":1e400})") << QByteArray("{\n  \"a\": 1.0,\n  \"a\": 1e400\n}");
    QTest::newRow("brackets and escapes in strings")
        << QByteArray(R"(["{[\"]}\\",2])") << QByteArray("[\n  \"{[\\\"]}\\\\\",\n  2\n]");
    QTest::newRow("a scalar") << QByteArray(" 7 ") << QByteArray("7");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("an open string") << QByteArray(R"({"a":"b)") << QByteArray("{\n  \"a\": \"b");
    QTest::newRow("closed too often") << QByteArray("]]") << QByteArray("\n]\n]");
}

void ReindentTest::textsAreIndented()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(reindentJson(text, 10'000).value(), expected);
}

void ReindentTest::whatIsIndentedIsTheSameValue()
{
    const QByteArray text = R"({"ä":"\ud83d\ude00 \u0000","n":[9007199254740993,-0.0,{"x":{}}],"n":"\/"})";
    const QByteArray indented = reindentJson(text, 10'000).value();
    QVERIFY(readJson(text).value() == readJson(indented).value());
    QCOMPARE(indented, prettyJson(readJson(text).value())
                           .replace("😀 \\u0000", "\\ud83d\\ude00 \\u0000")
                           .replace("\"/\"", "\"\\/\""));
}

void ReindentTest::depthIsCountedOutsideStrings()
{
    QCOMPARE(jsonDepth("7"), 0);
    QCOMPARE(jsonDepth(R"({"a":["[[["],"b":{}})"), 2);
    QCOMPARE(jsonDepth(QByteArray(100'000, '[')), 100'000);
}

void ReindentTest::growthIsLimited()
{
    const QByteArray deep = QByteArray(1000, '[') + "1,1" + QByteArray(1000, ']');
    QVERIFY(!reindentJson(deep, 10'000));
    QVERIFY(reindentJson(deep, 10'000'000));
}

QTEST_APPLESS_MAIN(ReindentTest)
#include "reindent_test.moc"
