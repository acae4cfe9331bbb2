// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/literal_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

QString allWords(const LiteralReading& reading)
{
    QStringList words;
    for (const LiteralChange& change : reading.changes)
        words << wordsOf(change);
    return words.join(u'\n');
}

/// As a page publishes a payload: signs, non-breaking spaces, alternatives.
const char* const published = "Payload properties and examples\n\n"
                              "  \u2022 job:\u00a0\n"
                              "    \u2022 id: 'a1'\n"
                              "    \u2022 title:\u00a0 'It\\'s \"here\"'\n"
                              "    \u2022 html: '<div class=\"x\">...</div>'\n"
                              "    \u2022 owner:\n"
                              "      \u25e6 name: 'N'\n"
                              "    \u2022 runs: 1_000\n"
                              "  \u2022 trigger:\u00a0 'after'\n"
                              "  \u2022 state: 'good' || 'bad'\n"
                              "  \u2022 reason: undefined || 'It failed: <Why>'\n"
                              "\nThe next trigger\n";

} // namespace

/// The JSON that a text which is nearly JSON stands for, and what had to be changed.
class LiteralTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsBecomeJson_data();
    void literalsBecomeJson();
    void whatCannotBeReadIsRefusedAtItsPlace_data();
    void whatCannotBeReadIsRefusedAtItsPlace();
    void jsonStaysAsItIs();
    void aPublishedListBecomesAnObject();
    void changesAreCountedAndNamed();
    void limitsComeFirst();
    void anyTextIsReadOrRefused();
};

void LiteralTest::literalsBecomeJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& json) {
        QTest::newRow(name) << text << json;
    };
    row("single quotes", "{'a': 'b \"c\" \\'d\\''}", R"({"a":"b \"c\" 'd'"})");
    row("keys without quotes", "{a: 1, $b_2: 2, c-d: 3}", R"({"a":1,"$b_2":2,"c-d":3})");
    row("trailing commas", "{a: [1, 2,], }", R"({"a":[1,2]})");
    row("comments", "{ // one\n a: 1, /* two\n */ b: 2 # three\n}", R"({"a":1,"b":2})");
    row("an url is no comment", "{a: 'http://x/#y'}", R"({"a":"http://x/#y"})");
    row("undefined", "{a: undefined, b: [undefined, 1]}", R"({"b":[null,1]})");
    row("dots", "{\n...,\n\"a\": [1, ...],\n...rest,\n\"b\": 2, …\n}", R"({"a":[1],"b":2})");
    row("choices", "{a: 'x' || 'y', b: undefined || 'z', c: null ?? 1, d: 'p' | 'q'}",
        R"({"a":"x","c":null,"d":"p"})");
    row("a name gives way", "{a: process.env.A || 'x'}", R"({"a":"x"})");
    row("unusual blanks", "{\u00a0'a':\u2003 1\u200b}\ufeff", R"({"a":1})");
    row("typographic quotes", "{“a”: ‘it’}", R"({"a":"it"})");
    row("backticks", "{a: `x\ny`}", R"({"a":"x\ny"})");
    row("escapes", R"({a: '\x41\u0042\u{1F600}\v\q\
z'})",
        "{\"a\":\"AB\xF0\x9F\x98\x80\\u000bqz\"}");
    row("numbers", "[0x1F, .5, 5., +7, -0x10, 1_000, 12n, NaN, -Infinity, 1.0, 1e5]",
        "[31,0.5,5,7,-16,1000,12,null,null,1.0,1e5]");
    row("python", "{'a': True, 'b': None, 'c': False}", R"({"a":true,"b":null,"c":false})");
    row("missing commas", "{a: 1\n b: 2}", R"({"a":1,"b":2})");
    row("an assignment", "const payload: Body = {\n  a: 1\n};\n", R"({"a":1})");
    row("module.exports", "module.exports = {a: 1};", R"({"a":1})");
    row("a fenced block", "Send this:\n```json\n{\"a\": 1,}\n```\nThen wait.", R"({"a":1})");
    row("joined texts", "{a: 'x' +\n 'y'}", R"({"a":"xy"})");
    row("a date", "{a: new Date('2026-01-02')}", R"({"a":"2026-01-02"})");
    row("placeholders", "{a: <TOKEN>, b: <<URL>>}", R"({"a":"<TOKEN>","b":"<<URL>>"})");
    row("equal keys stay", "{a: 1, a: 2}", R"({"a":1,"a":2})");
    row("members without braces", "'a': 1,\n\"b\": [\n 1,\n 2\n],\nc: 'x'", R"({"a":1,"b":[1,2],"c":"x"})");
    row("a list with words", "• frequency: Monthly\n• on: true", R"({"frequency":"Monthly","on":true})");
    row("a list by its signs", "• a:\n◦ b: 1\n◦ c: 2\n• d: 3", R"({"a":{"b":1,"c":2},"d":3})");
    row("a list with tabs", "a:\n\tb: 1\n\tc:\n\t\td: 2\ne: 3", R"({"a":{"b":1,"c":{"d":2}},"e":3})");
    row("a member without a value", "• a: 1\n• b:\n• c: 2", R"({"a":1,"b":null,"c":2})");
    row("a vendor's example",
        "{\n\"type\": \"Report\",\n\"config\": {\n...,\n\"hooks\": [\n{\n\"url\": \"<<U>>\",\n\"token\": "
        "\"<<T>>\" # Optional\n}\n]\n},\n...\n}",
        R"({"type":"Report","config":{"hooks":[{"url":"<<U>>","token":"<<T>>"}]}})");
}

void LiteralTest::literalsBecomeJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const auto reading = readLiteral(text);
    QVERIFY2(reading, reading ? "" : qPrintable(reading.error().words));
    QCOMPARE(compactJson(reading->value), json);
    QVERIFY(!reading->changes.isEmpty());
    QVERIFY(readJson(compactJson(reading->value)));
}

void LiteralTest::whatCannotBeReadIsRefusedAtItsPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("a sentence") << QByteArray("This is a sentence: with a colon.") << 1;
    QTest::newRow("a call") << QByteArray("{a: 1,\n b: uuid()}") << 2;
    QTest::newRow("a name") << QByteArray("{a: title}") << 1;
    QTest::newRow("a template") << QByteArray("{a: `x${y}`}") << 1;
    QTest::newRow("an open string") << QByteArray("{a:\n 'x}") << 2;
    QTest::newRow("an open object") << QByteArray("{a: 1,") << 1;
    QTest::newRow("no comma in a line") << QByteArray("{a: 1 b: 2}") << 1;
    QTest::newRow("no UTF-8") << QByteArray("{a: '\xff'}") << 1;
    QTest::newRow("too deep") << "{a:" + QByteArray(100'000, '[') << 1;
}

void LiteralTest::whatCannotBeReadIsRefusedAtItsPlace()
{
    QFETCH(QByteArray, text);
    const auto reading = readLiteral(text);
    QVERIFY(!reading);
    QVERIFY(!reading.error().words.isEmpty());
    QTEST(reading.error().position.line, "line");
}

void LiteralTest::jsonStaysAsItIs()
{
    const auto reading = readLiteral(R"({"a": 1.0, "a": "\u00a0//", "b": [12345678901234567890]})");
    QVERIFY(reading);
    QVERIFY(reading->changes.isEmpty());
    QCOMPARE(compactJson(reading->value),
             QByteArray("{\"a\":1.0,\"a\":\"\u00a0//\",\"b\":[12345678901234567890]}"));
}

void LiteralTest::aPublishedListBecomesAnObject()
{
    const auto first = readLiteral(published);
    QVERIFY2(first, first ? "" : qPrintable(first.error().words));
    const QByteArray job = R"("job":{"id":"a1","title":"It's \"here\"","html":"<div class=\"x\">...</div>",)"
                           R"("owner":{"name":"N"},"runs":1000},"trigger":"after",)";
    QCOMPARE(compactJson(first->value), '{' + job + R"("state":"good"})");
    QVERIFY(first->hasChoices);
    const auto last = readLiteral(published, LiteralChoice::Last);
    QVERIFY(last);
    QCOMPARE(compactJson(last->value), '{' + job + R"("state":"bad","reason":"It failed: <Why>"})");
}

void LiteralTest::changesAreCountedAndNamed()
{
    const auto reading = readLiteral(published);
    QVERIFY(reading);
    const QString words = allWords(*reading);
    QVERIFY2(words.contains(u"'good' was taken of 'good' || 'bad'"_s), qPrintable(words));
    QVERIFY2(words.contains(u"Line 12: reason was left out, because it is undefined."_s), qPrintable(words));
    QVERIFY2(words.contains(u"From line 4: Single quotes became double quotes ("_s), qPrintable(words));
    QVERIFY2(words.contains(u"The text before it was left out: Payload properties"_s), qPrintable(words));
    QVERIFY2(words.contains(u"The text after it was left out: The next trigger"_s), qPrintable(words));
    QVERIFY2(words.contains(u"Unusual blanks"_s), qPrintable(words));
    const auto commented = readLiteral("{'a': 'b' # one\n, // two\n 'c': 1}");
    QVERIFY(commented);
    QVERIFY2(allWords(*commented).contains(u"Comments were left out (2 times)"_s),
             qPrintable(allWords(*commented)));
}

void LiteralTest::limitsComeFirst()
{
    const auto reading = readLiteral("{a: '" + QByteArray(literalBytesLimit, 'x') + "'}");
    QVERIFY(!reading);
    QVERIFY(reading.error().words.contains(u"5 MB"_s));
}

/// Cut and shuffled pieces of literals: never a hang, never a value that is no JSON.
void LiteralTest::anyTextIsReadOrRefused()
{
    QRandomGenerator random(7);
    const QList<QByteArray> pieces{"{",      "}",      "[",   "]",    "'",  "\"",        "`",      "a",   ":",
                                   ",",      "||",     "...", "//",   "/*", "*/",        "#",      "\n",  " ",
                                   "\u00a0", "\u2022", "1",   "-",    "0x", "undefined", "<",      ">",   "(",
                                   ")",      "+",      "\\",  "\\u{", "=>", "\u201c",    "\ufeff", "new "};
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        for (int i = random.bounded(1, 24); i > 0; --i)
            text += pieces[random.bounded(pieces.size())];
        const auto reading = readLiteral(text);
        if (reading)
            QVERIFY2(readJson(compactJson(reading->value)), text.constData());
        else
            QVERIFY2(!reading.error().words.isEmpty(), text.constData());
    }
}

QTEST_GUILESS_MAIN(LiteralTest)
#include "literal_test.moc"
