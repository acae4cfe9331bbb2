// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path_tree.h"
#include "json/secret_path.h"
#include "json/value.h"

#include <QtTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

const QByteArray located =
    R"({"a":"\u0062","list":[0,{"n": -1.50},[]],"x y":{"z":true},"twice":{"n":1},"twice":2})";

class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allBelowASecretsNameIsSecret();
    void comesBackAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArrayList texts{"null",
                                   "[]",
                                   "{}",
                                   "1e400",
                                   "-0",
                                   "1.0",
                                   "12345678901234567890123",
                                   "0.1E-2",
                                   R"({"b":1,"a":2,"b":3})",
                                   "[\"\\ud800\",\"\\\"\\\\\\n\\u0000\"]",
                                   "{\"\xEF\xBB\xBF\":\"\xEF\xBB\xBF\xEF\xBB\xBF\\n\xEF\xBB\xBF\"}",
                                   R"([[],{"":[true,false]}])"};
        for (const QByteArray& text : texts)
            QTest::newRow(text.constData()) << text;
        QTest::newRow("nested to the limit") << QByteArray(1024, '[') + QByteArray(1024, ']');
    }
    void comesBackAsItWasWritten()
    {
        QFETCH(QByteArray, text);
        const auto value = readJson(text);
        QVERIFY(value);
        QCOMPARE(compactJson(*value), text);
        const auto again = readJson(prettyJson(*value));
        QVERIFY(again && *again == *value);
    }

    void aMarkBeforeTheTextIsPassedOver()
    {
        const auto value = readJson("\xEF\xBB\xBF[1]");
        QVERIFY(value);
        QCOMPARE(compactJson(*value), QByteArray("[1]"));
        QVERIFY(!readJson("\xEF\xBB\xBF\xEF\xBB\xBF[1]"));
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArrayList texts{"",
                                   " ",
                                   "01",
                                   "-",
                                   "1.",
                                   ".5",
                                   "1e",
                                   "+1",
                                   "[1,]",
                                   "{\"a\":1,}",
                                   "[,1]",
                                   "{a:1}",
                                   "{'a':1}",
                                   "[1 2]",
                                   "nul",
                                   "nullx",
                                   "\"\t\"",
                                   "\"\\x\"",
                                   "\"\\u12g4\"",
                                   "\"",
                                   "[",
                                   "{\"a\"",
                                   "1 2",
                                   "NaN",
                                   "\"\xC0\xAF\"",
                                   "\"\xED\xA0\x80\"",
                                   "\"\xFF\"",
                                   "]"};
        for (const QByteArray& text : texts)
            QTest::addRow("%s", text.toPercentEncoding().constData()) << text;
        QTest::newRow("trailing NUL") << QByteArray("[]\0", 3);
        QTest::newRow("over the depth limit") << QByteArray(1025, '[') + QByteArray(1025, ']');
    }
    void isRefused()
    {
        QFETCH(QByteArray, text);
        const auto value = readJson(text);
        QVERIFY(!value);
        QVERIFY(!value.error().words.isEmpty());
    }

    void aMistakeHasLineColumnAndByte()
    {
        const auto value = readJson("{\n \"\xC3\xA4\" 1}");
        QVERIFY(!value);
        QCOMPARE(value.error().position, (TextPosition{2, 6, 8}));
        QVERIFY(parseJson("[1,]").error().message.startsWith(QStringLiteral("Line 1, column 4 (byte 3)")));
    }

    void aPathFindsAndSetsValues()
    {
        auto root = *readJson(R"({"a": {"x y": [1, "two"]}})");
        const auto path = JsonPath::parse(u"$.a['x y'][1]");
        QVERIFY(path);
        QCOMPARE(path->toString(), QStringLiteral("$.a['x y'][1]"));
        QCOMPARE(leafText(*valueAt(root, *path)), QStringLiteral("two"));
        QCOMPARE(valueAt(root, *path)->offset, 18);
        QVERIFY(setAt(root, *path, JsonValue::number(qint64(2))));
        QCOMPARE(compactJson(root), R"({"a":{"x y":[1,2]}})");
        QVERIFY(!setAt(root, *JsonPath::parse(u"$.b.c"), {}));
        for (const auto text : {u"a", u"$.", u"$[", u"$[-1]", u"$['a]", u"$a"})
            QVERIFY(!JsonPath::parse(text));
    }

    void pathsAreLocatedWithoutKeepingTheRest_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("root") << u"$"_s << located;
        QTest::newRow("string") << u"$.a"_s << QByteArray(R"("\u0062")");
        QTest::newRow("number") << u"$.list[1].n"_s << QByteArray("-1.50");
        QTest::newRow("object") << u"$.list[1]"_s << QByteArray(R"({"n": -1.50})");
        QTest::newRow("empty array") << u"$.list[2]"_s << QByteArray("[]");
        QTest::newRow("literal") << u"$['x y'].z"_s << QByteArray("true");
        QTest::newRow("last of duplicates") << u"$.twice"_s << QByteArray("2");
        QTest::newRow("below an earlier duplicate") << u"$.twice.n"_s << QByteArray();
        QTest::newRow("beyond the end") << u"$.list[3]"_s << QByteArray();
        QTest::newRow("index of an object") << u"$[0]"_s << QByteArray();
        QTest::newRow("name in an array") << u"$.list.n"_s << QByteArray();
        QTest::newRow("below a string") << u"$.a.b"_s << QByteArray();
    }
    void pathsAreLocatedWithoutKeepingTheRest()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, value);
        const auto sought = JsonPath::parse(path);
        QVERIFY(sought);
        const auto spans = locate(located, PathTree({*JsonPath::parse(u"$.list"), *sought}));
        QVERIFY(spans && spans->at(0));
        const auto span = spans->at(1);
        QCOMPARE(span ? located.sliced(span->offset, span->end - span->offset) : QByteArray(), value);
        const auto document = readJson(located);
        const JsonValue* const there = valueAt(*document, *sought);
        const JsonSpan whole = there ? JsonSpan{there->offset, there->end} : JsonSpan();
        QVERIFY(span.value_or(JsonSpan()) == whole);
    }

    void whatIsNoJsonIsNotLocated()
    {
        const auto spans = locate("{\"a\": 1, \"b\": }", PathTree({*JsonPath::parse(u"$.a")}));
        QVERIFY(!spans);
        QCOMPARE(spans.error().position.offset, 14);
    }

    void tenMegabytesAreRead()
    {
        QByteArray text = "[";
        while (text.size() < 10'000'000)
            text += R"({"event":"report.completed","n":12345},)";
        text += "0]";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(readJson(text));
        qInfo("10 MB in %lld ms", timer.elapsed());
    }
};

void ValueTest::allBelowASecretsNameIsSecret()
{
    for (const QString& path : {u"$.token"_s, u"$.token[0]"_s, u"$.a.password.value"_s})
        QVERIFY2(leadsToSecret(*JsonPath::parse(path)), qPrintable(path));
    for (const QString& path : {u"$"_s, u"$.task_id"_s, u"$.a[1].b"_s})
        QVERIFY2(!leadsToSecret(*JsonPath::parse(path)), qPrintable(path));
}

QTEST_GUILESS_MAIN(ValueTest)
#include "value_test.moc"
