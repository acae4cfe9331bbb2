// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/compare.h"

#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QString wordsOf(const QList<JsonDifference>& differences)
{
    QStringList words;
    for (const JsonDifference& each : differences) {
        const QString path = each.path.toString();
        const QString left = leafText(each.left);
        const QString right = leafText(each.right);
        if (each.kind == JsonDifference::Kind::Added)
            words << u"+"_s + path + u"="_s + right;
        else if (each.kind == JsonDifference::Kind::Removed)
            words << u"-"_s + path + u"="_s + left;
        else
            words << path + u":"_s + left + u">"_s + right;
    }
    return words.join(u' ');
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differencesAreNamedByTheirPlace_data();
    void differencesAreNamedByTheirPlace();
    void deepAndWideValuesAreCompared();
};

void CompareTest::differencesAreNamedByTheirPlace_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* left, const char* right, const QString& expected) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << expected;
    };
    row("the same", R"({"a":[1,{"b":null}]})", R"({"a":[1,{"b":null}]})", {});
    row("members in another order", R"({"a":1,"b":2})", R"({"b":2,"a":1})", {});
    row("numbers written otherwise", "[1, 100, 0, -0, 0.5]", "[1.0, 1e2, 0e9, 0, 5E-1]", {});
    row("numbers past a double", "12345678901234567890", "12345678901234567891",
        u"$:12345678901234567890>12345678901234567891"_s);
    row("powers past any number", "1e99999999999999999999", "1", u"$:1e99999999999999999999>1"_s);
    row("a sign", "[-1]", "[1]", u"$[0]:-1>1"_s);
    row("a number and its text", R"({"a":1})", R"({"a":"1"})", u"$.a:1>1"_s);
    row("changed, removed, added", R"({"a":1,"b":2,"c":{"d":"x"}})", R"({"e":5,"c":{"d":"y"},"a":1})",
        u"-$.b=2 $.c.d:x>y +$.e=5"_s);
    row("null is a value", R"({"a":null})", "{}", u"-$.a=null"_s);
    row("a name that needs quotes", R"({"x y":1})", R"({"x y":2})", u"$['x y']:1>2"_s);
    row("an item changed", "[1,2,3]", "[1,9,3]", u"$[1]:2>9"_s);
    row("an item put in between", R"([{"n":1},{"n":2}])", R"([{"n":1},{"n":7},{"n":2}])",
        u"+$[1]={\"n\":7}"_s);
    row("an item taken from the start", "[1,2,3]", "[2,3]", u"-$[0]=1"_s);
    row("one changed and one more", "[1,2]", "[1,5,6]", u"$[1]:2>5 +$[2]=6"_s);
    row("repeated items", "[1,1]", "[1,1,1]", u"+$[2]=1"_s);
    row("emptied", "[1]", "[]", u"-$[0]=1"_s);
    row("a name twice", R"({"a":1,"a":2})", R"({"a":1,"a":3})", u"$.a:2>3"_s);
    row("a name twice and once", R"({"a":1,"a":2})", R"({"a":1})", u"-$.a=1 $.a:2>1"_s);
    row("a name twice, and its last value", R"({"a":1,"a":2})", R"({"a":2})", u"-$.a=1"_s);
    row("powers of many digits", "[1e0000000000000000000003, 0e99999999999999999999]", "[1000, 0]", {});
    row("powers at the ends of a number", "[1.5e-9223372036854775808]", "[15e-9223372036854775808]",
        u"$[0]:1.5e-9223372036854775808>15e-9223372036854775808"_s);
    row("array and object", "[]", "{}", u"$:[]>{}"_s);
    row("true and false", "true", "false", u"$:true>false"_s);
}

void CompareTest::differencesAreNamedByTheirPlace()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    QFETCH(const QString, expected);
    const auto differences = compareJson(readJson(left).value(), readJson(right).value());
    QCOMPARE(wordsOf(differences), expected);
    const auto back = compareJson(readJson(right).value(), readJson(left).value());
    QCOMPARE(back.size(), differences.size());
}

void CompareTest::deepAndWideValuesAreCompared()
{
    const QByteArray open(jsonDepthLimit, '[');
    const QByteArray close(jsonDepthLimit, ']');
    const auto deep =
        compareJson(readJson(open + '1' + close).value(), readJson(open + "1,2" + close).value());
    QCOMPARE(deep.size(), 1);
    QCOMPARE(deep.first().path.steps.size(), qsizetype(jsonDepthLimit));
    QByteArray wide = "{";
    for (int i = 0; i < 20000; ++i)
        wide += "\"k" + QByteArray::number(i) + "\":0,";
    QCOMPARE(wordsOf(compareJson(readJson(wide + "\"z\":1}").value(), readJson(wide + "\"z\":2}").value())),
             u"$.z:1>2"_s);
}

QTEST_GUILESS_MAIN(CompareTest)
#include "compare_test.moc"
