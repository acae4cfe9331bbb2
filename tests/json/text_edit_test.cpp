// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/path.h"
#include "json/reworded.h"
#include "json/text_edit.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

const QByteArray broken =
    "{ \"a\" : 1.0,\n    \"list\": [\n        {\"x\": 1},\n        {\"x\" : 2 }\n    ],\n"
    "    \"none\": [], \"o\": {}\n}\n";

JsonValue read(const QByteArray& text)
{
    return readJson(text).value_or(JsonValue());
}

const JsonValue& at(const JsonValue& root, const QString& path)
{
    return *valueAt(root, *JsonPath::parse(path));
}

QByteArray one(const QByteArray& text, const TextEdit& edit)
{
    return withEdits(text, {edit});
}

} // namespace

/// Edits of a JSON text change their own bytes only, and read like what is around them.
class TextEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMemberIsAddedAsItsNeighboursAre();
    void anItemIsAddedAsItsNeighboursAre();
    void whatIsRemovedTakesItsCommaAlong();
    void severalItemsAreRemovedAtOnce();
    void whatIsMovedWithinAnArrayKeepsItsBytes();
    void aKeyIsRenamedHoweverItWasWritten();
    void aPartTravelsWithItsLines();
    void theDifferenceIsOneEdit();
    void anyEditLeavesJson();
    void aTextIsRewordedToSayWhatIsWanted();
};

void TextEditTest::aMemberIsAddedAsItsNeighboursAre()
{
    const JsonValue root = read(broken);
    QCOMPARE(one(broken, memberAdded(broken, at(root, u"$.list[0]"_s), u"y"_s, JsonValue::string(u"ü"_s))),
             QByteArray(broken).replace("{\"x\": 1}", "{\"x\": 1, \"y\": \"ü\"}"));
    QCOMPARE(one(broken, memberAdded(broken, at(root, u"$.o"_s), u"y"_s, JsonValue())),
             QByteArray(broken).replace("{}", "{\n        \"y\": null\n    }"));
    const QByteArray tight = R"({"a":1})";
    QCOMPARE(one(tight, memberAdded(tight, read(tight), u"b"_s, JsonValue::array())),
             QByteArray(R"({"a":1, "b": []})"));
    const QByteArray packed = R"({"a":1,"b":2})";
    QCOMPARE(one(packed, memberAdded(packed, read(packed), u"c"_s, JsonValue::array())),
             QByteArray(R"({"a":1,"b":2,"c":[]})"));
}

void TextEditTest::anItemIsAddedAsItsNeighboursAre()
{
    const JsonValue root = read(broken);
    const JsonValue& list = at(root, u"$.list"_s);
    QCOMPARE(
        one(broken, itemInserted(broken, list, 0, "{\n    \"z\": 1\n}")),
        QByteArray(broken).replace("{\"x\": 1}", "{\n            \"z\": 1\n        },\n        {\"x\": 1}"));
    QCOMPARE(one(broken, itemInserted(broken, list, 2, "7")),
             QByteArray(broken).replace("{\"x\" : 2 }", "{\"x\" : 2 },\n        7"));
    QCOMPARE(one(broken, itemInserted(broken, at(root, u"$.none"_s), 0, "7")),
             QByteArray(broken).replace("[]", "[\n        7\n    ]"));
}

void TextEditTest::whatIsRemovedTakesItsCommaAlong()
{
    const JsonValue root = read(broken);
    const JsonValue& list = at(root, u"$.list"_s);
    QCOMPARE(one(broken, itemRemoved(broken, list, 1)),
             QByteArray(broken).replace(",\n        {\"x\" : 2 }", ""));
    QCOMPARE(one(broken, itemRemoved(broken, list, 0)),
             QByteArray(broken).replace("{\"x\": 1},\n        ", ""));
    QCOMPARE(one(broken, memberRemoved(broken, root, 0)),
             QByteArray(broken).replace("\"a\" : 1.0,\n    ", ""));
    QCOMPARE(one("[ 1 ]", itemRemoved("[ 1 ]", read("[ 1 ]"), 0)), QByteArray("[]"));
}

void TextEditTest::severalItemsAreRemovedAtOnce()
{
    const QByteArray text = "[ 0,\n 1 , {\"a\": 2},3, 4 ]";
    const JsonValue list = read(text);
    for (unsigned chosen = 1; chosen < 32; ++chosen) {
        QList<size_t> gone;
        JsonValue left = JsonValue::array();
        for (size_t i = 0; i < 5; ++i)
            (chosen >> i) & 1 ? void(gone.prepend(i)) : left.append(list.items[i]);
        QVERIFY2(read(withEdits(text, itemsRemoved(list, gone))) == left,
                 qPrintable(QString::number(chosen)));
    }
    QCOMPARE(withEdits(text, itemsRemoved(list, {4, 3, 1})), QByteArray("[ 0,\n {\"a\": 2} ]"));
    QCOMPARE(one(text, itemInserted(text, list, 5, read(R"({"b":1})"))),
             QByteArray("[ 0,\n 1 , {\"a\": 2},3, 4,\n {\"b\": 1} ]"));
}

void TextEditTest::whatIsMovedWithinAnArrayKeepsItsBytes()
{
    const QByteArray text = "[1.0, {\"a\" :1},\n  3]";
    QCOMPARE(withEdits(text, itemMoved(text, read(text), 0, 2)), QByteArray("[{\"a\" :1}, 3,\n  1.0]"));
    QCOMPARE(withEdits(text, itemMoved(text, read(text), 2, 0)), QByteArray("[3, 1.0,\n  {\"a\" :1}]"));
    QCOMPARE(withEdits(text, itemMoved(text, read(text), 1, 1)), text);
}

void TextEditTest::aKeyIsRenamedHoweverItWasWritten()
{
    const QByteArray text = R"({ "\u0061\"b" : 1 })";
    QCOMPARE(one(text, memberRenamed(text, read(text).members[0], u"c"_s)), QByteArray(R"({ "c" : 1 })"));
}

void TextEditTest::aPartTravelsWithItsLines()
{
    const JsonValue root = read(broken);
    QCOMPARE(textOf(broken, at(root, u"$.list"_s)), QByteArray("[\n    {\"x\": 1},\n    {\"x\" : 2 }\n]"));
}

void TextEditTest::theDifferenceIsOneEdit()
{
    QCOMPARE(differenceOf("abcabc", "abcXabc"), (TextEdit{3, 3, "X"}));
    QCOMPARE(differenceOf("aaa", "aa"), (TextEdit{2, 3, ""}));
    QCOMPARE(differenceOf("", "x"), (TextEdit{0, 0, "x"}));
    QCOMPARE(differenceOf("same", "same"), (TextEdit{4, 4, ""}));
}

void TextEditTest::anyEditLeavesJson()
{
    const JsonValue thing = read(R"({"k":[1,{"l":"a\nb"},[]],"m":{}})");
    for (const QByteArray& text : {broken, QByteArray(R"({"list":[1],"o":{"p":1}})"),
                                   QByteArray("{\n\t\"list\": [],\r\n\t\"o\": {\n\t\t\"p\": 1\n\t}\n}"),
                                   QByteArray("{\"list\":[[1,2],[3]],\n\"o\":{}}")}) {
        const JsonValue root = read(text);
        const JsonValue& list = at(root, u"$.list"_s);
        for (size_t i = 0; i <= list.items.size(); ++i) {
            const JsonValue after = read(one(text, itemInserted(text, list, i, textLike(text, thing))));
            QVERIFY2(at(after, u"$.list"_s).items[i] == thing, text.constData());
        }
        const JsonValue after = read(one(text, memberAdded(text, at(root, u"$.o"_s), u"new"_s, thing)));
        QVERIFY2(*at(after, u"$.o"_s).find(u"new") == thing, text.constData());
        QVERIFY(at(read(one(text, valueReplaced(text, list, thing))), u"$.list"_s) == thing);
    }
}

/// What says the same keeps its bytes, odd white space, escapes, numbers and duplicate keys included.
void TextEditTest::aTextIsRewordedToSayWhatIsWanted()
{
    const QByteArray text = R"({ "a":1.0,"a" :"\u0061\/" , "o":{"x":[1e3,2,{ }]},"n":null})";
    const auto saying = [&text](const QByteArray& wanted) {
        return reworded(text, read(text), read(wanted));
    };
    QCOMPARE(saying(R"({"a":1.0,"a":"a/","o":{"x":[1e3,2,{}]},"n":null})"), text);
    QCOMPARE(saying(R"({"a":1.0,"a":"b","o":{"x":[1e3,"two",{}]},"n":null})"),
             QByteArray(R"({ "a":1.0,"a" :"b" , "o":{"x":[1e3,"two",{ }]},"n":null})"));
    QCOMPARE(saying(R"({"a":1.00,"a":"a/","o":{"y":true},"n":null})"),
             QByteArray(R"({ "a":1.00,"a" :"\u0061\/" , "o":{"y":true},"n":null})"));
    for (const QByteArray wanted : {R"([1,2])", R"({"a":{},"a":[],"o":{"x":[1e3,2]},"n":1})", R"("x")"})
        QVERIFY2(read(saying(wanted)) == read(wanted), wanted.constData());
}

QTEST_APPLESS_MAIN(TextEditTest)
#include "text_edit_test.moc"
